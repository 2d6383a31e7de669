import Glibc
import TerminalCells
import Testing

@testable import TerminalIO

extension SharedState {
  /// What ncurses' database says of terminals that differ.
  @Suite struct TerminfoTests {
    private func description(
      _ type: String, _ colors: ColorDepth = .eight
    ) throws -> ScreenDescription {
      try #require(Terminfo.load(type), "ncurses-base has it")
      return .terminfo(name: type, size: Size(width: 80, height: 24), colors: colors)
    }

    private func text(_ capability: ScreenDescription.Text, _ type: String) throws -> String? {
      try description(type).texts.first { $0.text == capability }.map { text($0.bytes) }
    }

    private func text(_ bytes: [UInt8]) -> String {
      String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "E")
    }

    @Test func anXtermKnowsEverything() throws {
      let xterm = try description("xterm-256color", .twoHundredFiftySix)
      #expect(!xterm.scrollsAtEnd && xterm.movesInStyle && xterm.leavesColorsApart)
      #expect(xterm.attributes == [.bold, .dim, .underline, .reverse])
      #expect(xterm.attributesWithoutColor == [] && xterm.colors == .palette(256))
      #expect(xterm.texts.count == ScreenDescription.Text.allCases.count - 1, "all but `ed`")
      #expect(try text(.reset, "xterm-256color") == "E[m")
      #expect(text(Terminfo.reset) == "E(BE[m")
    }

    @Test func delaysAreNeverSent() throws {
      #expect(try text(.clear, "vt100") == "E[HE[J")
      #expect(try text(.clearRest, "vt100") == "E[K")
      #expect(try text(.reset, "vt100") == "E[m")
      #expect(try text(.cursorAddress, "vt100") == "E[%i%p1%d;%p2%dH")
      #expect(text(Terminfo.reset) == "E[m\u{0F}")
    }

    @Test func colorsAndAttributesMayNotGoTogether() throws {
      let linux = try description("linux")
      #expect(linux.attributesWithoutColor == [.dim, .underline])
      let looks = Looks(linux, colors: linux.colors, pairLimit: 8)
      #expect(looks.possible(Style(1, [.dim, .bold])) == Style(1, .bold))
      #expect(looks.possible(Style(nil, .dim)) == Style(nil, .dim))
      let putty = try description("putty")
      #expect(putty.attributesWithoutColor.contains(.reverse))
      // What is marked by being reversed would be lost.
      let reversing = Looks(putty, colors: putty.colors, pairLimit: 8)
      #expect(reversing.possible(Style(1, .reverse)) == Style(nil, .reverse))
    }

    @Test func theLastCellOfAnANSITerminalScrolls() throws {
      #expect(try description("ansi").scrollsAtEnd)
      #expect(try !description("vt100").scrollsAtEnd)
    }

    @Test func clearingNeverStartsTheTerminalAnew() throws {
      #expect(try text(.clear, "hurd") == "E[1;1HE[J")
    }

    @Test func addressesMayBeBytes() throws {
      let vt52 = try description("vt52", .none)
      #expect(!vt52.movesInStyle)
      let address = try #require(Terminfo.capability("cup"))
      #expect(address.applied(to: 2, 100) == [0x1B, UInt8(ascii: "Y"), 0x22, 0x84])
    }

    @Test func whoeverSaysSoHasAllColors() throws {
      let variables = ["COLORTERM", "STY"]
      let before = variables.map { name in getenv(name).map { String(cString: $0) } }
      defer {
        for (name, value) in zip(variables, before) {
          if let value { setenv(name, value, 1) } else { unsetenv(name) }
        }
      }
      for name in variables { unsetenv(name) }
      func depth(_ type: String) throws -> ColorDepth {
        try #require(Terminfo.load(type))
        return TerminalSession.colorDepth()
      }
      #expect(try depth("xterm-256color") == .twoHundredFiftySix)
      #expect(try depth("xterm-direct") == .direct)
      for told in ["truecolor", "24bit"] {
        setenv("COLORTERM", told, 1)
        #expect(try depth("xterm-256color") == .direct)
        #expect(try depth("vt100") == .none)
      }
      setenv("COLORTERM", "yes", 1)
      #expect(try depth("xterm-256color") == .twoHundredFiftySix)
      // GNU screen only hands it on.
      setenv("COLORTERM", "truecolor", 1)
      setenv("STY", "123.pts-0.host", 1)
      #expect(try depth("screen-256color") == .twoHundredFiftySix)
    }

    @Test func theSizeIsNotTakenFromTheEnvironment() throws {
      setenv("LINES", "3", 1)
      defer { unsetenv("LINES") }
      _ = try description("vt100")
      #expect(Terminfo.number("lines") == 24)
    }

    @Test(arguments: ["xterm", "vt100", "linux"])
    func whatIsSwitchedOnIsSwitchedOff(type: String) throws {
      var harness = try CursesHarness(type, size: Size(width: 80, height: 24))
      let entered = { (harness: inout CursesHarness) in
        harness.enter()
        return harness.text
      }(&harness)
      harness.screen.close()
      // Of the terminal's own description, as the session reads it before ncurses starts.
      try #require(Terminfo.load(type))
      let modes = TerminalModes()
      let on = entered + text(modes.on)
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
        #expect(on.contains("E[4l") && on.contains("E(BE[m") && off.contains("E(BE[m"))
        #expect(on.contains("E[?25l") && off.hasSuffix("E[?12lE[?25h"))
      case "linux":
        #expect(on.contains("E[?25lE[?1c") && off.hasSuffix("E[HE[JE[?25hE[?0c"))
      default:
        #expect(!modes.isXtermLike && off.hasSuffix("E[HE[J"))
      }
    }
  }
}
