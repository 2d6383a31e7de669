/// A frame as lines of text for a pipe, a file or the scrollback of a terminal.
public enum FrameText {
  /// The rows of `frame` without trailing blanks.
  ///
  /// - Parameter colors: with none the lines hold no control characters at all, attributes
  ///   included; else SGR sequences, of which none reaches beyond the end of its line.
  public static func lines(of frame: Frame, colors: ColorDepth) -> [String] {
    (0..<frame.size.height).map { y in
      let row = frame.cells[(y * frame.size.width)..<((y + 1) * frame.size.width)]
      let isEmpty = { (cell: Cell) in
        colors == .none ? cell.character == " " : cell.isEmpty
      }
      let end = row.lastIndex { !isEmpty($0) }.map { $0 + 1 } ?? row.startIndex
      return line(row[..<end], colors: colors)
    }
  }

  private static func line(_ cells: ArraySlice<Cell>, colors: ColorDepth) -> String {
    var text = ""
    var current = Style()
    for cell in cells where !cell.isContinuation {
      let style = colors == .none ? Style() : cell.style
      // A blank that only has a foreground needs no change of it.
      if style != current && !(cell.isEmpty && !current.showsOnBlanks) {
        text += sequence(style, colors: colors)
        current = style
      }
      text.append(cell.character)
    }
    return current == Style() ? text : text + "\u{1B}[0m"
  }

  private static func sequence(_ style: Style, colors: ColorDepth) -> String {
    var codes = ["0"]
    if style.attributes.contains(.bold) { codes.append("1") }
    if style.attributes.contains(.dim) { codes.append("2") }
    if style.attributes.contains(.underline) { codes.append("4") }
    if style.attributes.contains(.reverse) { codes.append("7") }
    codes += code(style.foreground, base: 30, colors: colors)
    codes += code(style.background, base: 40, colors: colors)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  /// A colour that there is not is the terminal's default one.
  private static func code(_ color: Color?, base: Int, colors: ColorDepth) -> [String] {
    guard let color, colors.has(color) else { return [] }
    if let (red, green, blue) = color.components {
      return ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
    guard let index = color.index.map({ Int($0) }) else { return [] }
    switch index {
    case ..<8: return ["\(base + index)"]
    case ..<16: return ["\(base + 60 + index - 8)"]
    default: return ["\(base + 8)", "5", "\(index)"]
    }
  }
}
