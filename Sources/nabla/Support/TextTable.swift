/// A table for people: columns of numbers under headings.
struct TextTable {
  /// Up to so many rows wait for each other, so that columns are as wide as they need to be.
  static let mostWaiting = 10_000
  /// The longest Double has 24 characters.
  private static let fixedWidth = 25

  private let headings: [String]
  private let caption: String?
  private let waits: Bool
  private var rows: [[String]] = []
  private var hasBegun = false

  /// - Parameters:
  ///   - caption: what the numbers are of, in a line above them.
  ///   - isShort: whether rows are few and known beforehand. Those of a long or an endless input are
  ///     printed as they come, in columns of one width.
  init(headings: [String], caption: String? = nil, isShort: Bool) {
    self.headings = headings
    self.caption = caption
    waits = isShort
  }

  /// - Parameter note: what is said beside the numbers.
  mutating func print(_ numbers: [String], note: String? = nil) throws {
    let row = numbers + (note.map { [$0] } ?? [])
    if waits {
      rows.append(row)
    } else {
      if !hasBegun {
        try printCaption()
        try printLine(headings) { _ in Self.fixedWidth }
      }
      hasBegun = true
      try printLine(row) { _ in Self.fixedWidth }
    }
  }

  /// Prints the rows that waited.
  func finish() throws {
    guard !rows.isEmpty else { return }
    try printCaption()
    let columns = headings.indices.map { column in
      Self.aligned([headings[column]] + rows.map { $0[column] })
    }
    let cells = rows.indices.map { row in
      columns.map { $0[row + 1] } + rows[row].dropFirst(headings.count)
    }
    let widths = columns.map { ($0.map(\.count).max() ?? 0) + 2 }
    for row in [columns.map { $0[0] }] + cells { try printLine(row) { widths[$0] } }
  }

  /// A column in which a minus sign hangs out to the left, so that digits stand below digits.
  static func aligned(_ column: [String]) -> [String] {
    guard column.contains(where: { $0.hasPrefix("-") }) else { return column }
    return column.map { $0.hasPrefix("-") ? $0 : " " + $0 }
  }

  private func printCaption() throws {
    if let caption { try StandardOutput.print(caption) }
  }

  private func printLine(_ row: [String], _ width: (Int) -> Int) throws {
    let padded = row.enumerated().dropLast().map { $1.padded(to: width($0)) }
    try StandardOutput.print(padded.joined() + (row.last ?? ""))
  }
}
