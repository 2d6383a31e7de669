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
      var measured = Column(headings[column])
      for row in rows { measured.take(row[column]) }
      return measured
    }
    for row in [headings] + rows {
      try printLine(row, hanging: columns.map(\.hasMinus)) { columns[$0].width + 2 }
    }
  }

  /// What a column takes: a minus sign hangs out to the left, so that digits stand below digits.
  private struct Column {
    private var widest: Int
    private var widestNegative = 0
    var hasMinus: Bool { widestNegative > 0 }

    init(_ heading: String) { widest = heading.columns }

    mutating func take(_ number: String) {
      if number.hasMinus {
        widestNegative = max(widestNegative, number.columns)
      } else {
        widest = max(widest, number.columns)
      }
    }

    var width: Int { hasMinus ? max(widest + 1, widestNegative) : widest }
  }

  /// A column in which a minus sign hangs out to the left.
  static func aligned(_ column: [String]) -> [String] {
    guard column.contains(where: \.hasMinus) else { return column }
    return column.map { $0.hasMinus ? $0 : " " + $0 }
  }

  private func printCaption() throws {
    if let caption { try StandardOutput.print(caption) }
  }

  /// - Parameter hanging: in which columns minus signs hang out to the left.
  private func printLine(
    _ row: [String], hanging: [Bool] = [], _ width: (Int) -> Int
  ) throws {
    var line = ""
    for (index, text) in row.enumerated() {
      let isIndented = index < hanging.count && hanging[index] && !text.hasMinus
      if isIndented { line += " " }
      line += text
      if index == row.count - 1 { break }
      for _ in 0..<max(0, width(index) - text.columns - (isIndented ? 1 : 0)) { line += " " }
    }
    try StandardOutput.print(line)
  }
}

extension String {
  fileprivate var hasMinus: Bool { utf8.first == UInt8(ascii: "-") }

  /// How many characters it has: for most of what is printed that is the number of its bytes, which is
  /// known.
  fileprivate var columns: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : count }
}
