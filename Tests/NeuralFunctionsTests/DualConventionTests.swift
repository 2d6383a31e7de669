import NeuralFunctions
import RealModule
import Testing

@Suite("Dual numbers where formulas have no derivative of their own")
struct DualConventionTests {
  private func same(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }

  /// Breakpoints, poles among them, and both infinities, as far as they are in the domain.
  private func points(_ shape: FunctionShape) -> [Double] {
    (shape.breakpoints.map(\.x) + [-.infinity, .infinity]).filter { shape.domain.contains($0) }
  }

  @Test("NaN has a tangent of NaN", arguments: FunctionUnderTest.all)
  func nan(tested: FunctionUnderTest) {
    let f = tested.function
    for x in [Dual(variable: Double.nan), Dual(.nan, tangent: 0)] {
      #expect(f.value(x).value.isNaN && f.value(x).tangent.isNaN, "\(tested)")
      #expect(f.derivative(x).tangent.isNaN, "\(tested)′")
      #expect(f.secondDerivative(x).tangent.isNaN, "\(tested)″")
    }
  }

  @Test("f's tangent at ±∞, kinks and poles is the stated slope", arguments: FunctionUnderTest.all)
  func slopes(tested: FunctionUnderTest) {
    let f = tested.function
    for x in points(tested.shape) {
      let dual = f.value(Dual(variable: x))
      #expect(same(dual.value, f.value(x)), "\(tested)(\(x))")
      #expect(
        same(dual.tangent, f.derivative(x)),
        "\(tested)′(\(x)) = \(f.derivative(x)), dual \(dual.tangent)")
    }
  }

  @Test(
    "f′'s tangent at ±∞, kinks and poles is the stated curvature", arguments: FunctionUnderTest.all)
  func curvatures(tested: FunctionUnderTest) {
    let f = tested.function
    for x in points(tested.shape) {
      let dual = f.derivative(Dual(variable: x))
      #expect(same(dual.value, f.derivative(x)), "\(tested)′(\(x))")
      #expect(
        same(dual.tangent, f.secondDerivative(x)),
        "\(tested)″(\(x)) = \(f.secondDerivative(x)), dual \(dual.tangent)")
    }
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test(
      "Formulas in Float16 give a number wherever it can hold one",
      arguments: Catalogue.entries.map(\.id))
    func halfPrecision(id: String) throws {
      let f = try #require(Catalogue.entry(named: id)).defaultFunction
      let sizes = stride(from: -14, through: 15.9, by: 0.3).map { Float16(Double.exp2($0)) }
      for x in sizes + sizes.map({ -$0 }) + [0, 97, -97, 65504, -65504] {
        guard f.shape.domain.contains(Double(x)) else { continue }
        let exact = [f.value(Double(x)), f.derivative(Double(x)), f.secondDerivative(Double(x))]
        let found = [
          f.readableValue(x), f.readableDerivative(x), f.readableSecondDerivative(x),
        ]
        for order in 0..<3 where Float16(exact[order]).isFinite {
          #expect(found[order].isFinite, "\(id), derivative \(order) at \(x)")
        }
      }
    }
  #endif
}
