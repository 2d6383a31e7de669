/// Where a curve passes through each cell and how steeply: what ASCII characters are chosen by.
struct SlopeField {
  private struct Passage {
    var across: Float = 0
    /// Signed and unsigned way down.
    var down: Float = 0
    var height: Float = 0
    /// The mean of the height within the cell, weighted with the length of the way.
    var mean: Float = 0
    var length: Float = 0
  }

  private let width: Int
  private let height: Int
  private var passages: [Passage]

  init(_ trace: Trace) {
    width = trace.size.width
    height = trace.size.height
    passages = Array(repeating: Passage(), count: width * height)
    for polyline in trace.polylines {
      for (a, b) in zip(polyline, polyline.dropFirst()) { add(a, b) }
      if polyline.count == 1, let point = polyline.first { add(point, point) }
    }
  }

  /// Long lines are taken in parts of a quarter of a cell, each counted where its middle is.
  private mutating func add(_ a: PlotPoint, _ b: PlotPoint) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let parts = max(1, Int((max(abs(dx), abs(dy)) * 4).rounded(.up)))
    for part in 0..<parts {
      let middle = (Double(part) + 0.5) / Double(parts)
      let (x, y) = (a.x + dx * middle, a.y + dy * middle)
      let column = min(width - 1, Int(x))
      let row = min(height - 1, Int(y))
      let length = Float((abs(dx) + abs(dy)) / Double(parts)) + 0x1p-30
      let index = row * width + column
      passages[index].across += Float(dx / Double(parts))
      passages[index].down += Float(dy / Double(parts))
      passages[index].height += Float(abs(dy) / Double(parts))
      passages[index].mean += Float(y - Double(row)) * length
      passages[index].length += length
    }
  }

  /// The code of the character that looks most like a fine line, as closed as box drawing makes it.
  func code(column: Int, row: Int) -> UInt16 {
    switch glyph(column: column, row: row) {
    case "-": 0x2500
    case "|": 0x2502
    case let other: UInt16(other.asciiValue ?? 32)
    }
  }

  /// The character that looks most like a fine curve in a cell.
  func glyph(column: Int, row: Int) -> Character {
    let passage = passages[row * width + column]
    guard passage.length > 0 else { return "." }
    let mean = passage.mean / passage.length
    if passage.height > 2.2 * passage.across { return "|" }
    let slope = passage.across > 0 ? passage.down / passage.across : 0
    if abs(slope) > 0.62 { return slope < 0 ? "/" : "\\" }
    if mean < 0.34 { return "'" }
    if mean < 0.67 { return "-" }
    return abs(slope) < 0.12 && mean > 0.8 ? "_" : "."
  }
}
