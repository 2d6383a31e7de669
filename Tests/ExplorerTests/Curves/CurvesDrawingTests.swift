import NeuralFunctions
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// What stands in the plot and what is said of it, beyond the curves themselves.
@Suite struct CurvesDrawingTests {
  private func on(_ id: String, width: Int = 80, height: Int = 24) -> Workbench {
    Workbench.forTests(on: id, width: width, height: height, colors: .palette)
  }

  private func tangentDots(_ app: Workbench) -> Int {
    let style = app.theme.tangent
    let plot = CurvesLayout(body: app.body, model: app.curves).plotArea
    let frame = app.view
    return (plot.y..<plot.maxY).reduce(0) { count, y in
      count + (plot.x..<plot.maxX).filter { frame[$0, y].style == style }.count
    }
  }

  // MARK: Kinks

  @Test func aKinkHasNoTangentAndItsDerivativeIsCalledUsed() {
    let kink = on("relu").typing(":0<Enter>")
    #expect(kink.view.picture.contains("none at a kink"))
    #expect(kink.view.picture.contains("0.000000 used"))
    #expect(tangentDots(kink) == 0)
    let beside = on("relu").typing(":0.5<Enter>")
    #expect(!beside.view.picture.contains("used"))
    #expect(tangentDots(beside) > 0)
  }

  @Test func aJumpOfTheCurvatureIsTold() {
    #expect(on("huber").typing(":1<Enter>").statusLine.contains("L″ jumps from 1 to 0"))
    #expect(!on("huber").typing(":0.5<Enter>").statusLine.contains("jumps"))
  }

  @Test func narrowWindowsKeepTheSlopeInTheStatus() {
    #expect(on("silu", width: 40, height: 12).statusLine.contains("x = 1: 0.7311, slope 0.9277."))
    #expect(
      on("relu", width: 40, height: 12).typing(":0<Enter>").statusLine
        .contains("x = 0: kink, slopes 0 | 1, 0 used."))
  }

  // MARK: Marks and names

  @Test func theCursorMarksValueAndSlopeApartAndTogether() {
    func marks(_ app: Workbench) -> String {
      let plot = CurvesLayout(body: app.body, model: app.curves, chrome: .ascii).plotArea
      let cells = app.view.cells.enumerated().filter { index, cell in
        cell.style == app.theme.cursor && plot.contains(x: index % 80, y: index / 80)
      }
      return String(cells.map(\.element.character))
    }
    let app = Workbench.forTests(on: "sigmoid", markers: .ascii, colors: .palette)
    #expect(marks(app.typing(":0<Enter>")) == "@#")
    // The exponential is its own derivative: f's mark is seen.
    let other = Workbench.forTests(on: "exponential", markers: .ascii, colors: .palette)
    #expect(marks(other.typing(":0<Enter>")) == "@")
  }

  @Test func tangentAndSecantAreBothNamedWherePinsLeaveLittleRoom() {
    func legend(_ app: Workbench) -> String {
      let rect = CurvesLayout(body: app.body, model: app.curves).legend
      return String(app.view.text(row: rect.y).dropFirst(rect.x).prefix(rect.width))
    }
    let narrow = legend(on("tanh").typing("kpjs"))
    #expect(narrow.contains("tangent") && narrow.contains("secant"))
    let wide = legend(on("tanh", width: 120, height: 36).typing("kpjs"))
    #expect(wide.contains("1 sigmoid") && wide.contains("forward secant"))
    // The panel at the cursor and the curve itself name the pin.
    #expect(on("tanh").typing("kpj").view.picture.contains("1 sigmoid"))
  }

  @Test func eachCurveCarriesItsNameWhileThereAreSeveral() {
    func names(_ app: Workbench, _ style: Style) -> String {
      let plot = CurvesLayout(body: app.body, model: app.curves).plotArea
      let frame = app.view
      let cells = (plot.y..<plot.maxY).flatMap { y in
        (plot.x..<plot.maxX).map { frame[$0, y] }
      }
      return String(
        cells.filter { $0.style == style && ($0.character.isLetter || "′″".contains($0.character)) }
          .map(\.character))
    }
    let both = on("sigmoid")
    #expect(names(both, both.theme.function) == "σ")
    #expect(names(both, both.theme.derivative) == "σ′")
    let three = both.typing("d")
    #expect(names(three, three.theme.secondDerivative) == "σ″")
    let alone = both.typing("dd")
    #expect(names(alone, alone.theme.function) == "")
  }

  @Test func onlyStatesInSightStandInTheLegend() {
    let legend = on("relu").typing("g").view.text(row: 2)
    #expect(legend.contains("dead"))
    #expect(!legend.contains("saturated") && !legend.contains("amplifying"))
  }

  // MARK: Choosing

  @Test func theWheelOverTheListChoosesAndLeavesTheWindow() {
    var app = on("sigmoid")
    let list = CurvesLayout(body: app.body, model: app.curves).listPanel
    _ = app.update(.mouse(Mouse(.wheelDown, x: list.x + 2, y: list.y + 1)))
    #expect(app.curves.entry.id == "tanh")
    _ = app.update(.mouse(Mouse(.wheelUp, x: list.x + 2, y: list.y + 1)))
    #expect(app.curves.entry.id == "sigmoid")
  }

  @Test func clickingHelpOpensIt() {
    var app = on("sigmoid")
    _ = app.update(.mouse(Mouse(.press, x: 76, y: 0)))
    #expect(app.page?.scroll == 0)
  }

  @Test func lookingForAVectorFunctionPointsToItsScreen() {
    #expect(on("sigmoid").typing("/softmax<Enter>").view.picture.contains("Esc, then 2."))
  }

  @Test func blocksDrawTheListsMiniaturesAsBars() {
    let app = on("sigmoid").typing("m")
    #expect(app.appearance.markers == .blocks)
    #expect(app.view.picture.contains("▁▁▁▃▆███"))
  }

  // MARK: Numbers

  @Test func aHugePlaceKeepsItsExponent() {
    let far = on("softplus").typing(":1e308<Enter>")
    #expect(far.view.picture.contains(" 1e308 "))
    #expect(far.statusLine.contains("at x = 1e308 is"))
    let flat = on("sigmoid").typing(":1e300<Enter>")
    #expect(flat.statusLine.contains("x = 1e300: 1 but for rounding"))
  }

  @Test func theTangentStandsWholeBesideALongName() {
    #expect(on("softplus").view.picture.contains(" 0.7311x + 0.5822"))
  }

  @Test func overflowIsNotCalledInfinity() {
    let status = on("exponential").typing(":800<Enter>").statusLine
    #expect(status.contains("is beyond the largest Double, 1.798e308."))
  }

  @Test func healthIsToldForTheCurveAndThenForThePlace() {
    let told = on("gelu").typing("g")
    #expect(told.statusLine.contains("Saturated"))
    #expect(told.typing("l").statusLine.contains("GELU at x = 1.1 is 0.9508"))
    #expect(told.typing("l").statusLine.contains("amplifying here."))
    #expect(told.view.text(row: 2).contains("▲ > 1  ── tan"))
  }

  @Test func aDifferenceIsNeverOfACurveToItself() {
    let pinned = on("gelu").typing("p")
    #expect(pinned.typing("D").statusLine.contains("A difference needs two curves"))
    #expect(pinned.typing("jpD").view.picture.contains("GELU (tanh form) − GELU "))
    // Back on the only pinned curve there is no difference left, and none is claimed.
    let back = pinned.typing("jD").typing("k")
    #expect(!back.curves.showsDifference)
    #expect(back.view.picture.contains("gelu(x) = "))
  }

  @Test func substitutedNumbersHaveOneParenthesis() {
    let picture = on("exponential").typing(":-2<Enter>").view.picture
    #expect(picture.contains("exp(−2)") && !picture.contains("(("))
  }
}
