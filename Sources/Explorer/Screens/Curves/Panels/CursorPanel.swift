import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// x, f, f′, f″ and the tangent; below them the pinned curves at the same x.
struct CursorPanel {
  let model: CurvesModel
  let readings: CurvesReadings

  /// The width at which every digit has room beside the name.
  private static let widthOfAllDigits = 30

  /// How wide it has to be at the least where there are so many rows: every digit takes more, or else
  /// a row of its own below the name, so that the plot stays as wide as it is.
  static func leastWidth(of model: CurvesModel, rows: Int) -> Int {
    let least = 23
    return model.showsAllDigits && rows < height(of: model, width: least)
      ? widthOfAllDigits : least
  }

  /// How many rows it takes, the blank one below it included.
  static func height(of model: CurvesModel, width: Int) -> Int {
    let pins = model.pins.isEmpty ? 0 : model.pins.count + 1
    return (isStacked(model, width: width) ? 2 * lines : lines) + pins + 1
  }

  /// x, f, f′, f″ and the tangent.
  private static let lines = 5

  private static func isStacked(_ model: CurvesModel, width: Int) -> Bool {
    model.showsAllDigits && width < widthOfAllDigits
  }

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
    let isStacked = Self.isStacked(model, width: rect.width)
    let tangent = tangentText(
      variable: variable, symbol: painter.spelled(model.function.symbol),
      width: inner.width - (isStacked ? 3 : 5))
    let isLong = tangent.count > inner.width - 9
    let tangentLabel = !isStacked && (model.showsAllDigits || isLong) ? "tan" : "tangent"
    // A minus sign has the column before the digits.
    let width = inner.width - labelWidth - 3
    let rows: [(label: String, value: String, style: Style)] = [
      (variable, position(width: width), theme.cursor),
      (names[0], text(readings.valueReading, width), theme.function),
      (names[1], derivative(width: width), theme.derivative),
      (names[2], text(readings.secondDerivativeReading, width), theme.secondDerivative),
      (tangentLabel, tangent, theme.tangent),
    ]
    if isStacked {
      drawStacked(rows, with: &painter, in: inner)
      return drawPins(with: &painter, in: inner.splitTop(2 * rows.count).rest)
    }
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

  /// Each value in the row below its name, digits below digits.
  private func drawStacked(
    _ rows: [(label: String, value: String, style: Style)], with painter: inout Painter,
    in inner: Rect
  ) {
    for (offset, row) in rows.enumerated() where 2 * offset + 1 < inner.height {
      let y = inner.y + 2 * offset
      painter.write(row.label, x: inner.x + 1, y: y, painter.theme.quiet)
      let indent = row.value.hasPrefix("−") ? 2 : 3
      let x = max(inner.x + 1, min(inner.x + indent, inner.maxX - painter.width(of: row.value)))
      painter.write(row.value, x: x, y: y + 1, row.style, limit: inner.maxX - x)
    }
  }

  /// The tangent in as many digits as there is room for and as it needs to be right.
  private func tangentText(variable: String, symbol: String, width: Int) -> String {
    if let reason = readings.reasonForNoTangent { return reason }
    // As many digits as readings have, or what there is room for, or what it takes to be right.
    let wanted = max(
      4, readings.valueReading.digits, readings.derivativeReading.digits)
    let digits =
      model.showsAllDigits
      ? (4...17).reversed() : Array(wanted...17) + (3..<wanted).reversed()
    return TangentText(readings, variable: variable)
      .text(digits: digits, width: width, symbol: symbol)
  }

  /// At a kink the derivative is what is used, not what is there.
  private func derivative(width: Int) -> String {
    let isUsed = readings.breakpoint.map { $0.isShown && readings.derivative.isFinite } ?? false
    let used = isUsed && !model.showsAllDigits ? " used" : ""
    return text(readings.derivativeReading, width - used.count) + used
  }

  private func position(width: Int) -> String {
    if model.showsAllDigits { return NumberText.exact(readings.x).withTrueMinus }
    if readings.shownPosition == readings.x, NumberText.meantPlace(readings.x) != readings.x {
      return NumberText.readout(readings.x, digits: 17, width: width).withTrueMinus
    }
    return NumberText.position(
      readings.x, digits: max(6, readings.positionDigits), width: width
    ).withTrueMinus
  }

  private func text(_ reading: CurveReading, _ width: Int) -> String {
    reading.text(width: width, allDigits: model.showsAllDigits)
  }

  private func drawPins(with painter: inout Painter, in rect: Rect) {
    guard !model.pins.isEmpty, rect.height > 1 else { return }
    let theme = painter.theme
    let names = model.pins.enumerated().map { "\($0 + 1) \($1.name)" }
    // Where names would be cut they take the room of the slopes.
    let widest = names.map { painter.width(of: $0) }.max() ?? 0
    let hasSlopes = widest <= rect.width - 20
    let columns = (value: rect.maxX - (hasSlopes ? 18 : 9), derivative: rect.maxX - 9)
    painter.write(
      "pinned", x: rect.x + 1, y: rect.y, theme.quiet, limit: columns.value - rect.x - 2)
    painter.write("f", x: columns.value, y: rect.y, theme.quiet)
    if hasSlopes { painter.write("f′", x: columns.derivative, y: rect.y, theme.quiet) }
    for (index, pin) in model.pins.enumerated() where index + 1 < rect.height {
      let y = rect.y + 1 + index
      painter.write(
        names[index], x: rect.x + 1, y: y, theme.pins[index], limit: columns.value - rect.x - 2)
      painter.write(
        CurveReading.value(of: pin.function, at: model.cursor).cell(width: 8), x: columns.value,
        y: y, limit: 8)
      guard hasSlopes else { continue }
      painter.write(
        CurveReading.slope(of: pin.function, at: model.cursor).cell(width: 8),
        x: columns.derivative, y: y, limit: 8)
    }
  }
}
