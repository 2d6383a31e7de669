import Plotting
import TerminalCells

/// Finds room for the names of curves: just above, below or, where it is steep, beside each, as far to
/// the right as there is any.
struct CurveLabels: Sendable {
  struct Label: Sendable {
    let text: String
    let style: Style
    /// In cells from the upper left corner of the plot.
    let x: Int
    let y: Int

    /// The cells it needs, one at either side to stand clear.
    var rect: Rect { Rect(x: x - 1, y: y, width: TextWidth.columns(of: text) + 2, height: 1) }
  }

  /// For each curve the places at which its name may stand, from the best.
  private var choices: [[Label]] = []
  private let cells: InkedCells
  private let projection: Projection

  init(_ cells: InkedCells, _ projection: Projection) {
    self.cells = cells
    self.projection = projection
  }

  /// Looks for the places of a curve's name.
  ///
  /// - Parameter texts: the name, and shorter ones for where it does not fit.
  mutating func add(_ texts: [String], _ style: Style, _ function: (Double) -> Double) {
    let area = projection.area
    let rows = (0..<area.width).map {
      projection.row(of: function(projection.x(atColumn: area.x + $0)))
    }
    choices.append(
      texts.flatMap { text in places(of: text, style, rows.map { $0.map { $0 - area.y } }) })
  }

  private func places(of text: String, _ style: Style, _ rows: [Int?]) -> [Label] {
    let width = TextWidth.columns(of: text)
    var places: [Label] = []
    for x in stride(from: rows.count - width - 1, through: 1, by: -1) {
      // Clear of the curve over the whole of the name, however steep it is.
      let passed = rows[x..<x + width].compactMap { $0 }
      guard passed.count == width, let top = passed.min(), let bottom = passed.max() else {
        continue
      }
      for y in [top - 1, bottom + 1] {
        let label = Label(text: text, style: style, x: x, y: y)
        if isFree(label.rect) { places.append(label) }
      }
    }
    return (places + placesBeside(text, width, style, rows)).sorted { $0.x > $1.x }
  }

  /// To the left and to the right of a curve, a column clear of it.
  private func placesBeside(
    _ text: String, _ width: Int, _ style: Style, _ rows: [Int?]
  ) -> [Label] {
    var places: [Label] = []
    for (column, row) in rows.enumerated().reversed() {
      guard let row, cells.isLit(x: column, y: row) else { continue }
      for x in [column + 2, column + 3, column - 1 - width, column - 2 - width] {
        let label = Label(text: text, style: style, x: x, y: row)
        if isFree(label.rect) { places.append(label) }
      }
    }
    return places
  }

  /// A place for each name that has one, clear of the columns of `occupied` and of each other.
  func placed(clearOf occupied: Range<Int>, _ isTaken: (Rect) -> Bool) -> [Label] {
    var placed: [Label] = []
    for places in choices {
      let place = places.first { label in
        let rect = label.rect
        return (rect.maxX <= occupied.lowerBound || rect.x >= occupied.upperBound)
          && !isTaken(rect) && placed.allSatisfy { $0.rect.intersection(rect).isEmpty }
      }
      if let place { placed.append(place) }
    }
    return placed
  }

  private func isFree(_ rect: Rect) -> Bool {
    guard rect.y >= 0, rect.y < cells.size.height, rect.x >= 0, rect.maxX <= cells.size.width else {
      return false
    }
    return (rect.x..<rect.maxX).allSatisfy { !cells.isLit(x: $0, y: rect.y) }
  }
}
