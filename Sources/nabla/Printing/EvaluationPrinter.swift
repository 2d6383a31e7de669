import NeuralFunctions

/// Prints evaluations one by one, so that a long input needs no memory.
struct EvaluationPrinter {
  private let format: OutputFormat
  private let variable: String
  private let second: String
  private let breakpoints: [Breakpoint]
  private let used: UsedSettings
  private var table: TextTable
  private var count = 0

  private init(
    _ function: any ScalarFunction, _ used: UsedSettings, format: OutputFormat, isShort: Bool
  ) {
    self.format = format
    self.used = used
    let description = function.description
    let symbol = description.symbol.printed
    let isASCII = PrintedCharacters.areASCII
    variable = description.variable.printed
    let first = symbol + (isASCII ? "'" : "′")
    second = symbol + (isASCII ? "''" : "″")
    table = TextTable(
      headings: [variable] + [symbol, first, second].map { [variable] in "\($0)(\(variable))" },
      caption: used.caption, isShort: isShort)
    breakpoints = function.shape.breakpoints
  }

  /// Prints the row of one point; the line of the input it comes from is named if it is refused.
  typealias Row = (_ x: Double, _ line: Int?) throws -> Void

  /// Prints a function at the points that `body` hands over one by one. What was printed before a
  /// fault stays, and stays well-formed.
  ///
  /// - Parameters:
  ///   - used: the settings that the function has, which are printed with it.
  ///   - isShort: whether the points are few and known beforehand.
  static func print(
    _ function: any ScalarFunction, _ used: UsedSettings, format: OutputFormat, isShort: Bool,
    _ body: (Row) throws -> Void
  ) throws {
    var printer = EvaluationPrinter(function, used, format: format, isShort: isShort)
    do {
      try body { x, line in
        do {
          try printer.print(try function.evaluate(x))
        } catch let error as FunctionError {
          let sentence = printer.sentence(error)
          throw CommandFailure.data(line.map { "line \($0): \(sentence)" } ?? sentence)
        }
      }
    } catch {
      try printer.finish()
      throw error
    }
    try printer.finish()
  }

  /// The argument has the name in the sentence that it has in the headings.
  private func sentence(_ error: FunctionError) -> String {
    guard case .outsideDomain(_, let value, let accepted) = error else { return error.description }
    return FunctionError.outsideDomain(argument: variable, value: value, accepted: accepted)
      .description
  }

  private var header: String { "x,value,derivative,second" + used.headings }

  private mutating func print(_ evaluation: Evaluation) throws {
    defer { count += 1 }
    let numbers = [evaluation.x, evaluation.value, evaluation.derivative]
    let second = evaluation.secondDerivative
    let note = breakpoints.first { $0.x == evaluation.x }.map(BreakpointNote.init)
    switch format {
    case .text:
      try table.print(
        numbers.map(OutputFormat.digits) + [second.map(OutputFormat.digits) ?? "none"],
        note: note.map { $0.sentence(second: self.second) })
    case .csv:
      if count == 0 { try StandardOutput.print(header) }
      let fields = numbers.map(OutputFormat.digits) + [second.map(OutputFormat.digits) ?? ""]
      try StandardOutput.print(fields.joined(separator: ",") + used.fields)
    case .json:
      var members = zip(["x", "value", "derivative"], numbers.map(JSON.number)).map {
        (key: $0, value: $1)
      }
      members.append(("second", second.map(JSON.number) ?? .null))
      members += used.members
      if let note { members.append(("breakpoint", note.json)) }
      let object = JSON.object(members).text
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
}

/// What to know of a point at which a function is not smooth: both sides, what is used, and whose
/// convention that is.
struct BreakpointNote {
  private let point: Breakpoint

  init(_ point: Breakpoint) { self.point = point }

  /// "a kink: slope 0.0 left, 1.0 right, 0.0 used (PyTorch)".
  ///
  /// - Parameter second: how the second derivative is written.
  func sentence(second: String) -> String {
    switch point.kind {
    case .jump:
      let slope = Self.words(point.derivative)
      return "a jump: value \(Self.words(point.value)); slope \(slope) (\(point.convention))"
    case .kink: return "a kink: slope \(Self.words(point.derivative)) (\(point.convention))"
    case .pole: return "a pole: slope \(Self.words(point.derivative)) (\(point.convention))"
    case .curvatureJump:
      let curvature = Self.words(point.secondDerivative)
      return "a jump of \(second): \(curvature) (\(point.convention))"
    }
  }

  var json: JSON {
    .object([
      ("kind", .string(kind)), ("value", Self.json(point.value)),
      ("derivative", Self.json(point.derivative)), ("second", Self.json(point.secondDerivative)),
      ("convention", .string(point.convention)),
    ])
  }

  private var kind: String {
    switch point.kind {
    case .jump: "jump"
    case .kink: "kink"
    case .curvatureJump: "curvature-jump"
    case .pole: "pole"
    }
  }

  private static func words(_ sides: OneSided) -> String {
    func side(_ value: Double) -> String { value.isNaN ? "none" : OutputFormat.digits(value) }
    return "\(side(sides.left)) left, \(side(sides.right)) right, \(side(sides.used)) used"
  }

  /// A side that is outside the domain is null.
  private static func json(_ sides: OneSided) -> JSON {
    func side(_ value: Double) -> JSON { value.isNaN ? .null : .number(value) }
    return .object([
      ("left", side(sides.left)), ("right", side(sides.right)), ("used", side(sides.used)),
    ])
  }
}
