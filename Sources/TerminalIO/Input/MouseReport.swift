import TerminalCells

/// What a terminal says of the mouse: buttons and modifiers in one number, and a cell from 1.
struct MouseReport {
  private let buttons: Int
  private let column: Int
  private let row: Int
  private let isRelease: Bool

  /// `ESC [ < buttons ; column ; row M`, or `m` for a release.
  init?(_ sequence: ControlSequence) {
    guard sequence.marker == UInt8(ascii: "<"), sequence.parameters.count == 3,
      sequence.final == UInt8(ascii: "M") || sequence.final == UInt8(ascii: "m"),
      let buttons = sequence.parameter(0), let column = sequence.parameter(1),
      let row = sequence.parameter(2)
    else { return nil }
    self.init(buttons, column, row, isRelease: sequence.final == UInt8(ascii: "m"))
  }

  /// The older form: three bytes, each 32 more than its value; the release does not name a button.
  init?(bytes: some Sequence<UInt8>) {
    let values = bytes.map { Int($0) - 32 }
    guard values.count == 3, values[0] >= 0 else { return nil }
    let isRelease = values[0] & 0b1110_0011 == 3
    self.init(isRelease ? 0 : values[0], values[1], values[2], isRelease: isRelease)
  }

  private init(_ buttons: Int, _ column: Int, _ row: Int, isRelease: Bool) {
    self.buttons = buttons
    self.column = column
    self.row = row
    self.isRelease = isRelease
  }

  /// The event; nil for other buttons than the left one, for plain motion, and for nonsense.
  var mouse: Mouse? {
    guard column >= 1, row >= 1, let action else { return nil }
    return Mouse(action, x: column - 1, y: row - 1)
  }

  private var action: Mouse.Action? {
    let modifiers = 4 | 8 | 16
    let motion = 32
    return switch buttons & ~modifiers {
    case 64: isRelease ? nil : .wheelUp
    case 65: isRelease ? nil : .wheelDown
    case 0: isRelease ? .release : .press
    case motion: isRelease ? .release : .drag
    default: nil
    }
  }
}
