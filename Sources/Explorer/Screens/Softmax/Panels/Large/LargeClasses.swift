import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// For each class its logit, and its output in large digits beside a bar.
struct LargeClasses {
  let sheet: SoftmaxSheet
  let layout: LargeSoftmaxLayout

  private var variant: VectorCatalogueEntry { sheet.listedVariant }

  func draw(with painter: inout Painter) {
    let temperature = sheet.vector.temperature
    let name = variant.description.name
    let heat = "T = " + NumberText.brief(temperature).withTrueMinus
    let titles =
      temperature == 1
      ? ["\(name)(x)", name] : ["\(name)(x/T), \(heat)", "\(name), \(heat)", heat]
    let room = layout.list.width - 2
    painter.write(
      titles.first { painter.width(of: $0) <= room } ?? titles[titles.count - 1],
      x: layout.titles.x + 1,
      y: layout.titles.y, painter.theme.title, limit: room)
    if !hasNameAbove {
      let y = layout.names.y
      painter.write("x", x: layout.list.x + 1, y: y, painter.theme.quiet)
      painter.write(variant.output, x: layout.list.x + labelWidth, y: y, painter.theme.quiet)
    }
    let scale = BarScale(largest: shares.max() ?? 1)
    let digits = sheet.listedOutputs.reduce(0) {
      max($0, LargeNumber($1).width(isASCII: painter.isASCII))
    }
    for index in 0..<sheet.count {
      let row = layout.row(index, in: layout.list)
      drawClass(index, in: row, with: &painter)
      drawBar(shares[index] / scale.extent, in: row, besides: digits, with: &painter)
    }
  }

  /// Whether the name stands above the digits, not beside them.
  private var hasNameAbove: Bool { layout.rowHeight > LargeDigits.height }

  /// The columns of names and logits that stand beside digits.
  private var labelWidth: Int {
    if hasNameAbove { return 3 }
    let logits = NumberText.width(of: sheet.vector.logits, atLeast: 3)
    return 4 + String(sheet.count - 1).count + min(7, logits)
  }

  private var shares: [Double] {
    variant.outputsAreProbabilities ? sheet.listedOutputs : sheet.readings.probabilities
  }

  private func drawClass(_ index: Int, in row: Rect, with painter: inout Painter) {
    let theme = painter.theme
    let isSelected = index == sheet.selectedLogit
    let style = isSelected ? theme.title : theme.text
    if isSelected && sheet.focus == .logits { painter.write("▸", x: row.x, y: row.y, theme.cursor) }
    drawName(index, isSelected, in: row, style, with: &painter)

    let digits = digitsRect(in: row)
    let value = sheet.listedOutputs[index]
    let nearlyOne =
      variant.outputsAreProbabilities ? NearlyOne(sheet.listedOutputs, index) : nil
    let number = LargeNumber(value, nearlyOne: nearlyOne)
    number.draw(with: &painter, in: digits, style)
  }

  /// Where a class's digits stand, and what is right of them.
  private func digitsRect(in row: Rect) -> Rect {
    let left = row.x + labelWidth
    return Rect(
      x: left, y: row.y + (hasNameAbove ? 1 : 0), width: row.maxX - 1 - left,
      height: LargeDigits.height)
  }

  /// "x₀ = 2", and the field while it is open.
  private func drawName(
    _ index: Int, _ isSelected: Bool, in row: Rect, _ style: Style, with painter: inout Painter
  ) {
    let width = hasNameAbove ? row.width - 2 : labelWidth - 2
    let end = painter.write(
      sheet.inputName(index) + (hasNameAbove ? " = " : " "), x: row.x + 1, y: row.y, style)
    let room = row.x + 1 + width - end
    if isSelected, let editor = sheet.editor(of: .logit) {
      painter.write(editor, x: end, y: row.y, width: room)
    } else {
      let text = NumberText.fitting(sheet.vector.logits[index], width: room, most: 5).withTrueMinus
      let after = painter.write(text, x: end, y: row.y, style, limit: room)
      let output = " → " + SoftmaxSheet.indexed(variant.output.unicode, index)
      if hasNameAbove, after + painter.width(of: output) < row.maxX {
        painter.write(output, x: after, y: row.y, style)
      }
    }
  }

  /// As high as the digits beside them, or where that is too narrow below them.
  ///
  /// - Parameter digits: how many columns they take in any class.
  private func drawBar(
    _ share: Double, in row: Rect, besides digits: Int, with painter: inout Painter
  ) {
    let own = digitsRect(in: row)
    // A line is left to the next bar where rows touch.
    let beside = Rect(
      x: own.x + digits + 2, y: own.y, width: own.width - digits - 2,
      height: own.height - (hasNameAbove ? 0 : 1))
    let below = Rect(
      x: own.x, y: own.maxY, width: own.width,
      height: row.maxY - own.maxY - (layout.rowHeight > 6 ? 1 : 0))
    let place = beside.width >= Self.leastBar || below.height < 1 ? beside : below
    guard place.width > 2 else { return }
    Bar.draw(
      share, into: &painter.frame, in: place, painter.theme.function, glyphs: painter.barGlyphs)
  }

  private static let leastBar = 12
}
