import NeuralFunctions
import Plotting
import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

@Suite struct CurvesTests {
  private let app = Workbench.forTests()

  private func on(_ id: String, width: Int = 80, height: Int = 24) -> Workbench {
    Workbench.forTests(on: id, width: width, height: height)
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
    #expect(app.typing("L").curves.cursor == app.typing("<Right*10>").curves.cursor)
    #expect(app.typing("<S-Left>").curves.cursor == app.typing("h<Left*9>").curves.cursor)
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
    let app = on("bce").typing("<S-Right*40>")
    #expect(app.curves.cursor == 1)
    #expect(app.typing("<S-Left*40>").curves.cursor == 0)
  }

  @Test func clickingMovesTheCursorAndTheWheelZooms() {
    var app = self.app
    let layout = CurvesLayout(body: app.body, model: app.curves)
    let x = layout.plotArea.x + 5
    _ = app.update(.mouse(Mouse(.press, x: x, y: layout.plotArea.y + 3)))
    #expect(layout.plot.projection.column(of: app.curves.cursor) == x)
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
    let y = app.typing(":40<Enter>").curves.viewport.y
    #expect(y.lower <= 0 && y.upper >= 1, "\(y)")
    // A narrow window on a slope is something else.
    let narrow = app.typing(":\"x 0.999999 1.000001\"<Enter>").curves.viewport.y
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
    let ids = Catalogue.entries.map(\.id)
    #expect(app.typing("j").curves.state.function == ids[1])
    #expect(app.typing("jk").curves.state.function == ids[0])
    #expect(app.typing("<Down><Down><Up>").curves.state.function == ids[1])
    #expect(app.typing("k").curves.state.function == ids[0])
  }

  @Test func slashFindsAFunctionAsItIsTyped() {
    let typed = app.typing("/rel")
    #expect(typed.curves.entry.id == "relu")
    #expect(!typed.typing("<Enter>").isTyping)
    #expect(typed.typing("<Esc>").curves.entry.id == app.curves.entry.id)
    #expect(typed.typing("<Esc>").curves.state == app.curves.state)
  }

  @Test func arrowsGoOnInTheListThatIsShown() {
    let found = app.typing("/elu<Down>")
    let listed = app.typing("/elu").curves.listed.map { Catalogue.entries[$0].id }
    #expect(found.curves.entry.id == listed[1])
    #expect(found.typing("<Enter>").curves.entry.id == listed[1])
    #expect(found.typing("<Enter>u").curves.state == app.curves.state)
    #expect(found.typing("<Esc>").curves.state == app.curves.state)
  }

  @Test func tabCompletesWhatWasFound() {
    let app = self.app.typing("/lreu<Tab>")
    #expect(app.openField?.editor.string == app.curves.entry.id)
  }

  @Test func anEndlessNameIsNotTakenWhole() {
    let app = self.app.typing("/" + String(repeating: "zz9", count: 500))
    #expect(app.openField?.editor.string.count == 64)
  }

  @Test func aNameThatMatchesNothingIsRefusedAndStaysOpen() {
    let app = self.app.typing("/zzz<Enter>")
    #expect(app.statusLine.contains("No function matches 'zzz'"))
    #expect(app.isTyping)
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
    #expect(app.isTyping)
    #expect(!app.typing("<Esc>").isTyping)
  }

  @Test func aFunctionWithoutParametersSaysSo() {
    #expect(app.typing("]").statusLine.contains("sigmoid has no parameter"))
  }

  // MARK: Command line

  @Test func colonTakesAnXAWindowANameOrASetting() {
    #expect(app.typing(":-2.5<Enter>").curves.cursor == -2.5)
    let window = app.typing(":\"x -3 3\"<Enter>").curves.viewport.x
    #expect(window.lower == -3 && window.upper == 3)
    #expect(app.typing(":\"y -1 2\"<Enter>").curves.viewport.y.upper == 2)
    #expect(app.typing(":relu<Enter>").curves.entry.id == "relu")
    #expect(on("bce").typing(":y=0.25<Enter>").curves.settings.target == 0.25)
    #expect(app.typing(":eps=0.01<Enter>").curves.saturation == 0.01)
    #expect(app.typing(":0x1p-1<Enter>").curves.cursor == 0.5)
  }

  @Test(arguments: [
    (":sigmiod", "did you mean sigmoid?"), (":x 3", "x accepts a finite number for upper"),
    (":x 3 -3", "smaller first"),
    (":1e400", "too large"), (":alpha=1", "no parameter 'alpha'"),
    (":nan", "accepts a finite number"),
    (":y=2", "y accepts two numbers"),
  ])
  func aLineThatIsNotUnderstoodIsRefused(_ line: String, _ words: String) {
    let app = self.app.typing(":\"\(line.dropFirst())\"<Enter>")
    #expect(app.statusLine.contains(words), "\(app.statusLine)")
    #expect(app.isTyping)
    #expect(app.typing("<Esc>").curves.state == self.app.curves.state)
  }

  @Test func tabCompletesAndArrowsRecallLines() {
    #expect(app.typing(":sigm<Tab>").openField?.editor.string == "sigmoid")
    let recalled = app.typing(":1<Enter>:2<Enter>:<Up><Up>")
    #expect(recalled.openField?.editor.string == "1")
  }

  // MARK: Reading

  @Test func theStatusSentenceReadsValueAndSlope() {
    let app = self.app.typing(":1.25<Enter>")
    #expect(
      app.statusLine.hasPrefix(" sigmoid at x = 1.25 is 0.7773, rising at 0.1731 per unit."))
  }

  @Test func inANarrowWindowTheCursorShowsTheDigitsThatMove() {
    let app = self.app.typing(":\"x 1000000 1000000.000001\"<Enter>")
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
    #expect(app.curves.pins.map(\.name) == ["sigmoid"])
    #expect(app.view.picture.contains("1 sigmoid"))
    #expect(app.typing("P").curves.pins.isEmpty)
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
