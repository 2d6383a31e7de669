import ArgumentParser
import NeuralFunctions

/// `nabla jacobian`: the Jacobian of softmax and its kin.
struct JacobianCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jacobian", abstract: "Print the softmax Jacobian, K rows of K.",
    discussion: "Row i, column j is the derivative of output i with respect to logit j.")

  @Argument(
    parsing: .allUnrecognized,
    help: "The logits, as in 2,1,0.1 (-inf is a mask), or - to read them from standard input.")
  var vector: [String]

  @Option(help: "softmax, log-softmax, softmin or sparsemax.")
  var function: String = "softmax"

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter, as in temperature=2.", valueName: "name=value"))
  var settings: [String] = []

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    guard let entry = Catalogue.vectorFunction(named: function) else {
      throw Arguments.unknownFunction(function, known: Catalogue.vectorFunctions.map(\.id))
    }
    let logits = try VectorInput.logits(from: vector, count: 1...4096)
    do {
      let vectorFunction = try entry.function(parameters: try Arguments.parameters(settings))
      try print(try vectorFunction.jacobian(at: logits))
    } catch let error as FunctionError {
      throw CommandFailure.usage(error.description)
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
