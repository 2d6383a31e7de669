import ArgumentParser
import NeuralFunctions

/// `nabla list`: the catalogue, one per line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print every function of the catalogue, one per line.",
    discussion: "csv and json also have domain, range, parameters and whatever else is known.")

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  @OptionGroup var characters: CharacterOptions

  func run() throws {
    let listings =
      Catalogue.entries.map(FunctionListing.init)
      + Catalogue.vectorFunctions.map(FunctionListing.init)
    switch format {
    case .text: try printText(listings)
    case .csv:
      try StandardOutput.print(CSV.line(FunctionListing.header))
      for listing in listings { try StandardOutput.print(listing.csv) }
    case .json:
      let objects = listings.map { "  " + $0.json.text }
      try StandardOutput.print("[\n" + objects.joined(separator: ",\n") + "\n]")
    }
  }

  private func printText(_ listings: [FunctionListing]) throws {
    let widest = listings.map(\.description.identifier.count).max() ?? 0
    let widestFamily = listings.map(\.description.family.rawValue.count).max() ?? 0
    for description in listings.map(\.description) {
      try StandardOutput.print(
        description.identifier.padded(to: widest + 2)
          + description.family.rawValue.padded(to: widestFamily + 2)
          + description.formula.printed)
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
