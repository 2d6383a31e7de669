import NeuralFunctions
import Testing

@testable import Explorer
@testable import Widgets

/// The plot of a secant's error has the arms that there are.
@Suite struct SecantTests {
  private static let (forward, central) = ("s", "sS")

  private func arms(
    _ id: String, at x: String, _ secant: String = forward, input: String = ""
  ) -> [String] {
    let app = Workbench.forTests(on: id, width: 120, height: 36)
      .typing("\(input):\(x)<Enter>\(secant)")
    let panel = app.view.picture.split(separator: "\n").drop { !$0.contains("secant: log-log") }
    let text = panel.joined(separator: "\n")
    return ["rounding only", "no error at any h", "rounding  ", "truncation"].filter(text.contains)
  }

  @Test func aStraightLineHasNoTruncation() {
    let input = "i:w=0.3<Enter>:b=0.7<Enter>"
    #expect(arms("leaky-relu", at: "-1000.3") == ["rounding only"])
    #expect(arms("leaky-relu", at: "-1000.3", Self.central) == ["rounding only"])
    #expect(arms("relu", at: "1.3", input: input) == ["rounding only"])
    for secant in [Self.forward, Self.central] {
      #expect(arms("relu", at: "1000", secant) == ["no error at any h"])
      #expect(arms("relu", at: "-1000", secant) == ["no error at any h"])
      #expect(arms("step", at: "1000", secant) == ["no error at any h"])
    }
  }

  /// A kink within h is what the quotient does not see coming.
  @Test func aKinkWithinReachIsTruncation() {
    #expect(arms("relu", at: "1.3", Self.central).contains("truncation"))
    #expect(!arms("relu", at: "1.3", Self.forward).contains("truncation"))
  }

  /// The two errors of a parabola to either side are the same.
  @Test func aParabolaHasNoneBetweenBothSides() {
    #expect(arms("mse", at: "1.3", Self.forward) == ["rounding  ", "truncation"])
    #expect(arms("mse", at: "1.3", Self.central) == ["rounding only"])
  }

  @Test func curvesHaveBothArms() {
    for id in ["sigmoid", "gelu", "sine", "softplus", "mish"] {
      for secant in [Self.forward, Self.central] {
        #expect(arms(id, at: "1.3", secant) == ["rounding  ", "truncation"], "\(id)")
      }
    }
  }

  /// At the smallest h there is nothing else.
  @Test func roundingAccountsForTheErrorsOfTheSmallestH() {
    for tested in ComposedFunctions.plain + ComposedFunctions.ofAffineInput {
      for x in [0.37, 1.61, 2.9] where tested.function.shape.domain.contains(x) {
        for kind in [Secant.Kind.forward, .central] {
          let errors = Secant(kind: kind).errors(of: tested.function, at: x)
          for error in errors where error.halfDecades <= -24 && !error.isRounding {
            Issue.record("\(tested) at \(x): \(error)")
          }
        }
      }
    }
  }
}
