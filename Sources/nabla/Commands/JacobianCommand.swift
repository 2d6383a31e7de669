import ArgumentParser
import NeuralFunctions

/// `nabla jacobian`: the Jacobian of softmax and its kin.
struct JacobianCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jacobian", abstract: "Print the softmax Jacobian, K rows of K.",
    discussion: "Row i, column j is the derivative of output i with respect to logit j.")

  @OptionGroup var input: VectorOptions
  @OptionGroup var variant: VariantOptions

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    let function = try variant.vectorFunction()
    let logits = try input.neededLogits()
    do {
      try print(try function.jacobian(at: logits))
      if let index = try function.kinks(at: logits).first {
        StandardError.complain(
          "logit \(index), counted from 0, is on the edge of the support, a kink; the Jacobian is "
            + "that of the side outside.")
      }
    } catch let error as VectorError {
      throw CommandFailure.data(error.description)
    }
  }

  private func print(_ jacobian: Jacobian) throws {
    if format == .json { try StandardOutput.print("[") }
    for row in 0..<jacobian.count {
      let entries = (0..<jacobian.count).lazy.map { jacobian[row, $0] }
      switch format {
      case .text:
        try StandardOutput.print(
          entries.map { OutputFormat.digits($0).leftPadded(to: 25) }.joined(separator: " "))
      case .csv:
        try StandardOutput.print(entries.map(OutputFormat.digits).joined(separator: ","))
      case .json:
        let line = entries.map(OutputFormat.json).joined(separator: ", ")
        try StandardOutput.print("  [\(line)]\(row + 1 < jacobian.count ? "," : "")")
      }
    }
    if format == .json { try StandardOutput.print("]") }
  }
}
