import NeuralFunctions
import Plotting
import TerminalCells

/// The logits, each with its output as a number and a bar.
struct LogitPanel {
  let model: SoftmaxModel
  let layout: SoftmaxLayout

  func draw(with painter: inout Painter) {
    let variant = model.variant
    let argument = model.vector.temperature == 1 ? "x" : "x/T"
    let inner = painter.box(
      layout.logitPanel, title: "\(variant.description.name)(\(argument))")
    guard inner.height > 3 else { return }
    let columns = Columns(inner, model: model)
    let heading = layout.logitRows.y - 1
    painter.write("logit x", endingAt: columns.value, y: heading, painter.theme.quiet)
    painter.write(variant.output, x: columns.output, y: heading, painter.theme.quiet)
    let visible = layout.visibleLogits(model)
    for index in visible {
      draw(index, y: layout.line(of: index, in: visible), columns, with: &painter)
    }
    TemperatureSlider(temperature: model.vector.temperature).draw(
      with: &painter,
      in: Rect(x: inner.x + 1, y: inner.maxY - 2, width: inner.width - 2, height: 1))
    drawTotals(visible, y: inner.maxY - 1, with: &painter, in: inner)
  }

  /// Where the columns of the list begin or end.
  private struct Columns {
    let name: Int
    /// After the last digit of a logit.
    let value: Int
    let output: Int
    let outputWidth: Int
    let bar: Rect

    init(_ inner: Rect, model: SoftmaxModel) {
      name = inner.x + 2
      value = name + String(model.count - 1).count + 10
      output = value + 2
      outputWidth = model.showsAllDigits ? inner.maxX - output : 9
      let start = output + outputWidth
      bar = Rect(x: start, y: 0, width: inner.maxX - start - 1, height: 1)
    }
  }

  private func draw(_ index: Int, y: Int, _ columns: Columns, with painter: inout Painter) {
    let theme = painter.theme
    let isSelected = index == model.selectedLogit
    let style = isSelected ? theme.title : theme.text
    if isSelected { painter.write("▸", x: columns.name - 2, y: y, theme.cursor) }
    painter.write(model.inputName(index), x: columns.name, y: y, style)
    if isSelected, model.prompt == .logit {
      let start = columns.name + String(model.count - 1).count + 2
      painter.write(model.field.editor, x: start, y: y, width: columns.value - start)
    } else {
      painter.write(logitText(index), endingAt: columns.value, y: y, style)
    }
    painter.write(
      outputText(index), x: columns.output, y: y, theme.text, limit: columns.outputWidth)
    if columns.bar.width >= 3 { drawBar(index, y: y, columns.bar, with: &painter) }
  }

  private func logitText(_ index: Int) -> String {
    NumberText.brief(model.vector.logits[index], digits: 5).withTrueMinus
  }

  /// A masked class says so beside its output, which is exactly 0 or, as a logarithm, −inf.
  private func outputText(_ index: Int) -> String {
    let output = model.readings.outputs[index]
    let isMasked = model.vector.logits[index] == -.infinity
    let text =
      isMasked
      ? NumberText.brief(output) + " mask"
      : model.showsAllDigits ? NumberText.exact(output) : NumberText.short(output)
    return text.withTrueMinus
  }

  /// log p is shown by the bar of p, whose length means something.
  private func drawBar(_ index: Int, y: Int, _ place: Rect, with painter: inout Painter) {
    let fraction =
      model.variant.outputsAreProbabilities
      ? model.readings.outputs[index] : model.readings.probabilities[index]
    let rect = Rect(x: place.x, y: y, width: place.width, height: 1)
    Bar.draw(
      fraction, into: &painter.frame, in: rect, painter.theme.function,
      glyphs: painter.isASCII ? .ascii : .eighths)
  }

  private func drawTotals(
    _ visible: Range<Int>, y: Int, with painter: inout Painter, in inner: Rect
  ) {
    let theme = painter.theme
    var text = ""
    if model.variant.outputsAreProbabilities {
      text += "Σ \(NumberText.exact(model.readings.outputSum))  "
    }
    text += "step \(NumberText.brief(model.step))"
    painter.write(text, x: inner.x + 1, y: y, theme.quiet, limit: inner.width - 2)
    if visible.count < model.count {
      let range = " \(visible.lowerBound)–\(visible.upperBound - 1) of \(model.count) "
      painter.write(
        range, endingAt: layout.logitPanel.maxX - 2, y: layout.logitPanel.maxY - 1, theme.quiet)
    }
  }
}
