import TerminalCells
import Testing

@testable import TerminalIO

/// A screen that ncurses drives, and the emulated terminal that it drives it on.
struct CursesHarness {
  let description: ScreenDescription
  let screen: CursesScreen
  var terminal: EmulatedTerminal
  /// How many pieces have come, and what was in the last.
  private(set) var pieces = 0
  private(set) var bytes: [UInt8] = []

  /// - Parameter type: as terminfo knows it.
  init(
    _ type: String, size: Size, colors: ColorDepth? = nil, isUTF8: Bool = true
  ) throws {
    try #require(Terminfo.load(type), "ncurses' database has it")
    let count = Terminfo.number("colors")
    let isDirect = Terminfo.directColorBits(colors: count) != nil
    let own = Terminfo.hasColors ? ColorDepth(colors: count, isDirect: isDirect) : .none
    description = .terminfo(name: type, size: size, colors: colors ?? own)
    screen = try #require(CursesScreen(description, isUTF8: isUTF8))
    terminal = EmulatedTerminal(
      size, waitsAtTheEnd: !description.scrollsAtEnd, movesInStyle: description.movesInStyle)
  }

  mutating func enter() {
    gather { screen, send in screen.enter(send) }
  }

  mutating func show(_ frame: Frame, on size: Size? = nil) {
    let size = size ?? terminal.size
    gather { screen, send in screen.show(frame, on: size, send) }
  }

  private mutating func gather(
    _ work: (CursesScreen, (UnsafeRawBufferPointer) -> Void) -> Void
  ) {
    var all: [UInt8] = []
    var count = 0
    work(screen) {
      all += $0
      count += 1
    }
    (bytes, pieces) = (all, count)
    terminal.take(all)
  }

  /// What was sent last, with `E` for Escape.
  var text: String {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(separator: "E")
  }

  /// How the terminal shows a style: what it has not is left out, and colours are as it is told them.
  func shown(_ style: Style) -> Style {
    var shown = Looks(description, colors: description.colors, pairLimit: 8).possible(style)
    if case .components = description.colors {
      shown.foreground = shown.foreground.map(Self.components)
      shown.background = shown.background.map(Self.components)
    }
    return shown
  }

  private static func components(_ color: Color) -> Color {
    guard let index = color.index, index >= 8 else { return color }
    let parts = Palette.components(of: index)
    // The first eight numbers are the terminal's own colours.
    if parts == (0, 0, 0) { return 0 }
    return Color(red: UInt8(parts.red), green: UInt8(parts.green), blue: UInt8(parts.blue))
  }
}
