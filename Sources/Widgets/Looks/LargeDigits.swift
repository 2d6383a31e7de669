import TerminalCells

/// Numbers in characters three rows high, to be read from the back row of a room.
public struct LargeDigits: Sendable {
  public static let height = 3

  /// The rows from the top, equally wide.
  public let rows: [String]

  public var width: Int { rows[0].count }

  /// - Parameters:
  ///   - text: digits, point, signs and `e`.
  ///   - isASCII: made of `|` and `_`, else of half blocks.
  /// - Returns: nil where a character has no large form, as in a word.
  public init?(_ text: String, isASCII: Bool) {
    var rows = ["", "", ""]
    for character in text {
      guard let shape = (isASCII ? Self.segments : Self.halves)(character) else { return nil }
      for row in rows.indices {
        if !rows[row].isEmpty { rows[row] += " " }
        rows[row] += shape[row]
      }
    }
    self.rows = rows
  }

  private static func halves(_ character: Character) -> [String]? {
    switch character {
    case "0": ["█▀█", "█ █", "▀▀▀"]
    case "1": ["▀█ ", " █ ", "▀▀▀"]
    case "2": ["▀▀█", "█▀▀", "▀▀▀"]
    case "3": ["▀▀█", " ▀█", "▀▀▀"]
    case "4": ["█ █", "▀▀█", "  ▀"]
    case "5": ["█▀▀", "▀▀█", "▀▀▀"]
    case "6": ["█▀▀", "█▀█", "▀▀▀"]
    case "7": ["▀▀█", "  █", "  ▀"]
    case "8": ["█▀█", "█▀█", "▀▀▀"]
    case "9": ["█▀█", "▀▀█", "▀▀▀"]
    case "e": ["█▀▀", "█▀▀", "▀▀▀"]
    case "−", "-": ["   ", "▀▀▀", "   "]
    case "+": [" ▄ ", "▀█▀", "   "]
    case ".": [" ", " ", "▀"]
    case " ": [" ", " ", " "]
    default: nil
    }
  }

  private static func segments(_ character: Character) -> [String]? {
    switch character {
    case "0": [" _ ", "| |", "|_|"]
    case "1": ["   ", "  |", "  |"]
    case "2": [" _ ", " _|", "|_ "]
    case "3": [" _ ", " _|", " _|"]
    case "4": ["   ", "|_|", "  |"]
    case "5": [" _ ", "|_ ", " _|"]
    case "6": [" _ ", "|_ ", "|_|"]
    case "7": [" _ ", "  |", "  |"]
    case "8": [" _ ", "|_|", "|_|"]
    case "9": [" _ ", "|_|", " _|"]
    case "e": [" _ ", "|_ ", "|_ "]
    case "−", "-": ["   ", " _ ", "   "]
    case "+": ["   ", "_|_", " | "]
    case ".": [" ", " ", "."]
    case " ": [" ", " ", " "]
    default: nil
    }
  }
}

extension Painter {
  /// Writes a number three rows high; what has no large form, or no room for it, stands in the middle
  /// row as it is.
  public mutating func writeLarge(
    _ text: String, x: Int, y: Int, _ style: Style, limit: Int
  ) {
    guard let digits = LargeDigits(text, isASCII: isASCII), digits.width <= limit else {
      write(text, x: x, y: y + 1, style, limit: limit)
      return
    }
    for (row, line) in digits.rows.enumerated() { write(line, x: x, y: y + row, style) }
  }
}
