import NeuralFunctions
import RealModule
import Testing

/// Duals of every width, and duals of duals, over the whole range of their numbers: what a function's
/// readable formula carries is the derivative that it states.
@Suite("Dual numbers of every width over their whole range")
struct DualRangeTests {
  private static let usual: [Double] = [
    -12, -6, -4, -3, -2.5, -2, -1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3,
    4, 6, 8, 12,
  ]

  /// Whether `found` is `exact`, to `tolerance` of the larger of it and 1; ∞ where the type has no
  /// larger number.
  private func agrees<T: BinaryFloatingPoint>(
    _ found: T, _ exact: Double, _ tolerance: Double
  ) -> Bool {
    let rounded = T(exact)
    if rounded.isNaN || rounded.isInfinite { return found == rounded || exact.isNaN && found.isNaN }
    return (Double(found) - exact).magnitude <= tolerance * max(1, exact.magnitude)
  }

  /// What an argument is multiplied by before its sine is taken: as written, with a rounding, which
  /// far out is many turns.
  private func frequency(_ function: any ScalarFunction) -> Double? {
    switch function {
    case let sine as Sine: sine.omega
    case let snake as Snake: 2 * snake.a
    default: nil
    }
  }

  private func check<T: Real & BinaryFloatingPoint & Sendable>(
    _ tested: FunctionUnderTest, _ type: T.Type, far: [Double], tolerance: Double
  ) {
    let f = tested.function
    let points = Self.usual + tested.shape.breakpoints.map(\.x) + far + far.map { -$0 }
    // A breakpoint that is rounded is none.
    let rounded = tested.shape.breakpoints.map(\.x).filter { Double(T($0)) != $0 }
    let exactPoints = points.filter { !rounded.contains($0) }
    let frequency = frequency(f)
    for x in exactPoints.map({ T($0) }) where tested.shape.domain.contains(Double(x)) {
      var tolerance = tolerance
      if let frequency {
        tolerance *= max(1, frequency * frequency)
        if (frequency * Double(x)).magnitude * Double(T.ulpOfOne) > tolerance / 4 { continue }
      }
      let exact = (
        f.value(Double(x)), f.derivative(Double(x)), f.secondDerivative(Double(x))
      )
      let about = "Dual<\(T.self)> of \(tested) at \(x)"
      let value = f.value(Dual(variable: x))
      #expect(agrees(value.value, exact.0, tolerance), "\(about): \(value), not \(exact.0)")
      #expect(agrees(value.tangent, exact.1, tolerance), "\(about): \(value), not \(exact.1)ε")
      let slope = f.derivative(Dual(variable: x))
      #expect(agrees(slope.tangent, exact.2, 4 * tolerance), "\(about)′: \(slope), not \(exact.2)ε")
      let twice = f.value(Dual(Dual(variable: x), tangent: Dual(constant: 1)))
      #expect(
        agrees(twice.tangent.tangent, exact.2, 4 * tolerance),
        "\(about), twice: \(twice), not \(exact.2)")
    }
  }

  @Test("Double", arguments: FunctionUnderTest.all)
  func double(tested: FunctionUnderTest) {
    check(tested, Double.self, far: [1e10, 1e100, 1e155, 1e200, 1e308], tolerance: 1e-10)
  }

  @Test("Float", arguments: FunctionUnderTest.all)
  func float(tested: FunctionUnderTest) {
    check(tested, Float.self, far: [100, 1e10, 1e13, 1e20, 1e38], tolerance: 1e-4)
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test("Float16", arguments: FunctionUnderTest.all)
    func half(tested: FunctionUnderTest) {
      check(tested, Float16.self, far: [32, 100, 1000, 60_000], tolerance: 0.02)
    }
  #endif
}
