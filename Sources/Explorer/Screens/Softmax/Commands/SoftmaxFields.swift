import TerminalCells
import Widgets
import Wording

/// What is typed at the cursor.
extension SoftmaxScreen {
  /// The kind of entry at the cursor.
  private var entryKind: SoftmaxSheet.OpenEntry.Kind {
    guard state.focus == .panel else { return .logit }
    switch state.view {
    case .jacobian, .stability: return .logit
    case .nudge: return .delta
    case .loss: return .target
    }
  }

  private var entryIndex: Int { entryKind == .logit ? state.selectedLogit : state.row }

  /// The entry with all its digits.
  var entryText: String {
    let index = entryIndex
    switch entryKind {
    case .logit: return NumberText.exact(state.vector.logits[index])
    case .target: return NumberText.exact(state.vector.targets[index])
    case .delta: return NumberText.exact(state.nudge[index])
    }
  }

  /// A field for the entry at the cursor. In a column of numbers the arrows accept and go on, as in a
  /// spreadsheet.
  func entryField(_ text: String, isBegun: Bool = false) -> FieldStart {
    let (kind, index) = (entryKind, entryIndex)
    let letter =
      switch kind {
      case .logit: "x"
      case .target: "y"
      case .delta: "Δx"
      }
    return FieldStart(
      SoftmaxSheet.indexed(letter, index) + " =", text, isBegun: isBegun,
      line: "\(kind.rawValue) \(index)", arrows: state.isInMatrix ? nil : ("row -1", "row 1"))
  }

  /// A sign opens the entry at the cursor; digits switch tabs.
  public func opening(_ key: Key) -> (line: String, start: FieldStart)? {
    guard let sign = key.typedCharacter, "+-−".contains(sign) else { return nil }
    let start = entryField(String(sign), isBegun: true)
    return (start.line ?? "entry", start)
  }

  /// A field for the whole list that the cursor is in.
  var listField: FieldStart {
    func text(_ numbers: [Double]) -> String {
      numbers.map { NumberText.exact($0) }.separated(by: ", ")
    }
    return switch entryKind {
    case .logit: FieldStart("all logits:", text(state.vector.logits))
    case .target: FieldStart("all of y (sums to 1):", text(state.vector.targets), line: "y")
    case .delta: FieldStart("all of Δx:", text(state.nudge), line: "dx")
    }
  }

  /// A list pasted outside a field replaces the vector.
  public func line(forPasted text: String) -> String { "x \(text)" }

  // MARK: Taking what was typed

  mutating func setEntry(_ text: String, _ numbers: NumberReader) throws(Refusal) {
    let index = entryIndex
    switch entryKind {
    case .logit: try setLogit(index, text, numbers)
    case .target: try setTarget(index, try Self.number(text, numbers, for: "y", index))
    case .delta: try setDelta(index, try Self.number(text, numbers, for: "Δx", index))
    }
  }

  /// - Parameter text: a number, or a list that replaces the vector.
  mutating func setLogit(
    _ index: Int, _ text: String, _ numbers: NumberReader
  ) throws(Refusal) {
    guard !Self.isList(text) else {
      let logits: [Double]
      do { logits = try VectorParser.logits(text) } catch {
        throw Refusal("x: \(error.description)")
      }
      return try change { $0.replaceLogits(logits) }
    }
    try check(index)
    let value = try Self.number(text, numbers, accepting: .logits, for: "x", index)
    guard value < .infinity else {
      throw Refusal("A logit is a finite number, or -inf as a mask.")
    }
    try change { $0.setLogit(index, to: value) }
  }

  /// Whether more than one number was meant.
  private static func isList(_ text: String) -> Bool {
    NumberParser.trimmingBlanks(text).utf8.contains { " ,;[(".utf8.contains($0) }
  }

  /// - Parameter letter: of which list the number is to be an entry.
  private static func number(
    _ text: String, _ numbers: NumberReader, accepting kind: NumberParser.Accepted = .finite,
    for letter: String, _ index: Int
  ) throws(Refusal) -> Double {
    do { return try numbers.read(text) } catch {
      let name = SoftmaxSheet.indexed(letter, index)
      throw Refusal("\(name): \(error.sentence(accepting: kind))")
    }
  }
}
