import TerminalCells
import TestSupport
import Testing
import Widgets

/// Every state that events can reach is a text that leads there from a fresh start.
@Suite struct StateAsTextTests {
  @Test func theScriptSaysWhatDiffersFromAFreshStart() throws {
    let bench = Workbench.forTests()
    #expect(bench.script == [])
    #expect(try bench.playing("d ] l l").script == ["amplitude 1.1", "at 0.2", "slope on"])
    #expect(try bench.playing("d 2 ] ]").script == ["wave", "slope on", "notes", "count 2"])
    #expect(try bench.playing("2 ] 1").script == ["notes", "count 1", "wave"])
    #expect(try bench.playing("2").script == ["notes"])
    #expect(try bench.playing("?").script == ["help"])
  }

  @Test func theCommandLineIsQuotedForAShell() throws {
    #expect(Workbench.forTests().commandLine == "nabla")
    let bench = try Workbench.forTests().running("note \"it's; so\"; square")
    #expect(bench.commandLine == #"nabla --run 'shape square; note "it'\''s; so"'"#)
    var shared = bench
    #expect(try shared.play("<C-s>") == [.copy(bench.commandLine)])
    #expect(shared.status.text.hasPrefix("Sent to the terminal's clipboard: nabla --run"))
  }

  @Test func whatIsTooLongForACommandLineIsNotSentNorWhereThereIsNoClipboard() throws {
    var bench = try Workbench.forTests().running("note \(String(repeating: "x", count: 9000))")
    #expect(try bench.play("<C-s>") == [])
    #expect(
      bench.status
        == .refusal(
          "The command line has 9019 bytes, and up to 8192 can be sent; "
            + ":save FILE writes the lines to a file for nabla --run @FILE."))
    bench = Workbench.forTests()
    bench.hasClipboard = false
    #expect(try bench.play("d <C-s>") == [])
    #expect(
      bench.status.text
        == "This terminal has no clipboard to send it to; the command line is nabla --run 'slope on'"
    )
  }

  @Test func aFileNamesItsFormat() throws {
    let bench = try Workbench.forTests().playing("d")
    #expect(bench.scriptFile == "nabla 1\nslope on\n")
    #expect(try Workbench.forTests().running(bench.scriptFile).wave == bench.wave)
    #expect(
      throws: Refusal("Line 1: This script has format 2; this program reads formats up to 1.")
    ) {
      try Workbench.forTests().running("nabla 2\nslope on")
    }
  }

  @Test func aScriptIsOneStepOfUndoAndAllOrNothing() throws {
    var bench = try Workbench.forTests().playing("]")
    try bench.run("slope on\nx -1 1\nat 0.5\nsquare")
    #expect(bench.wave.shape == "square")
    try bench.play("u")
    #expect(bench.wave.shape == "sine" && !bench.wave.showsSlope && bench.wave.amplitude == 1.1)
    let before = bench.wave
    #expect(
      throws: Refusal("Line 3: x accepts two numbers, the smaller first, as in x -3 3.")
    ) { try bench.run("slope on\n# a comment\nx 3 1") }
    #expect(bench.wave == before)
  }

  @Test(arguments: Array(1...8))
  func aWalkIsReachedByItsScript(seed: Int) throws {
    var random = TestRandom(seed: UInt64(seed))
    var bench = Workbench.forTests(width: random.int(20...120), height: random.int(6...40))
    for step in 0..<150 {
      _ = bench.update(Self.event(&random, bench))
      if step % 15 != 0 { continue }
      let script = bench.script.joined(separator: "\n")
      var again = Workbench(
        appearance: bench.appearance, size: bench.size, screens: [WaveScreen(), NoteScreen()])
      try again.run(script)
      #expect(again.wave == bench.wave && again.notes == bench.notes, "seed \(seed): \(script)")
      #expect(again.script == bench.script)
      if !bench.isTyping && bench.status == bench.screen.status {
        #expect(again.view == bench.view, "seed \(seed), step \(step): \(script)")
      }
      let once = again.view
      try again.run(script)
      #expect(again.view == once && again.wave == bench.wave, "twice, seed \(seed): \(script)")
    }
  }

  private static func event(_ random: inout TestRandom, _ bench: Workbench) -> Event {
    switch random.int(0...9) {
    case 0: return .resize(Size(width: random.int(0...120), height: random.int(0...40)))
    case 1:
      let actions: [Mouse.Action] = [.press, .drag, .release, .wheelUp, .wheelDown]
      return .mouse(
        Mouse(random.pick(actions), x: random.int(0...119), y: random.int(0...39)))
    case 2: return .paste(random.pick(["1, 2", "nonsense", "1 -inf 3", "-0", "1e400", "a;b"]))
    case 3: return .tick(.milliseconds(random.int(0...100)))
    default:
      let keys: [Key] = [
        .left, .right, .up, .down, .enter, .escape, .tab, .backspace, .home, .end, .pageDown,
        "1", "2", "3", "?", ":", "/", "u", .control("r"), "[", "]", "{", "}", ",", ".", "d", "v",
        "z", " ", "-", "+", "s", "q", "l", "h", "e", "m", "b", .control("s"),
      ]
      return .key(random.pick(keys))
    }
  }
}
