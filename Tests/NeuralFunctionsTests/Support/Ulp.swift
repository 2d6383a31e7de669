import NeuralFunctions

/// The distance of `found` from the exact value, which is `rounded` plus `residual` units in its
/// last place, in such units.
///
/// Signs, infinities and NaN must agree, or the distance is infinite. `scale`, where it is larger
/// than `rounded`, says whose last place counts: that of the larger of two cancelling terms.
func ulpError(
  _ found: Double, _ rounded: Double, residual: Double = 0, scale: Double = 0
) -> Double {
  if rounded.isNaN { return found.isNaN ? 0 : .infinity }
  if found == rounded && residual == 0 { return 0 }
  guard rounded.isFinite, found.isFinite else { return found == rounded ? 0 : .infinity }
  let unit = Swift.max(rounded.ulp, scale.ulp)
  let difference = (found - rounded) - residual * rounded.ulp
  return (difference / unit).magnitude
}

/// Whether `a` and `b` agree to `relative` of the larger, or to `absolute`.
func agree(_ a: Double, _ b: Double, relative: Double, absolute: Double = 0) -> Bool {
  if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
  if a == b { return true }
  let size = Swift.max(a.magnitude, b.magnitude)
  return (a - b).magnitude <= Swift.max(relative * size, absolute)
}

/// Same number and same sign of zero.
func identical(_ a: Double, _ b: Double) -> Bool {
  a.isNaN && b.isNaN || a == b && (a != 0 || a.sign == b.sign)
}
