import Wording

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
  /// The largest magnitudes of level 1 and up, but for the last.
  private let bounds: [Double]

  public init(extent: Double, levels: Int, kind: Kind = .linear) {
    self.extent = extent.isFinite && extent > 0 ? extent : 1
    self.levels = max(1, levels)
    self.kind = kind
    bounds = (1..<self.levels).map { [extent = self.extent, levels = self.levels] level in
      Self.magnitude(at: Double(level) / Double(levels), extent: extent, kind: kind)
    }
  }

  /// The magnitude at a share of one side, 0 at zero and 1 at the extent.
  public func magnitude(at share: Double) -> Double {
    Self.magnitude(at: share, extent: extent, kind: kind)
  }

  private static func magnitude(at share: Double, extent: Double, kind: Kind) -> Double {
    switch kind {
    case .linear: extent * share
    case .signedLog(let decades): extent * powerOfTen(Double(max(1, decades)) * (share - 1))
    }
  }

  /// The powers of ten on one side of a logarithmic scale, the largest first, and the share of the side
  /// at which each stands; none for a linear one.
  var decades: [(exponent: Int, share: Double)] {
    guard case .signedLog(let decades) = kind else { return [] }
    let depth = Double(max(1, decades))
    let last = DecimalNumber.exponent(of: extent)
    let above = NumberText.decimalExponent(extent) - Double(last)
    return (0...max(1, decades)).compactMap { step in
      let share = 1 - (above + Double(step)) / depth
      return share > 0 && share < 0.999 ? (last - step, share) : nil
    }
  }

  /// The round numbers that a scale may end at, as multiples of a tenth of a power of ten: close
  /// enough to each other that the strongest colours are always used.
  private static let roundTenths = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100]

  /// The scale up to the next round number above the largest magnitude.
  public static func fitting(
    largestMagnitude: Double, levels: Int, kind: Kind = .linear
  ) -> DivergingScale {
    guard largestMagnitude.isFinite && largestMagnitude > 0 else {
      return DivergingScale(extent: 1, levels: levels, kind: kind)
    }
    let exponent = DecimalNumber.exponent(of: largestMagnitude)
    let round = roundTenths.lazy.map {
      DecimalNumber(significand: $0, exponent: exponent - 1).value
    }.first { $0 >= largestMagnitude }
    // Above the largest of all numbers there is no round one, nor below the least.
    let extent = round.flatMap { $0.isFinite ? $0 : nil } ?? largestMagnitude
    return DivergingScale(extent: extent, levels: levels, kind: kind)
  }

  /// The level of a value; infinities have the outermost, NaN has none and gets 0.
  public func level(of value: Double) -> Int {
    if value == 0 || value.isNaN { return 0 }
    let magnitude = abs(value)
    var level = 1
    for bound in bounds {
      guard magnitude > bound else { break }
      level += 1
    }
    return value < 0 ? -level : level
  }
}

/// 10^x, good to about fifteen digits.
func powerOfTen(_ x: Double) -> Double {
  let whole = x.rounded(.down)
  guard let exponent = Int(exactly: whole), abs(exponent) < 400 else {
    return x < 0 ? 0 : .infinity
  }
  let power = DecimalNumber.powerOfTen(exponent)
  guard x > whole else { return power }
  // e^z by its series, z below 2.31.
  let z = (x - whole) * 2.302_585_092_994_046
  var term = 1.0
  var sum = 1.0
  for index in 1...32 {
    term *= z / Double(index)
    sum += term
  }
  return power * sum
}
