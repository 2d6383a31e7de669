import TerminalCells
import Testing
import Widgets

/// One history for all screens: a step brings back what was in front, too.
@Suite struct UndoTests {
  @Test func aLineForAnotherScreenIsOneStepThatLeadsBackToTheTab() throws {
    var bench = try Workbench.forTests().playing("] : \"notes count 3\" <Enter>")
    #expect(bench.selected == 1 && bench.notes.count == 3)
    try bench.play("u")
    #expect(bench.selected == 0 && bench.notes.count == 0 && bench.wave.amplitude == 1.1)
    try bench.play("<C-r>")
    #expect(bench.selected == 1 && bench.notes.count == 3)
    try bench.play("u u")
    #expect(bench.selected == 0 && bench.wave.amplitude == 1)
    #expect(try bench.playing("u").status == .refusal("Nothing to undo."))
  }

  @Test func aScriptOverSeveralScreensIsOneStep() throws {
    var bench = try Workbench.forTests().playing("] ]")
    let (wave, notes) = (bench.wave, bench.notes)
    try bench.run("slope on; notes more; more; wave at 2; notes")
    let after = (bench.wave, bench.notes)
    #expect(bench.selected == 1 && bench.notes.count == 2 && bench.wave.cursor == 2)
    try bench.play("u")
    #expect(bench.selected == 0 && bench.wave == wave && bench.notes == notes)
    try bench.play("<C-r>")
    #expect(bench.selected == 1 && bench.wave == after.0 && bench.notes == after.1)
  }

  @Test func undoShowsWhatItBringsBackOnWhicheverTabThatIs() throws {
    var bench = try Workbench.forTests().playing("2 ] ] 1 d")
    try bench.play("u u")
    #expect(bench.selected == 1 && bench.notes.count == 0 && !bench.wave.showsSlope)
    try bench.play("<C-r>")
    #expect(bench.notes.count == 2)
  }

  @Test func lookingAtAnotherTabIsNoStepButEndsARun() throws {
    var bench = try Workbench.forTests().playing("] 2 1 ]")
    #expect(bench.wave.amplitude == 1.2)
    try bench.play("u")
    #expect(bench.wave.amplitude == 1.1)
    try bench.play("2 u")
    #expect(bench.selected == 0 && bench.wave.amplitude == 1)
  }

  @Test func aNewStepOnAnyScreenForgetsWhatWasUndone() throws {
    let bench = try Workbench.forTests().playing("] u 2 ] 1 <C-r>")
    #expect(bench.status == .refusal("Nothing to redo.") && bench.wave.amplitude == 1)
  }

  @Test func aSearchIsOneStepHoweverItWentOn() throws {
    var bench = try Workbench.forTests().playing("] / s q <Enter> u")
    #expect(bench.wave.shape == "sine" && bench.wave.amplitude == 1.1)
    try bench.play("u")
    #expect(bench.wave.amplitude == 1)
  }

  @Test func theBenchsOwnWordsWorkAfterAScreensWord() throws {
    let bench = try Workbench.forTests().playing("] 2").running("wave undo")
    #expect(bench.selected == 0 && bench.wave.amplitude == 1)
  }
}
