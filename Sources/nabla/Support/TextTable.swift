/// A table for people: columns of numbers under headings.
struct TextTable {
  /// Up to so many rows wait for each other, so that columns are as wide as they need to be.
  static let mostWaiting = 10_000
  /// The longest Double has 24 characters.
  private static let fixedWidth = 25

  private let headings: [String]
  private let waits: Bool
  private var rows: [[String]] = []
  private var hasBegun = false

  /// - Parameter isShort: whether rows are few and known beforehand. Those of a long or an endless
  ///   input are printed as they come, in columns of one width.
  init(headings: [String], isShort: Bool) {
    self.headings = headings
    waits = isShort
  }

  /// - Parameter note: what is said beside the numbers.
  mutating func print(_ numbers: [String], note: String? = nil) throws {
    let row = numbers + (note.map { [$0] } ?? [])
    if waits {
      rows.append(row)
    } else {
      if !hasBegun { try printLine(headings) { _ in Self.fixedWidth } }
      hasBegun = true
      try printLine(row) { _ in Self.fixedWidth }
    }
  }

  /// Prints the rows that waited.
  func finish() throws {
    guard !rows.isEmpty else { return }
    // A minus sign hangs out to the left, so that digits stand below digits.
    let hangs = headings.indices.map { column in rows.contains { $0[column].hasPrefix("-") } }
    let cells = ([headings] + rows).map { row in
      row.enumerated().map { column, text in
        hangs.indices.contains(column) && hangs[column] && !text.hasPrefix("-") ? " " + text : text
      }
    }
    let widths = headings.indices.map { column in (cells.map { $0[column].count }.max() ?? 0) + 2 }
    for row in cells { try printLine(row) { widths[$0] } }
  }

  private func printLine(_ row: [String], _ width: (Int) -> Int) throws {
    let padded = row.enumerated().dropLast().map { $1.padded(to: width($0)) }
    try StandardOutput.print(padded.joined() + (row.last ?? ""))
  }
}
