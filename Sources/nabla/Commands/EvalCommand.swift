import ArgumentParser
import Explorer
import Glibc
import NeuralFunctions
import Wording

/// `nabla eval`: value and derivatives at any number of points.
struct EvalCommand: TakesValues {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Print x, f(x), f'(x) and f''(x) at any points.",
    discussion: """
      Numbers: \(NumberParser.accepted). Each is rounded to the nearest 64-bit float, so that 1e-400 \
      is 0. At a kink or a jump, text and json also say what is \
      on either side and whose convention the derivative is.
      """)

  @Argument(help: "The function; 'nabla list' names them.")
  var name: String

  @Argument(
    help: "The points, or - to read them from standard input, one per line.")
  var values: [String] = []

  static let wordsBeforeValues = 1
  var givenValues: [String] {
    get { values }
    set { values = newValue }
  }

  @OptionGroup var settings: FunctionOptions
  @OptionGroup var comparison: ComparisonOptions

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  @OptionGroup var characters: CharacterOptions

  func run() throws {
    let entry = try Arguments.entry(named: name)
    let (function, used) = try settings.functionInUse(of: entry)
    let isStandardInput = values == ["-"]
    let points = isStandardInput ? [] : try points(in: function.shape.domain)
    let compared = try comparison.functions(besides: entry, settings)
    let rows = { (row: EvaluationPrinter.Row) throws in
      if isStandardInput {
        try evaluateStandardInput(in: function.shape.domain, row)
      } else {
        for point in points { try row(point, nil) }
      }
    }
    if compared.isEmpty {
      try EvaluationPrinter.print(function, used, format: format, isShort: !isStandardInput, rows)
    } else {
      try ComparisonPrinter.print(compared, format: format, isShort: !isStandardInput, rows)
    }
  }

  private func points(in domain: Interval) throws -> [Double] {
    guard !values.isEmpty else {
      throw CommandFailure.usage("no value given; numbers are accepted, or - to read them.")
    }
    try Arguments.rejectOptions(in: values)
    return try values.map { try Arguments.number($0, in: domain) }
  }

  private func evaluateStandardInput(in domain: Interval, _ row: EvaluationPrinter.Row) throws {
    var reader = LineReader(descriptor: STDIN_FILENO)
    while let line = try reader.next() {
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        try row(try NumberParser.number(line), reader.lineNumber)
      } catch let error as NumberParser.Failure {
        throw CommandFailure.data(
          "line \(reader.lineNumber): \(Arguments.sentence(error, in: domain))")
      }
    }
  }
}
