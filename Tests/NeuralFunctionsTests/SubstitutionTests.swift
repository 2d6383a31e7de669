import NeuralFunctions
import Testing

@Suite("Substituted formulas multiply out")
struct SubstitutionTests {
  private func check(
    _ formula: SubstitutedFormula?, gives expected: Double, relative: Double, absolute: Double,
    _ label: Comment
  ) throws {
    let formula = try #require(formula, label)
    #expect(formula.result == expected || formula.result.isNaN, label)
    let worked = try #require(ArithmeticReader.value(of: formula.substitution), label)
    #expect(
      agree(worked, expected, relative: relative, absolute: absolute),
      "\(label): \(formula.formula.unicode) gives \(worked), not \(expected)")
    #expect(formula.formula.ascii.utf8.allSatisfy { $0 < 128 }, label)
    #expect(!formula.formula.unicode.isEmpty, label)
  }

  @Test(
    "every function puts its numbers in, and they give the result", arguments: FunctionUnderTest.all
  )
  func worksOut(tested: FunctionUnderTest) throws {
    let f = tested.function
    let points = tested.shape.samplePoints() + tested.shape.breakpoints.map(\.x)
    for x in points where f.value(x).isFinite && f.derivative(x).isFinite {
      // A difference on show may cancel near 0, never in the tails.
      let absolute = x.magnitude < 20 ? 1e-14 : 0
      try check(
        f.substitutedValue(at: x), gives: f.value(x), relative: 1e-11, absolute: absolute,
        "\(tested) at \(x)")
      try check(
        f.substitutedDerivative(at: x), gives: f.derivative(x), relative: 1e-11,
        absolute: absolute, "\(tested)′ at \(x)")
    }
  }

  @Test("nothing is put in where there is no number", arguments: FunctionUnderTest.defaults)
  func notFinite(tested: FunctionUnderTest) {
    for x in [Double.nan, .infinity, -.infinity] {
      #expect(tested.function.substitutedValue(at: x) == nil, "\(tested) at \(x)")
      #expect(tested.function.substitutedDerivative(at: x) == nil, "\(tested)′ at \(x)")
    }
  }

  @Test("a negative number after an operator stands in parentheses")
  func parentheses() {
    let substitution: Substitution = "\(-1.5) × \(-2.0) + (\(-3.0))"
    #expect(
      substitution.pieces == [
        .number(-1.5), .text(" × "), .text("("), .number(-2), .text(")"), .text(" + ("),
        .number(-3), .text(")"),
      ])
    #expect(ArithmeticReader.value(of: substitution) == 0)
  }
}
