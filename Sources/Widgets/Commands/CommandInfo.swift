import TerminalCells
import Wording

/// What a command is called, accepts and is told by: all of its row but the act.
public struct CommandInfo: Sendable {
  /// What a press or a line adds to the steps that can be undone.
  public enum Undo: Sendable, Hashable {
    /// A step.
    case step
    /// A step for each run of the same command: a held key is one step back, not a hundred.
    case run
    /// None: moving about, which the steps before and after take along.
    case none
  }

  public let word: String
  /// Words it had, which scripts may still use.
  public let formerly: [String]
  public let grammar: Grammar
  public let explanation: String
  public let keys: [KeyLine]
  public let undo: Undo

  /// "x LOWER UPPER".
  public var usage: String { grammar.slots.isEmpty ? word : word + " " + grammar.usage }
}

/// Keys of a command that are explained together, such as left and right.
public struct KeyLine: Sendable {
  /// Keys that do the same.
  public struct Choice: Sendable {
    public let keys: [Key]
    public let press: Press

    public init(_ keys: [Key], _ press: Press) {
      self.keys = keys
      self.press = press
    }
  }

  /// What a key does.
  public enum Press: Sendable, Hashable {
    /// Runs the command with these arguments.
    case run([Argument])
    /// Opens a field in which the arguments are typed.
    case open
  }

  public let choices: [Choice]
  /// The word on the hint line; without one the line is only on the help page.
  public let hint: String?
  public let explanation: String

  /// Keys each with an argument of its own.
  public init(hint: String? = nil, _ explanation: String, _ choices: [([Key], Argument)]) {
    self.hint = hint
    self.explanation = explanation
    self.choices = choices.map { Choice($0.0, .run([$0.1])) }
  }

  /// Keys each with arguments of its own.
  public init(hint: String? = nil, _ explanation: String, lists: [([Key], [Argument])]) {
    self.hint = hint
    self.explanation = explanation
    self.choices = lists.map { Choice($0.0, .run($0.1)) }
  }

  /// Keys that run the command as it stands.
  public init(_ keys: [Key], hint: String? = nil, _ explanation: String) {
    self.hint = hint
    self.explanation = explanation
    choices = [Choice(keys, .run([]))]
  }

  /// Keys that open a field for the command's arguments.
  public init(opening keys: [Key], hint: String? = nil, _ explanation: String) {
    self.hint = hint
    self.explanation = explanation
    choices = [Choice(keys, .open)]
  }
}

extension KeyLine {
  /// The first key of each choice, "←→", for the hint line.
  public var shortLabel: String {
    let labels = choices.compactMap { $0.keys.first?.label }
    return labels.separated(by: labels.allSatisfy { $0.count == 1 } ? "" : " ")
  }

  /// All keys: "← h, → l".
  public var longLabel: String {
    choices.map { choice in choice.keys.map(\.label).separated(by: " ") }.separated(by: ", ")
  }

  /// A long row of single keys, such as the digits, by its ends.
  public var pageLabel: String {
    guard choices.count > 4, let first = choices.first?.keys.first,
      let last = choices.last?.keys.first
    else { return longLabel }
    return "\(first.label) … \(last.label)"
  }
}
