import Plotting
import TerminalCells

/// The ladder of looks at the matrix, from all of it to many digits of a few entries.
struct MatrixLooks {
  enum Look: Equatable {
    /// A square part of so many entries a side, several entries a pixel.
    case part(Int)
    case detail(HeatmapDetail)

    /// Whether numbers have the digits for it: in three decimals few entries show any.
    var tellsEntriesApart: Bool {
      if case .detail(.numbers(let decimals)) = self { decimals > 3 } else { false }
    }
  }

  /// Farthest first.
  let looks: [Look]
  /// The closest look at which the whole matrix is seen; zoom counts from it.
  let automatic: Int

  var farthest: Int { -automatic }
  var closest: Int { looks.count - 1 - automatic }

  subscript(zoom: Int) -> Look { looks[min(looks.count - 1, max(0, automatic + zoom))] }

  /// - Parameters:
  ///   - rect: where the matrix is drawn.
  ///   - narrow: where it is drawn if sums stand beside it, as they do beside numbers.
  init(of map: Heatmap, in rect: Rect, narrow: Rect) {
    var pixels = map
    pixels.detail = .pixels
    let seen = pixels.layout(in: rect)
    let room = max(1, min(seen.rows.count, seen.columns.count))
    var looks: [Look] = []
    var side = map.columns
    while side > room {
      looks.append(.part(side))
      side /= 2
    }
    looks.append(.detail(.pixels))
    let whole = 0
    looks.append(.detail(.glyphs))
    looks += Self.tellingDecimals(map).map { .detail(.numbers(decimals: $0)) }
    self.looks = looks

    // Rows scroll before numbers give way to glyphs, and glyphs to pixels.
    // Digits of the entries go before the sums, which are read below too.
    let beside = Self.decimals(map, width: narrow.width)
    let widest = beside >= 3 ? beside : min(4, Self.decimals(map, width: rect.width))
    var glyphs = map
    glyphs.detail = .glyphs
    if widest > 0 {
      automatic = looks.firstIndex(of: .detail(.numbers(decimals: widest))) ?? whole
    } else if glyphs.layout(in: rect).columns.count == map.columns && map.rows <= 2 * rect.height {
      automatic = looks.firstIndex(of: .detail(.glyphs)) ?? whole
    } else {
      automatic = whole
    }
  }

  private static let allDecimals = [1, 2, 3, 4, 6, 9]

  /// Those with which at least the largest entries show three digits that count.
  private static func tellingDecimals(_ map: Heatmap) -> [Int] {
    let most = allDecimals.suffix(2)
    return allDecimals.filter { decimals in
      let smallest = (2..<max(2, decimals)).reduce(1.0) { unit, _ in unit / 10 }
      return decimals > 1 && map.scale.extent >= smallest || most.contains(decimals)
    }
  }

  /// The most decimals with which all columns fit side by side, 0 for none; more than four only
  /// where there is room to spare, and not less than three, in whose cells small entries show a digit.
  static func decimals(_ map: Heatmap, width: Int) -> Int {
    let rect = Rect(x: 0, y: 0, width: width, height: 1)
    let telling = tellingDecimals(map).dropLast().filter { $0 > 2 }
    // Small entries have exponents, for which six decimals make room.
    let spare = telling.contains { $0 <= 4 } ? 4 : 0
    return telling.last { fits($0 > 4 ? $0 + spare : $0, map, in: rect) } ?? 0
  }

  static func fits(_ decimals: Int, _ map: Heatmap, in rect: Rect) -> Bool {
    var wide = map
    wide.detail = .numbers(decimals: decimals)
    return wide.layout(in: rect).columns.count == map.columns
  }
}

/// The part of the matrix that is seen, about the cursor, and where it lies.
struct MatrixWindow {
  let heatmap: Heatmap
  let rect: Rect
  /// Where the entries lie, counted from ``firstRow`` and ``firstColumn``.
  private let entries: HeatmapLayout
  private let firstRow: Int
  private let firstColumn: Int

  init(_ map: Heatmap, look: MatrixLooks.Look, row: Int, column: Int, in rect: Rect) {
    var map = map
    self.rect = rect
    let cursor = MatrixIndex(row: row, column: column)
    switch look {
    case .part(let side):
      firstRow = Self.start(of: row, count: map.rows, room: side)
      firstColumn = Self.start(of: column, count: map.columns, room: side)
      (map.rows, map.columns) = (min(side, map.rows), min(side, map.columns))
      map.detail = .aggregated
      map.cursor = MatrixIndex(row: row - firstRow, column: column - firstColumn)
    case .detail(let detail):
      (firstRow, firstColumn) = (0, 0)
      map.detail = detail
      map.cursor = cursor
      let room = map.layout(in: rect)
      map.origin = MatrixIndex(
        row: Self.start(of: row, count: map.rows, room: room.rows.count),
        column: Self.start(of: column, count: map.columns, room: room.columns.count))
    }
    heatmap = map
    entries = map.layout(in: rect)
  }

  /// The first entry seen, so that the selected one is in the middle if possible.
  static func start(of selected: Int, count: Int, room: Int) -> Int {
    max(0, min(selected - room / 2, count - room))
  }

  /// The rows and columns in sight.
  var rows: Range<Int> {
    firstRow + entries.rows.lowerBound..<firstRow + entries.rows.upperBound
  }
  var columns: Range<Int> {
    firstColumn + entries.columns.lowerBound..<firstColumn + entries.columns.upperBound
  }

  /// The cells that are drawn.
  var drawnRect: Rect { entries.rect }
  var detail: HeatmapDetail { entries.detail }
  var entrySize: Size { entries.entrySize }

  var shadesNumbers: Bool { entries.shadesNumbers }

  /// The columns of the number in an entry's cells; the whole of them where there is none.
  func number(in cells: Rect) -> Range<Int> {
    guard entries.numberWidth > 0 else { return cells.x..<cells.maxX }
    let end = entries.numberEnd(in: cells)
    return max(cells.x, end - entries.numberWidth)..<end
  }

  /// Whether each row of the matrix has lines of its own.
  var showsEntries: Bool {
    switch detail {
    case .numbers, .glyphs: true
    case .pixels, .aggregated: false
    }
  }

  var showsNumbers: Bool { if case .numbers = detail { true } else { false } }

  /// The cells of an entry.
  func rect(row: Int, column: Int) -> Rect {
    entries.rect(row: row - firstRow, column: column - firstColumn)
  }

  func entry(x: Int, y: Int) -> MatrixIndex? {
    entries.entry(x: x, y: y).map {
      MatrixIndex(row: $0.row + firstRow, column: $0.column + firstColumn)
    }
  }

  /// Draws the part of the matrix; indices of the closures count from its corner.
  func draw(
    into frame: inout Frame, extremes: @escaping Heatmap.Extremes,
    excess: (Int, Int) -> Double?, value: (Int, Int) -> Double
  ) {
    func shifted(_ ranges: [Range<Int>], by offset: Int) -> [Range<Int>] {
      ranges.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }
    heatmap.draw(
      into: &frame, in: rect,
      extremes: { extremes(shifted($0, by: firstRow), shifted($1, by: firstColumn)) },
      excess: { excess(firstRow + $0, firstColumn + $1) }
    ) { value(firstRow + $0, firstColumn + $1) }
  }
}
