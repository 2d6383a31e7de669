import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

@Suite struct AppTests {
  @Test func digitsAndTabSwitchScreens() {
    let app = Workbench.forTests()
    #expect(app.typing("2").selected == 1)
    #expect(app.typing("21").selected == 0)
    #expect(app.typing("<Tab>").selected == 1)
    #expect(app.typing("<Tab><Tab>").selected == 0)
    #expect(app.typing("<S-Tab>").selected == 1)
    #expect(app.typing("9").selected == 0)
  }

  @Test func digitsAreTextWhileAFieldIsOpen() {
    let app = Workbench.forTests().typing("2<Enter>1")
    #expect(app.selected == 1)
    #expect(app.isTyping)
  }

  @Test func qQuitsFromEveryScreenButNotFromAField() {
    var app = Workbench.forTests()
    #expect(app.type("q") == [.quit])
    #expect(app.type("2q") == [.quit])
    #expect(app.type("1/q") == [])
    #expect(app.type("<Esc>q") == [.quit])
  }

  @Test func questionMarkShowsEveryKeyOfTheScreen() {
    var app = Workbench.forTests(height: 100)
    app.type("?")
    let picture = app.view.picture
    let keys = Workbench.commands.infos.flatMap(\.keys) + Workbench.forTests().keyLines
    for help in keys {
      #expect(picture.contains(help.explanation.prefix(30)), "\(help.explanation)")
    }
    app.type("x")
    #expect(app.page?.scroll == nil)
  }

  @Test func helpScrollsToItsEndAndNoFurther() {
    var app = Workbench.forTests()
    app.type("?<PgDn*20>")
    #expect(app.view.picture.contains("quit"))
    let end = app.page?.scroll
    app.type("<Down>")
    #expect(app.page?.scroll == end)
    app.type("<Home>")
    #expect(app.page?.scroll == 0)
  }

  @Test func clickingATabSelectsIt() {
    var app = Workbench.forTests()
    let x = app.tabRects[1].x + 1
    _ = app.update(.mouse(Mouse(.press, x: x, y: 0)))
    #expect(app.selected == 1)
  }

  @Test func markersAndBackgroundAreSwitchedLive() {
    var app = Workbench.forTests()
    for markers in [Appearance.Markers.blocks, .sextants, .halfBlocks, .ascii] {
      app.type("m")
      #expect(app.appearance.markers == markers)
    }
    #expect(app.view.cells.allSatisfy { $0.character.isASCII })
    app.type("mb")
    #expect(app.appearance.markers == .braille)
    #expect(app.appearance.background == .light)
  }

  @Test func belowItsMinimumAScreenSaysWhatItNeedsAndQStillQuits() {
    var app = Workbench.forTests(width: 30, height: 8)
    #expect(app.view.picture.contains("nabla needs 40×12"))
    #expect(app.view.picture.contains("this is 30×8"))
    #expect(app.type("q") == [.quit])
  }

  @Test func resizeGivesAFrameOfTheNewSize() {
    var app = Workbench.forTests()
    _ = app.update(.resize(Size(width: 133, height: 41)))
    #expect(app.view.size == Size(width: 133, height: 41))
  }

  @Test(arguments: ["", "2", "?", "/ge", ":x", "2<Enter>1", "g", "s", "wpj", "d"])
  func everySizeIsDrawnWithoutATrap(_ script: String) {
    for width in [0, 1, 2, 3, 8, 40, 41, 60, 71, 72, 80, 133] {
      for height in [0, 1, 2, 3, 5, 11, 12, 17, 18, 24, 41] {
        var app = Workbench.forTests()
        app.type(script)
        _ = app.update(.resize(Size(width: width, height: height)))
        #expect(app.view.size == Size(width: width, height: height))
      }
    }
  }

  @Test(arguments: ["", "2", "?", "2?", "/", ":", "g", "s", "w", "2<Enter>", "2v", "2vv"])
  func inASCIIEveryCellIsASCII(_ script: String) {
    let app = Workbench.forTests(width: 100, height: 30, markers: .ascii).typing(script)
    for row in 0..<app.size.height {
      let line = app.view.text(row: row)
      #expect(line.allSatisfy { $0.isASCII }, "\(line)")
      #expect(!line.contains("?") || script.contains("?") || row == 29 || row == 0, "\(line)")
    }
  }

  @Test func noKeyIsBoundTwice() {
    for screen in Workbench.screens() {
      let infos = Workbench.commands.infos + screen.commandInfos
      let all = infos.flatMap(\.keys).flatMap(\.choices).flatMap(\.keys)
      // Backspace goes back a step while steps are told, and sets defaults at other times.
      let counts = Dictionary(grouping: all, by: { $0 }).filter {
        $0.value.count > ($0.key == .backspace ? 2 : 1)
      }
      #expect(counts.isEmpty, "\(counts.keys.map(\.label))")
    }
  }

  @Test func theHintLineEndsWithHelpAndQuitAtEveryWidth() {
    for width in 40...200 {
      let app = Workbench.forTests(width: width)
      let hints = app.view.text(row: 23)
      #expect(hints.contains("? help") && hints.contains("q quit"), "\(width): \(hints)")
    }
  }
}

@Suite struct CommandLineTests {
  @Test(arguments: ["1", "2"])
  func everyScreensCommandLineQuitsAndHelps(tab: String) {
    var app = Workbench.forTests().typing(tab)
    #expect(app.type(":q<Enter>") == [.quit])
    #expect(app.openField == nil)
    _ = app.type(":help<Enter>")
    #expect(app.page?.scroll == 0)
    #expect(app.type("xq") == [.quit])
  }

  @Test func whatMayBeMeantStandsBelowTheLine() {
    let app = Workbench.forTests()
    #expect(app.typing(":").view.text(row: 23).contains("Enter accept"))
    let hints = app.typing(":leak").view.text(row: 23)
    #expect(hints.contains("Tab leaky-relu"))
    #expect(app.typing(":s").view.text(row: 23).contains("…"))
    #expect(app.typing("2:sp").view.text(row: 23).contains("Tab sparsemax"))
    #expect(app.typing(":zzz").view.text(row: 23).contains("Enter accept"))
  }
}

@Suite struct HelpPageTests {
  @Test(arguments: [80, 60, 40])
  func explanationsAreWrappedAndNothingIsCut(width: Int) {
    for tab in ["1", "2"] {
      let app = Workbench.forTests(width: width).typing(tab + "?")
      let lines = HelpPage(for: app, OpenPage()).lines
      var shown = ""
      for line in lines {
        if case .entry(_, let explanation) = line { shown += " " + explanation }
        if case .continuation(let text) = line { shown += " " + text }
      }
      for help in app.keyLines { #expect(shown.contains(help.explanation)) }
      #expect(!app.view.picture.contains("…") || width < 60)
    }
  }
}
