import TerminalCells
import Wording

/// The steps of a derivation in lines, aligned at their signs of relation, with rules or numbers in a
/// column at the right where they fit there.
struct DerivationLines: Sendable {
  struct Piece: Sendable {
    let x: Int
    let text: String
    /// Whether it is a rule or numbers beside the equation.
    let isNote: Bool
  }
  typealias Line = [Piece]

  /// The lines of each step.
  let steps: [[Line]]

  /// Where less wide than this, columns would leave equations no room.
  static let leastWidth = 50

  init(_ steps: [DerivationText.Step], width: Int) {
    let columns = Columns(steps, width: width)
    var before: StepEquation?
    let equations = steps.map { step in
      let equation = StepEquation(step.equation)
      let lines = columns.lines(of: equation, after: before)
      before = StepEquation(equation, after: before)
      return lines
    }
    let notes = zip(steps, equations).map { step, lines in
      Note(step, hasRule: width >= Self.leastWidth, end: Self.end(of: lines.last ?? []))
    }
    let column = Self.noteColumn(notes, width: width)
    self.steps = zip(notes, equations).map { note, lines in
      note.added(to: lines, column: column, width: width)
    }
  }

  fileprivate static func end(of line: Line) -> Int {
    line.map { $0.x + TextWidth.columns(of: $0.text) }.max() ?? 0
  }

  /// As near to the equations as the widest rule that can stand beside them leaves room for.
  private static func noteColumn(_ notes: [Note], width: Int) -> Int {
    let beside = notes.filter { $0.width > 0 && $0.end + 2 + $0.width <= width }
    let widest = beside.map(\.width).max() ?? 0
    let ends = beside.map(\.end).filter { $0 + 2 + widest <= width }
    return min(width - widest, (ends.max() ?? 0) + 4)
  }
}

extension StepEquation {
  /// What holds on: a step that goes on from the one before has its left side.
  fileprivate init(_ own: StepEquation, after before: StepEquation?) {
    guard own.left.isEmpty, let before else {
      self = own
      return
    }
    self.init(
      condition: own.condition.isEmpty ? before.condition : own.condition, left: before.left,
      relation: own.relation, right: own.right)
  }

  fileprivate init(condition: String, left: String, relation: String, right: String) {
    (self.condition, self.left) = (condition, left)
    (self.relation, self.right) = (relation, right)
  }
}

// MARK: Equations

/// Where the parts of equations begin.
private struct Columns {
  let width: Int
  /// Where left sides begin and end; behind that the signs stand.
  private let lefts: Range<Int>
  /// Whether left sides leave their right ones room enough.
  private let areAligned: Bool

  init(_ steps: [DerivationText.Step], width: Int) {
    let equations = steps.map { StepEquation($0.equation) }
    func widest(_ part: (StepEquation) -> String) -> Int {
      equations.map { TextWidth.columns(of: part($0)) }.max() ?? 0
    }
    let condition = widest(\.condition)
    let start = condition == 0 ? 0 : condition + 2
    self.width = width
    lefts = start..<start + widest(\.left)
    areAligned = width >= DerivationLines.leastWidth && lefts.upperBound <= max(10, width * 2 / 5)
  }

  func lines(of step: StepEquation, after before: StepEquation?) -> [DerivationLines.Line] {
    guard areAligned else { return hanging(step) }
    let continues = step.left.isEmpty && step.condition.isEmpty
    let isNewCase = !continues && step.condition != before?.condition ?? ""
    var first: DerivationLines.Line = []
    if isNewCase && !step.condition.isEmpty { first.append(piece(step.condition + ":", at: 0)) }
    guard !step.relation.isEmpty else {
      // A sentence stands where left sides begin.
      let texts = TextWrap.whole(step.right, width: width - lefts.lowerBound)
      return joined(first, texts.map { (lefts.lowerBound, $0) })
    }
    let isRepeated = step.left == before?.left && !isNewCase
    if !step.left.isEmpty && !isRepeated {
      first.append(piece(step.left, at: lefts.upperBound - TextWidth.columns(of: step.left)))
    }
    let sign = lefts.isEmpty ? 0 : lefts.upperBound + 1
    first.append(piece(step.relation, at: sign))
    let x = sign + TextWidth.columns(of: step.relation) + 1
    return joined(
      first, Self.wrapped(step.right, width: width - x).map { (x + $0.indent, $0.text) })
  }

  /// Where there is no room for columns: all in one, whose further lines are indented.
  private func hanging(_ step: StepEquation) -> [DerivationLines.Line] {
    let start = step.condition.isEmpty ? "" : step.condition + ": "
    let sides = [step.left, step.relation, step.right].filter { !$0.isEmpty }
    let indent = step.left.isEmpty && step.condition.isEmpty ? 2 : 0
    let text = start + sides.joined(separator: " ")
    return Self.wrapped(text, width: width - indent).map {
      [piece($0.text, at: indent + $0.indent)]
    }
  }

  /// Broken before operators; a part that is longer than a line is cut.
  private static func wrapped(_ text: String, width: Int) -> [(indent: Int, text: String)] {
    guard TextWidth.columns(of: text) > width else { return [(0, text)] }
    let words = text.split(separator: " ").map(String.init)
    return TextWrap.equation(words, width: width - 2)
      .flatMap { line in
        TextWidth.columns(of: line) <= width - 2 ? [line] : TextWrap.whole(line, width: width - 2)
      }
      .enumerated().map { ($0 == 0 ? 0 : 2, $1) }
  }

  private func joined(
    _ first: DerivationLines.Line, _ texts: [(x: Int, text: String)]
  ) -> [DerivationLines.Line] {
    texts.enumerated().map { place, text in
      (place == 0 ? first : []) + [piece(text.text, at: text.x)]
    }
  }

  private func piece(_ text: String, at x: Int) -> DerivationLines.Piece {
    DerivationLines.Piece(x: x, text: text, isNote: false)
  }
}

// MARK: Rules and numbers

/// What stands beside a step: its numbers, or else its rule.
private struct Note {
  let text: String
  let width: Int
  /// Where the step's last line ends.
  let end: Int

  init(_ step: DerivationText.Step, hasRule: Bool, end: Int) {
    text = step.numbers.map { "= " + $0 } ?? (hasRule ? step.rule : nil) ?? ""
    width = TextWidth.columns(of: text)
    self.end = end
  }

  func added(
    to lines: [DerivationLines.Line], column: Int, width all: Int
  ) -> [DerivationLines.Line] {
    guard width > 0, var last = lines.last else { return lines }
    func note(_ text: String, at x: Int) -> DerivationLines.Piece {
      DerivationLines.Piece(x: x, text: text, isNote: true)
    }
    let isInColumn = end + 2 <= column && column + width <= all
    if isInColumn || end + 2 + width <= all {
      last.append(note(text, at: isInColumn ? column : all - width))
      return lines.dropLast() + [last]
    }
    // A line of its own, at the right.
    let texts = TextWrap.equation(text.split(separator: " ").map(String.init), width: all)
      .flatMap { TextWidth.columns(of: $0) <= all ? [$0] : TextWrap.whole($0, width: all) }
    return lines + texts.map { [note($0, at: all - TextWidth.columns(of: $0))] }
  }
}
