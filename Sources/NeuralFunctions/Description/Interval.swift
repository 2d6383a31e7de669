/// A stretch of the real line whose ends may be open, closed or infinite.
public struct Interval: Sendable, Hashable {
  public var lower: Double
  public var upper: Double
  public var includesLower: Bool
  public var includesUpper: Bool

  public init(
    _ lower: Double, _ upper: Double, includesLower: Bool = true, includesUpper: Bool = true
  ) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  /// All real numbers and ±∞.
  public static let everything = Interval(-.infinity, .infinity)
  /// All finite numbers.
  public static let finite = Interval(
    -.infinity, .infinity, includesLower: false, includesUpper: false)
  /// From 0 to 1, both included.
  public static let unit = Interval(0, 1)
  /// Finite numbers above 0.
  public static let positive = Interval(0, .infinity, includesLower: false, includesUpper: false)
  /// Finite numbers from 0 up.
  public static let nonNegative = Interval(0, .infinity, includesUpper: false)

  /// Whether `x` lies inside; never true of NaN.
  public func contains(_ x: Double) -> Bool {
    (includesLower ? x >= lower : x > lower) && (includesUpper ? x <= upper : x < upper)
  }

  /// "a number from 0 to 1", for a sentence that says what is accepted.
  public var inWords: String {
    let below = includesLower ? "\(decimal(lower)) or greater" : "above \(decimal(lower))"
    let above = includesUpper ? "up to \(decimal(upper))" : "below \(decimal(upper))"
    switch (lower == -.infinity, upper == .infinity) {
    case (true, true): return includesLower || includesUpper ? "a number" : "a finite number"
    case (true, false): return "a number \(above)"
    case (false, true): return includesUpper ? "a number \(below)" : "a finite number \(below)"
    case (false, false):
      return includesLower && includesUpper
        ? "a number from \(decimal(lower)) to \(decimal(upper))" : "a number \(below) and \(above)"
    }
  }

  /// "(0, ∞)", with open and closed ends.
  public var notation: Notation {
    Notation(text(infinity: "∞", minus: "−"), ascii: text(infinity: "inf", minus: "-"))
  }

  private func text(infinity: String, minus: String) -> String {
    func end(_ value: Double) -> String {
      let size = value.magnitude == .infinity ? infinity : decimal(value.magnitude)
      return value < 0 ? minus + size : size
    }
    // Infinite ends are written open, as is the custom, even where ±∞ is accepted.
    return (includesLower && lower > -.infinity ? "[" : "(") + end(lower) + ", " + end(upper)
      + (includesUpper && upper < .infinity ? "]" : ")")
  }
}

/// The shortest text that reads back as `value`, without a trailing `.0`.
func decimal(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
