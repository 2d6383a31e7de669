/// The stretch of `radius` on both sides of a target, wider where numbers are too coarse for that;
/// about 0 where the target is not finite.
func window(around target: Double, radius: Double = 4) -> ClosedRange<Double> {
  let center = target.isFinite ? target : 0
  let reach = Swift.max(radius, center.magnitude * 0x1p-30)
  return .window(from: center - reach, to: center + reach)
}

extension TargetDescription {
  /// The probability of the positive class: 0, 1, or a soft label between.
  static let probability = TargetDescription(
    accepted: .interval(.unit), defaultValue: 1, slider: 0...1, step: 0.05)

  /// Any finite number, to be regressed to.
  static let realNumber = TargetDescription(
    accepted: .interval(.finite), defaultValue: 0, slider: -4...4, step: 0.1)

  /// The sign of the class.
  static let sign = TargetDescription(
    accepted: .signs, defaultValue: 1, slider: -1...1, step: 2)

  /// How often something happened.
  ///
  /// Numbers that are not whole are accepted, as PyTorch accepts them: counts may be averaged.
  static let count = TargetDescription(
    accepted: .interval(.nonNegative), defaultValue: 1, slider: 0...20, step: 1)
}

/// The condition of the losses of a probability; false of NaN.
func isProbability<T: Comparable & ExpressibleByIntegerLiteral>(_ value: T) -> Bool {
  value >= 0 && value <= 1
}

extension Breakpoint {
  /// A pole at the lower end of a domain, on whose left there is nothing.
  static func pole(
    atLowerEnd x: Double, value: Double, derivative: Double, secondDerivative: Double = .infinity
  ) -> Breakpoint {
    Breakpoint(
      x: x, kind: .pole, value: OneSided(left: .nan, right: value, used: value),
      derivative: OneSided(left: .nan, right: derivative, used: derivative),
      secondDerivative: OneSided(left: .nan, right: secondDerivative, used: secondDerivative),
      convention: "the limit inside the domain")
  }

  /// A pole at the upper end of a domain, on whose right there is nothing.
  static func pole(
    atUpperEnd x: Double, value: Double, derivative: Double, secondDerivative: Double = .infinity
  ) -> Breakpoint {
    Breakpoint(
      x: x, kind: .pole, value: OneSided(left: value, right: .nan, used: value),
      derivative: OneSided(left: derivative, right: .nan, used: derivative),
      secondDerivative: OneSided(left: secondDerivative, right: .nan, used: secondDerivative),
      convention: "the limit inside the domain")
  }
}
