import TerminalCells

/// Which curses colour pair stands for which two colours; pairs are given out on demand.
struct ColorPairs {
  struct Colors: Hashable {
    var foreground: Color?
    var background: Color?
  }

  /// Pair 0 is the terminal's default and cannot be changed.
  private let limit: Int
  private var numbers: [Colors: Int32] = [:]
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
    if let known = numbers[colors] {
      last = (colors, known)
      return known
    }
    let next = Int32(numbers.count + 1)
    guard Int(next) < limit, define(next, colors) else { return nil }
    numbers[colors] = next
    last = (colors, next)
    return next
  }

  /// Forgets all pairs, so that they can be given out anew.
  mutating func reset() {
    numbers.removeAll(keepingCapacity: true)
    last = nil
  }
}
