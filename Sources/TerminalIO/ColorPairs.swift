import TerminalCells

/// Which curses colour pair stands for which two colours; pairs are given out on demand.
struct ColorPairs {
  struct Colors: Equatable {
    var foreground: Color?
    var background: Color?
  }

  /// Pair 0 is the terminal's default and cannot be changed.
  private let limit: Int
  /// The highest number that was given out.
  private var highest: Int32 = 0
  /// By background: where its row of ``numbers`` begins; negative while it has none.
  private var rows = [Int](repeating: -1, count: colorCount)
  /// By foreground in each row; zero where no pair was given out. A table has no hash to work out,
  /// and no type that the runtime would have to put together at every start.
  private var numbers: [Int32] = []
  /// Runs of one style are the rule.
  private var last: (colors: Colors, number: Int32)?

  /// - Parameter limit: how many pairs there are, the default one included.
  init(limit: Int) { self.limit = min(limit, Int(Int32.max)) }

  /// The pair of these colours, made with `define` if they are new; nil when there are no more.
  mutating func number(
    of colors: Colors, define: (_ number: Int32, _ colors: Colors) -> Bool
  ) -> Int32? {
    if colors.foreground == nil && colors.background == nil { return 0 }
    if let last, last.colors == colors { return last.number }
    let place = rowStart(of: colors.background) + Self.index(of: colors.foreground)
    if numbers[place] == 0 {
      guard Int(highest) + 1 < limit, define(highest + 1, colors) else { return nil }
      highest += 1
      numbers[place] = highest
    }
    last = (colors, numbers[place])
    return numbers[place]
  }

  /// Forgets all pairs, so that they can be given out anew.
  mutating func reset() { self = ColorPairs(limit: limit) }

  private mutating func rowStart(of background: Color?) -> Int {
    let index = Self.index(of: background)
    if rows[index] < 0 {
      rows[index] = numbers.count
      numbers += repeatElement(0, count: Self.colorCount)
    }
    return rows[index]
  }

  /// The 256 of the palette, and the terminal's default as the first.
  private static let colorCount = 257

  private static func index(of color: Color?) -> Int { color.map { Int($0.index) + 1 } ?? 0 }
}
