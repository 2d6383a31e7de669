import TerminalCells

/// One of the tabs: a model with a pure update and a pure view.
///
/// A screen lives in a folder of its own under `Screens/` and is listed in ``App/screens``.
public protocol Screen: Sendable {
  /// The word on its tab.
  var title: String { get }

  /// The smallest body in which the screen makes sense.
  var minimumSize: Size { get }

  /// The keys that work at this moment.
  var keys: [KeyHelp] { get }

  /// The field that is open, so that every character is text; it is drawn in the status line.
  var field: OpenField? { get }

  /// What the text in the open field may mean; shown while there is any.
  var candidates: [String] { get }

  /// What is to be seen, in one plain sentence.
  var status: Status { get }

  mutating func update(_ event: Event, in context: ScreenContext) -> [Effect]

  func draw(with painter: inout Painter, in body: Rect)
}

extension Screen {
  public var isTyping: Bool { field != nil }
  public var candidates: [String] { [] }
}

/// A line open for typing, and the question it answers.
public struct OpenField: Sendable, Hashable {
  public var question: String
  public var editor: LineEditor

  public init(_ question: String, _ editor: LineEditor) {
    self.question = question
    self.editor = editor
  }
}

/// What a screen may know of the world while it updates.
public struct ScreenContext: Sendable, Hashable {
  /// Where the screen is drawn.
  public var body: Rect
  public var appearance: Appearance

  public init(body: Rect, appearance: Appearance) {
    self.body = body
    self.appearance = appearance
  }
}

/// What an update asks of the world.
public enum Effect: Sendable, Hashable {
  case quit
  /// Open the help page.
  case help
  /// Draw everything anew, in case another program wrote on the terminal.
  case redraw
}

/// The status sentence.
public struct Status: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case reading, refusal
  }

  public var text: String
  /// The same in ever fewer words, for windows in which the text does not fit.
  public var shortTexts: [String]
  public var kind: Kind

  public init(_ text: String, short: String..., kind: Kind = .reading) {
    self.text = text
    shortTexts = short
    self.kind = kind
  }

  public static func refusal(_ text: String) -> Status { Status(text, kind: .refusal) }
}
