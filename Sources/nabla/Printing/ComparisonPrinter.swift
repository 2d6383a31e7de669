import NeuralFunctions

/// Prints functions side by side, point by point; of two also the difference, the first less the
/// second.
struct ComparisonPrinter {
  private let functions: [ComparedFunction]
  private let format: OutputFormat
  private let isASCII = PrintedCharacters.areASCII
  private let breakpoints: [[Breakpoint]]
  private let variable: Notation
  private var table: TextTable
  private var count = 0

  private init(_ functions: [ComparedFunction], format: OutputFormat, isShort: Bool) {
    self.functions = functions
    self.format = format
    breakpoints = functions.map { $0.function.shape.breakpoints }
    let variables = functions.map(\.variable)
    variable = variables.allSatisfy { $0 == variables[0] } ? variables[0] : "x"
    table = TextTable(
      headings: [variable.printed, ""] + functions.map(\.name)
        + (functions.count == 2 ? ["difference"] : []),
      isShort: isShort)
  }

  /// Prints the functions at the points that `body` hands over one by one. What was printed before a
  /// fault stays, and stays well-formed.
  ///
  /// - Parameter isShort: whether the points are few and known beforehand.
  static func print(
    _ functions: [ComparedFunction], format: OutputFormat, isShort: Bool,
    _ body: (EvaluationPrinter.Row) throws -> Void
  ) throws {
    var printer = ComparisonPrinter(functions, format: format, isShort: isShort)
    do {
      try body { x, line in
        let row = try functions.map { compared -> Quantities in
          do throws(FunctionError) { return Quantities(try compared.function.evaluate(x)) } catch {
            let sentence = "\(compared.name): \(error.description)"
            throw CommandFailure.data(line.map { "line \($0): \(sentence)" } ?? sentence)
          }
        }
        try printer.print(row, at: x)
      }
    } catch {
      try printer.finish()
      throw error
    }
    try printer.finish()
  }

  private mutating func print(_ row: [Quantities], at x: Double) throws {
    defer { count += 1 }
    switch format {
    case .text: try printText(row, at: x)
    case .csv:
      if count == 0 { try StandardOutput.print(header) }
      let fields =
        [OutputFormat.digits(x)]
        + (row + difference(row)).flatMap {
          $0.fields(missing: "")
        }
      try StandardOutput.print(fields.joined(separator: ","))
    case .json:
      let object = json(row, at: x).text
      try StandardOutput.write((count == 0 ? "[\n  " : ",\n  ") + object)
    }
  }

  private func finish() throws {
    switch format {
    case .json: try StandardOutput.print(count == 0 ? "[]" : "\n]")
    case .csv where count == 0: try StandardOutput.print(header)
    case .csv: break
    case .text: try table.finish()
    }
  }

  /// Of two functions, the first less the second; of more there is none.
  private func difference(_ row: [Quantities]) -> [Quantities] {
    guard row.count == 2 else { return [] }
    let second = row[0].second.flatMap { first in row[1].second.map { first - $0 } }
    return [
      Quantities(
        value: row[0].value - row[1].value, derivative: row[0].derivative - row[1].derivative,
        second: second)
    ]
  }

  // MARK: Text

  /// A line for the value and one for each derivative: side by side they would not fit.
  private mutating func printText(_ row: [Quantities], at x: Double) throws {
    let columns = (row + difference(row)).map { $0.fields(missing: "none") }
    let quantities = isASCII ? ["f", "f'", "f''"] : ["f", "f′", "f″"]
    for (index, quantity) in quantities.enumerated() {
      try table.print(
        [index == 0 ? OutputFormat.digits(x) : "", quantity] + columns.map { $0[index] },
        note: index == 0 ? note(at: x) : nil)
    }
  }

  private func note(at x: Double) -> String? {
    let notes = zip(functions, breakpoints).compactMap { compared, points in
      points.first { $0.x == x }.map {
        "\(compared.name): " + BreakpointNote($0).sentence(second: isASCII ? "f''" : "f″")
      }
    }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  // MARK: Rows for programs

  private var header: String {
    let names = functions.map(\.name) + (functions.count == 2 ? ["difference"] : [])
    return CSV.line(["x"] + names.flatMap { ["\($0)", "\($0)_derivative", "\($0)_second"] })
  }

  private func json(_ row: [Quantities], at x: Double) -> JSON {
    let entries = functions.indices.map { index in
      let note = breakpoints[index].first { $0.x == x }.map {
        (key: "breakpoint", value: BreakpointNote($0).json)
      }
      return JSON.object(
        [("function", .string(functions[index].name))] + row[index].members
          + (note.map { [$0] } ?? []))
    }
    let difference = difference(row).map { (key: "difference", value: JSON.object($0.members)) }
    return .object([("x", .number(x)), ("functions", .array(entries))] + difference)
  }
}

/// A value and its derivatives, or the difference of two.
private struct Quantities {
  let value: Double
  let derivative: Double
  /// Nil where it does not exist.
  let second: Double?

  init(value: Double, derivative: Double, second: Double?) {
    (self.value, self.derivative, self.second) = (value, derivative, second)
  }

  init(_ evaluation: Evaluation) {
    self.init(
      value: evaluation.value, derivative: evaluation.derivative,
      second: evaluation.secondDerivative)
  }

  func fields(missing: String) -> [String] {
    [value, derivative].map(OutputFormat.digits) + [second.map(OutputFormat.digits) ?? missing]
  }

  var members: [(key: String, value: JSON)] {
    [
      ("value", .number(value)), ("derivative", .number(derivative)),
      ("second", second.map(JSON.number) ?? .null),
    ]
  }
}
