import ArgumentParser
import Explorer
import NeuralFunctions
import Wording

/// `nabla table`: value and derivatives over a range.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Print x, f(x), f'(x) and f''(x) over a range.",
    discussion: """
      Without options the range is the window in which the function is plotted, in some twenty \
      even steps. Columns and formats are those of 'nabla eval'.
      """)

  @Argument(help: "The function; 'nabla list' names them.")
  var name: String

  @Option(parsing: .unconditional, help: "The first x.")
  var from: String?

  @Option(parsing: .unconditional, help: "The last x.")
  var to: String?

  @Option(parsing: .unconditional, help: "The distance from one x to the next, above 0.")
  var step: String?

  @Option(
    parsing: .unconditional, help: "How many x to print, both ends included, instead of a step.")
  var points: String?

  @OptionGroup var settings: FunctionOptions
  @OptionGroup var comparison: ComparisonOptions

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  @OptionGroup var characters: CharacterOptions

  func run() throws {
    let entry = try Arguments.entry(named: name)
    let (function, used) = try settings.functionInUse(of: entry)
    let sequence = try sequence(for: function)
    let compared = try comparison.functions(besides: entry, settings)
    let isShort = sequence.count <= TextTable.mostWaiting
    let domains = [function.shape.domain] + compared.map { $0.function.shape.domain }
    let rows = { (row: EvaluationPrinter.Row) throws in
      // A range with an end outside is refused before its rows are printed.
      let last = sequence[sequence.count - 1]
      if !domains.allSatisfy({ $0.contains(last) }) { try row(last, nil) }
      for index in 0..<sequence.count { try row(sequence[index], nil) }
    }
    if compared.isEmpty {
      try EvaluationPrinter.print(function, used, format: format, isShort: isShort, rows)
    } else {
      try ComparisonPrinter.print(compared, format: format, isShort: isShort, rows)
    }
  }

  // MARK: The range

  private func sequence(for function: any ScalarFunction) throws -> DecimalSequence {
    let (start, end) = try ends(window: function.shape.window)
    switch (step, points) {
    case (.some, .some):
      throw CommandFailure.usage("the spacing is given by --step or by --points, not by both.")
    case (let step?, nil): return try steps(step, start, end)
    case (nil, let points?):
      return DecimalSequence(from: start, to: end, count: try count(points))
    case (nil, nil): return try defaultSteps(start, end)
    }
  }

  private func ends(window: ClosedRange<Double>) throws -> (start: Double, end: Double) {
    let start = try end(from, option: "--from") ?? window.lowerBound
    let end = try end(to, option: "--to") ?? window.upperBound
    guard start <= end else {
      let (first, last) = (NumberText.exact(start), NumberText.exact(end))
      let accepted = from == nil ? "--from \(last) or below" : "--to \(first) or above"
      throw CommandFailure.usage(
        "from \(first) to \(last) is not a range; \(accepted) is accepted.")
    }
    return (start, end)
  }

  private func end(_ text: String?, option: String) throws -> Double? {
    guard let text else { return nil }
    let value = try Arguments.number(text, accepted: "a finite number")
    guard value.isFinite else {
      throw CommandFailure.usage(
        "\(option) \(NumberText.word(value)): a finite number is accepted.")
    }
    return value
  }

  private func steps(_ text: String, _ start: Double, _ end: Double) throws -> DecimalSequence {
    let step = try Arguments.number(text, accepted: "a finite number above 0")
    guard step > 0 && step.isFinite else {
      throw CommandFailure.usage(
        "--step \(NumberText.exact(step)): a finite number above 0 is accepted.")
    }
    guard let sequence = DecimalSequence(from: start, to: end, step: step) else {
      throw CommandFailure.usage(
        "--step \(NumberText.exact(step)) makes more rows than can be counted; a larger one is accepted."
      )
    }
    return sequence
  }

  private static let mostPoints = 1_000_000_000

  private func count(_ text: String) throws -> Int {
    guard let count = Int(text), (2...Self.mostPoints).contains(count) else {
      throw CommandFailure.usage(
        "--points \(NumberParser.quotable(text)): a whole number from 2 to \(Self.mostPoints) is accepted."
      )
    }
    return count
  }

  /// From a start that was asked for; in the function's own window at round numbers.
  private func defaultSteps(_ start: Double, _ end: Double) throws -> DecimalSequence {
    let round = from == nil ? DecimalSequence(multiplesIn: start...end) : nil
    guard let sequence = round ?? DecimalSequence(from: start, inSomeTwentyStepsTo: end) else {
      throw CommandFailure.usage("the range is too narrow for steps; --points is accepted.")
    }
    return sequence
  }
}
