import Testing

@testable import TerminalIO

/// Which description stands in for a type of terminal that the database does not have.
@Suite struct TerminalTypeTests {
  private static let base = [
    "xterm", "xterm-256color", "screen", "screen-256color", "rxvt", "linux", "vt100", "vt220",
    "ansi", "dumb",
  ]

  private func type(_ name: String, known: [String] = base) -> TerminalType? {
    TerminalType(name, load: known.contains)
  }

  @Test(arguments: [
    ("xterm-kitty", "xterm-256color"), ("foot", "xterm-256color"), ("foot-extra", "xterm-256color"),
    ("alacritty", "xterm-256color"), ("alacritty-direct", "xterm-256color"),
    ("wezterm", "xterm-256color"), ("ghostty", "xterm-256color"),
    ("xterm-ghostty", "xterm-256color"), ("konsole-256color", "xterm-256color"),
    ("vte-256color", "xterm-256color"), ("gnome", "xterm-256color"),
    ("st-256color", "xterm-256color"),
    ("iTerm2.app", "xterm-256color"), ("xterm-direct", "xterm-256color"),
    ("kitty", "xterm-256color"),
    ("tmux", "screen-256color"), ("tmux-256color", "screen-256color"),
    ("screen.xterm-256color", "screen-256color"), ("screen-bce", "screen-256color"),
    ("rxvt-unicode-256color", "rxvt"), ("linux-16color", "linux"), ("linux-m1b", "linux"),
    ("vt420", "vt220"), ("ansi-mono-m", "ansi"),
  ])
  func theNearestOfTheFamilyStandsIn(name: String, kin: String) {
    #expect(type(name)?.name == kin)
    #expect(type(name)?.remark?.contains("'\(name)'") == true)
    #expect(type(name)?.remark?.contains(kin) == true)
  }

  @Test func theNextBestIsTakenWhereTheBestIsMissing() {
    #expect(type("xterm-kitty", known: ["xterm", "vt100"])?.name == "xterm")
    #expect(type("tmux-256color", known: ["screen"])?.name == "screen")
  }

  @Test func aKnownTypeIsUsedAndNothingIsSaid() {
    for name in Self.base {
      #expect(type(name)?.name == name)
      #expect(type(name)?.remark == nil)
    }
    #expect(type("tmux-256color", known: ["tmux-256color", "screen-256color"])?.remark == nil)
  }

  @Test(arguments: [
    "nonsense", "", "../../etc/passwd", "x\u{1B}[2J", "-", "--.", "stars", "féxterm-kitty",
    "xterm/x",
    String(repeating: "xterm-", count: 20),
  ])
  func whatHasNoKinIsRefused(name: String) { #expect(type(name) == nil) }
}
