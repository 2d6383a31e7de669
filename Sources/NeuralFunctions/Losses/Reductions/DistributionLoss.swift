import RealModule

/// The losses of a whole distribution: the terms of the catalogue summed over the classes.
///
/// The checked functions throw a ``VectorError`` for empty vectors, different lengths, numbers
/// outside [0, 1], and vectors that do not sum to 1 within
/// ``CrossEntropyOnLogits/sumTolerance``. The unchecked ones expect that and give NaN for
/// different lengths.
public enum DistributionLoss {
  /// Cross-entropy L = −Σ yₖ log ŷₖ in nats; 0·log 0 is 0. Within 2 ulp.
  public static func crossEntropy(
    _ prediction: [Double], target: [Double]
  ) throws(VectorError) -> Double {
    try check(prediction, target)
    return uncheckedCrossEntropy(prediction, target: target)
  }

  /// ∂L/∂ŷₖ = −yₖ/ŷₖ, of cross-entropy and of the Kullback–Leibler divergence alike.
  public static func gradient(
    _ prediction: [Double], target: [Double]
  ) throws(VectorError) -> [Double] {
    try check(prediction, target)
    return uncheckedGradient(prediction, target: target)
  }

  /// The Kullback–Leibler divergence Σ yₖ log(yₖ/ŷₖ) in nats; 0·log 0 is 0.
  ///
  /// Each term is within 2 ulp and they are added in two doubles; near ŷ = y, where positive and
  /// negative terms cancel, the error is a small part of an ulp of the largest term.
  public static func kullbackLeibler(
    _ prediction: [Double], target: [Double]
  ) throws(VectorError) -> Double {
    try check(prediction, target)
    return uncheckedKullbackLeibler(prediction, target: target)
  }

  /// Cross-entropy of two distributions of one length.
  public static func uncheckedCrossEntropy(_ prediction: [Double], target: [Double]) -> Double {
    guard prediction.count == target.count else { return .nan }
    var sum = DoubleDouble(0)
    for (p, y) in zip(prediction, target) where y != 0 {
      guard p > 0, y > 0, p.isFinite, y.isFinite else { return p == 0 && y > 0 ? .infinity : .nan }
      sum = sum - .naturalLogarithm(p) * y
    }
    return sum.rounded
  }

  /// The Kullback–Leibler divergence of two distributions of one length.
  public static func uncheckedKullbackLeibler(_ prediction: [Double], target: [Double]) -> Double {
    guard prediction.count == target.count else { return .nan }
    var sum = DoubleDouble(0)
    for (p, y) in zip(prediction, target) where y != 0 {
      guard p > 0, y > 0, p.isFinite, y.isFinite else { return p == 0 && y > 0 ? .infinity : .nan }
      sum = sum + logarithmOfRatio(y, p) * y
    }
    return sum.rounded
  }

  /// ∂L/∂ŷ of two distributions of one length.
  public static func uncheckedGradient(_ prediction: [Double], target: [Double]) -> [Double] {
    guard prediction.count == target.count else {
      return [Double](repeating: .nan, count: prediction.count)
    }
    return zip(prediction, target).map { CrossEntropyTerm().derivative($0, target: $1) }
  }

  private static func check(
    _ prediction: [Double], _ target: [Double]
  ) throws(VectorError) {
    try checkDistribution(prediction)
    guard target.count == prediction.count else {
      throw .lengthMismatch(expected: prediction.count, found: target.count)
    }
    try checkDistribution(target)
  }
}
