import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The logits, each with its output as a number and a bar.
struct LogitPanel {
  let sheet: SoftmaxSheet
  let layout: SoftmaxLayout

  private var columns: SoftmaxColumns { layout.columns }
  private var left: Int { layout.logitPanel.x + 1 }

  func draw(with painter: inout Painter) {
    let variant = sheet.listedVariant
    let argument = sheet.vector.temperature == 1 ? "x" : "x/T"
    let name = variant.description.name
    let inner = painter.box(
      layout.logitPanel, titles: ["\(name)(\(argument))", name, "logits"],
      hasFocus: sheet.focus == .logits)
    guard inner.height > 2 else { return }
    let scale = BarScale(largest: shares.max() ?? 1)
    drawHeadings(scale, with: &painter)
    let visible = layout.visiblePlaces(sheet)
    for place in visible {
      draw(
        sheet.logit(at: place), y: layout.line(of: place, in: visible), scale, with: &painter)
    }
    MassStrip(sheet: sheet, visible: visible).draw(with: &painter, in: massRect(inner))
    if layout.totals > 1 {
      let line = Rect(x: inner.x + 1, y: inner.maxY - 2, width: inner.width - 2, height: 1)
      let slider = TemperatureSlider(temperature: sheet.vector.temperature)
      let key = TemperatureSlider.Key(
        temperature: slider.temperature, rect: line, appearance: painter.theme.appearance)
      painter.draw(in: line, for: key, remembering: sheet.memory.slider) {
        slider.draw(with: &$0, in: line)
      }
    }
    drawTotals(visible, y: inner.maxY - 1, with: &painter, in: inner)
  }

  private func massRect(_ inner: Rect) -> Rect {
    let rect = layout.massRect
    return Rect(x: inner.x + 1, y: rect.y, width: max(0, inner.width - 2), height: rect.height)
  }

  private func drawHeadings(_ scale: BarScale, with painter: inout Painter) {
    let y = layout.logitRows.y - 1
    let logit = columns.value >= 12 ? "logit x" : "x"
    painter.write(logit, endingAt: left + columns.value, y: y, painter.theme.quiet)
    guard columns.outputWidth > 0 else { return }
    painter.write(sheet.listedVariant.output, x: left + columns.output, y: y, painter.theme.quiet)
    let bar = barRect(y: y, height: 1)
    scale.drawHeading(over: bar, y: y, with: &painter)
    // The bars are those of p, whatever stands before them.
    if !sheet.listedVariant.outputsAreProbabilities && bar.width >= 5 {
      painter.write("p", x: bar.x + bar.width / 2, y: y, painter.theme.quiet)
    }
  }

  private func barRect(y: Int, height: Int) -> Rect {
    Rect(x: left + columns.bar, y: y, width: columns.barWidth, height: height)
  }

  private func draw(
    _ index: Int, y: Int, _ scale: BarScale, with painter: inout Painter
  ) {
    let theme = painter.theme
    let isSelected = index == sheet.selectedLogit
    let style = isSelected ? theme.title : theme.text
    if isSelected {
      painter.write("▸", x: left, y: y, sheet.focus == .logits ? theme.cursor : theme.quiet)
    }
    painter.write(sheet.inputName(index), x: left + columns.name, y: y, style)
    let start = columns.name + String(sheet.count - 1).count + 2
    if isSelected, let editor = sheet.editor(of: .logit) {
      painter.write(editor, x: left + start, y: y, width: columns.value - start)
    } else {
      let text = NumberText.fitting(
        sheet.vector.logits[index], width: columns.value - start
      ).withTrueMinus
      painter.write(text, endingAt: left + columns.value, y: y, style)
    }
    guard columns.outputWidth > 0 else { return }
    painter.write(outputText(index), x: left + columns.output, y: y, theme.text)
    guard columns.barWidth >= 3 else { return }
    let height = layout.barHeight
    Bar.draw(
      shares[index] / scale.extent, into: &painter.frame,
      in: barRect(y: y - (height - 1) / 2, height: height), theme.function,
      glyphs: painter.barGlyphs)
  }

  /// A masked class says so beside its output, which is exactly 0 or, as a logarithm, −inf.
  private func outputText(_ index: Int) -> String {
    let output = sheet.listedOutputs[index]
    let isMasked = sheet.vector.logits[index] == -.infinity
    if sheet.listedVariant.outputsAreProbabilities,
      let nearlyOne = NearlyOne(sheet.listedOutputs, index)
    {
      return nearlyOne.text(width: columns.showsAllDigits ? .max : columns.outputWidth - 1)
    }
    let text =
      isMasked
      ? NumberText.brief(output) + " mask"
      : columns.showsAllDigits ? NumberText.exact(output) : NumberText.short(output)
    return text.withTrueMinus
  }

  private var shares: [Double] { sheet.listedShares }

  private func drawTotals(
    _ visible: Range<Int>, y: Int, with painter: inout Painter, in inner: Rect
  ) {
    let texts = totals
    let text = texts.first { painter.width(of: $0) <= inner.width - 2 } ?? texts.last ?? ""
    painter.write(text, x: inner.x + 1, y: y, painter.theme.quiet, limit: inner.width - 2)
    let range = painter.fitting(rangeInWords(visible), in: layout.logitPanel)
    guard !range.isEmpty else { return }
    painter.write(
      " \(range) ", endingAt: layout.logitPanel.maxX - 1, y: layout.logitPanel.maxY - 1,
      painter.theme.quiet)
  }

  /// Which logits are seen and in which order, from the fullest wording to the shortest.
  private func rangeInWords(_ visible: Range<Int>) -> [String] {
    let isWhole = visible.count >= sheet.count
    guard sheet.order != nil else {
      return isWhole ? [] : ["\(visible.lowerBound)–\(visible.upperBound - 1) of \(sheet.count)"]
    }
    if isWhole { return ["largest first"] }
    // Places are counted as people do.
    let range = "\(visible.lowerBound + 1)–\(visible.upperBound)"
    return ["\(range) of \(sheet.count), largest first", "\(range) by size", "by size"]
  }

  /// What the outputs sum to and how far a nudge goes, from the fullest wording to the shortest.
  private var totals: [String] {
    let step = "step \(NumberText.brief(sheet.step).withTrueMinus)"
    if layout.totals == 1 {
      let temperature = "T \(NumberText.brief(sheet.vector.temperature).withTrueMinus)"
      return ["\(temperature)  \(step)", temperature]
    }
    guard columns.outputWidth > 0, sheet.listedVariant.outputsAreProbabilities else {
      return [step]
    }
    let total = sheet.listedOutputs.reduce(0, +)
    let sums = NumberText.sum(total, expected: 1).map { "Σ p = " + $0 }
    let short = total == 1 || !total.isFinite ? [] : ["Σ p ≈ 1"]
    return (sums + short).map { "\($0)  \(step)" } + short + [step]
  }
}
