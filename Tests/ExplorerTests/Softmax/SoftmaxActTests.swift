import TerminalCells
import Testing

@testable import Explorer

/// What keys do on this screen as on every other, and what the mouse's lines are.
@Suite struct SoftmaxActTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  @Test func nGoesAlongTheLargestOutputsAndBack() {
    let bench = SoftmaxBench((0..<30).map { Double($0 * 7 % 30) })
    // 29, 28 and 27 stand at 17, 4 and 21.
    #expect(bench.typing("n").state.row == 17)
    #expect(bench.typing("nn").state.row == 4)
    #expect(bench.typing("nnn").state.row == 21)
    #expect(bench.typing("nnnN").state.row == 4)
    #expect(bench.typing("<j*9>n").state.row == 17, "from anywhere else to the largest")
    #expect(bench.typing("n<S-Right>").typing("<Esc>").state.row == 17)
  }

  @Test func inTheMatrixNGoesAlongTheStrongestEntriesOfTheRow() {
    let inMatrix = bench.typing("jj<Right><Right>")
    let row = (0..<3).map { bench.sheet.readings.jacobian[2, $0].magnitude }
    let order = [0, 1, 2].sorted { row[$0] > row[$1] }
    let columns = (1...3).map { inMatrix.typing("<n*\($0)>").state.column }
    #expect(Set(columns) == [0, 1, 2])
    let place = order.firstIndex(of: inMatrix.state.column) ?? 0
    #expect(columns[0] == order[(place + 1) % 3])
    #expect(inMatrix.typing("n").state.row == 2)
  }

  @Test func fShowsTheWholeMatrixAndRResetsTheView() {
    let closer = bench.typing("zz:\"extent 0.3\"<Enter>S<Right>jl")
    #expect(closer.state.zoom == 2)
    let fitted = closer.typing("f").state
    #expect(fitted.zoom == 0 && fitted.fixedExtent == 0.3 && fitted.row == 1)
    let reset = closer.typing("r").state
    #expect(reset.zoom == 0 && reset.fixedExtent == nil && reset.isLogarithmic == nil)
    #expect(reset.row == 0 && reset.column == 0 && reset.vector == bench.state.vector)
  }

  @Test(arguments: ["g", "s", "F"])
  func dGoesToTheMatrixFromAnyView(_ key: String) {
    #expect(bench.typing(key).state.view != .jacobian)
    #expect(bench.typing(key + "d").state.view == .jacobian)
    #expect(bench.typing(key + key).state.view == .jacobian)
  }

  @Test func aViewIsAStepOfUndo() {
    let undone = bench.typing("]gu")
    #expect(undone.state.view == .jacobian && undone.logits == [2.1, 1, 0.1])
    #expect(undone.typing("u").logits == [2, 1, 0.1])
  }

  @Test func backspaceGoesBackToWhatThePanelShowsByItself() {
    #expect(bench.typing("s<Right>]]<BS>").state.vector.nudge == nil)
    #expect(bench.typing("g<Right>[[<BS>").state.vector.targets == [1, 0, 0])
    #expect(bench.typing("]s<Right>]<BS>").logits == [2.1, 1, 0.1])
    #expect(bench.typing("]s<BS>").logits == [2, 1, 0.1])
  }

  @Test func entriesOfTheTablesHaveWords() {
    #expect(bench.typing(":y1=0.5<Enter>").state.vector.targets == [0.5, 0.5, 0])
    #expect(bench.typing(":\"target 1 0.5\"<Enter>").state.vector.targets == [0.5, 0.5, 0])
    #expect(bench.typing("s:dx2=3<Enter>").state.vector.nudge == [0.1, 0, 3])
    #expect(bench.typing(":\"delta 2 3\"<Enter>:dx<Enter>").state.vector.nudge == nil)
    #expect(bench.typing("s<Right>:\"entry 4\"<Enter>").state.vector.nudge == [4, 0, 0])
    #expect(bench.typing(":\"class 2\"<Enter>").state.vector.targets == [0, 0, 1])
    #expect(bench.typing(":y9=1<Enter>").status.contains("0 to 2"))
  }

  @Test func whatIsOnOrOffIsChangedAloneAndSetByAWord() {
    #expect(bench.typing(":digits<Enter>:digits<Enter>").state.showsAllDigits == false)
    let on = bench.typing(":\"digits on\"<Enter>:\"digits on\"<Enter>:\"diagonal on\"<Enter>")
    #expect(on.state.showsAllDigits && on.state.showsDiagonalOnly)
    #expect(bench.typing(":\"scale logarithmic; scale auto\"<Enter>").state.isLogarithmic == nil)
  }

  @Test func theWheelZoomsAboutThePointerAndElsewhereMovesAlong() {
    let bench = SoftmaxBench((0..<64).map { Double($0 % 9) / 3 }, width: 120, height: 40)
    let place = bench.layout.window.rect(row: 30, column: 20)
    let zoomed = bench.receiving(.mouse(Mouse(.wheelUp, x: place.x, y: place.y))).state
    #expect(zoomed.zoom == 1 && zoomed.isInMatrix && zoomed.row >= 28 && zoomed.column >= 18)
    let list = bench.layout.logitRows
    let moved = bench.receiving(.mouse(Mouse(.wheelDown, x: list.x + 1, y: list.y))).state
    #expect(moved.row == 1 && moved.focus == .logits && moved.zoom == 0)
  }

  @Test func aClickInATableSelectsWhatIsEditedThere() {
    let loss = bench.typing("g")
    let layout = loss.layout
    let y = layout.line(of: 2, in: layout.visiblePlaces(loss.sheet))
    let clicked = loss.receiving(.mouse(Mouse(.press, x: layout.jacobianPanel.x + 5, y: y)))
    #expect(clicked.state.row == 2 && clicked.state.focus == .panel)
    #expect(clicked.typing("<Enter>1<Enter>").state.vector.targets == [0, 0, 1])
  }
}
