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
    let panel = app.view.picture.split(separator: "\n").drop { !$0.contains("|error|") }
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

  // MARK: Ends and breaks

  private func panel(_ id: String, _ keys: String, _ size: (Int, Int) = (80, 24)) -> String {
    let app = Workbench.forTests(on: id, width: size.0, height: size.1).typing(keys)
    return app.view.picture.split(separator: "\n").drop { !$0.contains("|error|") }
      .joined(separator: "\n")
  }

  @Test func atTheEndOfTheDomainTheSecantGoesBackward() {
    let end = panel("bce", "<End>s" + String(repeating: ";", count: 6))
    #expect(end.contains("backward") && end.contains("truncation"), "\(end)")
    #expect(!end.contains("nan"))
    let legend = Workbench.forTests(on: "bce", width: 160, height: 30).typing("<End>s;;").view
    #expect(legend.picture.contains("backward secant"))
    #expect(panel("bce", ":y=0<Enter><Home>sS;;").contains("forward"))
    #expect(panel("bce", ":0.5<Enter>sS;;").contains("central"))
  }

  @Test func whereNoSecantReachesThePanelSaysWhatToPress() {
    let wide = panel("bce", ":0.5<Enter>s")
    #expect(wide.contains("outside: ; for less h") && wide.contains("none"), "\(wide)")
    let narrow = panel("relu", ": 1e9<Enter>s" + String(repeating: ";", count: 30))
    #expect(narrow.contains("x + h = x: ' for more"), "\(narrow)")
  }

  @Test func whatASecantComesToAtABreakIsSaid() {
    #expect(panel("relu", ":0<Enter>s").contains("h → 0 gives 1"))
    #expect(panel("relu", ":0<Enter>sS").contains("h → 0 gives 0.5"))
    #expect(panel("step", ":0<Enter>s").contains("h → 0 gives inf"))
    #expect(!panel("leaky-relu", ":1<Enter>s").contains("gives"))
  }

  /// The quotient of the drawn points is near the slope that is said to come of it.
  @Test func limitsAreWhatQuotientsComeTo() {
    for tested in ComposedFunctions.plain + ComposedFunctions.ofAffineInput {
      for point in tested.function.shape.breakpoints where !tested.isClamped {
        for kind in [Secant.Kind.forward, .central] {
          let secant = Secant(kind: kind, halfDecades: -12)
          guard let ends = secant.ends(of: tested.function, at: point.x),
            ends.left < ends.right
          else { continue }
          let wanted = ends.limit(at: point) ?? point.derivative.used
          let found = ends.slope(of: tested.function)
          guard wanted.isFinite, found.isFinite else { continue }
          #expect(
            (found - wanted).magnitude <= 1e-3 * max(1, wanted.magnitude),
            "\(tested) at \(point.x): \(found), said \(wanted)")
        }
      }
    }
  }
}

extension ComposedFunctions.Case {
  /// Whether it has a breakpoint closer to another than any h.
  fileprivate var isClamped: Bool { description.hasPrefix("bce-clamped") }
}
