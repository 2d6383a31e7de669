import TerminalCells
import Wording

/// The keys of a screen: one table that handles them, fills the hint line and the help page, and
/// is printed in the documentation.
public struct Keymap<Command: Sendable>: Sendable {
  public let rows: [KeyRow<Command>]

  public init(_ rows: [KeyRow<Command>]) { self.rows = rows }

  /// The first command that `key` has. (A key is soon found among so few, and a dictionary would be
  /// made at every start.)
  public func command(for key: Key) -> Command? {
    for row in rows {
      for choice in row.choices where choice.keys.contains(key) { return choice.command }
    }
    return nil
  }

  /// The table without its commands, for whoever shows it.
  public var help: [KeyHelp] { rows.map(\.help) }
}

/// One line of a keymap: commands that belong together, such as left and right.
public struct KeyRow<Command: Sendable>: Sendable {
  struct Choice: Sendable {
    let keys: [Key]
    let command: Command
  }

  let choices: [Choice]
  let help: KeyHelp

  /// A line of one command.
  ///
  /// - Parameter hint: the word on the hint line; without one the line is only on the help page.
  public init(_ keys: [Key], hint: String? = nil, _ explanation: String, _ command: Command) {
    choices = [Choice(keys: keys, command: command)]
    help = KeyHelp(keys: [keys], hint: hint, explanation: explanation)
  }

  /// A line of several commands that are explained together.
  public init(hint: String? = nil, _ explanation: String, _ choices: [([Key], Command)]) {
    self.choices = choices.map { Choice(keys: $0.0, command: $0.1) }
    help = KeyHelp(keys: choices.map(\.0), hint: hint, explanation: explanation)
  }
}

/// A line of a keymap as it is shown.
public struct KeyHelp: Sendable, Hashable {
  /// The keys of each command on the line; alternatives for one command stand together.
  public let keys: [[Key]]
  public let hint: String?
  public let explanation: String
  /// The first key of each command, "←→", for the hint line; empty where there is no hint.
  public let shortLabel: String

  init(keys: [[Key]], hint: String? = nil, explanation: String) {
    self.keys = keys
    self.hint = hint
    self.explanation = explanation
    let labels = hint == nil ? [] : keys.compactMap { $0.first?.label }
    shortLabel = labels.separated(by: labels.allSatisfy { $0.count == 1 } ? "" : " ")
  }

  /// All keys: "← h, → l".
  public var longLabel: String {
    keys.map { $0.map(\.label).joined(separator: " ") }.joined(separator: ", ")
  }
}
