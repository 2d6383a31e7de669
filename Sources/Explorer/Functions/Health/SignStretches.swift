/// The stretches of x on which a quantity has one sign, or is 0.
struct SignStretches {
  /// Where two stretches that are not 0 meet.
  struct Meeting {
    /// −1 or 1, on either side.
    let before: Int
    let after: Int
    /// Where they meet, as near as Doubles tell: not a place alone where the quantity is 0 by rounding
    /// or underflow in between.
    let place: ClosedRange<Double>

    var changesSign: Bool { before != after }
  }

  private struct Stretch {
    /// −1, 0, 1; nil where the quantity is not a number.
    let sign: Int?
    let start: Double
    let end: Double
  }

  private let all: [Stretch]

  /// - Parameter edges: in ascending order; from each to the next the quantity keeps its sign.
  init(of quantity: (Double) -> Double, between edges: [Double]) {
    all = zip(edges, edges.dropFirst()).compactMap { start, end in
      let inside = start / 2 + end / 2
      guard inside > start, inside < end else { return nil }
      return Stretch(sign: quantity(inside).knownSign, start: start, end: end)
    }
  }

  /// Where one stretch ends and the next begins, or where the quantity is 0 on the way for no more
  /// than `width`.
  func meetings(narrowerThan width: Double) -> [Meeting] {
    var meetings: [Meeting] = []
    var last: Stretch?
    for stretch in all where stretch.sign != 0 {
      if let last, let before = last.sign, let after = stretch.sign,
        stretch.start - last.end <= width
      {
        meetings.append(Meeting(before: before, after: after, place: last.end...stretch.start))
      }
      last = stretch
    }
    return meetings
  }

  /// The sign next to the lower and to the upper end of all of it.
  var outermost: (lower: Int?, upper: Int?) { (all.first?.sign, all.last?.sign) }
}

extension Double {
  /// −1, 0 or 1; nil of NaN.
  var knownSign: Int? { isNaN ? nil : self < 0 ? -1 : self > 0 ? 1 : 0 }
}

extension OrderedDouble {
  /// Where a monotone quantity, of opposite signs at the ends, comes to 0 and where it leaves it.
  static func signChanges(
    of quantity: (Double) -> Double, from low: Double, to high: Double
  ) -> [Double] {
    guard low < high, let before = quantity(low).knownSign, let after = quantity(high).knownSign,
      before != after
    else { return [] }
    func isBelow(_ x: Double) -> Bool { quantity(x) < 0 }
    func isAbove(_ x: Double) -> Bool { quantity(x) > 0 }
    var changes: [Double] = []
    if (before < 0) != (after < 0) {
      changes.append(change(from: low, to: high, startingAs: before < 0, of: isBelow))
    }
    if (before > 0) != (after > 0) {
      changes.append(change(from: low, to: high, startingAs: before > 0, of: isAbove))
    }
    return changes
  }
}
