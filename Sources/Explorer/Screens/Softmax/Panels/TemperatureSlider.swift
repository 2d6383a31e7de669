import TerminalCells
import Widgets
import Wording

/// The temperature on a logarithmic line from 0.01 to 100.
struct TemperatureSlider {
  let temperature: Double

  /// What is drawn, and where.
  struct Key: Equatable {
    var temperature: Double
    var rect: Rect
    var appearance: Appearance
  }

  /// The stops of the slider.
  static let ladder = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]

  func draw(with painter: inout Painter, in rect: Rect) {
    let theme = painter.theme
    let value = "T \(NumberText.brief(temperature))"
    let start = painter.write(value, x: rect.x, y: rect.y, theme.text, limit: rect.width) + 1
    let (low, high) = ("0.01 ", " 100")
    let room = rect.maxX - start - low.count - high.count
    // Odd, so that the middle is a column.
    let width = room % 2 == 0 ? room - 1 : room
    guard width >= 5 else { return }
    let track = painter.write(low, x: start, y: rect.y, theme.quiet)
    let line = painter.isASCII ? "-" : "─"
    painter.write(String(repeating: line, count: width), x: track, y: rect.y, theme.quiet)
    painter.write(high, x: track + width, y: rect.y, theme.quiet)
    // T = 1, where nothing is divided, is marked in the middle.
    painter.write(painter.isASCII ? "+" : "┼", x: track + width / 2, y: rect.y, theme.quiet)
    let knob = Self.knob(temperature, width: width)
    painter.write(
      painter.isASCII ? knob.ascii : knob.glyph, x: track + knob.column, y: rect.y, theme.cursor)
  }

  /// The knob and its column, from 0; beyond the ends an arrow says which way it lies.
  static func knob(_ temperature: Double, width: Int) -> (column: Int, glyph: String, ascii: String)
  {
    if temperature < ladder[0] { return (0, "◂", "<") }
    if temperature > ladder[ladder.count - 1] { return (width - 1, "▸", ">") }
    let share = (NumberText.decimalExponent(temperature) + 2) / 4
    let place = (min(1, max(0, share)) * Double(width - 1)).rounded()
    return (Int(exactly: place) ?? 0, "●", "O")
  }
}
