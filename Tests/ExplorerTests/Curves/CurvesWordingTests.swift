import NeuralFunctions
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// What the Curves screen says of a function, in the sentence, the panels and the legend.
@Suite struct CurvesWordingTests {
  private let app = Workbench.forTests()

  private func on(_ id: String, width: Int = 80, height: Int = 24) -> Workbench {
    Workbench.forTests(on: id, width: width, height: height)
  }

  @Test func aSlopeThatUnderflowsIsNotCalledFlat() {
    func said(_ id: String, at x: String) -> String {
      on(id, width: 120, height: 36).typing(":\(x)<Enter>").statusLine
    }
    #expect(said("sigmoid", at: "-745").contains("rising at 5e−324 per unit."))
    let rounded = "but for rounding, its slope below the smallest Double."
    #expect(said("sigmoid", at: "-800").contains("is 0 \(rounded)"))
    #expect(said("tanh", at: "1e300").contains("is 1 \(rounded)"))
    #expect(said("relu", at: "-800").contains("is 0, flat."))
    #expect(said("hard-tanh", at: "800").contains("is 1, flat."))
    #expect(said("gaussian", at: "0").contains("is 1, flat"))
    #expect(said("mse", at: "0").contains("is 0, flat"))
  }

  @Test func equationsAreBrokenBeforeOperatorsAndLoseNothing() {
    let equation = "f = αₜ γ (1 − pₜ) log pₜ − αₜ(1 − pₜ)^(γ+1)"
    #expect(TextWrap.formula(equation, width: 60) == [equation])
    #expect(
      TextWrap.formula(equation, width: 30) == ["f = αₜ γ (1 − pₜ) log pₜ", "  − αₜ(1 − pₜ)^(γ+1)"])
    for width in 6...60 {
      let lines = TextWrap.formula(equation, width: width)
      let words = lines.flatMap { $0.split(separator: " ") }
      #expect(words == equation.split(separator: " "))
    }
  }

  @Test func everyMarkInThePlotIsNamed() {
    let narrow = on("gelu-tanh").typing("g").view.picture
    for name in ["━━", "╍╍", "░ sat", "▲ > 1", "── tan"] { #expect(narrow.contains(name)) }
    // No panel names the pins here.
    let pins = Workbench.forTests(width: 60, height: 18).typing("pjpjp").view.text(row: 2)
    for name in ["1 σ", "2 tanh", "3 log σ"] { #expect(pins.contains(name), "\(pins)") }
  }

  @Test func allDigitsAreInTheSentenceToo() {
    let narrow = Workbench.forTests(width: 60, height: 18).typing("a").statusLine
    #expect(narrow.contains("x = 1: 0.7310585786300049, slope 0.19661193324148185."))
  }

  @Test(arguments: [(40, 12), (60, 18), (80, 24)])
  func helpNeverCutsAKey(width: Int, height: Int) {
    var app = Workbench.forTests(width: width, height: height).typing("?")
    let labels = HelpPage(for: app, OpenPage()).lines.compactMap { line in
      if case .entry(let label, _) = line { label } else { nil }
    }
    #expect(labels.count > 30)
    var shown = Set<String>()
    for _ in 0..<200 {
      let rows = app.view.picture.split(separator: "\n")
      shown.formUnion(labels.filter { label in rows.contains { $0.contains(label) } })
      app = app.typing("j")
    }
    #expect(labels.allSatisfy(shown.contains), "\(labels.filter { !shown.contains($0) })")
  }

  @Test func aLongSubstitutionKeepsItsResult() {
    #expect(on("focal").view.picture.contains("= −0.01315"))
  }

  @Test func theConventionAtAKinkIsWhole() {
    #expect(on("pinball").typing(":0<Enter>").view.picture.contains("between the two sides"))
    let pole = on("bce").typing("<Home>").view.picture
    #expect(pole.contains("the limit inside the") && pole.contains("domain"))
  }

  @Test func healthTellsStretchesAndPointsThatAreOtherwise() {
    func said(_ id: String, typing: String = "", width: Int = 120) -> String {
      on(id, width: width, height: 30).typing(typing + "g").statusLine
    }
    #expect(said("mae").contains("Saturated (|L′| < 0.1) only at ŷ = 0."))
    #expect(said("mae", typing: ":y=0.5<Enter>").contains("(|L′| < 0.1) only at ŷ = 0.5."))
    #expect(said("pinball").contains("Saturated (|L′| < 0.1) only at ŷ = 0."))
    #expect(said("exponential").contains("amplifying (|exp′| > 1) for x > 0."))
    #expect(said("bce-clamped").contains("amplifying (|L′| > 1) from 3.72e−44 to 1."))
    #expect(
      said("gelu", width: 80).contains("Saturated x < −1.86, −1.08…−0.554; amplifying x > 0.752."))
    #expect(said("sigmoid", width: 40).contains("Saturated x < −2.06, x > 2.06."))
  }

  @Test func whatWasJumpedToIsNamedWithoutRoundingErrors() {
    #expect(on("sine", width: 120).typing("nn").statusLine.contains("is 1, flat; maximum at π/2."))
    let difference = on("mish", width: 120).typing("pjDNN")
    #expect(difference.curves.cursor == 0)
    #expect(difference.statusLine.contains("at x = 0 is 0"))
  }

  @Test func refusalsNameOnlyWhatIsAccepted() {
    for line in ["1e400", "x 1e400 2", "y 0 abc"] {
      let said = app.typing(":\"\(line)\"<Enter>").statusLine
      #expect(said.contains("is accepted") || said.contains("accepts"), "\(said)")
      #expect(!said.contains("inf"), "\(said)")
    }
    #expect(app.typing(":\"y 1 1\"<Enter>").statusLine.contains("as in y -3 3."))
    #expect(on("bce", width: 120).typing(":5<Enter>").statusLine.contains("ŷ = 5 is outside"))
  }

  /// Else what is said of its tails would be wrong.
  @Test(arguments: Catalogue.entries.map(\.id))
  func aTailIsDeadOrHasASlope(id: String) {
    let function = Catalogue.entry(named: id)!.defaultFunction
    let shape = function.shape
    let ends = [
      (shape.limitAtMinusInfinity, -12.0), (shape.limitAtPlusInfinity, 12.0),
    ]
    for (limit, x) in ends where limit?.derivative == 0 {
      let isDead = shape.deadIntervals.contains { $0.contains(x) }
      #expect(isDead == (function.derivative(x) == 0))
    }
  }
}
