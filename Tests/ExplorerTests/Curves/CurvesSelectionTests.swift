import NeuralFunctions
import Testing

@testable import Explorer
@testable import Widgets

/// Choosing another function keeps cursor and window; undo brings the cursor back.
@Suite struct CurvesSelectionTests {
  private let app = Workbench.forTests()

  @Test func theCursorStaysWhereTheNextFunctionIsDefined() {
    let there = app.typing(":-1.5<Enter>")
    #expect(there.typing("j").curves.cursor == -1.5)
    #expect(there.typing(":gelu<Enter>").curves.cursor == -1.5)
    #expect(there.typing("/gelu<Enter>").curves.cursor == -1.5)
  }

  @Test func aFunctionThatIsNotDefinedThereBorrowsTheCursor() {
    let away = app.typing(":-1.5<Enter>:bce<Enter>")
    #expect(away.curves.shape.domain.contains(away.curves.cursor))
    #expect(away.curves.cursor > 0 && away.curves.cursor < 1)
    #expect(away.typing(":tanh<Enter>").curves.cursor == -1.5)
    #expect(away.typing("l:tanh<Enter>").curves.cursor == away.typing("l").curves.cursor)
  }

  @Test func theWindowThatWasSetStays() {
    let set = app.typing(":\"x -2 5\"<Enter>:1<Enter>")
    for keys in ["j", ":gelu<Enter>", "/mish<Enter>", ":bce<Enter>:tanh<Enter>"] {
      let range = set.typing(keys).curves.xRange
      #expect(range.lower == -2 && range.upper == 5, "\(keys)")
    }
    let own = set.typing(":gelu<Enter>r").curves.xRange
    #expect(own.closedRange == GELU().shape.window)
    #expect(app.typing("j").curves.xRange.closedRange == app.typing("j").curves.shape.window)
  }

  @Test func aWindowWithoutAnyOfTheDomainIsNotKept() {
    let app = app.typing(":\"x -9 -3\"<Enter>:bce<Enter>")
    #expect(app.curves.xRange.closedRange == 0...1)
    #expect(app.typing(":tanh<Enter>").curves.xRange.lower == -9)
  }

  @Test func aYRangeThatHoldsNothingOfTheCurveIsNotKept() {
    let app = app.typing(":\"y 0.4 0.6\"<Enter>")
    #expect(!app.typing("j").curves.fitsVertically)
    #expect(app.typing(":\"y 50 60\"<Enter>:tanh<Enter>").curves.fitsVertically)
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func theCursorIsAlwaysInTheDomainAndInSight(id: String) {
    for start in [
      ":-3<Enter>", ":0<Enter>:\"x -0.5 0.5\"<Enter>", ":40<Enter>", ":\"x -9 -3\"<Enter>",
    ] {
      let curves = app.typing(start + ":\(id)<Enter>").curves
      let domain = curves.shape.domain
      #expect(Interval(domain.lower, domain.upper).contains(curves.cursor), "\(start) \(id)")
      #expect(curves.xRange.contains(curves.cursor), "\(start) \(id)")
    }
  }

  @Test func undoAndRedoBringTheCursorBack() {
    let start = app.typing(":2<Enter>:relu<Enter>:-3<Enter>:\"x -4 4\"<Enter>")
    let undone = start.typing("u")
    #expect(undone.curves.cursor == -3)
    #expect(undone.typing("u").curves.cursor == 2)
    #expect(undone.typing("u<C-r>").curves.cursor == -3)
    #expect(app.typing(":2<Enter>:bce<Enter>u").curves.cursor == 2)
    let followed = app.typing(":2<Enter>:20<Enter>")
    #expect(followed.typing("u").curves.cursor == 2)
  }

  @Test func leavingASearchLeavesTheCursor() {
    let app = app.typing(":-1.5<Enter>/bce")
    #expect(app.typing("<Esc>").curves.cursor == -1.5)
    #expect(app.typing("<BS><BS><BS>gelu<Enter>").curves.cursor == -1.5)
  }
}
