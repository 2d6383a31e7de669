import TerminalCells
import Testing

@testable import TerminalIO

extension ScreenCommands {
  /// Those of a terminal that is told everything in the sequences of ECMA-48.
  static var ecma48: ScreenCommands {
    var commands = ScreenCommands()
    commands.clear = Array("\u{1B}[H\u{1B}[2J".utf8)
    commands.clearRest = Array("\u{1B}[K".utf8)
    commands.style.reset = Array("\u{1B}[0m".utf8)
    commands.style.attributes = [
      (.bold, Array("\u{1B}[1m".utf8)), (.dim, Array("\u{1B}[2m".utf8)),
      (.underline, Array("\u{1B}[4m".utf8)), (.reverse, Array("\u{1B}[7m".utf8)),
    ]
    commands.style.foreground = ColorCommand(
      Terminfo.Capability("\u{1B}[38;5;%p1%dm"), count: 256, directBits: nil)
    commands.style.background = ColorCommand(
      Terminfo.Capability("\u{1B}[48;5;%p1%dm"), count: 256, directBits: nil)
    return commands
  }
}

extension SharedState {
  @Suite struct ScreenWriterTests {
    init() throws { try #require(SharedState.takesUTF8) }

    private let loud = Style(51, .bold)

    /// What is sent for the last of `frames`, with `E` for Escape.
    private func sent(
      _ frames: Frame..., commands: ScreenCommands = .ecma48, on size: Size? = nil,
      isUTF8: Bool = true
    ) -> String {
      var writer = ScreenWriter(commands, isUTF8: isUTF8)
      var bytes: [UInt8] = []
      for frame in frames {
        bytes = []
        writer.show(frame, on: size ?? frame.size) {
          #expect(bytes.isEmpty, "in more than one piece")
          bytes += $0
        }
      }
      return String(decoding: bytes, as: UTF8.self)
        .split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(separator: "E")
    }

    private func frame(_ rows: [(String, Style)], width: Int = 20) -> Frame {
      var frame = Frame(Size(width: width, height: rows.count))
      for (y, row) in rows.enumerated() { frame.write(row.0, x: 0, y: y, row.1) }
      return frame
    }

    @Test func theFirstFrameClearsTheScreenAndSkipsWhatIsBlank() {
      #expect(sent(frame([("", Style()), ("ab", Style())])) == "E[HE[2JE[2;1Hab")
    }

    @Test func nothingIsSentWhereNothingChanged() {
      let same = frame([("∂ loud", loud)])
      #expect(sent(same, same) == "")
    }

    @Test func everythingIsSentOnceWhatStandsThereIsForgotten() {
      let same = frame([("ab", Style())])
      var writer = ScreenWriter(.ecma48, isUTF8: true)
      var sent: [[UInt8]] = []
      writer.show(same, on: same.size) { sent.append(Array($0)) }
      writer.invalidate()
      #expect(writer.isStale)
      writer.show(same, on: same.size) { sent.append(Array($0)) }
      #expect(sent.count == 2 && sent[0] == sent[1])
    }

    @Test func anotherSizeIsSentWhole() {
      let wide = frame([("ab", Style())], width: 9)
      #expect(sent(frame([("ab", Style())]), wide) == sent(wide))
    }

    @Test func rowsAndColumnsCountFromOneInDecimals() {
      var address: [UInt8] = []
      CursorAddress.ecma48.append(row: 0, column: 9, to: &address)
      CursorAddress.ecma48.append(row: 99, column: 1023, to: &address)
      #expect(String(decoding: address, as: UTF8.self) == "\u{1B}[1;10H\u{1B}[100;1024H")
    }

    @Test func onlyWhatChangedIsSentInItsStyleWhichIsThenLeft() {
      let before = frame([("same", Style()), ("x = 1.25", Style(214))])
      let after = frame([("same", Style()), ("x = 1.35", Style(214))])
      #expect(sent(before, after) == "E[2;7HE[38;5;214m3E[0m")
    }

    @Test func blanksNeedNoChangeOfStyleWhereNoneIsToBeSeen() {
      var after = frame([("a b", loud)])
      after[1, 0] = .blank
      #expect(sent(frame([("", Style())]), after) == "E[1;1HE[1mE[38;5;51ma bE[0m")
      // An underlined blank is to be seen, and one after underlined text must not be.
      after[1, 0] = Cell(" ", Style(nil, .underline))
      #expect(
        sent(frame([("", Style())]), after)
          == "E[1;1HE[1mE[38;5;51maE[0mE[4m E[0mE[1mE[38;5;51mbE[0m")
    }

    @Test func whereAStrokeWasIsErasedInNoStyle() {
      let stroke = { (x: Int) in self.frame([(String(repeating: " ", count: x) + "│  .", Style(8))])
      }
      #expect(sent(stroke(3), stroke(4)) == "E[1;4H E[38;5;8m│  .E[0m")
    }

    @Test func theRestOfARowIsErasedAtOnce() {
      let long = frame([("a long sentence", Style())])
      #expect(sent(long, frame([("a", Style())])) == "E[1;2HE[K")
      #expect(sent(long, frame([("b", Style())])) == "E[1;1HbE[K")
      #expect(sent(long, frame([("", Style())])) == "E[1;1HE[K")
      // Not in a background.
      let filled = Style(nil, on: 17)
      #expect(sent(long, frame([("b", filled)])) == "E[1;1HE[48;5;17mbE[0mE[K")
    }

    @Test func gapsAreWrittenAgainWhereMovingTakesMore() {
      let before = frame([("aaaaaaaaaaaaaa", Style())])
      #expect(sent(before, frame([("b    ", Style())], width: 20)) == "E[1;1HbE[K")
      #expect(sent(before, frame([("baaaabaaaaaaaa", Style())])) == "E[1;1Hbaaaab")
      #expect(sent(before, frame([("baaaaabaaaaaaa", Style())])) == "E[1;1HbE[1;7Hb")
    }

    @Test func attributesAndColorsAreAddedWherePossible() {
      let styles = [Style(1), Style(1, .bold), Style(2, .bold), Style(2), Style()]
      var after = Frame(Size(width: 5, height: 1))
      for (x, style) in styles.enumerated() { after[x, 0] = Cell("x", style) }
      #expect(
        sent(Frame(after.size), after)
          == "E[1;1HE[38;5;1mxE[1mxE[38;5;2mxE[0mE[38;5;2mxE[0mx")
    }

    @Test func whatTheTerminalHasNotIsLeftOut() {
      var commands = ScreenCommands.ecma48
      commands.style.foreground = ColorCommand(
        Terminfo.Capability("\u{1B}[3%p1%dm"), count: 8, directBits: nil)
      commands.style.background = .none
      let blank = frame([("", Style())])
      #expect(sent(blank, frame([("x", Style(51, on: 17))]), commands: commands) == "E[1;1Hx")
      #expect(
        sent(blank, frame([("x", Style(7, on: 17))]), commands: commands) == "E[1;1HE[37mxE[0m")
      commands.style.attributesWithoutColor = [.bold, .reverse]
      #expect(
        sent(blank, frame([("x", Style(7, .bold))]), commands: commands) == "E[1;1HE[37mxE[0m")
      #expect(
        sent(blank, frame([("x", Style(7, .reverse))]), commands: commands) == "E[1;1HE[7mxE[0m")
      #expect(
        sent(blank, frame([("x", Style(nil, .bold))]), commands: commands) == "E[1;1HE[1mxE[0m")
    }

    @Test func withoutCommandsForItEverythingIsWritten() {
      var commands = ScreenCommands.ecma48
      commands.clear = []
      commands.clearRest = []
      #expect(sent(frame([("ab", Style())], width: 4), commands: commands) == "E[1;1Hab  ")
      let before = frame([("abc", Style())], width: 4)
      #expect(sent(before, frame([("a", Style())], width: 4), commands: commands) == "E[1;2H  ")
    }

    @Test func otherAddressesAndStylesThatDoNotMove() {
      var commands = ScreenCommands.ecma48
      commands.cursorAddress = CursorAddress(Terminfo.Capability("<%p2%d,%p1%d>"))
      commands.resetsBeforeMoving = true
      let rows = frame([("x", loud), ("", Style()), ("y", loud)])
      #expect(
        sent(frame([("", Style()), ("", Style()), ("", Style())]), rows, commands: commands)
          == "<0,0>E[1mE[38;5;51mxE[0m<0,2>E[1mE[38;5;51myE[0m")
    }

    @Test func theVeryLastCellIsLeftBlankWhereWritingItScrolls() {
      var commands = ScreenCommands.ecma48
      commands.scrollsAtEnd = true
      let full = frame([("ab", Style()), ("cd", Style())], width: 2)
      #expect(sent(Frame(full.size), full, commands: commands) == "E[1;1HabE[2;1Hc")
      // What is smaller than the screen does not reach it.
      let larger = Size(width: 3, height: 2)
      #expect(sent(Frame(full.size), full, commands: commands, on: larger) == "E[1;1HabE[2;1Hcd")
    }

    @Test func framesAreClippedToTheScreen() {
      let full = frame([("ab", Style()), ("cd", Style())], width: 2)
      let small = Size(width: 1, height: 1)
      #expect(sent(Frame(full.size), full, on: small) == "E[1;1Ha")
      #expect(
        sent(Frame(full.size), frame([("漢", Style()), ("", Style())], width: 2), on: small)
          == "E[1;1H ")
    }

    @Test func outsideUTF8NothingButASCIILeaves() {
      let after = frame([("∂x ⣿漢e\u{301}", loud)])
      let text = sent(Frame(after.size), after, isUTF8: false)
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      #expect(text.contains("?x ?? e"))
    }
  }
}
