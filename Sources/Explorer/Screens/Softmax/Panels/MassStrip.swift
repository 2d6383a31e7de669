import Plotting
import TerminalCells
import Widgets
import Wording

/// Where the mass of a long vector is: the outputs of all its logits in one strip, in the order of the
/// list, and in words what the largest of them hold together.
struct MassStrip {
  let sheet: SoftmaxSheet
  /// The places in sight in the list.
  let visible: Range<Int>

  func draw(with painter: inout Painter, in rect: Rect) {
    guard rect.height > 1, rect.width > 0 else { return }
    let wording = wordings.first { painter.width(of: $0) <= rect.width } ?? ""
    painter.write(wording, x: rect.x, y: rect.y, painter.theme.text)
    let strip = rect.splitTop(1).rest
    let columns = masses(columns: strip.width)
    let largest = columns.max() ?? 0
    guard largest > 0 else { return }
    let selected = sheet.place(of: sheet.selectedLogit) * columns.count / sheet.count
    for (column, mass) in columns.enumerated() {
      ColumnBar.draw(
        mass / largest, into: &painter.frame,
        in: Rect(x: strip.x + column, y: strip.y, width: 1, height: strip.height),
        column == selected ? painter.theme.cursor : painter.theme.function,
        glyphs: painter.barGlyphs)
    }
  }

  /// What the outputs that share a column sum to.
  private func masses(columns: Int) -> [Double] {
    let (shares, order, count) = (sheet.listedShares, sheet.order, sheet.count)
    let columns = min(columns, count)
    return shares.withUnsafeBufferPointer { shares in
      (0..<columns).map { column in
        let places = column * count / columns..<(column + 1) * count / columns
        guard let order else { return shares[places].reduce(0, +) }
        return order[places].reduce(0) { $0 + shares[$1] }
      }
    }
  }

  /// From the fullest to the shortest: of the ten largest, or in order of size of all down to the
  /// selected one.
  private var wordings: [String] {
    guard let order = sheet.order else {
      let count = SoftmaxReadings.topCount
      let share = Self.percentage(sheet.readings.topShare)
      return [
        "the \(count) largest of all \(sheet.count) hold \(share)",
        "the \(count) largest hold \(share)",
        "\(count) largest: \(share)",
      ]
    }
    let place = sheet.place(of: sheet.selectedLogit)
    let shares = sheet.listedShares
    let share = Self.percentage(order[...place].reduce(0) { $0 + shares[$1] })
    let name = sheet.inputName(sheet.selectedLogit)
    guard place > 0 else { return ["the largest, \(name), holds \(share)", "largest: \(share)"] }
    return [
      "the \(place + 1) largest, down to \(name), hold \(share)",
      "the \(place + 1) largest hold \(share)", "\(place + 1) largest: \(share)",
    ]
  }

  /// "97.2 %"; what is nearly all is not said to be all.
  static func percentage(_ share: Double) -> String {
    let percent = share * 100
    if percent > 99.9 && share < 1 { return "over 99.9 %" }
    return NumberText.brief(percent, digits: 3).withTrueMinus + " %"
  }
}
