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

  /// Whether there is room to say in words which scale it is.
  func saysScale(in rect: Rect, of painter: Painter) -> Bool {
    isOfNumbers || !wording(in: rect, of: painter).isEmpty
  }

  private func drawWhole(with painter: inout Painter, in rect: Rect) {
    let quiet = painter.theme.quiet
    if isOfNumbers {
      let wording = numbersInWords.first { painter.width(of: $0) <= rect.width } ?? ""
      painter.write(wording, x: rect.x, y: rect.maxY - 1, quiet)
      return
    }
    let wording = wording(in: rect, of: painter)
    let width = min(widest, rect.width - painter.width(of: wording) - (wording.isEmpty ? 0 : 2))
    let bar = ColorBar(
      scale: scale, palette: palette, isOfMarks: !window.showsNumbers || window.shadesNumbers)
    let place = Rect(x: rect.x, y: rect.y, width: width, height: rect.height)
    let end = bar.draw(into: &painter.frame, in: place, label: quiet)
    painter.write(wording, x: end + 2, y: rect.y, quiet, limit: max(0, rect.maxX - end - 2))
  }

  /// Whether there are neither colours nor shades, but numbers alone.
  private var isOfNumbers: Bool {
    window.showsNumbers && !window.shadesNumbers && palette.style(1).background == nil
  }

  /// Which scale it is, in as many words as there is room for beside the bar: its labels of powers of
  /// ten come first.
  private func wording(in rect: Rect, of painter: Painter) -> String {
    // In a single line the ends stand beside the bar.
    let least = rect.height == 1 ? 27 : isLogarithmic ? min(labelled, rect.width) : 14
    return wordings.first { painter.width(of: $0) + 2 + least <= rect.width } ?? ""
  }

  private var isLogarithmic: Bool { scale.kind != .linear }

  /// The columns of a bar with all its levels, and of its ends in a single line.
  private var widest: Int { (2 * scale.levels + 1) * 2 + 16 }

  /// Those of a bar that has room for labels between its ends and zero.
  private var labelled: Int {
    let levels = 2 * scale.levels + 1
    return (26 + levels - 1) / levels * levels
  }

  /// Which scale it is, where the key has no room for that.
  var briefScale: String { (isLogarithmic ? "log scale" : "linear") + fixed }

  private var fixed: String { sheet.fixedExtent == nil ? "" : ", fixed" }

  /// From the fullest wording to the shortest.
  private var wordings: [String] {
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
