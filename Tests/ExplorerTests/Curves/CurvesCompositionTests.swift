import NeuralFunctions
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// Curves made of others: w·x + b put in, and differences.
@Suite struct CurvesCompositionTests {
  private let xs = [-2.5, -1, -0.3, 0, 0.4, 1, 3.25]

  private func drawn(_ id: String, _ settings: FunctionSettings = .init()) -> DrawnFunction {
    DrawnFunction(Catalogue.entry(named: id)!, settings)
  }

  @Test func affineInputFollowsTheChainRule() {
    let function = drawn("tanh", FunctionSettings(weight: -2, bias: 0.5))
    let tanh = Tanh()
    for x in xs {
      #expect(function.value(x) == tanh.value(-2 * x + 0.5))
      #expect(function.derivative(x) == -2 * tanh.derivative(-2 * x + 0.5))
      #expect(function.secondDerivative(x) == 4 * tanh.secondDerivative(-2 * x + 0.5))
    }
  }

  @Test func affineInputMovesBreakpointsAndTurnsTheirSides() {
    let shape = drawn("relu", FunctionSettings(weight: -2, bias: 1)).shape
    #expect(shape.breakpoints.map(\.x) == [0.5])
    #expect(shape.breakpoints[0].derivative.left == -2)
    #expect(shape.breakpoints[0].derivative.right == 0)
    #expect(shape.deadIntervals.contains { $0.contains(0.75) })
    #expect(!shape.deadIntervals.contains { $0.contains(0.25) })
  }

  @Test func aWeightOfZeroIsAConstantWithoutBreakpoints() {
    let function = drawn("relu", FunctionSettings(weight: 0, bias: 2))
    #expect(function.value(100) == 2 && function.derivative(100) == 0)
    #expect(function.shape.breakpoints.isEmpty)
  }

  @Test func aDifferenceIsPointByPoint() {
    let difference = DrawnFunction.difference(drawn("gelu"), drawn("gelu-tanh"))
    for x in xs {
      #expect(difference.value(x) == GELU().value(x) - TanhGELU().value(x))
      #expect(difference.derivative(x) == GELU().derivative(x) - TanhGELU().derivative(x))
    }
  }

  @Test func exactAgainstTanhGELUShowsItsHalfThousandth() {
    let app = Workbench.forTests().typing(":gelu-tanh<Enter>p:gelu<Enter>D")
    let y = app.curves.viewport.y
    #expect(y.upper < 2e-3 && y.lower > -2e-3 && y.upper > 2e-4)
    #expect(app.typing("D").curves.viewport.y.upper > 1)
    #expect(Workbench.forTests().typing("D").statusLine.contains("needs two curves"))
  }

  @Test func theInputHasSlidersOnRequest() {
    let app = Workbench.forTests()
    #expect(app.curves.sliders.isEmpty)
    let shown = app.typing("i")
    #expect(shown.curves.sliders.map(\.name) == ["input-w", "input-b"])
    let nudged = shown.typing("[[o]]]")
    #expect(nudged.curves.settings.weight == 0.8)
    #expect(nudged.curves.settings.bias == 0.3)
    #expect(nudged.typing("u").curves.settings.bias == 0)
    #expect(nudged.typing(":w=1<Enter>:b=0<Enter>i").curves.sliders.isEmpty)
  }

  @Test func substitutedNumbersShowTheDigitsThatCancel() {
    let formula = SubstitutedFormula(
      "f = a − b", ascii: "f = a - b", "\(1.0833154705) − \(1.0829640838)", result: 0.0003513867)
    let reading = CurveReading(
      formula.result, digits: 1, excess: { _ in nil }, isTaken: { _ in true })
    let text = SubstitutionText(formula, result: reading, isASCII: false)
    #expect(text.line == "f = a − b = 1.08331547 − 1.08296408 = 0.0003514")
  }
}
