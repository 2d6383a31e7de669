import Wording

/// A marked value of an axis.
public struct Tick: Sendable, Hashable {
  /// The value: exactly what the label says, plus the offset of its ``Ticks`` if they have one.
  public var value: Double
  public var label: String
}

/// The marked values of one axis, a 1, 2 or 5 (or, to suit the cells, 2.5, rarely 1.25, 1.5, 3 or 4) times a
/// power of ten apart.
///
/// Labels tell the whole truth: read as a number, a label is its tick's value to the last bit.
public struct Ticks: Sendable, Hashable {
  public var ticks: [Tick]
  /// What has to be added to the labels, as text; nil if nothing.
  ///
  /// It stands in for the digits that all labels of a narrow window far from zero would share.
  public var offset: String?
  /// The distance of two ticks.
  public var step: Double

  public static let none = Ticks(ticks: [], offset: nil, step: .nan)

  /// How negative numbers are written.
  public enum Minus: String, Sendable, Hashable {
    case unicode = "−"
    case ascii = "-"
  }

  /// The greatest width of the labels in columns.
  public var labelWidth: Int { ticks.reduce(0) { max($0, $1.label.count) } }
}

/// A step, factor × 10^exponent; those of 1, 2 and 5 in ascending order.
struct TickStep: Hashable {
  var factor: Int
  var exponent: Int

  init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// The largest step not above `value`, which is finite and above zero.
  init(notAbove value: Double) {
    exponent = DecimalNumber.exponent(of: value)
    factor =
      [5, 2].first { [exponent] in
        DecimalNumber(significand: $0, exponent: exponent).value <= value
      } ?? 1
  }

  var value: Double { DecimalNumber(significand: factor, exponent: exponent).value }

  mutating func advance() {
    switch factor {
    case 1: factor = 2
    case 2: factor = 5
    default: (factor, exponent) = (1, exponent + 1)
    }
  }

  /// The multiples of the step in `range`, as decimals with the exponent of the step.
  ///
  /// Nil when there are more than `limit` or when they have too many digits to be told apart.
  func multiples(in range: AxisRange, limit: Int) -> [DecimalNumber]? {
    let step = value
    guard step > 0 && step.isFinite,
      let first = Int(exactly: (range.lower / step).rounded(.down)),
      let last = Int(exactly: (range.upper / step).rounded(.up)),
      max(first.magnitude, last.magnitude) < 1 << 58, last - first <= limit + 2
    else { return nil }
    // The quotients are rounded, so the ends are tried and judged by their true values.
    return (first - 1...last + 1).lazy
      .map { DecimalNumber(significand: $0 * factor, exponent: exponent) }
      .filter { range.contains($0.value) }
  }
}
