import ArgumentParser
import NeuralFunctions

/// `nabla jacobian`: the Jacobian of softmax and its kin.
struct JacobianCommand: TakesValues {
  static let configuration = CommandConfiguration(
    commandName: "jacobian", abstract: "Print the softmax Jacobian, K rows of K.",
    discussion: """
      Row i, column j is the derivative of output i with respect to logit j. As text it is printed in \
      blocks of as many columns as the terminal is wide enough for; csv and json have whole rows.
      """)

  static let wordsBeforeValues = 0
  var givenValues: [String] {
    get { input.vector }
    set { input.vector = newValue }
  }

  @OptionGroup var input: VectorOptions
  @OptionGroup var variant: VariantOptions

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  @OptionGroup var characters: CharacterOptions

  func run() throws {
    let function = try variant.vectorFunction()
    let logits = try input.neededLogits()
    do {
      try print(try function.jacobian(at: logits), of: function.output)
      if let index = try function.kinks(at: logits).first {
        StandardError.complain(
          "logit \(index), counted from 0, is on the edge of the support, a kink; the Jacobian is "
            + "that of the side outside.")
      }
    } catch let error as VectorError {
      throw CommandFailure.data(error.description)
    }
  }

  private func print(_ jacobian: Jacobian, of output: Notation) throws {
    if format == .text { return try JacobianTable(jacobian, of: output).print() }
    if format == .json { try StandardOutput.print("[") }
    for row in 0..<jacobian.count {
      let entries = (0..<jacobian.count).lazy.map { jacobian[row, $0] }
      if format == .csv {
        try StandardOutput.print(entries.map(OutputFormat.digits).joined(separator: ","))
      } else {
        let line = entries.map(OutputFormat.json).joined(separator: ", ")
        try StandardOutput.print("  [\(line)]\(row + 1 < jacobian.count ? "," : "")")
      }
    }
    if format == .json { try StandardOutput.print("]") }
  }
}
