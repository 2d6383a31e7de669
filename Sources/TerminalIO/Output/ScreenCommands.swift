import TerminalCells

/// What the screen of a terminal can be told, and by which bytes.
struct ScreenCommands {
  /// Puts the cursor somewhere.
  var cursorAddress = CursorAddress.ecma48
  /// Blanks everything; empty where there is no such command.
  var clear: [UInt8] = []
  /// Blanks the rest of a row in the present background; empty where there is no such command.
  var clearRest: [UInt8] = []
  var style = StyleCommands()
  /// Whether the screen scrolls once its very last cell has been written.
  var scrollsAtEnd = false
  /// Whether the style has to be reset before the cursor moves.
  var resetsBeforeMoving = false
}

extension ScreenCommands {
  /// Those of the terminal that terminfo has been asked for.
  ///
  /// - Precondition: it can place its cursor.
  static func terminfo(colors: ColorDepth) -> ScreenCommands {
    let cursorAddress = CursorAddress(Terminfo.capability("cup")!)
    return ScreenCommands(
      cursorAddress: cursorAddress,
      clear: clear(cursorAddress),
      clearRest: Terminfo.string("el") ?? [],
      style: .terminfo(colors: colors),
      scrollsAtEnd: Terminfo.hasFlag("am") && !Terminfo.hasFlag("xenl"),
      resetsBeforeMoving: !Terminfo.hasFlag("msgr"))
  }

  private static func clear(_ cursorAddress: CursorAddress) -> [UInt8] {
    let clear = Terminfo.string("clear") ?? []
    // Some start the terminal anew, which would show the cursor again and take the mouse away.
    let restart = [ASCII.escape, UInt8(ascii: "c")]
    guard clear == restart, let clearBelow = Terminfo.string("ed") else { return clear }
    var bytes: [UInt8] = []
    cursorAddress.append(row: 0, column: 0, to: &bytes)
    return bytes + clearBelow
  }
}
