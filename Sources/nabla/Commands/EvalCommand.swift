import ArgumentParser
import Explorer
import Glibc
import NeuralFunctions

/// `nabla eval`: value and derivatives at any number of points.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Print x, f(x), f'(x) and f''(x).",
    discussion: "Numbers: \(NumberParser.accepted).")

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
    let entry = try Arguments.entry(named: name)
    let function: any ScalarFunction
    do {
      function = try entry.function(
        parameters: try settings.parameters, target: try settings.targetValue)
    } catch let error as FunctionError {
      throw CommandFailure.usage(error.description)
    }
    var printer = EvaluationPrinter(format: format, symbol: entry.description)
    do {
      if values == ["-"] {
        try evaluateStandardInput(function, printer: &printer)
      } else {
        try evaluateArguments(function, printer: &printer)
      }
    } catch {
      // What was printed before the fault stays, and stays well-formed.
      try printer.finish()
      throw error
    }
    try printer.finish()
  }

  private func evaluateArguments(
    _ function: any ScalarFunction, printer: inout EvaluationPrinter
  ) throws {
    let values = Arguments.values(values)
    guard !values.isEmpty else {
      throw CommandFailure.usage("no value given; numbers are accepted, or - to read them.")
    }
    try Arguments.rejectOptions(in: values)
    let points = try values.map(Arguments.number)
    for point in points {
      do { try printer.print(try function.evaluate(point)) } catch let error as FunctionError {
        throw CommandFailure.data(error.description)
      }
    }
  }

  private func evaluateStandardInput(
    _ function: any ScalarFunction, printer: inout EvaluationPrinter
  ) throws {
    var reader = LineReader(descriptor: STDIN_FILENO)
    while let line = try reader.next() {
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        try printer.print(try function.evaluate(try NumberParser.number(line)))
      } catch let error as FunctionError {
        throw CommandFailure.data("line \(reader.lineNumber): \(error.description)")
      } catch let error as NumberParser.Failure {
        throw CommandFailure.data("line \(reader.lineNumber): \(error.description)")
      }
    }
  }
}

/// Prints evaluations one by one, so that a long input needs no memory.
struct EvaluationPrinter {
  let format: OutputFormat
  private let headings: [String]
  private var count = 0

  init(format: OutputFormat, symbol description: FunctionDescription) {
    self.format = format
    let call = "\(description.symbol.ascii)(\(description.variable.ascii))"
    headings = [
      description.variable.ascii, call, call.replacingSymbol(with: "'"),
      call.replacingSymbol(with: "''"),
    ]
  }

  private static let columnWidth = 26

  mutating func print(_ evaluation: Evaluation) throws {
    defer { count += 1 }
    let numbers = [evaluation.x, evaluation.value, evaluation.derivative]
    let second = evaluation.secondDerivative
    switch format {
    case .text:
      if count == 0 { try printColumns(headings) }
      try printColumns(
        numbers.map(OutputFormat.digits) + [second.map(OutputFormat.digits) ?? "none"])
    case .csv:
      if count == 0 { try StandardOutput.print("x,value,derivative,second") }
      let fields = numbers.map(OutputFormat.digits) + [second.map(OutputFormat.digits) ?? ""]
      try StandardOutput.print(fields.joined(separator: ","))
    case .json:
      let keys = ["x", "value", "derivative", "second"]
      let values = numbers.map(OutputFormat.json) + [second.map(OutputFormat.json) ?? "null"]
      let members = zip(keys, values).map { "\"\($0)\": \($1)" }.joined(separator: ", ")
      Swift.print(count == 0 ? "[\n  {\(members)}" : ",\n  {\(members)}", terminator: "")
    }
  }

  func finish() throws {
    switch format {
    case .json: try StandardOutput.print(count == 0 ? "[]" : "\n]")
    case .csv where count == 0: try StandardOutput.print("x,value,derivative,second")
    case .csv, .text: break
    }
  }

  private func printColumns(_ columns: [String]) throws {
    let line = columns.dropLast().map { $0.padded(to: Self.columnWidth) }.joined()
    try StandardOutput.print(line + (columns.last ?? ""))
  }
}

extension String {
  /// `f(x)` with primes after the symbol: `f'(x)`.
  fileprivate func replacingSymbol(with primes: String) -> String {
    guard let bracket = lastIndex(of: "(") else { return self + primes }
    return self[..<bracket] + primes + self[bracket...]
  }
}
