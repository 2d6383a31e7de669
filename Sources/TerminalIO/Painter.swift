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
  /// One row of curses' cells, to be used again and again.
  private var row: [cchar_t] = []
  private var text = [wchar_t](repeating: 0, count: Int(CCharacter.most) + 1)

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
      if capabilities.colorDepth == .direct {
        bits = Terminfo.directColorBits(colors: Int(shim_color_count()))
      }
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
    if frame == previous && previous != nil { return }
    if !put(frame) {
      // No pair was left: give them out anew, for this frame alone.
      pairs.reset()
      previous = nil
      _ = put(frame)
    }
    previous = frame
    output.gather { _ = doupdate() }
  }

  /// False if colour pairs ran out on the way.
  private func put(_ frame: Frame) -> Bool {
    guard let screen = shim_standard_screen() else { return true }
    let old = previous?.size == frame.size ? previous : nil
    if old == nil { werase(screen) }
    let width = min(frame.size.width, Int(shim_screen_columns()))
    let height = min(frame.size.height, Int(shim_screen_lines()))
    var hasPairs = true
    frame.cells.withUnsafeBufferPointer { cells in
      for y in 0..<height {
        let line = cells[(y * frame.size.width)..<((y + 1) * frame.size.width)]
        var changed = 0..<width
        if let old {
          changed = old.cells.withUnsafeBufferPointer {
            Self.difference(
              UnsafeBufferPointer(rebasing: $0[line.indices]),
              UnsafeBufferPointer(rebasing: line), width)
          }
        }
        guard !changed.isEmpty else { continue }
        if !put(UnsafeBufferPointer(rebasing: line), changed, y, width, on: screen) {
          hasPairs = false
        }
      }
    }
    wnoutrefresh(screen)
    return hasPairs
  }

  /// From the first to the last cell that differs, and their neighbours, of which they may be the
  /// other half.
  private static func difference(
    _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>, _ width: Int
  ) -> Range<Int> {
    guard let first = (0..<width).first(where: { old[$0] != new[$0] }) else { return 0..<0 }
    let last = (first..<width).last { old[$0] != new[$0] } ?? first
    return max(0, first - 1)..<min(width, last + 2)
  }

  private func put(
    _ line: UnsafeBufferPointer<Cell>, _ columns: Range<Int>, _ y: Int, _ width: Int,
    on screen: UnsafeMutablePointer<WINDOW>
  ) -> Bool {
    var hasPairs = true
    row.removeAll(keepingCapacity: true)
    var x = columns.lowerBound
    // Never from the middle of a wide character.
    if x > 0 && line[x].isContinuation { x -= 1 }
    let start = x
    while x < columns.upperBound {
      let isWide = x + 1 < width && line[x + 1].isContinuation
      let cell = line[x]
      guard let pair = pair(of: cell.style) else {
        hasPairs = false
        append(cell, wide: isWide, pair: 0)
        x += isWide ? 2 : 1
        continue
      }
      append(cell, wide: isWide, pair: pair)
      x += isWide ? 2 : 1
    }
    // Unlike adding characters one by one this moves no cursor: nothing scrolls at the last cell.
    mvwadd_wchnstr(screen, Int32(y), Int32(start), row, Int32(row.count))
    return hasPairs
  }

  private func append(_ cell: Cell, wide: Bool, pair: Int32) {
    let columns = CCharacter.encode(
      cell.character, columns: wide ? 2 : 1, isUTF8: capabilities.isUTF8, into: &text)
    var built = cchar_t()
    let attributes = Self.attributes(cell.style.attributes)
    shim_set_cell(&built, text, attributes, pair)
    row.append(built)
    if wide && columns == 1 {
      text[0] = wchar_t(32)
      text[1] = wchar_t(0)
      shim_set_cell(&built, text, attributes, pair)
      row.append(built)
    }
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
