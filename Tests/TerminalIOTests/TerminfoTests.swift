import Glibc
import TerminalCells
import Testing

@testable import TerminalIO

extension SharedState {
  /// What ncurses' database says of terminals that differ.
  @Suite struct TerminfoTests {
    private func commands(_ type: String, _ colors: ColorDepth = .eight) throws -> ScreenCommands {
      try #require(Terminfo.load(type), "ncurses-base has it")
      return .terminfo(colors: colors)
    }

    private func text(_ bytes: [UInt8]) -> String {
      String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "E")
    }

    @Test func anXtermKnowsEverything() throws {
      let xterm = try commands("xterm-256color", .twoHundredFiftySix)
      #expect(text(xterm.clear) == "E[HE[2J" && text(xterm.clearRest) == "E[K")
      #expect(!xterm.scrollsAtEnd && !xterm.resetsBeforeMoving)
      #expect(xterm.style.attributes.map(\.attribute) == [.bold, .dim, .underline, .reverse])
      #expect(xterm.style.attributes.map { text($0.command) } == ["E[1m", "E[2m", "E[4m", "E[7m"])
      #expect(xterm.style.attributesWithoutColor == [])
      #expect(text(xterm.style.reset) == "E(BE[m")
      var foreground = xterm.style.foreground
      var background = xterm.style.background
      var bytes: [UInt8] = []
      for color: Color in [1, 9, 208] { foreground.append(color, to: &bytes) }
      background.append(17, to: &bytes)
      #expect(text(bytes) == "E[31mE[91mE[38;5;208mE[48;5;17m")
      guard case .ecma48 = xterm.cursorAddress else {
        Issue.record("its cursor address is the usual one")
        return
      }
    }

    @Test func delaysAreNeverSent() throws {
      let vt100 = try commands("vt100", .none)
      #expect(text(vt100.clear) == "E[HE[J" && text(vt100.clearRest) == "E[K")
      #expect(text(vt100.style.reset) == "E[m\u{0F}")
      guard case .ecma48 = vt100.cursorAddress else {
        Issue.record("its cursor address is the usual one, with a delay")
        return
      }
    }

    @Test func colorsAndAttributesMayNotGoTogether() throws {
      #expect(try commands("linux").style.attributesWithoutColor == [.dim, .underline])
    }

    @Test func theLastCellOfAnANSITerminalScrolls() throws {
      #expect(try commands("ansi").scrollsAtEnd)
      #expect(try !commands("vt100").scrollsAtEnd)
    }

    @Test func clearingNeverStartsTheTerminalAnew() throws {
      #expect(text(try commands("hurd").clear) == "E[1;1HE[J")
    }

    @Test func addressesMayBeBytes() throws {
      let vt52 = try commands("vt52", .none)
      #expect(vt52.resetsBeforeMoving)
      var bytes: [UInt8] = []
      vt52.cursorAddress.append(row: 2, column: 100, to: &bytes)
      #expect(bytes == [0x1B, UInt8(ascii: "Y"), 0x22, 0x84])
    }

    @Test func theSizeIsNotTakenFromTheEnvironment() throws {
      setenv("LINES", "3", 1)
      defer { unsetenv("LINES") }
      _ = try commands("vt100")
      #expect(Terminfo.number("lines") == 24)
    }

    @Test(arguments: ["xterm", "vt100", "linux"])
    func whatIsSwitchedOnIsSwitchedOff(type: String) throws {
      let modes = TerminalModes(try commands(type))
      let on = text(modes.on)
      let off = text(modes.off)
      let keeping = text(modes.offKeepingScreen)
      #expect(!keeping.contains("E[J") && !keeping.contains("E[2J"))
      switch type {
      case "xterm":
        #expect(keeping.contains("E[?1049l") && keeping.hasSuffix("E[?12lE[?25h"))
        #expect(on.hasPrefix("E[?1049h") && off.contains("E[HE[2JE[?1049l"))
        for mode in ["1002", "1006", "2004"] {
          #expect(on.contains("E[?\(mode)h") && off.contains("E[?\(mode)l"))
        }
        #expect(on.contains("E[?1hE=") && off.contains("E[?1lE>"))
        #expect(on.contains("E(BE[mE[4l") && off.contains("E(BE[m"))
        #expect(on.contains("E[?25l") && off.hasSuffix("E[?12lE[?25h"))
      case "linux":
        #expect(on.contains("E[?25lE[?1c") && off.hasSuffix("E[HE[JE[?25hE[?0c"))
      default:
        #expect(!modes.isXtermLike && off.hasSuffix("E[HE[J"))
      }
    }
  }
}
