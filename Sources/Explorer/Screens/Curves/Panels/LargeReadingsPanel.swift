import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// What is read at the cursor, for the back row: in large digits as far as there is room, what matters
/// most first; each under its name in the style of its curve.
struct LargeReadingsPanel {
  let model: CurvesModel
  let readings: CurvesReadings

  // MARK: Where it stands

  private static let sideNeeds = 64
  /// A sign and three digits behind the point, and a column clear at either side.
  private static let leastWidth = 25

  /// The plot, and the readings beside it or, where that is too narrow, in a line below.
  static func division(of rect: Rect) -> (plot: Rect, readings: Rect) {
    let isBeside = rect.width >= sideNeeds
    let width = min(40, max(leastWidth, rect.width * 3 / 10))
    let (plot, readings) =
      isBeside ? rect.splitRight(width) : rect.splitBottom(rect.height > 6 ? 1 : 0)
    return (plot, readings)
  }

  // MARK: Drawing

  /// A name and three rows of digits.
  private static let largeRows = 1 + LargeDigits.height

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if rect.height == 1 { return drawLine(with: &painter, in: rect) }
    // A column clear at either side.
    let (x, room) = (rect.x + 1, rect.width - 2)
    let items = items(room: room, painter)
    let heights = heights(of: items.count, in: rect.height)
    let large = heights.count { $0 > 1 }
    let used = heights.reduce(0, +)
    // What is left stands between them.
    let gap = large > 0 ? min(2, (rect.height - used) / max(1, heights.count - 1)) : 0
    var y = rect.y
    for (item, height) in zip(items, heights) {
      if height > 1 {
        draw(item, y: y, with: &painter, x: x, room: room)
      } else {
        drawSmall(item, y: y, with: &painter, x: x, room: room)
      }
      y += height + gap
    }
  }

  /// The first of so many items have large digits, as many of them as leave a row for each of the others, but
  /// three if there is room for that.
  private func heights(of count: Int, in rows: Int) -> [Int] {
    let most = min(count, rows / Self.largeRows)
    let large = min(most, max(min(3, most), (rows - count) / (Self.largeRows - 1)))
    let small = min(count - large, rows - large * Self.largeRows)
    return Array(repeating: Self.largeRows, count: large) + Array(repeating: 1, count: small)
  }

  private func draw(_ item: Item, y: Int, with painter: inout Painter, x: Int, room: Int) {
    let style = item.style.bold
    let name = item.names.first { painter.width(of: $0) <= room } ?? item.names[0]
    painter.write(name, x: x, y: y, style, limit: room)
    let isASCII = painter.isASCII
    let large = item.figures.first {
      LargeDigits(painter.spelled($0), isASCII: isASCII).map { $0.width <= room } ?? false
    }
    painter.writeLarge(
      large.map { painter.spelled($0) } ?? item.words, x: x, y: y + 1, style, limit: room)
  }

  private func drawSmall(_ item: Item, y: Int, with painter: inout Painter, x: Int, room: Int) {
    let name = item.names[item.names.count - 1]
    let end = painter.write(name, x: x, y: y, item.style.bold, limit: room) + 1
    let text = item.text(width: x + room - end) { painter.width(of: $0) }
    painter.write(text, x: end, y: y, item.style.bold, limit: max(0, x + room - end))
  }

  /// In one line as many as have room.
  private func drawLine(with painter: inout Painter, in rect: Rect) {
    var x = rect.x + 1
    for item in items(room: rect.width, painter) {
      let name = item.names[item.names.count - 1]
      let text = item.text(width: 11) { painter.width(of: $0) }
      guard x + painter.width(of: name) + 1 + painter.width(of: text) < rect.maxX else { return }
      let end = painter.write(name, x: x, y: rect.y, item.style.bold)
      x = painter.write(text, x: end + 1, y: rect.y, item.style.bold) + 2
    }
  }

  // MARK: What is read

  private struct Item {
    /// From the fullest to the shortest.
    let names: [String]
    /// As a number, from the most digits to the fewest.
    let figures: [String]
    /// In as many columns as there are, where large digits do not tell it.
    let words: String
    let style: Style

    func text(width: Int, measure: (String) -> Int) -> String {
      (figures + [words]).first { measure($0) <= width } ?? words
    }
  }

  private static let digits = [5, 4, 3]

  private func items(room: Int, _ painter: Painter) -> [Item] {
    let theme = painter.theme
    let function = model.function
    let (full, brief) = (function.quantities.full, function.quantities.brief)
    func quantity(_ index: Int, _ line: PlottedLine, _ reading: CurveReading) -> Item {
      let sample = line.sample(isASCII: painter.isASCII, isHeavy: true)
      let used = index == 1 && isUsed ? " used" : ""
      return Item(
        names: [
          "\(sample) \(painter.spelled(full[index]))\(used)",
          "\(sample) \(painter.spelled(brief[index]))",
        ],
        figures: figures(of: reading), words: words(of: reading, room: room),
        style: line.style(theme))
    }
    var items = [
      position(room: room, painter), quantity(0, .function, readings.valueReading),
      quantity(1, .derivative, readings.derivativeReading),
    ]
    items += secant(theme, room: room)
    let (chosen, others) = sliders(painter)
    items += chosen
    items += pins(painter, room: room)
    if model.derivatives == .second {
      items.append(quantity(2, .secondDerivative, readings.secondDerivativeReading))
    }
    return items + others
  }

  private func figures(of reading: CurveReading) -> [String] {
    model.showsAllDigits ? [] : Self.digits.compactMap { reading.figures($0) }
  }

  private func words(of reading: CurveReading, room: Int) -> String {
    if reading.value.isNaN { return "none" }
    return reading.text(width: room, allDigits: model.showsAllDigits)
  }

  private func position(room: Int, _ painter: Painter) -> Item {
    let x = readings.shownPosition
    let exact = NumberText.exact(readings.x).withTrueMinus
    // A Double next to what is meant, where the function reads otherwise there.
    let isExact =
      model.showsAllDigits || x == readings.x && NumberText.meantPlace(readings.x) != readings.x
    let figures = Self.digits.map {
      NumberText.place(x, digits: max($0, readings.positionDigits)).withTrueMinus
    }
    return Item(
      names: [painter.spelled(model.function.variable)], figures: isExact ? [] : figures,
      words: isExact
        ? exact
        : NumberText.position(readings.x, digits: max(6, readings.positionDigits), width: room)
          .withTrueMinus,
      style: painter.theme.cursor)
  }

  /// Whether the derivative is what is used at a kink, not what is there.
  private var isUsed: Bool {
    guard let point = readings.breakpoint else { return false }
    return point.isShown && readings.derivative.isFinite
  }

  private func number(_ value: Double) -> (figures: [String], words: String) {
    guard value.isFinite else { return ([], value.isNaN ? "none" : NumberText.word(value)) }
    let texts = Self.digits.map { NumberText.brief(value, digits: $0).withTrueMinus }
    return (texts, texts[texts.count - 1])
  }

  private func secant(_ theme: Theme, room: Int) -> [Item] {
    guard let secant = model.secant else { return [] }
    let ends = secant.ends(of: model.function, at: model.cursor)
    let slope = ends?.slope(of: model.function) ?? .nan
    let h = NumberText.brief(secant.h).withTrueMinus
    let (figures, words) = number(slope)
    let error = number(slope - model.function.derivative(model.cursor))
    return [
      Item(
        names: ["secant, h = \(h)", "secant"], figures: figures, words: words, style: theme.secant),
      Item(
        names: ["off by", "off"], figures: error.figures, words: error.words, style: theme.secant),
    ]
  }

  /// The one that keys move, and the others.
  private func sliders(_ painter: Painter) -> (chosen: [Item], others: [Item]) {
    let chosen = model.selectedSlider?.subject
    var (first, rest): ([Item], [Item]) = ([], [])
    for slider in model.sliders {
      let isChosen = slider.subject == chosen
      let (figures, words) = number(slider.value)
      let name = (isChosen ? "▸ " : "") + painter.spelled(slider.symbol)
      let item = Item(names: [name], figures: figures, words: words, style: painter.theme.text)
      if isChosen { first.append(item) } else { rest.append(item) }
    }
    return (first, rest)
  }

  private func pins(_ painter: Painter, room: Int) -> [Item] {
    model.pins.enumerated().map { index, pin in
      let reading = CurveReading.value(of: pin.function, at: model.cursor)
      return Item(
        names: ["\(index + 1) \(pin.name)", "\(index + 1)"], figures: figures(of: reading),
        words: words(of: reading, room: room), style: painter.theme.pins[index])
    }
  }
}

extension Style {
  /// The same, bold.
  var bold: Style {
    var style = self
    style.attributes = attributes.union(.bold)
    return style
  }
}
