import CNcurses
import Glibc
import TerminalCells

/// Puts frames into curses, only where they changed; curses then finds the fewest bytes.
///
/// Belongs to the session, which is on the main actor; saying so here again would have it checked
/// in every closure.
final class Painter {
  private let capabilities: Capabilities
  private let output: ScreenOutput
  private let directBits: (red: Int, green: Int, blue: Int)?
  private let hasDefaultColors: Bool
  private let colorCount: Int
  private var pairs: ColorPairs
  private var previous: Frame?
  private var run = CellRun()
  /// Runs of one style are the rule.
  private var last: (style: Style, look: CellRun.Look)?

  /// - Precondition: curses has been started.
  init(capabilities: Capabilities, output: ScreenOutput) {
    self.capabilities = capabilities
    self.output = output
    var bits: (red: Int, green: Int, blue: Int)?
    var hasDefaults = false
    var count = 0
    if capabilities.colorDepth != .none, start_color() == OK {
      hasDefaults = use_default_colors() == OK
      count = Self.colorCount(capabilities.colorDepth)
      // Its colours are numbered by their parts, however few of them are asked for.
      bits = Terminfo.directColorBits(colors: Int(shim_color_count()))
    }
    directBits = bits
    hasDefaultColors = hasDefaults
    colorCount = count
    pairs = ColorPairs(limit: Int(shim_color_pair_count()))
  }

  private static func colorCount(_ depth: ColorDepth) -> Int {
    switch depth {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .twoHundredFiftySix, .direct: 256
    }
  }

  /// Whether the screen is to be painted though nothing may have changed.
  var isStale: Bool { previous == nil }

  /// Forgets what stands on the screen: the next frame is painted whole.
  func invalidate() {
    previous = nil
    clearok(shim_physical_screen(), true)
  }

  /// Shows `frame`, clipped to the screen.
  func paint(_ frame: Frame) {
    var outcome = put(frame)
    if outcome.lacksPairs {
      // No pair was left: give them out anew, for this frame alone.
      pairs.reset()
      last = nil
      previous = nil
      outcome = put(frame)
    }
    let isFirst = previous == nil
    previous = frame
    if outcome.hasChanged || isFirst { output.gather { _ = doupdate() } }
  }

  private struct Outcome {
    var hasChanged = false
    var lacksPairs = false
  }

  private func put(_ frame: Frame) -> Outcome {
    var outcome = Outcome()
    guard let screen = shim_standard_screen() else { return outcome }
    let old = previous?.size == frame.size ? previous : nil
    let isWhole = old == nil
    if isWhole {
      werase(screen)
    }
    let width = min(frame.size.width, Int(shim_screen_columns()))
    let height = min(frame.size.height, Int(shim_screen_lines()))
    // After erasing, every row is blank.
    let blanks = old == nil ? [Cell](repeating: .blank, count: frame.size.width) : []
    // Out of the object and back: within it each access to a cell would be checked.
    var run = self.run
    frame.cells.withUnsafeBufferPointer { cells in
      for y in 0..<height {
        let start = y * frame.size.width
        let line = UnsafeBufferPointer(rebasing: cells[start..<start + width])
        let put = { (columns: Range<Int>) in
          outcome.hasChanged = true
          if !self.put(line, columns, y, &run, on: screen) { outcome.lacksPairs = true }
        }
        (old?.cells ?? blanks).withUnsafeBufferPointer {
          let before = old == nil ? 0 : start
          ChangedRuns.forEach($0[before..<before + width], line, put)
        }
      }
    }
    self.run = run
    if outcome.hasChanged || isWhole { wnoutrefresh(screen) }
    return outcome
  }

  /// False if colour pairs ran out on the way.
  private func put(
    _ line: UnsafeBufferPointer<Cell>, _ columns: Range<Int>, _ y: Int, _ run: inout CellRun,
    on screen: UnsafeMutablePointer<WINDOW>
  ) -> Bool {
    var hasPairs = true
    run.removeAll()
    var x = columns.lowerBound
    // Never from the middle of a wide character.
    if x > 0 && line[x].isContinuation { x -= 1 }
    let start = x
    while x < columns.upperBound {
      let isWide = x + 1 < line.count && line[x + 1].isContinuation
      let look = look(of: BlankStyle.style(at: x, in: line))
      if look == nil { hasPairs = false }
      run.append(
        line[x], isWide: isWide, look ?? CellRun.Look(attributes: 0, pair: 0),
        isUTF8: capabilities.isUTF8)
      x += isWide ? 2 : 1
    }
    run.write(x: start, y: y, on: screen)
    return hasPairs
  }

  /// Nil if no colour pair was left for it.
  private func look(of style: Style) -> CellRun.Look? {
    if let last, last.style == style { return last.look }
    guard let pair = pair(of: style) else { return nil }
    let look = CellRun.Look(attributes: Self.attributes(style.attributes), pair: pair)
    last = (style, look)
    return look
  }

  private static func attributes(_ attributes: Attributes) -> attr_t {
    var mask: attr_t = 0
    if attributes.contains(.bold) { mask |= shim_bold() }
    if attributes.contains(.dim) { mask |= shim_dim() }
    if attributes.contains(.underline) { mask |= shim_underline() }
    if attributes.contains(.reverse) { mask |= shim_reverse() }
    return mask
  }

  // MARK: Colours

  private func pair(of style: Style) -> Int32? {
    if colorCount == 0 { return 0 }
    let colors = ColorPairs.Colors(
      foreground: possible(style.foreground), background: possible(style.background))
    return pairs.number(of: colors) { number, colors in
      let foreground = self.number(of: colors.foreground, default: 7)
      let background = self.number(of: colors.background, default: 0)
      return init_extended_pair(number, foreground, background) == OK
    }
  }

  /// A colour that the terminal does not have is its default one.
  private func possible(_ color: Color?) -> Color? {
    guard let color, Int(color.index) < colorCount else { return nil }
    return color
  }

  private func number(of color: Color?, default missing: Int32) -> Int32 {
    guard let color else { return hasDefaultColors ? -1 : missing }
    guard let directBits else { return Int32(color.index) }
    return Palette.directNumber(of: color.index, bits: directBits)
  }
}
