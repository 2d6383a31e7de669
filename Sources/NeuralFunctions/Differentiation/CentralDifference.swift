import RealModule

/// Differences of a function's values at two or three points around x, as estimates of its
/// derivatives.
///
/// Source: W. Press et al., Numerical Recipes, 3rd edition, section 5.7.
public enum CentralDifference {
  /// The step at which truncation, h²f‴/6, and rounding, ε·f/h, are about equal for a function
  /// of moderate derivatives: the cube root of ε times the larger of 1 and |x|, made a power of
  /// two so that x ± h is exact wherever x has bits to spare.
  public static func step(at x: Double) -> Double { powerOfTwo(.root(.ulpOfOne, 3), at: x) }

  /// The like for the second difference: the fourth root of ε.
  public static func secondStep(at x: Double) -> Double {
    powerOfTwo(.root(.ulpOfOne, 4), at: x)
  }

  private static func powerOfTwo(_ relative: Double, at x: Double) -> Double {
    let size = x < 0 ? -x : x
    guard size.isFinite else { return .nan }
    return (relative * (size > 1 ? size : 1)).binade
  }

  /// [f(x + h) − f(x − h)] / 2h, with the h that is actually taken.
  ///
  /// Its error is about h²·f‴/6 + ε·|f|/h: with the default step some 1e−10 for functions and
  /// third derivatives of size 1. NaN where x is not finite. Across a kink it is the mean of both
  /// sides; across a jump it grows as 1/h.
  public static func derivative(
    of f: (Double) -> Double, at x: Double, step: Double? = nil
  ) -> Double {
    let h = step ?? self.step(at: x)
    let (right, left) = (x + h, x - h)
    return (f(right) - f(left)) / (right - left)
  }

  /// [f(x + h) − 2f(x) + f(x − h)] / h².
  ///
  /// Its error is about h²·f⁗/12 + 4ε·|f|/h²: with the default step some 1e−7 for functions and
  /// fourth derivatives of size 1.
  public static func secondDerivative(
    of f: (Double) -> Double, at x: Double, step: Double? = nil
  ) -> Double {
    let h = step ?? secondStep(at: x)
    return (f(x + h) - 2 * f(x) + f(x - h)) / (h * h)
  }

  /// [f(x + h) − f(x)] / h for h > 0, from the left for h < 0: the secant's slope.
  public static func secantSlope(of f: (Double) -> Double, at x: Double, step h: Double) -> Double {
    let other = x + h
    return (f(other) - f(x)) / (other - x)
  }
}
