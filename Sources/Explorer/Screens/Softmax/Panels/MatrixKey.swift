import Plotting
import TerminalCells
import Widgets
import Wording

/// The key to the matrix: what its colours or shades stand for, and which scale that is.
struct MatrixKey {
  let sheet: SoftmaxSheet
  let window: MatrixWindow

  /// All that the key tells, and where.
  struct Subject: Equatable {
    var scale: DivergingScale
    var isFixed: Bool
    var largestSlope: Double
    var showsNumbers: Bool
    var shadesNumbers: Bool
    var rect: Rect
    var appearance: Appearance
  }

  private var scale: DivergingScale { window.heatmap.scale }
  private var palette: HeatmapPalette { window.heatmap.palette }

  func draw(with painter: inout Painter, in rect: Rect) {
    guard rect.width > 0, rect.height > 0 else { return }
    let subject = Subject(
      scale: scale, isFixed: sheet.fixedExtent != nil,
      largestSlope: sheet.readings.largestSlope, showsNumbers: window.showsNumbers,
      shadesNumbers: window.shadesNumbers, rect: rect, appearance: painter.theme.appearance)
    painter.draw(in: rect, for: subject, remembering: sheet.memory.key) {
      drawWhole(with: &$0, in: rect)
    }
  }

  private func drawWhole(with painter: inout Painter, in rect: Rect) {
    let quiet = painter.theme.quiet
    let hasColor = palette.style(1).background != nil
    if window.showsNumbers && !hasColor && !window.shadesNumbers {
      let wording = numbersInWords.first { painter.width(of: $0) <= rect.width } ?? ""
      painter.write(wording, x: rect.x, y: rect.maxY - 1, quiet)
      return
    }
    // In a single line the ends stand beside the bar.
    let least = rect.height > 1 ? 14 : 27
    let wording = wordings.first { painter.width(of: $0) + least <= rect.width } ?? ""
    let width = min(widest, rect.width - painter.width(of: wording) - (wording.isEmpty ? 0 : 2))
    let bar = ColorBar(
      scale: scale, palette: palette, isOfMarks: !window.showsNumbers || window.shadesNumbers)
    let place = Rect(x: rect.x, y: rect.y, width: width, height: rect.height)
    let end = bar.draw(into: &painter.frame, in: place, label: quiet)
    painter.write(wording, x: end + 2, y: rect.y, quiet, limit: max(0, rect.maxX - end - 2))
  }

  /// The columns of a bar with all its levels, and of its ends in a single line.
  private var widest: Int { (2 * scale.levels + 1) * 2 + 16 }

  /// From the fullest wording to the shortest.
  private var wordings: [String] {
    let fixed = sheet.fixedExtent == nil ? "" : ", fixed"
    switch scale.kind {
    case .linear: return ["linear" + fixed]
    case .signedLog(let decades) where decades == scale.levels:
      return ["log, ×10 a step" + fixed, "log" + fixed]
    case .signedLog(let decades):
      return ["log, \(decades) decades" + fixed, "log" + fixed]
    }
  }

  /// Without colours the numbers are all there is; from the fullest wording to the shortest.
  private var numbersInWords: [String] {
    let largest =
      "largest |entry| " + NumberText.brief(sheet.readings.largestSlope).withTrueMinus
    return [largest + "; Z shades the whole", largest + "; Z shades", largest]
  }
}
