import NeuralFunctions
import Plotting
import TerminalCells

/// Cross-entropy on top of softmax: p, y and p − y as three strips of bars.
struct LossPanel {
  let model: SoftmaxModel
  let layout: SoftmaxLayout
  let readings: LossReadings

  func draw(with painter: inout Painter) {
    let over = model.vector.temperature == 1 ? "x" : "x/T"
    let inner = painter.box(
      layout.jacobianPanel, title: "cross-entropy of softmax(\(over)) against y")
    guard let table = EntryTable(model, layout, inner: inner) else { return }
    let strips = table.columns(3)
    let quiet = painter.theme.quiet
    let headings = ["p", "target y", gradientName]
    for (strip, heading) in zip(strips, headings) {
      painter.write(heading, endingAt: strip.x + Self.numberWidth, y: inner.y, quiet)
    }
    table.forEachRow(letter: nil, with: &painter) { index, y, painter in
      drawRow(index, y, strips, &painter)
    }
    drawTotals(inner, with: &painter)
  }

  private static let numberWidth = 8

  private var gradientName: String { model.vector.temperature == 1 ? "p − y" : "(p−y)/T" }

  private func drawRow(_ index: Int, _ y: Int, _ strips: [Rect], _ painter: inout Painter) {
    let loss = readings.loss
    let (p, target) = (loss.probabilities[index], loss.targets[index])
    let theme = painter.theme
    let isOpen = index == model.row && model.prompt == .target
    write(NumberText.dense(p), strips[0], y, theme.text, &painter)
    bar(p, strips[0], y, &painter)
    if isOpen {
      painter.write(model.field.editor, x: strips[1].x, y: y, width: Self.numberWidth)
    } else {
      let isSelected = index == model.row && model.focus == .panel
      write(
        target == 1 || target == 0 ? NumberText.brief(target) : NumberText.dense(target),
        strips[1], y, isSelected ? theme.title : theme.text, &painter)
    }
    bar(target, strips[1], y, &painter)
    let gradient = loss.gradient[index]
    let signed = NumberText.signed(NumberText.dense(gradient), gradient)
    write(signed, strips[2], y, theme.text, &painter)
    // The bar is p − y whatever T is, so that it fills its side at 1.
    let place = barRect(strips[2], y)
    guard place.width >= 3 else { return }
    Bar.drawSigned(
      gradient * loss.temperature, extent: 1, into: &painter.frame, in: place,
      positive: theme.derivative, negative: theme.function, axis: theme.quiet,
      glyphs: painter.isASCII ? .ascii : .eighths)
  }

  private func write(
    _ text: String, _ strip: Rect, _ y: Int, _ style: Style, _ painter: inout Painter
  ) {
    painter.write(text.withTrueMinus, endingAt: strip.x + Self.numberWidth, y: y, style)
  }

  private func barRect(_ strip: Rect, _ y: Int) -> Rect {
    Rect(
      x: strip.x + Self.numberWidth + 1, y: y, width: strip.width - Self.numberWidth - 2, height: 1)
  }

  private func bar(_ fraction: Double, _ strip: Rect, _ y: Int, _ painter: inout Painter) {
    let place = barRect(strip, y)
    guard place.width >= 3 else { return }
    Bar.draw(
      fraction, into: &painter.frame, in: place, painter.theme.function,
      glyphs: painter.isASCII ? .ascii : .eighths)
  }

  private func drawTotals(_ inner: Rect, with painter: inout Painter) {
    let loss = readings.loss
    let sum = loss.gradient.reduce(0, +)
    let target =
      model.vector.targetClass.map { "target class \($0)" }
      ?? "soft y of entropy \(NumberText.brief(loss.targetEntropy))"
    let lines = [
      "\(target);  Σ\(model.vector.temperature == 1 ? "(p − y)" : "(p − y)/T") = \(NumberText.brief(sum, digits: 2).withTrueMinus)",
      "loss \(NumberText.brief(loss.loss)), at chance ln \(unmasked) = "
        + NumberText.brief(loss.lossAtChance),
    ]
    for (offset, line) in lines.enumerated() {
      painter.write(
        line, x: inner.x + 1, y: inner.maxY - 2 + offset, painter.theme.quiet,
        limit: inner.width - 2)
    }
  }

  private var unmasked: Int { model.vector.logits.count { $0 > -.infinity } }
}
