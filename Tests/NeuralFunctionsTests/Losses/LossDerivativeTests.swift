import Testing

@testable import NeuralFunctions

/// Every derivative against dual numbers run through the value's own code, against central
/// differences, and every accurate overload against its readable formula.
@Suite struct LossDerivativeTests {
  @Test(arguments: LossMeasure.losses.map(\.id))
  func derivativesAreThoseOfTheValue(_ identifier: String) throws {
    try forEachPoint(of: identifier) { function, x in
      check(function, at: x, identifier)
    }
  }

  @Test(arguments: LossMeasure.losses.map(\.id))
  func derivativesAgreeWithCentralDifferences(_ identifier: String) throws {
    try forEachPoint(of: identifier) { function, x in
      let slope = CentralDifference.derivative(of: function.value, at: x)
      let curvature = CentralDifference.derivative(of: function.derivative, at: x)
      let (first, second) = (function.derivative(x), function.secondDerivative(x))
      let size = 1 + function.value(x).magnitude
      #expect((slope - first).magnitude <= 1e-6 * (size + first.magnitude), "\(identifier) \(x)")
      #expect(
        (curvature - second).magnitude <= 1e-5 * (1 + first.magnitude + second.magnitude),
        "\(identifier) \(x)")
    }
  }

  private func check(_ function: some ScalarFunction, at x: Double, _ identifier: String) {
    typealias Second = Dual<Dual<Double>>
    let through = function.value(
      Second(Dual(x, tangent: 1), tangent: Dual(constant: 1)))
    let (value, first, second) =
      (function.value(x), function.derivative(x), function.secondDerivative(x))
    let size = value.magnitude + first.magnitude + second.magnitude + 1e-3
    #expect((through.value.value - value).magnitude <= 1e-12 * size, "\(identifier) \(x)")
    #expect((through.tangent.value - first).magnitude <= 1e-11 * size, "\(identifier)' \(x)")
    #expect((through.tangent.tangent - second).magnitude <= 1e-10 * size, "\(identifier)'' \(x)")
    #expect((function.readableValue(x) - value).magnitude <= 1e-12 * size, "\(identifier) \(x)")
    #expect(
      (function.readableDerivative(x) - first).magnitude <= 1e-12 * size, "\(identifier)' \(x)")
    #expect(
      (function.readableSecondDerivative(x) - second).magnitude <= 1e-11 * size,
      "\(identifier)'' \(x)")
  }

  /// Visits points on both sides of every kink, near it, and far into both tails.
  private func forEachPoint(
    of identifier: String, _ visit: (any ScalarFunction, Double) throws -> Void
  ) throws {
    let entry = try #require(Catalogue.entry(named: identifier))
    for target in LossMeasure.targets where entry.target?.accepts(target) == true {
      let function = try entry.function(target: target)
      let shape = function.shape
      let points =
        shape.domain.upper == 1
        ? [0.01, 0.2, 0.3, 0.45, 0.6, 0.85, 0.99]
        : [-25, -7.5, -3.1, -1.6, -0.7, -0.3, 0.02, 0.1, 0.4, 0.6, 0.9, 1.7, 2.2, 4.4, 9, 22]
      for x in points where shape.domain.contains(x - 0.005) {
        let isNearBreak = shape.breakpoints.contains { ($0.x - x).magnitude < 0.005 }
        if !isNearBreak { try visit(function, x) }
      }
    }
  }
}
