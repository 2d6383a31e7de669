import RealModule

/// The number `value` at x, with the derivatives stated for it, which a dual number x carries on.
///
/// For points at which a formula is right but the derivative of its code is not: at ±∞, where a
/// product of 0 and ∞ has no value but the function a limit, and at a kink.
func stated<T: Real>(
  at x: T, _ value: Double, slope: Double, curvature: Double = 0
) -> T {
  guard let dual = x as? any DifferentiationVariable else { return T(exactly: value) }
  return dual.stated(value, slope, curvature) as? T ?? T(exactly: value)
}

/// A dual number of any depth.
private protocol DifferentiationVariable {
  /// value + slope·(x − x₀) + ½·curvature·(x − x₀)², of which only derivatives are left at x₀.
  func stated(_ value: Double, _ slope: Double, _ curvature: Double) -> Self
}

extension Dual: DifferentiationVariable {
  fileprivate func stated(_ value: Double, _ slope: Double, _ curvature: Double) -> Dual {
    let constant: T = NeuralFunctions.stated(
      at: self.value, value, slope: slope, curvature: curvature)
    return chain(
      constant, slope: NeuralFunctions.stated(at: self.value, slope, slope: curvature))
  }
}
