import TerminalCells

/// One of the tabs: a state, the commands that change it, and the panels that show it.
///
/// A screen is a value. Its ``Session/state`` is all that a script can lead to; whatever follows from
/// the state is worked out when it is asked for, and may be remembered in a ``LastValue``.
public protocol Screen: Sendable {
  associatedtype State: Equatable & Sendable

  /// What lines call it: `softmax x 1, 2, 3` acts on the screen `softmax`.
  static var word: String { get }

  /// The word on its tab.
  static var title: String { get }

  /// The smallest body in which the screen makes sense.
  static var minimumSize: Size { get }

  /// All that can be done on it.
  static var commands: CommandTable<Self> { get }

  /// All that can be read off it.
  static var readings: ReadingTable<Self> { get }

  var session: Session<State> { get set }

  /// The screen as a start gives it, from which scripts lead here.
  var fresh: Self { get }

  /// What is to be seen, in one plain sentence.
  var status: Status { get }

  /// What is shown and where: for layout, drawing and the mouse alike.
  func panels(in context: ScreenContext) -> [Placed]

  /// Time has passed, as was asked for with ``Effect/wake(after:)``.
  mutating func tick(_ elapsed: Duration, in context: ScreenContext)

  /// The line that a click, a drag or a turn of the wheel stands for.
  func line(for pointing: Pointing, in context: ScreenContext) -> String?

  /// The line that a text pasted outside a field stands for.
  func line(forPasted text: String) throws(Refusal) -> String

  /// Whether so much has changed that undo should go back to `before`.
  static func isStep(from before: State, to after: State) -> Bool

  /// What there is to tell of a name that is no command, such as a function or a parameter: for
  /// `:help NAME`.
  func topic(_ name: String, in context: ScreenContext) -> HelpTopic?

  /// The command for which a key outside a field opens one, such as a sign where numbers are typed.
  func opening(_ key: Key) -> (line: String, start: FieldStart)?
}

extension Screen {
  public var title: String { Self.title }
  public var word: String { Self.word }
  public var minimumSize: Size { Self.minimumSize }

  public mutating func tick(_ elapsed: Duration, in context: ScreenContext) {}

  public func line(for pointing: Pointing, in context: ScreenContext) -> String? { nil }

  public func line(forPasted text: String) throws(Refusal) -> String {
    throw Refusal("Nothing is open to paste into; : opens a line for a command.")
  }

  public static func isStep(from before: State, to after: State) -> Bool { before != after }

  public func topic(_ name: String, in context: ScreenContext) -> HelpTopic? { nil }

  public func opening(_ key: Key) -> (line: String, start: FieldStart)? { nil }
}

/// What a screen may know of the world.
public struct ScreenContext: Sendable {
  /// Where the screen is drawn.
  public var body: Rect
  public var appearance: Appearance
  /// Reads numbers wherever they are typed.
  public var numbers: NumberReader

  public init(body: Rect, appearance: Appearance, numbers: NumberReader = .plain) {
    self.body = body
    self.appearance = appearance
    self.numbers = numbers
  }
}

/// What a mouse did, in a panel's own units.
public struct Pointing: Sendable, Hashable {
  public let action: Mouse.Action
  /// The panel under the pointer.
  public let panel: String
  /// What of it is under the pointer; nil for its frame.
  public let place: PanelPlace?
}

/// The status sentence.
public struct Status: Sendable, Equatable {
  public enum Kind: Sendable, Hashable {
    case reading
    /// What an act did, or why it was refused: said until the next.
    case notice, refusal
  }

  public var text: String
  /// The same in ever fewer words, for windows in which the text does not fit; worked out only there.
  public var shortTexts: [String] { shorter() }
  public var kind: Kind
  private let shorter: @Sendable () -> [String]

  public init(
    _ text: String, short: @autoclosure @escaping @Sendable () -> [String] = [],
    kind: Kind = .reading
  ) {
    self.text = text
    self.kind = kind
    shorter = short
  }

  public static func == (a: Status, b: Status) -> Bool {
    a.text == b.text && a.kind == b.kind && a.shortTexts == b.shortTexts
  }

  public static func refusal(_ text: String) -> Status { Status(text, kind: .refusal) }
}
