/// A whole picture of the screen, as a value.
///
/// Drawing outside the frame is clipped, never a trap, so that views need no guards of their own.
public struct Frame: Sendable, Hashable {
  public let size: Size
  /// Row after row.
  public private(set) var cells: [Cell]

  public init(_ size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    cells = Array(repeating: cell, count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell in column `x` of row `y`; blank outside, where writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x: x, y: y) ? cells[y * size.width + x] : .blank }
    set { if bounds.contains(x: x, y: y) { cells[y * size.width + x] = newValue } }
  }

  /// Writes one line of text from (x, y) to the right, clipped to `limit` columns if given.
  ///
  /// - Returns: the column after the last character written.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, _ style: Style = Style(), limit: Int? = nil
  ) -> Int {
    let end = limit.map { min(size.width, x + max(0, $0)) } ?? size.width
    return TextWidth.isPlainASCII(text) || TextWidth.isPlain(text)
      ? writePlain(text, x: x, y: y, style, end: end)
      : writeCharacters(of: text, x: x, y: y, style, end: end)
  }

  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, x: Int, y: Int, _ style: Style = Style(), limit: Int? = nil
  ) -> Int {
    write(String(text), x: x, y: y, style, limit: limit)
  }

  /// Text of which every scalar takes one column needs no search for characters.
  private mutating func writePlain(
    _ text: String, x: Int, y: Int, _ style: Style, end: Int
  ) -> Int {
    guard y >= 0 && y < size.height else {
      return min(max(x, end), x + text.unicodeScalars.count)
    }
    let row = y * size.width
    return cells.withUnsafeMutableBufferPointer { cells in
      var column = x
      for scalar in text.unicodeScalars {
        guard column < end else { break }
        if column >= 0 { cells[row + column] = Cell(scalar: scalar, style) }
        column += 1
      }
      return column
    }
  }

  private mutating func writeCharacters(
    of text: String, x: Int, y: Int, _ style: Style, end: Int
  ) -> Int {
    var column = x
    for character in text {
      let width = TextWidth.columns(of: character)
      guard width > 0 else { continue }
      guard column + width <= end else { break }
      self[column, y] = Cell(character, style)
      if width == 2 { self[column + 1, y] = Cell(Cell.continuation, style) }
      column += width
    }
    return column
  }

  /// Fills `rect` with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    let clipped = rect.intersection(bounds)
    for y in clipped.y..<clipped.maxY {
      for x in clipped.x..<clipped.maxX { cells[y * size.width + x] = cell }
    }
  }

  /// What stands in `rect`, as far as that lies in the frame.
  public func part(_ rect: Rect) -> Frame {
    let clipped = rect.intersection(bounds)
    var part = Frame(Size(width: clipped.width, height: clipped.height))
    part.cells.removeAll(keepingCapacity: true)
    for y in clipped.y..<clipped.maxY {
      part.cells += cells[y * size.width + clipped.x..<y * size.width + clipped.maxX]
    }
    return part
  }

  /// Puts all cells of `other` here, the first of them at (x, y).
  public mutating func put(_ other: Frame, x: Int, y: Int) {
    let clipped = Rect(x: x, y: y, width: other.size.width, height: other.size.height)
      .intersection(bounds)
    let (width, otherWidth) = (size.width, other.size.width)
    cells.withUnsafeMutableBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { others in
        for row in clipped.y..<clipped.maxY {
          let (start, from) = (row * width, (row - y) * otherWidth - x)
          _ = cells[start + clipped.x..<start + clipped.maxX]
            .update(fromContentsOf: others[from + clipped.x..<from + clipped.maxX])
        }
      }
    }
  }

  /// Changes the style of the cells in `rect`, leaving their characters.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let clipped = rect.intersection(bounds)
    for y in clipped.y..<clipped.maxY {
      for x in clipped.x..<clipped.maxX { change(&cells[y * size.width + x].style) }
    }
  }

  /// The characters of row `y`, trailing blanks included.
  public func text(row y: Int) -> String {
    guard y >= 0 && y < size.height else { return "" }
    var text = ""
    for cell in cells[y * size.width..<(y + 1) * size.width] where !cell.isContinuation {
      text.append(cell.character)
    }
    return text
  }

  /// The frame as lines of text without trailing blanks: the picture that tests compare.
  public var picture: String {
    (0..<size.height).map { row in
      var line = Substring(text(row: row))
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
