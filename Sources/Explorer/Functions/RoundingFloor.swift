/// How small a difference of two computed numbers is nothing but their rounding.
///
/// The library's values and slopes are within 4 units in the last place of themselves, or of the
/// terms that cancel in them: how large those are shows in how steep the curve is there.
enum RoundingFloor {
  /// The largest error of a value or derivative, as a part of the size of its terms.
  private static let error = 8 * 0x1p-52
  /// That of a second derivative.
  private static let errorOfSecond = 32 * 0x1p-52

  /// `first` − `second`, the derivatives of `order` at `x`, or 0 where that is within rounding.
  ///
  /// - Parameter size: the size of the terms of both, asked for where it matters.
  static func difference(
    _ first: Double, _ second: Double, order: Int, size: () -> Double
  ) -> Double {
    let difference = first - second
    // What is subtracted from 0, or is equal, has no rounding of its own.
    guard first != 0, second != 0, difference != 0, difference.isFinite else { return difference }
    let floor = (order == 2 ? errorOfSecond : error) * size()
    return difference.magnitude <= floor ? 0 : difference
  }

  /// The same of the one-sided limits at a breakpoint, which are known to their last place.
  static func difference(_ first: Double, _ second: Double) -> Double {
    difference(first, second, order: 0) { max(first.magnitude, second.magnitude) }
  }
}
