import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// A key that has nothing to do, as things are, says so.
@Suite struct IdleKeyTests {
  @Test(arguments: [
    ("softmax", ["<BS>", "<Esc>", "h", "k", "<PgUp>", "f", "r", "d", ",", "<Home>"]),
    ("softmax; sort", ["O"]), ("softmax; temperature 100", [">"]),
    ("softmax; loss; told 3", [" "]), ("softmax; at 2", ["j", "<End>", "<PgDn>"]),
    ("sigmoid", ["<BS>", "k", "r", "f", "K"]), ("edge left", ["<Home>"]),
    ("edge right", ["<End>"]), ("curves", ["1"]),
  ])
  func aKeyThatChangesNothingSaysSo(_ lines: String, _ keys: [String]) throws {
    var start = Workbench.forTests()
    try start.run(lines)
    for key in keys {
      let key = key == " " ? "<Space>" : key
      var bench = start
      bench.type(key)
      #expect(bench.script == start.script, "\(lines): \(key)")
      #expect(bench.status.text.hasSuffix(" changes nothing here."), "\(lines): \(key)")
      #expect(bench.status.kind == .notice)
      // Held, it shows the same; the next key that does something says its own.
      let shown = bench.view
      bench.type(key)
      #expect(bench.view == shown, "\(lines): \(key) flickers")
      bench.type("a")
      #expect(!bench.status.text.contains("changes nothing"), "\(lines): \(key), then a")
    }
  }

  /// Every key of every screen, from many states: something changes, opens, is asked for, or is said.
  @Test func noKeyIsSilent() throws {
    var (idle, pressed) = (0, 0)
    for screen in Workbench.screens() {
      let infos = screen.commandInfos + Workbench.commands.infos
      let keys = infos.flatMap { $0.keys.flatMap { $0.choices.compactMap(\.keys.first) } }
      var bench = Workbench.forTests()
      try bench.run(screen.word)
      for key in keys {
        // As far as it goes, and back.
        for _ in 0..<12 {
          let before = bench
          let effects = bench.update(.key(key))
          pressed += 1
          let isSame =
            effects.isEmpty && !bench.isTyping && !bench.isHelpOpen
            && bench.script == before.script && bench.appearance == before.appearance
          if isSame {
            idle += 1
            #expect(bench.screen.message != nil, "\(screen.word): \(key)")
          }
          if bench.isTyping { _ = bench.update(.key(.escape)) }
          if bench.isHelpOpen { _ = bench.update(.key("x")) }
          if bench.screen.word != screen.word { try bench.run(screen.word) }
        }
      }
    }
    #expect(idle > 50 && pressed > 1000, "\(idle) of \(pressed)")
  }

  /// Where there is nothing to pan, the cursor stays among the logits.
  @Test func panningAtTheEdgeLeavesTheCursor() throws {
    var bench = Workbench.forTests()
    bench.type("2,")
    #expect(bench.script == ["softmax"])
  }

  @Test func pagesOfReadingsAreCountedFromWhatIsShown() throws {
    var bench = Workbench.forTests(width: 60, height: 16)
    try bench.run("softmax; loss; told 3; readings 99")
    bench.type("W")
    let page = bench.script.first { $0.hasPrefix("readings ") }
    #expect(page == nil || page?.count == "readings 9".count, "\(page ?? "")")
  }
}
