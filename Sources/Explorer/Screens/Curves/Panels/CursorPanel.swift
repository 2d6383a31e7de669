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
    let tangent = tangentText(width: inner.width - (isStacked ? 3 : 5), painter.spelled)
    let isLong = tangent.count > inner.width - 9
    let tangentLabel = !isStacked && (model.showsAllDigits || isLong) ? "tan" : "tangent"
    let fitting = FittingRows(room: inner.width, labelWidth: labelWidth)
    let brief = quantities.brief.map(painter.spelled)
    let letters = ["f", "f′", "f″"].map { (letter: String) in painter.spelled(letter) }
    func row(
      _ index: Int, _ reading: CurveReading, _ style: Style, after: String = ""
    ) -> (label: String, value: String, style: Style) {
      let bare = model.function.hasAffineInput && index > 0 ? brief[index] : letters[index]
      let labels = [names[index], brief[index], bare]
      let (label, value) = fitting.row(labels, isTold: reading.isTold) {
        text(reading, $0 - after.count)
      }
      return (label, value + after, style)
    }
    let meant = readings.shownPosition
    let (_, place) = fitting.row(
      [variable], isTold: { NumberText.tells($0, meant) }, text: position)
    let rows: [(label: String, value: String, style: Style)] = [
      (variable, place, theme.cursor),
      row(0, readings.valueReading, theme.function),
      row(1, readings.derivativeReading, theme.derivative, after: isUsed ? " used" : ""),
      row(2, readings.secondDerivativeReading, theme.secondDerivative),
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
  private func tangentText(width: Int, _ spelled: (Notation) -> String) -> String {
    if let reason = readings.reasonForNoTangent { return reason }
    // As many digits as readings have, or what there is room for, or what it takes to be right.
    let wanted = max(
      4, readings.valueReading.digits, readings.derivativeReading.digits)
    let digits =
      model.showsAllDigits
      ? (4...17).reversed() : Array(wanted...17) + (3..<wanted).reversed()
    return TangentText(readings, of: model.function, spelled: spelled)
      .text(digits: digits, width: width)
  }

  /// Whether the derivative is what is used at a kink, not what is there.
  private var isUsed: Bool {
    guard let point = readings.breakpoint, !model.showsAllDigits else { return false }
    return point.isShown && readings.derivative.isFinite
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
    let values = model.pins.map { CurveReading.value(of: $0.function, at: model.cursor).cell }
    let slopes = model.pins.map { CurveReading.slope(of: $0.function, at: model.cursor).cell }
    func width(_ cells: [String]) -> Int { cells.reduce(8) { max($0, painter.width(of: $1)) } + 1 }
    let hasSlopes = widest <= rect.width - width(values) - width(slopes) - 2
    let derivative = rect.maxX - width(slopes)
    let columns = (
      value: hasSlopes ? derivative - width(values) : rect.maxX - width(values),
      derivative: derivative
    )
    painter.write(
      "pinned", x: rect.x + 1, y: rect.y, theme.quiet, limit: columns.value - rect.x - 2)
    painter.write("f", x: columns.value, y: rect.y, theme.quiet)
    if hasSlopes { painter.write("f′", x: columns.derivative, y: rect.y, theme.quiet) }
    for index in model.pins.indices where index + 1 < rect.height {
      let y = rect.y + 1 + index
      painter.write(
        names[index], x: rect.x + 1, y: y, theme.pins[index], limit: columns.value - rect.x - 2)
      painter.write(values[index], x: columns.value, y: y)
      if hasSlopes { painter.write(slopes[index], x: columns.derivative, y: y) }
    }
  }
}

/// Rows of names and numbers, digits below digits where three digits have room so.
private struct FittingRows {
  /// The columns of a row.
  let room: Int
  /// The columns of the longest name.
  let labelWidth: Int

  /// A number beside the first of the names that leaves it room: in the column of numbers, or as far left
  /// as the name lets it begin.
  func row(
    _ labels: [String], isTold: (String) -> Bool, text: (Int) -> String
  ) -> (label: String, text: String) {
    // A minus sign has the column before the digits.
    func fits(_ label: String, _ text: String) -> Bool {
      isTold(text) && text.count <= room - TextWidth.columns(of: label) - 2
    }
    let inColumn = text(room - labelWidth - 3)
    if fits(labels[0], inColumn) { return (labels[0], inColumn) }
    var last = (labels[0], inColumn)
    for label in labels {
      last = (label, text(room - TextWidth.columns(of: label) - 2))
      if fits(label, last.1) { break }
    }
    return last
  }
}
