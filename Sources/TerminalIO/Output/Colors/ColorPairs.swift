import TerminalCells

/// Which curses colour pair stands for which two colours; pairs are given out on demand.
struct ColorPairs {
  struct Colors: Equatable {
    var foreground: Color?
    var background: Color?
  }

  /// How many there are, that of the terminal's own colours included, which is number 0.
  static let most = 32_768

  private let limit: Int32
  private var numbers = IntegerTable()
  /// The highest number that was given out.
  private var highest: Int32 = 0

  init(limit: Int = Self.most) { self.limit = Int32(clamping: min(limit, Self.most)) }

  /// The pair of these colours, made with `define` if they are new; nil when there are no more.
  mutating func number(
    of colors: Colors, define: (_ number: Int32, _ colors: Colors) -> Bool
  ) -> Int32? {
    if colors.foreground == nil && colors.background == nil { return 0 }
    let key = Style(colors.foreground, on: colors.background).number
    if let number = numbers[key] { return number }
    guard highest + 1 < limit, define(highest + 1, colors) else { return nil }
    highest += 1
    numbers[key] = highest
    return highest
  }

  /// Forgets all pairs, so that they can be given out anew.
  mutating func removeAll() {
    numbers.removeAll()
    highest = 0
  }
}
