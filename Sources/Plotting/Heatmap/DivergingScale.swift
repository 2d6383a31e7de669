/// From signed values to levels -n...n about zero, for colours.
///
/// Only zero itself (and NaN) has level 0: the least value either side already shows its sign.
public struct DivergingScale: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case linear
    /// Logarithmic in the magnitude, that many powers of ten deep; smaller values have level ±1.
    case signedLog(decades: Int)
  }

  /// The magnitude from which the level is ±n; finite and above zero.
  public let extent: Double
  /// n: how many levels there are on either side of zero; at least 1.
  public let levels: Int
  public let kind: Kind

  public init(extent: Double, levels: Int, kind: Kind = .linear) {
    self.extent = extent.isFinite && extent > 0 ? extent : 1
    self.levels = max(1, levels)
    self.kind = kind
  }

  /// The scale up to the next 1, 2 or 5 times a power of ten above the largest magnitude.
  public static func fitting(
    largestMagnitude: Double, levels: Int, kind: Kind = .linear
  ) -> DivergingScale {
    guard largestMagnitude.isFinite && largestMagnitude > 0 else {
      return DivergingScale(extent: 1, levels: levels, kind: kind)
    }
    var step = TickStep(notAbove: largestMagnitude)
    if step.value < largestMagnitude { step.advance() }
    return DivergingScale(
      extent: step.value.isFinite ? step.value : largestMagnitude, levels: levels, kind: kind)
  }

  /// The level of a value; infinities have the outermost, NaN has none and gets 0.
  public func level(of value: Double) -> Int {
    if value == 0 || value.isNaN { return 0 }
    let magnitude = min(abs(value) / extent, 1)
    let share: Double
    switch kind {
    case .linear: share = magnitude
    case .signedLog(let decades):
      share = 1 + commonLogarithm(magnitude) / Double(max(1, decades))
    }
    let level = min(levels, max(1, Int((max(0, share) * Double(levels)).rounded(.up))))
    return value < 0 ? -level : level
  }
}

/// log₁₀ of a number in 0...1, good to about ten digits; -400 at zero.
func commonLogarithm(_ value: Double) -> Double {
  guard value > 0 else { return -400 }
  let exponent = Double(value.exponent)
  // ln m = 2 artanh((m − 1) / (m + 1)), with m in [1, 2).
  let z = (value.significand - 1) / (value.significand + 1)
  let square = z * z
  var term = z
  var sum = 0.0
  for odd in stride(from: 1.0, through: 21, by: 2) {
    sum += term / odd
    term *= square
  }
  return (exponent * 0.693_147_180_559_945_3 + 2 * sum) * 0.434_294_481_903_251_8
}
