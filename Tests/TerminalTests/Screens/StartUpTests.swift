import Glibc
import Subprocess
import TestSupport
import Testing

@Suite struct StartUpTests {
  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "tmux-256color", "linux", "vt100", "ansi",
  ])
  func runsOnAndLeavesAlone(type: String) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["TERM": type])
      try await terminal.waitForStart()
      try await terminal.expectQuits()
      terminal.expectRestored("on \(type)")
    }
  }

  @Test func directColourIsGivenByItsComponents() async throws {
    try await Gate.shared.pass {
      let folder = try Program.temporaryFolder()
      let source = folder + "/direct.ti"
      try Program.write(Self.directColor, to: source)
      let compiled = try await Subprocess.run(
        .name("tic"), arguments: ["-x", "-o", folder, source], output: .discarded)
      #expect(compiled.terminationStatus.isSuccess)
      for color in ["auto", "256"] {
        let terminal = try PseudoTerminal(
          ["--color", color], environment: ["TERM": "nabla-direct", "TERMINFO": folder])
        try await terminal.waitForStart()
        try await terminal.expectQuits()
        // The palette's numbers are shorter than components, where they may be used; where all that the
        // description knows has to do, no palette number is taken for a component.
        #expect(terminal.text.contains(color == "auto" ? "38;5;245m" : "38:2::138:138:138m"))
        #expect(terminal.text.contains("38:2:") == (color != "auto"))
        #expect(!terminal.text.contains("38:2::0:0:"))
        terminal.expectRestored()
      }
      _ = try? await Subprocess.run(
        .name("rm"), arguments: ["-r", folder], output: .discarded)
    }
  }

  @Test(arguments: [
    ("xterm-nabla", "xterm-256color"), ("foot-nabla", "xterm-256color"),
    ("screen.nabla", "screen-256color"), ("rxvt-nabla", "rxvt"), ("linux-nabla", "linux"),
  ])
  func anUnknownTypeIsShownLikeItsKinAndThatIsSaidOnceAfterwards(
    type: String, kin: String
  ) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["TERM": type])
      let plain = try PseudoTerminal(environment: ["TERM": kin])
      for each in [terminal, plain] {
        try await each.waitForStart()
        try await each.expectQuits()
        each.expectRestored("on \(type)")
      }
      let remark = terminal.text.components(after: plain.text)
      #expect(remark?.contains("'\(type)'") == true && remark?.contains(kin) == true)
      #expect(remark?.split(whereSeparator: \.isNewline).count == 1)
    }
  }

  @Test(arguments: ["nonsense", "dumb", nil] as [String?])
  func whereThereIsNoKinTheWayOutIsSaid(type: String?) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["TERM": type])
      #expect(try await terminal.waitForExit() == .exited(1))
      #expect(terminal.text.contains("TERM=xterm-256color nabla"))
    }
  }

  @Test(arguments: [nil, "", "dumb", "nonsense", "../../etc/passwd", "x\u{1B}[2J"] as [String?])
  func refusesInOneSentenceOn(type: String?) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["TERM": type])
      #expect(try await terminal.waitForExit() == .exited(1))
      expectOneSentence(terminal.output)
      terminal.expectRestored()
    }
  }

  @Test func refusesWhenThereIsNoTerminalToShowItselfOn() async throws {
    try await Gate.shared.pass {
      let result = try await Subprocess.run(
        .path(.init(try Program.path)), environment: .inherit.updating(["TERM": "xterm"]),
        output: .string(limit: 65536), error: .string(limit: 65536))
      #expect(result.terminationStatus == .exited(1))
      #expect(result.standardOutput == "")
      expectOneSentence(Array(result.standardError.utf8))
    }
  }

  @Test(arguments: ["</dev/null", ">/dev/full", ">/dev/null", "<&-", ">&-", "0<&- 1>&-"])
  func refusesWithoutAPairOfTerminals(redirection: String) async throws {
    try await shell { terminal in
      try await terminal.enter("$NABLA \(redirection); echo \"ended: $?\"")
      try await terminal.waitFor("ended: 1")
      let lines = try await terminal.screen().split(separator: "\n")
      #expect(lines.filter { $0.hasPrefix("nabla: ") }.count == 1)
    }
  }

  @Test func asciiLocaleSendsNoOtherBytes() async throws {
    try await Gate.shared.pass {
      for locale in ["C", "POSIX"] {
        let terminal = try PseudoTerminal(environment: ["LANG": nil, "LC_ALL": locale])
        try await terminal.waitForStart()
        var random = TestRandom(seed: 11)
        for _ in 0..<20 { terminal.type(KeyStorm.keys(40, using: &random)) }
        try await terminal.waitUntilIdle()
        _ = try await terminal.quit()
        #expect(!terminal.output.contains { $0 >= 0x80 })
      }
    }
  }

  @Test func anUninstalledLocaleThatNamesUTF8IsUTF8() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["LANG": "xx_YY.UTF-8"])
      try await terminal.waitForStart()
      _ = try await terminal.quit()
      #expect(terminal.output.contains { $0 >= 0x80 })
    }
  }

  @Test func noColourIsSentWhereNoneIsWanted() async throws {
    try await Gate.shared.pass {
      let colored = try PseudoTerminal()
      try await colored.waitForStart()
      _ = try await colored.quit()
      #expect(colors(in: colored.output) > 0)

      let plain = try PseudoTerminal(environment: ["NO_COLOR": "1"])
      try await plain.waitForStart()
      _ = try await plain.quit()
      #expect(colors(in: plain.output) == 0)

      let empty = try PseudoTerminal(environment: ["NO_COLOR": ""])
      try await empty.waitForStart()
      _ = try await empty.quit()
      #expect(colors(in: empty.output) > 0)
    }
  }

  @Test func wrongSizesInTheEnvironmentDoNotMatter() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["LINES": "3", "COLUMNS": "-7"])
      try await terminal.waitForStart()
      let plain = try PseudoTerminal()
      try await plain.waitForStart()
      #expect(terminal.output == plain.output)
      _ = try await terminal.quit()
      _ = try await plain.quit()
    }
  }

  @Test func aTerminalThatDoesNotKnowItsSizeWillDo() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(
        columns: 0, rows: 0, environment: ["LINES": "3", "COLUMNS": "200"])
      try await terminal.waitForStart()
      // That of its terminfo entry.
      let plain = try PseudoTerminal(columns: 80, rows: 24)
      try await plain.waitForStart()
      #expect(terminal.output == plain.output)
      try await terminal.expectQuits()
      try await plain.expectQuits()
    }
  }

  @Test func startsWhereTheSystemTellsNothingOfProcesses() async throws {
    // Without /proc Swift's runtime finds neither its own file nor the arguments.
    let line = "umount -l /proc && $NABLA eval relu -- -1 2 --format csv"
    let result = try await Subprocess.run(
      .name("unshare"), arguments: ["--mount", "/bin/sh", "-c", line],
      environment: .inherit.updating(["NABLA": try Program.path]), output: .string(limit: 4096),
      error: .string(limit: 4096))
    // Not everybody may take /proc away.
    if result.standardError.contains("permitted") { return }
    #expect(result.standardError.contains("'--format'"), "\(result.standardError)")
    let right = try await Subprocess.run(
      .name("unshare"),
      arguments: [
        "--mount", "/bin/sh", "-c", "umount -l /proc && $NABLA eval relu 2 --format csv",
      ],
      environment: .inherit.updating(["NABLA": try Program.path]), output: .string(limit: 4096),
      error: .string(limit: 4096))
    #expect(right.standardOutput == "x,value,derivative,second\n2.0,2.0,1.0,0.0\n")
    #expect(right.standardError == "")
  }

  // MARK: Looking at bytes

  private func expectOneSentence(
    _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.split(whereSeparator: \.isNewline).count == 1, sourceLocation: sourceLocation)
    #expect(!bytes.contains(0x1B), sourceLocation: sourceLocation)
    #expect(text.count > 10, sourceLocation: sourceLocation)
  }

  /// How many sequences set a colour.
  private func colors(in output: [UInt8]) -> Int {
    String(decoding: output, as: UTF8.self).split(separator: "\u{1B}[").filter { sequence in
      guard let end = sequence.firstIndex(where: { $0.isLetter }), sequence[end] == "m" else {
        return false
      }
      let parameters = sequence[..<end].split(separator: ";").compactMap { Int($0) }
      return parameters.contains { (30...38).contains($0) || (40...48).contains($0) }
        || parameters.contains { (90...107).contains($0) }
    }.count
  }

  /// As xterm-direct in ncurses' database, which a small installation leaves out.
  private static let directColor = #"""
    nabla-direct|xterm with direct colour,
    	RGB,
    	colors#0x1000000, pairs#0x7FFF,
    	setab=\E[%?%p1%{8}%<%t4%p1%d%e48\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
    	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
    	use=xterm-256color,

    """#
}

extension String {
  /// What comes after `start`; nil where it does not begin so.
  fileprivate func components(after start: String) -> Substring? {
    hasPrefix(start) ? dropFirst(start.count) : nil
  }
}
