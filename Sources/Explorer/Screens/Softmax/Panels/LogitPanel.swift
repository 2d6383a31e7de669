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
    let titles = ["\(variant.description.name)(\(argument))", "logits"]
    let inner = painter.box(
      layout.logitPanel, title: painter.fitting(titles, in: layout.logitPanel))
    guard inner.height > 2 else { return }
    let scale = BarScale(largest: shares.max() ?? 1)
    drawHeadings(scale, with: &painter)
    let visible = layout.visibleLogits(sheet)
    for index in visible {
      draw(index, y: layout.line(of: index, in: visible), scale, with: &painter)
    }
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
    if isSelected { painter.write("▸", x: left, y: y, theme.cursor) }
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

  /// log p is shown by the bar of p, whose length means something.
  private var shares: [Double] {
    sheet.listedVariant.outputsAreProbabilities
      ? sheet.listedOutputs : sheet.readings.probabilities
  }

  private func drawTotals(
    _ visible: Range<Int>, y: Int, with painter: inout Painter, in inner: Rect
  ) {
    let texts = totals
    let text = texts.first { painter.width(of: $0) <= inner.width - 2 } ?? texts.last ?? ""
    painter.write(text, x: inner.x + 1, y: y, painter.theme.quiet, limit: inner.width - 2)
    if visible.count < sheet.count {
      let range = " \(visible.lowerBound)–\(visible.upperBound - 1) of \(sheet.count) "
      painter.write(
        range, endingAt: layout.logitPanel.maxX - 1, y: layout.logitPanel.maxY - 1,
        painter.theme.quiet)
    }
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
    let sum = "Σ p = " + NumberText.sum(total, expected: 1)
    let rounding = total == 1 ? "" : " (rounding)"
    return ["\(sum)\(rounding)  \(step)", "\(sum)  \(step)", "\(sum)", step]
  }
}
