import NeuralFunctions
import RealModule
import Testing

@Suite("Dual numbers and central differences")
struct DifferentiationTests {
  private typealias Case<Number> = (name: String, at: Double, f: (Number) -> Number)

  private static func elementary<Number: Real>(_: Number.Type) -> [Case<Number>] {
    [
      ("exp", 0.7, { .exp($0) }), ("expMinusOne", 0.3, { .expMinusOne($0) }),
      ("log", 1.7, { .log($0) }), ("log(onePlus:)", 0.4, { .log(onePlus: $0) }),
      ("sin", 0.9, { .sin($0) }), ("cos", 0.9, { .cos($0) }), ("tan", 0.6, { .tan($0) }),
      ("asin", 0.3, { .asin($0) }), ("acos", 0.3, { .acos($0) }), ("atan", 1.6, { .atan($0) }),
      ("sinh", 0.8, { .sinh($0) }), ("cosh", 0.8, { .cosh($0) }), ("tanh", 0.8, { .tanh($0) }),
      ("asinh", 1.4, { .asinh($0) }), ("acosh", 1.8, { .acosh($0) }),
      ("atanh", 0.4, { .atanh($0) }), ("sqrt", 2.2, { .sqrt($0) }), ("root", 2.2, { .root($0, 3) }),
      ("pow n", 1.3, { .pow($0, 5) }), ("pow -n", 1.3, { .pow($0, -2) }),
      ("pow y", 1.3, { .pow($0, 2 * $0) }), ("exp2", 0.7, { .exp2($0) }),
      ("exp10", 0.2, { .exp10($0) }), ("log2", 1.9, { .log2($0) }), ("log10", 1.9, { .log10($0) }),
      ("erf", 0.5, { .erf($0) }), ("erfc", 0.5, { .erfc($0) }), ("gamma", 2.6, { .gamma($0) }),
      ("gamma left", -1.4, { .gamma($0) }), ("logGamma", 0.8, { .logGamma($0) }),
      ("hypot", 1.2, { .hypot($0, $0 * $0) }), ("atan2", 1.2, { .atan2(y: $0 * $0, x: 1 + $0) }),
      ("quotient", 1.2, { ($0 + 3) / ($0 * $0) }), ("magnitude", -1.2, { $0.magnitude * $0 }),
      ("addProduct", 1.2, { (1 / $0).addingProduct($0, $0) }),
      ("remainder", 7.3, { $0.truncatingRemainder(dividingBy: 2) * $0 }),
      ("significand", 5.3, { $0.significand * $0 }), ("cosMinusOne", 0.7, { .cosMinusOne($0) }),
    ]
  }

  private static let count = elementary(Double.self).count

  @Test("every elementary function carries its derivative", arguments: 0..<count)
  func elementaryFunctions(index: Int) {
    let (name, x, f) = Self.elementary(Dual<Double>.self)[index]
    let result = f(Dual(variable: x))
    let estimate = CentralDifference.derivative(of: { f(Dual(constant: $0)).value }, at: x)
    #expect(agree(result.tangent, estimate, relative: 1e-8), "\(name): \(result), \(estimate)")
    #expect(f(Dual(constant: x)).tangent == 0, "\(name) of a constant")
  }

  @Test("nested duals carry the second derivative", arguments: 0..<count)
  func nested(index: Int) {
    let (name, x, f) = Self.elementary(Dual<Double>.self)[index]
    // The tangent part of a dual is itself a function, differentiated numerically here.
    let estimate = CentralDifference.derivative(of: { f(Dual(variable: $0)).tangent }, at: x)
    let g = Self.elementary(Dual<Dual<Double>>.self)[index].f
    let second = g(Dual(Dual(variable: x), tangent: Dual(constant: 1))).tangent.tangent
    #expect(agree(second, estimate, relative: 1e-7), "\(name): \(second), \(estimate)")
  }

  @Test("a dual compares by its value")
  func comparison() {
    let (a, b) = (Dual(1.0, tangent: 5), Dual(1.0, tangent: -2))
    #expect(a == b && !(a < b) && a <= b)
    #expect(Dual(-0.0, tangent: 1).sign == .minus)
    #expect(Dual(2.0, tangent: 0) > a)
    #expect(Swift.max(a, Dual(3.0, tangent: 7)).tangent == 7)
  }

  @Test("a constant stays one where the slope is infinite")
  func constants() {
    #expect(Dual<Double>.sqrt(0).tangent == 0)
    #expect(Dual<Double>.sqrt(Dual(variable: 0)).tangent == .infinity)
    #expect(Dual<Double>.pow(Dual(variable: -2), 3).tangent == 12)
    #expect(Dual<Double>.pow(Dual(variable: 0), Dual(constant: 2)).tangent == 0)
  }

  @Test("a constant enters any depth of duals exactly")
  func exactConstants() {
    for constant in [0.1, -2.5, 1e300, 0x1p-1074, 0] {
      #expect(Dual<Double>(exactly: constant).value == constant)
      #expect(Dual<Dual<Double>>(exactly: constant).value.value == constant)
    }
  }

  @Test(
    "central differences come as near as their documentation says", arguments: [-2.0, 0.3, 1.7])
  func centralDifference(x: Double) {
    let first = CentralDifference.derivative(of: { .sin($0) }, at: x)
    #expect(agree(first, .cos(x), relative: 0, absolute: 2e-10))
    let second = CentralDifference.secondDerivative(of: { .sin($0) }, at: x)
    #expect(agree(second, -.sin(x), relative: 0, absolute: 2e-7))
    let secant = CentralDifference.secantSlope(of: { $0 * $0 }, at: x, step: 0.5)
    #expect(agree(secant, 2 * x + 0.5, relative: 1e-14))
  }

  @Test("the step is a power of two that grows with x, and NaN where x is not finite")
  func steps() {
    for x in [0, 1e-300, 1, 1e10, -1e100] {
      let h = CentralDifference.step(at: x)
      #expect(h.significand == 1 && x + h != x)
    }
    #expect(CentralDifference.step(at: .infinity).isNaN)
    #expect(CentralDifference.derivative(of: { $0 }, at: .nan).isNaN)
  }

  @Test("across a kink the difference is the mean of both sides")
  func acrossKink() {
    #expect(CentralDifference.derivative(of: { ReLU().value($0) }, at: 0) == 0.5)
  }
}
