extension Breakpoint {
  /// A kink: the value is continuous, the derivative jumps.
  static func kink(
    at x: Double, value: Double, derivative: OneSided, secondDerivative: OneSided = OneSided(0),
    convention: String = "PyTorch"
  ) -> Breakpoint {
    Breakpoint(
      x: x, kind: .kink, value: OneSided(value), derivative: derivative,
      secondDerivative: secondDerivative, convention: convention)
  }

  /// A jump of the value.
  static func jump(
    at x: Double, value: OneSided, derivative: OneSided, convention: String = "PyTorch"
  ) -> Breakpoint {
    Breakpoint(
      x: x, kind: .jump, value: value, derivative: derivative, secondDerivative: OneSided(0),
      convention: convention)
  }

  /// A point at which only the second derivative jumps.
  static func curvatureJump(
    at x: Double, value: Double, derivative: Double, secondDerivative: OneSided,
    convention: String
  ) -> Breakpoint {
    Breakpoint(
      x: x, kind: .curvatureJump, value: OneSided(value), derivative: OneSided(derivative),
      secondDerivative: secondDerivative, convention: convention)
  }
}
