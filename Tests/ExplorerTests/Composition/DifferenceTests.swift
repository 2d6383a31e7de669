import NeuralFunctions
import Testing

@testable import Explorer
@testable import Widgets

/// The difference view says of breaks, noise and points what is drawn.
@Suite struct DifferenceTests {
  private func drawn(
    _ id: String, _ parameters: [String: Double] = [:], target: Double? = nil, weight: Double = 1
  ) -> DrawnFunction {
    DrawnFunction(
      Catalogue.entry(named: id)!,
      FunctionSettings(parameters: parameters, target: target, weight: weight))
  }

  private func difference(_ first: String, _ second: String, width: Int = 120) -> Workbench {
    Workbench.forTests(width: width, height: 30).typing(":\(second)<Enter>p:\(first)<Enter>D")
  }

  @Test func aKinkOfOnePartHasTheOthersSlopeOnBothSides() {
    let app = difference("relu", "softplus").typing(":0<Enter>")
    #expect(app.statusLine.contains("a kink, slope −0.5 left, 0.5 right, −0.5 used (PyTorch)"))
    let picture = app.view.picture
    #expect(picture.contains("left   −0.5") && picture.contains("right  0.5"))
    #expect(picture.contains("used   −0.5"))
  }

  @Test func aJumpOfOnePartIsToldWithBothValues() {
    let said = difference("step", "sigmoid").typing(":0<Enter>").statusLine
    #expect(said.contains("a jump from −0.5 to 0.5"))
    #expect(!said.contains("none"))
  }

  @Test func aKinkOfBothIsAKink() {
    let point = DrawnFunction.difference(drawn("elu"), drawn("selu")).shape.breakpoints.first
    #expect(point?.kind == .kink && point?.x == 0)
  }

  @Test func breaksThatCancelAreNone() {
    let shape = DrawnFunction.difference(drawn("relu6"), drawn("relu")).shape
    #expect(shape.breakpoints.map(\.x) == [6])
    #expect(DrawnFunction.difference(drawn("elu"), drawn("celu")).shape.breakpoints.isEmpty)
  }

  @Test func infinityLessInfinityIsOutsideTheDomain() {
    let shape = DrawnFunction.difference(drawn("bce"), drawn("cross-entropy-term")).shape
    #expect(!shape.domain.contains(0) && shape.domain.contains(.leastNonzeroMagnitude))
  }

  @Test func jumpingStopsOnlyAtWhatIsDrawn() {
    var app = difference("relu", "gelu").typing(":-6<Enter>")
    for _ in 0..<12 {
      app = app.typing("n")
      #expect(!app.statusLine.contains("crossing"), "\(app.statusLine)")
    }
  }

  @Test func whereNothingIsDefinedThereIsNoDifference() {
    let app = Workbench.forTests(width: 120).typing(":bce<Enter>i:b=5<Enter>")
    let refused = app.typing("p:bce-clamped<Enter>D")
    #expect(refused.statusLine.contains("There is no ŷ where both are defined"))
  }

  /// Functions that are the same but for how they are computed.
  @Test func theSameFunctionTwiceIsFlatZero() {
    let pairs = [
      (drawn("quick-gelu"), drawn("silu", ["beta": 1.702])), (drawn("elu"), drawn("celu")),
      (drawn("prelu", ["a": 0.01]), drawn("leaky-relu")),
      (drawn("bce-with-logits", target: 0), drawn("softplus")),
      (drawn("bce-with-logits"), drawn("soft-margin")), (drawn("huber"), drawn("smooth-l1")),
      (drawn("bce-with-logits"), drawn("softplus", weight: -1)),
    ]
    for (first, second) in pairs {
      let difference = DrawnFunction.difference(first, second)
      for step in -1000...1000 {
        let x = Double(step) * 0.0492
        let all = [difference.value(x), difference.derivative(x), difference.secondDerivative(x)]
        guard all != [0, 0, 0] else { continue }
        Issue.record("\(difference.name) at \(x): \(all)")
      }
      let health = GradientHealth(function: difference, threshold: 0.1)
      let stretches = GradientStretches(of: health, in: -6...6, focus: 0).all
      #expect(stretches.map(\.state) == [.dead], "\(difference.name)")
    }
  }

  @Test func quickGELUAndItsSiLUAreOneFlatLine() {
    let app = Workbench.forTests(width: 100).typing(
      ":silu<Enter>:beta=1.702<Enter>p:quick-gelu<Enter>D:1.3<Enter>")
    #expect(app.curves.viewport.y.contains(0.5))
    #expect(app.view.picture.contains("quick GELU − SiLU β 1.702"))
    #expect(app.statusLine.contains("is 0"))
  }

  /// Nothing else is swallowed: what is set to 0 is within rounding of the larger term.
  @Test func onlyRoundingIsSetToZero() {
    for first in ComposedFunctions.plain {
      for second in ComposedFunctions.plain {
        let difference = DrawnFunction.difference(first.function, second.function)
        for x in [-30, -7.3, -1.1, -0.01, 0.02, 0.6, 0.95, 3.7, 12] {
          let (a, b) = (first.function.value(x), second.function.value(x))
          guard difference.value(x) == 0, a != b else { continue }
          let terms = max(
            a.magnitude, b.magnitude, (x * first.function.derivative(x)).magnitude,
            (x * second.function.derivative(x)).magnitude)
          guard (a - b).magnitude > 2e-15 * terms else { continue }
          Issue.record("\(difference.name) at \(x)")
        }
      }
    }
  }

  // MARK: Ends, and slopes that are used alone

  private func difference(_ first: String, _ second: String, at x: String, width: Int = 80)
    -> Workbench
  {
    Workbench.forTests(width: width, height: 24)
      .typing(":\(first)<Enter>p:\(second)<Enter>D:\"at \(x)\"<Enter>")
  }

  @Test func anEndOfTheDomainIsNoBreak() {
    for (first, second, x, said) in [
      ("bce-clamped", "step", "0", "x = 0: end of the domain, −99 just above, slope 0 right."),
      ("hardtanh", "bce", "1", "ŷ = 1: end of the domain, slope −2 left, −1 used."),
      ("softsign", "bce-clamped", "0", "ŷ = 0: 100, slope −1; its domain ends here."),
    ] {
      let line = difference(first, second, at: x).statusLine
      #expect(line.contains(said), "\(line)")
    }
    #expect(difference("hardtanh", "bce", at: "1").view.picture.contains("tangent −2ŷ + 1"))
    #expect(difference("softsign", "bce-clamped", at: "0").view.picture.contains("−ŷ + 100"))
  }

  @Test func aSlopeUsedOnAStraightLineIsNoKink() {
    let app = difference("relu", "pinball", at: "0")
    #expect(
      app.statusLine.contains("ŷ = 0: slope used 0, both sides −0.9."), "\(app.statusLine)")
    #expect(app.view.picture.contains("tangent −0.9ŷ"))
    let wide = difference("relu", "pinball", at: "0", width: 160).statusLine
    #expect(wide.contains("no break, slope −0.9 on both sides, 0 used"), "\(wide)")
  }
}
