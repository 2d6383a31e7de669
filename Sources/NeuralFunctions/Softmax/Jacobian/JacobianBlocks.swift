extension Jacobian {
  /// Of each block of a grid, row after row, the entry with the largest magnitude: what
  /// ``largestEntry(rows:columns:)`` finds, without searching its rows and columns for each block
  /// anew. A range that is empty or reaches outside the matrix gives 0.
  ///
  /// O(K) for the bands, and then O(1) for each block that the diagonal does not cross.
  public func largestEntries(rows: [Range<Int>], columns: [Range<Int>]) -> [Double] {
    let all = 0..<count
    func bands(_ ranges: [Range<Int>], _ factors: [DoubleDouble]) -> [Band] {
      ranges.map { range in
        guard !range.isEmpty, range.clamped(to: all) == range else { return Band(range: 0..<0) }
        let largest = range.dropFirst().reduce(range.lowerBound) {
          factors[$1].high > factors[$0].high ? $1 : $0
        }
        return Band(range: range, factor: factors[largest])
      }
    }
    let (rowBands, columnBands) = (bands(rows, left), bands(columns, right))
    return [Double](unsafeUninitializedCapacity: rows.count * columns.count) { entries, count in
      for row in rowBands {
        for column in columnBands {
          entries.initializeElement(at: count, to: largestEntry(row, column))
          count += 1
        }
      }
    }
  }

  /// Rows or columns side by side, and the largest of their factors.
  private struct Band {
    let range: Range<Int>
    var factor = DoubleDouble(0)
  }

  private func largestEntry(_ row: Band, _ column: Band) -> Double {
    if row.range.isEmpty || column.range.isEmpty { return 0 }
    if row.range.overlaps(column.range) {
      return largestEntry(rows: row.range, columns: column.range)?.value ?? 0
    }
    // No entry of the diagonal is here: all have the same sign and are products.
    return 0 - sign * entry(row.factor * column.factor)
  }
}
