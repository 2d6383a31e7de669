import NeuralFunctions
import Plotting
import TerminalCells
import Testing

@testable import Explorer

@Suite struct CurvesTests {
  private let app = App.forTests()

  private func on(_ id: String, width: Int = 80, height: Int = 24) -> App {
    App.forTests(
      App.screens(curves: CurvesScreen(entry: Catalogue.entry(named: id)!)), width: width,
      height: height)
  }

  // MARK: What is said

  @Test func aSlopeThatUnderflowsIsNotCalledFlat() {
    func said(_ id: String, at x: String) -> String {
      on(id, width: 120, height: 36).typing(":\(x)<Enter>").statusLine
    }
    #expect(said("sigmoid", at: "-745").contains("rising at 4.941e−324 per unit."))
    #expect(said("sigmoid", at: "-800").contains("is 0, its slope below the smallest Double."))
    #expect(said("tanh", at: "1e300").contains("is 1, its slope below the smallest Double."))
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

  /// At every size in which the panel is shown, no line of it is cut.
  @Test(arguments: Catalogue.entries.map(\.id))
  func derivationsAreNeverCut(id: String) {
    for (width, height) in [(80, 24), (100, 30), (120, 36), (60, 24)] {
      let lines = on(id, width: width, height: height).typing("w").view.picture
        .split(separator: "\n")
      let panel = lines.drop { !$0.hasPrefix("╭─ from ") }.dropFirst().prefix { $0.first == "│" }
      #expect(panel.count > 2)
      #expect(!panel.contains { $0.contains("…") })
    }
  }

  @Test func everyMarkInThePlotIsNamed() {
    let narrow = on("gelu-tanh").typing("g").view.text(row: 2)
    for name in ["━━", "┅┅", "░ sat.", "▲ > 1", "· · tan"] { #expect(narrow.contains(name)) }
    // No panel names the pins here.
    let pins = App.forTests(width: 60, height: 18).typing("pjpjp").view.text(row: 2)
    for name in ["1 σ", "2 tanh", "3 log σ"] { #expect(pins.contains(name), "\(pins)") }
  }

  @Test func allDigitsAreInTheSentenceToo() {
    let narrow = App.forTests(width: 60, height: 18).typing("a").statusLine
    #expect(narrow.contains("x = 1: 0.7310585786300049, slope 0.19661193324148185."))
  }

  @Test(arguments: [(40, 12), (60, 18), (80, 24)])
  func helpNeverCutsAKey(width: Int, height: Int) {
    var app = App.forTests(width: width, height: height).typing("?")
    for _ in 0..<60 {
      #expect(!app.view.picture.contains("…,") && !app.view.picture.contains("Ctrl-→…"))
      #expect(!app.view.picture.split(separator: "\n").contains { $0.contains("H, Shif…") })
      app = app.typing("j")
    }
  }

  @Test func aLongSubstitutionKeepsItsResult() {
    #expect(on("focal").view.picture.contains("= −0.01315"))
  }

  @Test func theConventionAtAKinkIsWhole() {
    #expect(on("pinball").typing(":0<Enter>").view.picture.contains("between the two sides"))
    let pole = on("bce").typing("<Home>").view.picture
    #expect(pole.contains("the limit inside the") && pole.contains("domain"))
  }

  @Test func healthTellsStretchesNotPoints() {
    func said(_ id: String, typing: String = "", width: Int = 120) -> String {
      on(id, width: width, height: 30).typing(typing + "g").statusLine
    }
    #expect(said("mae").contains("Healthy everywhere in sight"))
    #expect(said("mae", typing: ":y=0.5<Enter>").contains("Healthy everywhere in sight"))
    #expect(said("pinball").contains("Healthy everywhere in sight"))
    #expect(said("exponential").contains("amplifying (|exp′| > 1) for x > 0."))
    #expect(said("bce-clamped").contains("Amplifying (|L′| > 1) for ŷ < 1."))
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
      let said = app.typing(":\(line)<Enter>").statusLine
      #expect(said.contains("is accepted") || said.contains("accepted:"), "\(said)")
      #expect(!said.contains("inf"), "\(said)")
    }
    #expect(app.typing(":y 1 1<Enter>").statusLine.contains("as in y -3 3."))
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

  // MARK: Cursor

  @Test func theCursorMovesInDecimalStepsAndBack() {
    let start = app.curves.cursor
    let moved = app.typing("ll").curves.cursor
    #expect(moved > start)
    #expect(app.typing("llhh").curves.cursor == start)
    #expect(app.typing("<Right><Left>").curves.cursor == start)
    #expect("\(moved)".count < 6, "a multiple of the step, not \(moved)")
  }

  @Test func shiftMovesTenTimesAsFar() {
    #expect(app.typing("L").curves.cursor == app.typing("<Right>:10").curves.cursor)
    #expect(app.typing("<S-Left>").curves.cursor == app.typing("h<Left>:9").curves.cursor)
  }

  @Test func theCursorLandsExactlyOnZero() {
    let on = self.on("relu")
    var cursor = on.curves.cursor
    var app = on
    for _ in 0..<200 where cursor > 0 {
      app.type("h")
      cursor = app.curves.cursor
    }
    #expect(cursor == 0)
    #expect(app.statusLine.contains("kink"))
    #expect(app.statusLine.contains("slope 0 left, 1 right, 0 used (PyTorch)."))
  }

  @Test func theWindowFollowsTheCursorOverItsEdge() {
    let app = self.app.typing("<End>lll")
    #expect(app.curves.viewport.x.upper > 6)
    #expect(app.curves.viewport.x.contains(app.curves.cursor))
  }

  @Test func theCursorStaysInsideTheDomain() {
    let app = on("bce").typing("<S-Right>:40")
    #expect(app.curves.cursor == 1)
    #expect(app.typing("<S-Left>:40").curves.cursor == 0)
  }

  @Test func clickingMovesTheCursorAndTheWheelZooms() {
    var app = self.app
    let layout = CurvesLayout(body: app.body, model: app.curves)
    let x = layout.plotArea.x + 5
    _ = app.update(.mouse(Mouse(.press, x: x, y: layout.plotArea.y + 3)))
    let projection = Projection(app.curves.viewport, onto: layout.plotArea)
    #expect(projection.column(of: app.curves.cursor) == x)
    let before = app.curves.viewport.x.halfWidth
    _ = app.update(.mouse(Mouse(.wheelUp, x: x, y: layout.plotArea.y + 3)))
    #expect(app.curves.viewport.x.halfWidth < before)
  }

  // MARK: Window

  @Test func zoomKeepsTheCursorInItsPlace() {
    let place = app.curves.viewport.x.fraction(of: app.curves.cursor)
    let zoomed = app.typing("+++").curves
    #expect(zoomed.viewport.x.halfWidth < app.curves.viewport.x.halfWidth)
    #expect(abs(zoomed.viewport.x.fraction(of: zoomed.cursor) - place) < 1e-12)
    #expect(zoomed.viewport.y.halfWidth < app.curves.viewport.y.halfWidth)
  }

  @Test func zoomOfOneAxisLeavesTheOther() {
    #expect(app.typing("y").curves.viewport.x == app.curves.viewport.x)
    #expect(app.typing("yx").curves.viewport.y == app.typing("y").curves.viewport.y)
  }

  @Test func aThousandZoomsNeitherTrapNorEmptyTheWindow() {
    for key in ["+", "-", "x", "Y"] {
      var app = self.app
      for _ in 0..<1200 { app.type(key) }
      let x = app.curves.viewport.x
      #expect(x.lower < x.upper && x.lower.isFinite && x.upper.isFinite)
      #expect(app.view.size.width == 80)
    }
  }

  @Test func undoGoesBackOneChangeAndRedoForth() {
    let start = app.curves.viewport
    let zoomed = app.typing("+++")
    #expect(zoomed.typing("u").curves.viewport == start)
    #expect(zoomed.typing("u<C-r>").curves.viewport == zoomed.curves.viewport)
    #expect(app.typing("u").statusLine.contains("Nothing to undo"))
  }

  @Test func fitHoldsTheCurves() {
    let app = self.app.typing("yyyyf")
    let y = app.curves.viewport.y
    #expect(y.lower <= 0 && y.upper >= app.curves.function.value(6.0))
  }

  @Test func aCurveAsGoodAsFlatIsShownFlat() {
    let y = app.typing("<:>40<Enter>").curves.viewport.y
    #expect(y.lower <= 0 && y.upper >= 1, "\(y)")
    // A narrow window on a slope is something else.
    let narrow = app.typing("<:>x 0.999999 1.000001<Enter>").curves.viewport.y
    #expect(narrow.lower > 0.7 && narrow.upper < 0.8, "\(narrow)")
  }

  @Test func equalAspectMakesUnitsEqual() {
    let app = self.app.typing("e")
    let area = CurvesLayout(body: app.body, model: app.curves).plotArea
    let perColumn = app.curves.viewport.x.halfWidth / Double(area.width)
    let perHalfRow = app.curves.viewport.y.halfWidth / Double(area.height) / 2
    // The labels of the new window may take a column more or less.
    #expect(abs(perColumn / perHalfRow - 1) < 2 / Double(area.width))
  }

  // MARK: Choosing

  @Test func arrowsChooseFunctions() {
    #expect(app.typing("j").curves.view.selected == 1)
    #expect(app.typing("jk").curves.view.selected == 0)
    #expect(app.typing("<Down><Down><Up>").curves.view.selected == 1)
    #expect(app.typing("k").curves.view.selected == 0)
  }

  @Test func slashFindsAFunctionAsItIsTyped() {
    let typed = app.typing("/rel")
    #expect(typed.curves.entry.id == "relu")
    #expect(typed.typing("<Enter>").curves.prompt == nil)
    #expect(typed.typing("<Esc>").curves.entry.id == app.curves.entry.id)
    #expect(typed.typing("<Esc>").curves.view == app.curves.view)
  }

  @Test func anEndlessNameIsNotTakenWhole() {
    let app = self.app.typing("/" + String(repeating: "zz9", count: 500))
    #expect(app.screen.field?.editor.text.count == 64)
  }

  @Test func aNameThatMatchesNothingIsRefusedAndStaysOpen() {
    let app = self.app.typing("/zzz<Enter>")
    #expect(app.statusLine.contains("No function matches 'zzz'"))
    #expect(app.screen.isTyping)
  }

  // MARK: Parameters

  @Test func theTargetOfALossIsAParameter() {
    let app = on("bce")
    let nudged = app.typing("[")
    #expect(nudged.curves.settings.target == 0.95)
    #expect(nudged.typing("<Enter>0.3<Enter>").curves.settings.target == 0.3)
    #expect(nudged.typing("<BS>").curves.settings.target == nil)
  }

  @Test func aTargetThatIsNotAcceptedIsRefusedInASentence() {
    let app = on("bce").typing("<Enter>2<Enter>")
    #expect(app.statusLine.contains("a number from 0 to 1"))
    #expect(app.curves.settings.target == nil)
    #expect(app.screen.isTyping)
    #expect(!app.typing("<Esc>").screen.isTyping)
  }

  @Test func aFunctionWithoutParametersSaysSo() {
    #expect(app.typing("]").statusLine.contains("sigmoid has no parameter"))
  }

  // MARK: Command line

  @Test func colonTakesAnXAWindowANameOrASetting() {
    #expect(app.typing(":-2.5<Enter>").curves.cursor == -2.5)
    let window = app.typing(":x -3 3<Enter>").curves.viewport.x
    #expect(window.lower == -3 && window.upper == 3)
    #expect(app.typing(":y -1 2<Enter>").curves.viewport.y.upper == 2)
    #expect(app.typing(":relu<Enter>").curves.entry.id == "relu")
    #expect(on("bce").typing(":y=0.25<Enter>").curves.settings.target == 0.25)
    #expect(app.typing(":eps=0.01<Enter>").curves.saturation == 0.01)
    #expect(app.typing(":0x1p-1<Enter>").curves.cursor == 0.5)
  }

  @Test(arguments: [
    (":sigmiod", "did you mean sigmoid?"), (":x 3", "two numbers"), (":x 3 -3", "smaller first"),
    (":1e400", "too large"), (":alpha=1", "no parameter 'alpha'"), (":nan", "not understood"),
    (":y=2", "no parameter"),
  ])
  func aLineThatIsNotUnderstoodIsRefused(_ line: String, _ words: String) {
    let app = self.app.typing(line + "<Enter>")
    #expect(app.statusLine.contains(words), "\(app.statusLine)")
    #expect(app.screen.isTyping)
    #expect(app.typing("<Esc>").curves.view == self.app.curves.view)
  }

  @Test func tabCompletesAndArrowsRecallLines() {
    #expect(app.typing(":sigm<Tab>").screen.field?.editor.string == "sigmoid")
    let recalled = app.typing(":1<Enter>:2<Enter>:<Up><Up>")
    #expect(recalled.screen.field?.editor.string == "1")
  }

  // MARK: Reading

  @Test func theStatusSentenceReadsValueAndSlope() {
    let app = self.app.typing(":1.25<Enter>")
    #expect(
      app.statusLine.hasPrefix(" sigmoid at x = 1.25 is 0.7773, rising at 0.1731 per unit."))
  }

  @Test func inANarrowWindowTheCursorShowsTheDigitsThatMove() {
    let app = self.app.typing(":x 1000000 1000000.000001<Enter>")
      .typing(":1000000.0000005<Enter>")
    #expect(app.statusLine.contains("x = 1000000.0000005"), "\(app.statusLine)")
    #expect(app.view.picture.contains("1000000.0000005"))
  }

  @Test func theNumbersOnScreenAreTheLibrarys() {
    let app = self.app.typing(":1.25<Enter>a")
    let picture = app.view.picture
    #expect(picture.contains("\(Sigmoid().value(1.25))"))
    #expect(picture.contains("\(Sigmoid().derivative(1.25))"))
  }

  @Test func nextPointGoesToTheInflection() {
    let app = self.app.typing(":-1<Enter>n")
    #expect(app.curves.cursor == 0)
    #expect(app.statusLine.contains("inflection"))
  }

  @Test func healthSaysWhereSaturationStarts() {
    let app = self.app.typing("g")
    #expect(app.statusLine.contains("Saturated (|σ′| < 0.1) for x < −2.06 and for x > 2.06."))
  }

  @Test func deadStretchesEndExactlyAtTheirKink() {
    #expect(on("relu").typing("g").statusLine.contains("Dead (|r′| = 0) for x ≤ 0."))
  }

  @Test func pinsAreReadAtTheCursorAndUnpinned() {
    let app = self.app.typing("pj")
    #expect(app.curves.view.pins.map(\.name) == ["sigmoid"])
    #expect(app.view.picture.contains("1 sigmoid"))
    #expect(app.typing("P").curves.view.pins.isEmpty)
    #expect(app.typing("pjpjpjpjp").statusLine.contains("Four curves"))
  }

  @Test func theSecantNearsTheDerivativeAsHShrinks() {
    let secant = app.typing("s").curves.secant!
    #expect(secant.h == 1)
    let smaller = app.typing("s;;;;;;").curves
    #expect(smaller.secant!.h == 1e-3)
    let error =
      smaller.secant!.slope(of: DrawnFunction(Catalogue.entry(named: "sigmoid")!, .init()), at: 1)
      - Sigmoid().derivative(1.0)
    #expect(abs(error) < 1e-3)
  }
}
