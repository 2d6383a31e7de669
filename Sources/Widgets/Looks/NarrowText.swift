import TerminalCells
import Wording

/// Words and signs without East Asian ambiguous characters, which some terminals draw two columns wide.
package enum NarrowText {
  /// `text` with each such character spelled out as in ASCII; all others stay, such as the minus sign.
  package static func spelled(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    if text.unicodeScalars.allSatisfy({ !isSpelled($0) }) { return String(text) }
    var result = ""
    for character in text {
      if character.unicodeScalars.allSatisfy({ !isSpelled($0) }) {
        result.append(character)
      } else {
        result += PlainText.spelling(character)
      }
    }
    return result
  }

  /// Raised and lowered digits are of the class or not by chance; they go together.
  private static func isSpelled(_ scalar: Unicode.Scalar) -> Bool {
    (0x2070...0x208E).contains(scalar.value) || AmbiguousWidth.contains(scalar)
  }

  /// What takes the place of one such character in one column: blocks as Braille dots, else the first
  /// sign of its spelling.
  package static func sign(_ character: Character) -> Character {
    switch character {
    case "▀": "⠛"
    case "▄": "⣤"
    case "■": "⠶"
    case "█", "▉", "▊", "▋": "⣿"
    case "▌", "▍", "▎", "▏": "⡇"
    default: PlainText.spelling(character).first ?? "?"
    }
  }
}

extension Painter {
  /// The frame as it is to be shown: what was drawn past the painter may hold
  /// characters that take two columns on this terminal.
  public var finished: Frame {
    guard theme.appearance.isNarrow else { return frame }
    var narrow = frame
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let cell = frame[x, y]
        if AmbiguousWidth.contains(cell) {
          narrow[x, y].character = NarrowText.sign(cell.character)
        }
      }
    }
    return narrow
  }
}
