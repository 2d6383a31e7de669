/// How small a difference of two computed numbers is nothing but their rounding.
///
/// The library's values and slopes are within 4 units in the last place of themselves, or of the
/// terms that cancel in them: how large those are shows in how steep the curve is there.
enum RoundingFloor {
  /// The largest error of a value or derivative, as a part of the size of its terms.
  private static let error = 8 * 0x1p-52
  /// That of a second derivative.
  private static let errorOfSecond = 32 * 0x1p-52

  /// Whether `first` − `second`, derivatives of `order`, may be nothing but the rounding of both.
  ///
  /// - Parameter size: the size of the terms of both, asked for where it matters.
  static func covers(
    _ first: Double, _ second: Double, order: Int, size: () -> Double
  ) -> Bool {
    let difference = first - second
    if difference == 0 { return true }
    // What is subtracted from 0 has no rounding of its own.
    guard first != 0, second != 0, difference.isFinite else { return false }
    return difference.magnitude <= (order == 2 ? errorOfSecond : error) * size()
  }

  /// `first` − `second`, or 0 where Doubles of their size do not tell them apart: one step between them
  /// is as much as either may be off.
  static func resolvedDifference(_ first: Double, _ second: Double) -> Double {
    let difference = first - second
    guard first != 0, second != 0, difference.isFinite else { return difference }
    let step = max(first.magnitude, second.magnitude).ulp
    return difference.magnitude <= step ? 0 : difference
  }

  /// The same of the one-sided limits at a breakpoint, which are known to their last place.
  static func difference(_ first: Double, _ second: Double) -> Double {
    let isRounding = covers(first, second, order: 0) { max(first.magnitude, second.magnitude) }
    return isRounding ? 0 : first - second
  }
}
