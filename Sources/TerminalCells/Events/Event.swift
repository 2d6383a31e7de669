/// Something that happened at the terminal.
public enum Event: Sendable, Hashable {
  case key(Key)
  /// Text pasted as a whole (bracketed paste).
  case paste(String)
  /// Characters that came all at once and read like a list of numbers: a paste of a terminal that does
  /// not mark pastes, unless there is a field open, into which they are typed.
  case burst(String)
  /// A paste has begun, and its rest is waited for.
  case pasteStalled
  /// Something was pasted and is not taken.
  case pasteRefused(PasteRefusal)
  case mouse(Mouse)
  /// The terminal has this size now.
  case resize(Size)
  /// The terminal tells what its background is.
  case background(Background)
  /// That much time has passed since what moves was last moved; asked for, never sent unasked.
  case tick(Duration)
}

extension Event {
  /// A burst as what it is: text and line ends for an open field, else a paste.
  ///
  /// - Parameter isTyping: whether a field is open.
  package static func parts(ofBurst text: String, isTyping: Bool) -> [Event] {
    guard isTyping else { return [.paste(text)] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(
      lines.map { $0.isEmpty ? [] : [.paste(String($0))] }.joined(separator: [.key(Key(.enter))]))
  }
}

/// Why nothing of a paste is taken.
public enum PasteRefusal: Sendable, Hashable {
  /// Its end did not come.
  case unfinished
  case tooLong(bytes: Int, limit: Int)

  package var sentence: String {
    switch self {
    case .unfinished: "The end of the paste did not come within 30 seconds; nothing was taken."
    case .tooLong(let bytes, let limit):
      "\(bytes) bytes were pasted, and \(limit) are accepted; nothing was taken."
    }
  }
}

/// A key as the user means it: what was pressed, with its modifiers.
public struct Key: Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// A character as typed; Shift is in the character itself.
    case character(Character)
    case up, down, left, right
    case home, end, pageUp, pageDown, insert, delete
    case enter, tab, backspace, escape
    case function(Int)
  }

  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Only on keys that are not characters: Shift-Tab, Shift with an arrow.
    public static let shift = Modifiers(rawValue: 1)
    public static let control = Modifiers(rawValue: 2)
    public static let alt = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A plain character.
  public init(_ character: Character) { self.init(.character(character)) }
}

/// A mouse report, in cells from the top left.
public struct Mouse: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case press, drag, release, wheelUp, wheelDown
  }

  public var action: Action
  public var x: Int
  public var y: Int

  public init(_ action: Action, x: Int, y: Int) {
    self.action = action
    self.x = x
    self.y = y
  }
}
