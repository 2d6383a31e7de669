import TerminalCells
import Testing
import Widgets

@Suite struct LineCompletionTests {
  private func words(_ line: String, _ bench: Workbench = .forTests()) -> [String] {
    bench.completion(of: line)?.words ?? []
  }

  private func completed(_ line: String) -> String? {
    Workbench.forTests().completion(of: line)?.completed
  }

  @Test func aLineBeginsWithAWordANameOrAScreen() {
    #expect(words("s").prefix(4) == ["shape", "slope", "samples", "sine"])
    #expect(words("no") == ["note", "notes"])
    #expect(completed("ampl") == "amplitude" && completed("zzz") == nil)
    #expect(words("Ampl") == ["amplitude"])
  }

  @Test func anArgumentIsCompletedByItsPlace() {
    #expect(words("slope ") == ["on", "off"])
    #expect(words("shape s") == ["sine", "square"])
    #expect(completed("shape sq") == "shape square")
    #expect(words("x 1 ") == [] && words("shape sine s") == [])
  }

  @Test func anotherScreensWordsFollowItsName() {
    #expect(words("notes cou") == ["count"])
    #expect(completed("notes cou") == "notes count")
    #expect(words("notes shape s") == [])
  }

  @Test func whatFollowsASemicolonIsCompletedWhereTheLinesBeforeItLead() {
    #expect(completed("slope on; shap") == "slope on; shape")
    #expect(completed("slope on;shap") == "slope on;shape")
    #expect(completed("notes; cou") == "notes; count")
    #expect(words("notes; shape s") == [])
    #expect(completed("note \"a; b\"; amp") == "note \"a; b\"; amplitude")
    // A line that is refused leads nowhere: what it could be is still known.
    #expect(completed("x 3; shap") == "x 3; shape")
    #expect(words("note \"a; shap") == [])
  }

  @Test func completionRunsNothingForGood() throws {
    let bench = Workbench.forTests()
    _ = bench.completion(of: "quit; save x; amplitude 3; s")
    #expect(bench.wave.amplitude == 1)
  }

  @Test func helpCompletesWordsAndThoseOfAnotherScreen() {
    #expect(words("help ampl") == ["amplitude"])
    #expect(words("help notes c").contains("count"))
    #expect(completed("help sq") == "help square")
  }

  @Test func theWordsAreShownWithoutTheLine() throws {
    let bench = try Workbench.forTests().playing(": \"slope on; shape s\"")
    #expect(bench.view.text(row: 23).hasPrefix(" Tab sine  square"))
    #expect(try bench.playing("q <Tab>").view.text(row: 22).contains("slope on; shape square"))
  }
}
