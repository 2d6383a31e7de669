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

/// The number as a constant, without what it carries as a dual number.
func withoutTangents<T: Real>(_ number: T) -> T {
  (number as? any DifferentiationVariable)?.constant as? T ?? number
}

/// Whether numbers of the type carry tangents: whether it matters which of two formulas that agree
/// in value is taken.
func carriesTangents<T: Real>(_ type: T.Type) -> Bool {
  T.self != Double.self && T.self != Float.self && type is any DifferentiationVariable.Type
}

/// A dual number of any depth.
private protocol DifferentiationVariable {
  var constant: Self { get }
  /// value + slope·(x − x₀) + ½·curvature·(x − x₀)², of which only derivatives are left at x₀.
  func stated(_ value: Double, _ slope: Double, _ curvature: Double) -> Self
}

extension Dual: DifferentiationVariable {
  fileprivate var constant: Dual { Dual(constant: withoutTangents(value)) }

  fileprivate func stated(_ value: Double, _ slope: Double, _ curvature: Double) -> Dual {
    let constant: T = NeuralFunctions.stated(
      at: self.value, value, slope: slope, curvature: curvature)
    return chain(
      constant, slope: NeuralFunctions.stated(at: self.value, slope, slope: curvature))
  }
}
