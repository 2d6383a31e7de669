import Glibc
import TerminalCells
import Testing

@testable import TerminalIO

extension SharedState {
  @Suite struct CursesScreenTests {
    init() throws { try #require(SharedState.takesUTF8) }

    private let loud = Style(51, .bold)

    /// What is sent for the last of `frames`, with `E` for Escape.
    private func sent(
      _ frames: Frame..., on type: String = "xterm-256color", isUTF8: Bool = true
    ) throws -> String {
      var harness = try CursesHarness(type, size: frames[0].size, isUTF8: isUTF8)
      defer { harness.screen.close() }
      harness.enter()
      for frame in frames { harness.show(frame) }
      #expect(harness.pieces <= 1)
      return harness.text
    }

    private func frame(_ rows: [(String, Style)], width: Int = 20) -> Frame {
      var frame = Frame(Size(width: width, height: rows.count))
      for (y, row) in rows.enumerated() { frame.write(row.0, x: 0, y: y, row.1) }
      return frame
    }

    @Test func theScreenIsTakenOverInNoStyleWithoutACursor() throws {
      var harness = try CursesHarness("xterm-256color", size: Size(width: 9, height: 2))
      defer { harness.screen.close() }
      harness.enter()
      let taking = "E[?1049hE[22;0;0tE[?25lE[39;49mE[mE[4lE[HE[2J"
      #expect(harness.text == taking)
      // Each time anew.
      harness.screen.leave()
      harness.enter()
      #expect(harness.text == taking)
      #expect(harness.terminal.modes == [1049, -25])
    }

    @Test func theFirstFrameSkipsWhatIsBlank() throws {
      #expect(try sent(frame([("", Style()), ("ab", Style())])) == "E[2;1Hab")
    }

    @Test func nothingIsSentWhereNothingChanged() throws {
      let same = frame([("∂ loud", loud)])
      #expect(try sent(same, same) == "")
    }

    @Test func everythingIsSentOnceNothingIsKnownOfTheScreen() throws {
      let same = frame([("ab", Style()), ("cd", loud)])
      var harness = try CursesHarness("xterm-256color", size: same.size)
      defer { harness.screen.close() }
      harness.enter()
      harness.show(same)
      #expect(!harness.screen.isStale)
      harness.screen.invalidate()
      #expect(harness.screen.isStale)
      harness.show(same)
      #expect(!harness.screen.isStale)
      #expect(harness.text == "E[HE[2JabE[2;1HE[38;5;51mE[1mcdE[39mE[m")
    }

    @Test func onlyWhatChangedIsSentInItsStyleWhichIsThenLeft() throws {
      let before = frame([("same", Style()), ("x = 1.25", Style(214))])
      let after = frame([("same", Style()), ("x = 1.35", Style(214))])
      #expect(try sent(before, after) == "E[7GE[38;5;214m3E[39mE[m")
    }

    @Test func blanksNeedNoChangeOfStyleWhereNoneIsToBeSeen() throws {
      var after = frame([("a b", loud)])
      after[1, 0] = .blank
      #expect(try sent(Frame(after.size), after) == "E[38;5;51mE[1ma bE[39mE[m")
      // An underlined blank is to be seen.
      after[1, 0] = Cell(" ", Style(nil, .underline))
      let seen = try sent(Frame(after.size), after)
      #expect(seen.contains("E[4m "))
    }

    /// As a cursor's line and a tangent do: row by row the style would change with each run.
    @Test func stylesThatTakeTurnsAreWrittenOneAfterTheOther() throws {
      let size = Size(width: 60, height: 20)
      let frames = (0..<3).map { step in
        var frame = Frame(size)
        for y in 0..<size.height {
          frame[3 * step + y, y] = Cell("/", Style(250))
          frame[50 + step, y] = Cell("|", Style(245))
        }
        return frame
      }
      var harness = try CursesHarness("xterm-256color", size: size)
      defer { harness.screen.close() }
      harness.enter()
      for frame in frames { harness.show(frame) }
      #expect(harness.pieces == 1)
      #expect(harness.text.ranges(of: "38;5;250m").count == 1)
      #expect(harness.text.ranges(of: "38;5;245m").count == 1)
      let shown = harness.terminal.rows.map { $0.map(\.text).joined() }
      #expect(shown == (0..<size.height).map { frames[2].text(row: $0) })
    }

    @Test func theRestOfARowIsErasedAtOnce() throws {
      let long = frame([("a long sentence", Style())])
      #expect(try sent(long, frame([("a", Style())])) == "E[3GE[K")
      #expect(try sent(long, frame([("", Style())])) == "E[1GE[K")
    }

    @Test func theVeryLastCellIsLeftBlankWhereWritingItScrolls() throws {
      let full = frame([("ab", Style()), ("cd", Style())], width: 2)
      #expect(try sent(full, on: "ansi") == "abE[2;1Hc")
      #expect(try sent(full, on: "vt100") == "abE[2;1Hcd")
    }

    @Test func framesAreClippedToTheScreen() throws {
      var harness = try CursesHarness("xterm", size: Size(width: 1, height: 1))
      defer { harness.screen.close() }
      harness.enter()
      harness.show(frame([("ab", Style()), ("cd", Style())], width: 2))
      #expect(harness.text == "a")
    }

    @Test func outsideUTF8NothingButASCIILeaves() throws {
      let after = frame([("∂x ⣿漢e\u{301}", loud)])
      let text = try sent(after, isUTF8: false)
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      #expect(text.contains("?x ?? e"))
    }

    @Test func colorsBeyondThePairsThatThereAreCostARepaintAndNothingElse() throws {
      let size = Size(width: 8, height: 1)
      var harness = try CursesHarness("xterm-256color", size: size, colors: .direct)
      defer { harness.screen.close() }
      harness.enter()
      var frame = Frame(size)
      for step in 0..<5_000 {
        for x in 0..<size.width {
          let number = step * size.width + x
          let color = Color(
            red: UInt8(truncatingIfNeeded: number >> 8), green: UInt8(truncatingIfNeeded: number),
            blue: 9)
          frame[x, 0] = Cell("x", Style(color))
        }
        harness.show(frame)
        let shown = harness.terminal.rows[0].map(\.style)
        guard shown == frame.cells.map(\.style) else {
          Issue.record("step \(step): \(shown)")
          return
        }
      }
    }
  }

  /// What ncurses is told.
  @Suite struct CompiledDescriptionTests {
    @Test func capabilitiesStandWhereNcursesLooksForThem() {
      let flags = [
        (CompiledDescription.wraps, "am"), (CompiledDescription.wrapsLate, "xenl"),
        (CompiledDescription.movesInStyle, "msgr"),
      ]
      for (place, name) in flags { #expect(Terminfo.flagName(at: place) == name) }
      let numbers = [
        (CompiledDescription.columns, "cols"), (CompiledDescription.lines, "lines"),
        (CompiledDescription.colors, "colors"), (CompiledDescription.pairs, "pairs"),
      ]
      for (place, name) in numbers { #expect(Terminfo.numberName(at: place) == name) }
      let names = ScreenDescription.Text.allCases.map { Terminfo.textName(at: $0.rawValue) }
      #expect(
        names == [
          "clear", "el", "ed", "hpa", "cup", "civis", "cnorm", "bold", "smcup", "dim", "rev",
          "smul",
          "sgr0", "rmcup", "rmir", "op", "setaf", "setab",
        ])
    }

    @Test func ncursesReadsWhatItWasTold() throws {
      let harness = try CursesHarness(
        "xterm-256color", size: Size(width: 123, height: 45), colors: .direct)
      defer { harness.screen.close() }
      #expect(Terminfo.number("cols") == 123 && Terminfo.number("lines") == 45)
      #expect(Terminfo.number("colors") == 1 << 25 && Terminfo.number("pairs") == ColorPairs.most)
      #expect(Terminfo.hasFlag("RGB") && Terminfo.hasFlag("AX") && Terminfo.hasFlag("msgr"))
      for (text, bytes) in harness.description.texts {
        #expect(Terminfo.string(Terminfo.textName(at: text.rawValue)) == bytes, "\(text)")
      }
      #expect(Terminfo.string("csr") == nil && Terminfo.string("ich") == nil)
    }

    @Test func theEnvironmentIsAsItWas() throws {
      setenv("TERMINFO", "/nonsense", 1)
      defer { unsetenv("TERMINFO") }
      let harness = try CursesHarness("xterm", size: Size(width: 9, height: 9))
      harness.screen.close()
      #expect(getenv("TERMINFO").map { String(cString: $0) } == "/nonsense")
    }
  }
}
