import ArgumentParser
import NeuralFunctions
import TerminalIO

/// `nabla list`: the catalogue, a line each.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print every function of the catalogue, a line each.")

  func run() throws {
    let ascii = !TerminalLocale.isUTF8()
    let widest = Catalogue.entries.map(\.id.count).max() ?? 0
    let widestFamily = FunctionFamily.allCases.map(\.rawValue.count).max() ?? 0
    for entry in Catalogue.entries {
      let family = entry.description.family.rawValue
      try StandardOutput.print(
        entry.id.padded(to: widest + 2) + family.padded(to: widestFamily + 2)
          + entry.description.formula.text(ascii: ascii))
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
