import TerminalCells

/// What can be done on every screen.
public enum AppCommand: Sendable, Hashable {
  case selectTab(Int)
  case moveTab(Int)
  case help
  case cycleMarkers
  case toggleBackground
  case quit
}

extension App {
  /// The keys of every screen.
  public static let keymap = Keymap<AppCommand>([
    KeyRow(
      "go to the tab with that number",
      (0..<9).map { ([Key(Character("\($0 + 1)"))], .selectTab($0)) }),
    KeyRow("next tab, tab before", [([.tab], .moveTab(1)), ([.shift(.tab)], .moveTab(-1))]),
    KeyRow(["m"], "draw with Braille, blocks, sextants or ASCII", .cycleMarkers),
    KeyRow(["b"], "colours for a dark or a light background", .toggleBackground),
    KeyRow(["?"], hint: "help", "this page; any other key closes it", .help),
    KeyRow(["q"], hint: "quit", "quit", .quit),
  ])
}
