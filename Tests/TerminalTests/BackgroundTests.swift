import Testing

/// The terminal is asked for its background where nothing else tells, and the answer is heeded.
@Suite struct BackgroundTests {
  private static let question = "\u{1B}]11;?\u{1B}\\"
  /// The curve of f on a light background, in the 256-colour palette.
  private static let lightCurve = "38;5;25m"

  private func text(_ terminal: PseudoTerminal) -> String {
    terminal.read()
    return String(decoding: terminal.output, as: UTF8.self)
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", true), ("\u{1B}]11;rgb:fd/f6/e3\u{7}", true),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", false), ("\u{1B}]11;nonsense\u{1B}\\", false),
  ])
  func theAnswerChoosesTheColours(answer: String, isLight: Bool) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      #expect(text(terminal).contains(Self.question))
      #expect(!text(terminal).contains(Self.lightCurve))
      terminal.type(answer)
      try await terminal.waitUntilIdle()
      #expect(text(terminal).contains(Self.lightCurve) == isLight)
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test func anAnswerNotAskedForIsIgnored() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["--dark"])
      try await terminal.waitForStart()
      #expect(!text(terminal).contains(Self.question))
      terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
      try await terminal.waitUntilIdle()
      #expect(!text(terminal).contains(Self.lightCurve))
      try await terminal.expectQuits()
    }
  }

  @Test(arguments: [
    ["TERM": "vt100"], ["TERM": "linux"], ["NO_COLOR": "1"], ["COLORFGBG": "0;15"],
  ])
  func itIsNotAskedWhereNothingWouldFollow(environment: [String: String?]) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: environment)
      try await terminal.waitForStart()
      #expect(!text(terminal).contains("\u{1B}]11"))
      try await terminal.expectQuits()
    }
  }
}
