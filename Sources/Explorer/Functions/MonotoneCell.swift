import NeuralFunctions

/// Which derivative of the parts of a function is bounded between two places.
enum PartQuantity: Sendable {
  case slope, curvature

  func value(of part: SettledFunction, at x: Double) -> Double {
    switch self {
    case .slope: part.derivative(x)
    case .curvature: part.secondDerivative(x)
    }
  }

  fileprivate func sides(of point: Breakpoint) -> OneSided {
    switch self {
    case .slope: point.derivative
    case .curvature: point.secondDerivative
    }
  }
}

/// A stretch of x on which a quantity of each part goes one way, so that what it is at the ends bounds
/// what it is between them.
struct MonotoneCell {
  var low: Double
  var high: Double
  private let quantity: PartQuantity
  private var atLow: [Double]
  private var atHigh: [Double]

  /// The stretch between two marks, with what holds inside: what is used at a breakpoint is of that
  /// point alone.
  init(
    between low: Double, and high: Double, _ parts: [SettledFunction], of quantity: PartQuantity
  ) {
    (self.low, self.high, self.quantity) = (low, high, quantity)
    func sides(_ part: SettledFunction, _ x: Double) -> OneSided? {
      part.shape.breakpoint(near: x).map(quantity.sides)
    }
    atLow = parts.map { sides($0, low)?.right ?? quantity.value(of: $0, at: low) }
    atHigh = parts.map { sides($0, high)?.left ?? quantity.value(of: $0, at: high) }
  }

  /// Of the first part less that of the second, if there is one.
  var totalAtLow: Double { Self.total(atLow) }
  var totalAtHigh: Double { Self.total(atHigh) }

  private static func total(_ values: [Double]) -> Double {
    values.dropFirst().reduce(values[0], -)
  }

  /// Whether the total may pass `level` somewhere inside.
  func mayHold(_ level: Double) -> Bool {
    // What goes one way and ends where it began has not moved.
    if atLow == atHigh { return false }
    var (least, most) = (0.0, 0.0)
    for (index, (a, b)) in zip(atLow, atHigh).enumerated() {
      if a.isNaN && b.isNaN { return false }
      least += index == 0 ? min(a, b) : -max(a, b)
      most += index == 0 ? max(a, b) : -min(a, b)
    }
    // Bounds that are not known, as of ∞ − ∞, hold everything.
    return !(least > level) && !(most < level)
  }

  /// With as many Doubles in one as in the other.
  func halves(_ parts: [SettledFunction]) -> [MonotoneCell] {
    let middle = OrderedDouble.middle(low, high)
    let values = parts.map { quantity.value(of: $0, at: middle) }
    var (left, right) = (self, self)
    (left.high, left.atHigh) = (middle, values)
    (right.low, right.atLow) = (middle, values)
    return [left, right]
  }

  /// One part in 1,000 of their own place, and of the window one in 4,000.
  private static let leastDistance: UInt64 = 1 << 42
  private static let leastPart = 0x1p-12
  /// How many are halved at the most.
  static let mostCells = 60_000

  /// Whether it is not halved for the sake of what may touch a level inside.
  ///
  /// - Parameters:
  ///   - reach: all that is looked at.
  ///   - pointWidth: what is narrower is nothing but a point.
  func isNarrow(in reach: ClosedRange<Double>, pointWidth: Double) -> Bool {
    let halfWidth = high / 2 - low / 2
    return halfWidth < pointWidth
      || OrderedDouble.distance(low, high) < Self.leastDistance
        && halfWidth < Self.leastPart * reach.halfWidth
  }
}
