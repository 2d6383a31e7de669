import NeuralFunctions
import Testing

@Suite("Derivatives of every function, checked two ways")
struct DerivativeTests {
  /// In the tails digits must agree whatever the size; nearer, terms of size 1 may cancel.
  private func slack(at x: Double, _ absolute: Double) -> Double {
    x.magnitude < 20 ? absolute * Swift.max(1, x.magnitude) : 0
  }

  @Test("f′ is the tangent of f's own code", arguments: FunctionUnderTest.all)
  func dualFirst(tested: FunctionUnderTest) {
    let f = tested.function
    var checked = 0
    for x in tested.shape.samplePoints() {
      let dual = f.value(Dual(variable: x))
      guard dual.value.isFinite, dual.tangent.isFinite else { continue }
      checked += 1
      #expect(
        agree(f.derivative(x), dual.tangent, relative: 1e-9, absolute: slack(at: x, 4e-14)),
        "\(tested)′(\(x)) = \(f.derivative(x)), dual \(dual.tangent)")
    }
    #expect(checked > 0, "\(tested): nothing was finite")
  }

  @Test("f″ is the tangent of f′'s own code", arguments: FunctionUnderTest.all)
  func dualSecond(tested: FunctionUnderTest) {
    let f = tested.function
    var checked = 0
    for x in tested.shape.samplePoints() {
      let dual = f.derivative(Dual(variable: x))
      guard dual.value.isFinite, dual.tangent.isFinite else { continue }
      checked += 1
      #expect(
        agree(f.secondDerivative(x), dual.tangent, relative: 1e-8, absolute: slack(at: x, 1e-13)),
        "\(tested)″(\(x)) = \(f.secondDerivative(x)), dual \(dual.tangent)")
    }
    #expect(checked > 0, "\(tested): nothing was finite")
  }

  @Test("f″ is the second tangent of f under nested duals", arguments: FunctionUnderTest.defaults)
  func nestedDual(tested: FunctionUnderTest) {
    let f = tested.function
    var checked = 0
    for x in tested.shape.samplePoints() where x.magnitude < 20 {
      let variable = Dual(Dual(variable: x), tangent: Dual(constant: 1))
      let second = f.value(variable).tangent.tangent
      guard second.isFinite else { continue }
      checked += 1
      #expect(
        agree(f.secondDerivative(x), second, relative: 1e-7, absolute: 1e-12),
        "\(tested)″(\(x)) = \(f.secondDerivative(x)), nested dual \(second)")
    }
    #expect(checked > 0, "\(tested): nothing was finite")
  }

  @Test("f′ is what central differences say", arguments: FunctionUnderTest.all)
  func centralFirst(tested: FunctionUnderTest) {
    let f = tested.function
    var checked = 0
    for x in tested.shape.samplePoints(clearance: 1e-2) where x.magnitude < 100 {
      let estimate = CentralDifference.derivative(of: { f.value($0) }, at: x, step: 0x1p-18)
      let scale = [1, f.value(x), f.derivative(x), f.secondDerivative(x)].map(\.magnitude).max()!
      guard estimate.isFinite else { continue }
      checked += 1
      #expect(
        agree(f.derivative(x), estimate, relative: 1e-7, absolute: 1e-7 * scale),
        "\(tested)′(\(x)) = \(f.derivative(x)), central \(estimate)")
    }
    #expect(checked > 0, "\(tested): nothing was finite")
  }

  @Test("f″ is what central differences of f′ say", arguments: FunctionUnderTest.all)
  func centralSecond(tested: FunctionUnderTest) {
    let f = tested.function
    var checked = 0
    for x in tested.shape.samplePoints(clearance: 1e-2) where x.magnitude < 100 {
      let estimate = CentralDifference.derivative(of: { f.derivative($0) }, at: x, step: 0x1p-18)
      let second = f.secondDerivative(x)
      let scale = [1, f.derivative(x), second].map(\.magnitude).max()!
      guard estimate.isFinite else { continue }
      checked += 1
      #expect(
        agree(second, estimate, relative: 1e-6, absolute: 1e-6 * scale),
        "\(tested)″(\(x)) = \(second), central \(estimate)")
    }
    #expect(checked > 0, "\(tested): nothing was finite")
  }

  @Test("the accurate overloads agree with the readable formulas", arguments: FunctionUnderTest.all)
  func overloads(tested: FunctionUnderTest) {
    func compare<F: ScalarFunction>(_ f: F, _ x: Double) {
      let pairs = [
        (f.value(x), f.readableValue(x)), (f.derivative(x), f.readableDerivative(x)),
        (f.secondDerivative(x), f.readableSecondDerivative(x)),
      ]
      for (order, (accurate, generic)) in pairs.enumerated() {
        #expect(
          agree(accurate, generic, relative: 1e-11, absolute: slack(at: x, 1e-14)),
          "\(tested), derivative \(order) at \(x): \(accurate), readable \(generic)")
      }
    }
    for x in tested.shape.samplePoints() { compare(tested.function, x) }
  }
}
