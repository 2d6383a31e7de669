extension Jacobian {
  /// An entry and where it stands.
  public struct Entry: Sendable, Hashable {
    public var row: Int
    public var column: Int
    public var value: Double
  }

  /// The sum of the entries of a row, as they are rounded, added without further rounding until
  /// the end. O(K).
  ///
  /// Mathematically 0; what is left is the rounding of the entries themselves.
  public func rowSum(_ row: Int) -> Double {
    var sum = DoubleDouble(0)
    for column in 0..<count { sum = sum + DoubleDouble(self[row, column]) }
    return sum.rounded
  }

  /// The sum of the entries of a column, added as in ``rowSum(_:)``. O(K).
  public func columnSum(_ column: Int) -> Double {
    var sum = DoubleDouble(0)
    for row in 0..<count { sum = sum + DoubleDouble(self[row, column]) }
    return sum.rounded
  }

  /// The largest |entry| of a row. O(K).
  public func largestMagnitude(inRow row: Int) -> Double {
    (0..<count).reduce(0) { largest, column in larger(largest, self[row, column]) }
  }

  /// The largest |entry| of a column. O(K).
  public func largestMagnitude(inColumn column: Int) -> Double {
    (0..<count).reduce(0) { largest, row in larger(largest, self[row, column]) }
  }

  /// The entry that is largest in magnitude, the first of several; nil for an empty matrix. O(K).
  ///
  /// Off the diagonal an entry is a product lᵢ·rⱼ, so only the two largest of each can take part.
  public var largestEntry: Entry? { largestEntry(rows: 0..<count, columns: 0..<count) }

  /// The entry of a block that is largest in magnitude; nil for an empty block, or one that
  /// reaches outside the matrix. O(rows + columns).
  public func largestEntry(rows: Range<Int>, columns: Range<Int>) -> Entry? {
    let all = 0..<count
    guard let firstRow = rows.first, let firstColumn = columns.first,
      rows.clamped(to: all) == rows, columns.clamped(to: all) == columns
    else { return nil }
    let largestRows = indicesOfTwoLargest(left, in: rows)
    let largestColumns = indicesOfTwoLargest(right, in: columns)
    var best = Entry(row: firstRow, column: firstColumn, value: self[firstRow, firstColumn])
    func consider(_ row: Int, _ column: Int) {
      let value = self[row, column]
      if value.magnitude > best.value.magnitude {
        best = Entry(row: row, column: column, value: value)
      }
    }
    for index in rows.clamped(to: columns) { consider(index, index) }
    for row in largestRows {
      for column in largestColumns where column != row { consider(row, column) }
    }
    return best
  }
}

/// The larger of a magnitude and |entry|; NaN wins.
private func larger(_ magnitude: Double, _ entry: Double) -> Double {
  entry.magnitude > magnitude || entry.isNaN ? entry.magnitude : magnitude
}

private func indicesOfTwoLargest(_ values: [DoubleDouble], in range: Range<Int>) -> [Int] {
  var first = range.lowerBound
  var second: Int?
  for index in range.dropFirst() {
    if values[index].high > values[first].high {
      second = first
      first = index
    } else if second.map({ values[index].high > values[$0].high }) ?? true {
      second = index
    }
  }
  return second.map { [first, $0] } ?? [first]
}
