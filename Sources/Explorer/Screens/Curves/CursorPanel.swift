import NeuralFunctions
import TerminalCells
import Wording

/// x, f, f′, f″ and the tangent; below them the pinned curves at the same x.
struct CursorPanel {
  let model: CurvesModel
  let readings: CurvesReadings

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let theme = painter.theme
    let inner = SidePanel.interior(of: rect, hasHeading: false)
    let variable = painter.spelled(model.function.variable)
    // All digits take all the room: the argument is then left out.
    let quantities = model.function.quantities
    let names = (model.showsAllDigits ? quantities.brief : quantities.full).map(painter.spelled)
    let labelWidth = max(
      model.showsAllDigits ? 3 : 7, names.map { painter.width(of: $0) }.max() ?? 0)
    let tangentLabel = model.showsAllDigits ? "tan" : "tangent"
    let tangent = tangentText(variable: variable, width: inner.width - tangentLabel.count - 2)
    let rows: [(label: String, value: String, style: Style)] = [
      (variable, position, theme.cursor),
      (names[0], number(readings.value), theme.function),
      (names[1], derivative, theme.derivative),
      (names[2], number(readings.secondDerivative), theme.secondDerivative),
      (tangentLabel, tangent, theme.tangent),
    ]
    for (offset, row) in rows.enumerated() where offset < inner.height {
      let y = inner.y + offset
      painter.write(row.label, x: inner.x + 1, y: y, theme.quiet)
      // A minus sign hangs out to the left, so that digits stand below digits.
      let hangs = row.value.hasPrefix("−")
      // The tangent begins further left where it is long.
      let least = inner.x + row.label.count + (hangs ? 3 : 2)
      let x = min(
        max(inner.x + labelWidth + 3, least),
        max(least, inner.maxX - painter.width(of: row.value)))
      painter.write(
        row.value, x: hangs ? x - 1 : x, y: y, row.style, limit: inner.maxX - x + (hangs ? 1 : 0))
    }
    drawPins(with: &painter, in: inner.splitTop(rows.count).rest)
  }

  /// The tangent with as many digits as there is room for.
  private func tangentText(variable: String, width: Int) -> String {
    let texts = (model.showsAllDigits ? [17, 12, 9, 6, 4, 3, 2] : [4, 3, 2]).compactMap { digits in
      readings.tangent(variable: variable) {
        NumberText.brief($0, digits: digits).withTrueMinus
      }
    }
    return texts.first { $0.count <= width } ?? texts.last ?? readings.reasonForNoTangent ?? "none"
  }

  /// At a kink the derivative is what is used, not what is there.
  private var derivative: String {
    let text = number(readings.derivative)
    let isUsed = readings.breakpoint.map { $0.isShown && readings.derivative.isFinite } ?? false
    return isUsed && !model.showsAllDigits ? text + " used" : text
  }

  private var position: String {
    if model.showsAllDigits { return number(readings.x) }
    let digits = max(6, readings.positionDigits)
    let size = readings.x.magnitude
    let isFixed = size == 0 || (1e-4..<1e7).contains(size)
    let text = isFixed ? NumberText.readout : NumberText.position
    return text(readings.x, digits).withTrueMinus
  }

  private func number(_ value: Double) -> String {
    let text = model.showsAllDigits ? NumberText.exact(value) : NumberText.readout(value)
    return text.withTrueMinus
  }

  private func drawPins(with painter: inout Painter, in rect: Rect) {
    guard !model.view.pins.isEmpty, rect.height > 1 else { return }
    let theme = painter.theme
    let columns = (value: rect.maxX - 18, derivative: rect.maxX - 9)
    painter.write(
      "pinned", x: rect.x + 1, y: rect.y, theme.quiet, limit: columns.value - rect.x - 2)
    painter.write("f", x: columns.value, y: rect.y, theme.quiet)
    painter.write("f′", x: columns.derivative, y: rect.y, theme.quiet)
    for (index, pin) in model.view.pins.enumerated() where index + 1 < rect.height {
      let y = rect.y + 1 + index
      let name = "\(index + 1) \(pin.name)"
      painter.write(
        name, x: rect.x + 1, y: y, theme.pins[index], limit: columns.value - rect.x - 2)
      let value = NumberText.brief(pin.function.value(model.cursor)).withTrueMinus
      let slope = NumberText.brief(pin.function.derivative(model.cursor)).withTrueMinus
      painter.write(value, x: columns.value, y: y, limit: 8)
      painter.write(slope, x: columns.derivative, y: y, limit: 8)
    }
  }
}
