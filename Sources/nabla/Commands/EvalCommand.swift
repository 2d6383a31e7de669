import ArgumentParser
import Explorer
import Glibc
import NeuralFunctions

/// `nabla eval`: value and derivatives at any number of points.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Print x, f(x), f'(x) and f''(x) at any points.",
    discussion: """
      Numbers: \(NumberParser.accepted). At a kink or a jump, text and json also say what is \
      on either side and whose convention the derivative is.
      """)

  @Argument(help: "The function; 'nabla list' names them.")
  var name: String

  @Argument(
    parsing: .allUnrecognized,
    help: "The points, or - to read them from standard input, one a line.")
  var values: [String] = []

  @OptionGroup var settings: FunctionOptions

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    let function = try settings.function(of: try Arguments.entry(named: name))
    if values == ["-"] {
      try EvaluationPrinter.print(
        function, format: format, isShort: false, evaluateStandardInput)
    } else {
      let points = try points()
      try EvaluationPrinter.print(function, format: format, isShort: true) { row in
        for point in points { try row(point, nil) }
      }
    }
  }

  private func points() throws -> [Double] {
    let values = Arguments.values(values)
    guard !values.isEmpty else {
      throw CommandFailure.usage("no value given; numbers are accepted, or - to read them.")
    }
    try Arguments.rejectOptions(in: values)
    return try values.map(Arguments.number)
  }

  private func evaluateStandardInput(_ row: EvaluationPrinter.Row) throws {
    var reader = LineReader(descriptor: STDIN_FILENO)
    while let line = try reader.next() {
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        try row(try NumberParser.number(line), reader.lineNumber)
      } catch let error as NumberParser.Failure {
        throw CommandFailure.data("line \(reader.lineNumber): \(error.description)")
      }
    }
  }
}
