import TerminalCells

/// The style that a terminal draws in: added to where it can be, else begun anew.
struct Pen {
  private var commands: StyleCommands
  /// What was asked for last, and what the terminal makes of it.
  private var asked = Style()
  private var current = Style()

  init(_ commands: StyleCommands) { self.commands = commands }

  /// Whether a blank shows nothing at present.
  var leavesBlanksEmpty: Bool { !current.showsOnBlanks }

  /// Appends what lets the terminal draw in `style` from here on.
  mutating func use(_ style: Style, _ bytes: inout [UInt8]) {
    if style == asked { return }
    let wanted = possible(style)
    if cannotAddTo(wanted) { reset(&bytes) }
    for (attribute, command) in commands.attributes
    where wanted.attributes.contains(attribute) && !current.attributes.contains(attribute) {
      bytes += command
    }
    if let color = wanted.foreground, color != current.foreground {
      commands.foreground.append(color, to: &bytes)
    }
    if let color = wanted.background, color != current.background {
      commands.background.append(color, to: &bytes)
    }
    asked = style
    current = wanted
  }

  /// Appends what brings the terminal's own style back.
  mutating func putDown(_ bytes: inout [UInt8]) {
    if current != Style() { reset(&bytes) }
    asked = Style()
  }

  private mutating func reset(_ bytes: inout [UInt8]) {
    bytes += commands.reset
    current = Style()
  }

  /// Attributes and colours are only ever left all at once.
  private func cannotAddTo(_ wanted: Style) -> Bool {
    !wanted.attributes.isSuperset(of: current.attributes)
      || wanted.foreground == nil && current.foreground != nil
      || wanted.background == nil && current.background != nil
  }

  /// A colour that the terminal does not have is its default one. Of attributes and colours that do
  /// not go together, the colours stay: only what is marked by being reversed would be lost.
  private func possible(_ style: Style) -> Style {
    var style = style
    if let color = style.foreground, !commands.foreground.has(color) { style.foreground = nil }
    if let color = style.background, !commands.background.has(color) { style.background = nil }
    let isColored = style.foreground != nil || style.background != nil
    let clashing = style.attributes.intersection(commands.attributesWithoutColor)
    guard isColored, !clashing.isEmpty else { return style }
    if clashing.contains(.reverse) { return Style(nil, style.attributes) }
    style.attributes.subtract(clashing)
    return style
  }
}
