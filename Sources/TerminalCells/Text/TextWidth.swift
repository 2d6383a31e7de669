/// How many columns text takes on a terminal.
///
/// nabla itself draws only narrow characters, but text that a user typed or pasted may hold any:
/// control characters take none, wide East Asian characters and emoji take two.
public enum TextWidth {
  public static func columns(of text: String) -> Int {
    if isPlainASCII(text) { return text.utf8.count }
    return isPlain(text)
      ? text.unicodeScalars.count : text.reduce(0) { $0 + columns(of: $1) }
  }

  public static func columns(of text: some StringProtocol) -> Int { columns(of: String(text)) }

  /// Whether `text` is of visible ASCII and blanks alone.
  static func isPlainASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable {
      $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    } ?? false
  }

  /// Whether every scalar of `text` is a character of its own and takes one column, as in nearly
  /// all that is drawn: to look no further is several times as fast.
  static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let value = scalar.value
      return value >= 0x20 && value < 0x7F || value > 0xA0 && value < 0x300 && value != 0xAD
        || isCommonMathematics(value)
    }
  }

  public static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    let value = first.value
    // Nearly every character drawn is ASCII, Braille, a box or a letter of mathematics.
    if value >= 0x20 && value < 0x7F { return 1 }
    if value < 0x20 || (value >= 0x7F && value < 0xA0) { return 0 }
    if value < 0x300 || isCommonMathematics(value) { return 1 }
    if first.properties.generalCategory == .nonspacingMark
      || first.properties.generalCategory == .enclosingMark
      || first.properties.generalCategory == .format
    {
      return 0
    }
    return isWide(first) ? 2 : 1
  }

  /// Greek, superscripts, arrows, operators, boxes, blocks and Braille: none wide, none combining.
  private static func isCommonMathematics(_ value: UInt32) -> Bool {
    switch value {
    case 0x370...0x3FF, 0x1D00...0x1DBF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x209F,
      0x2190...0x22FF,
      0x2500...0x25FC, 0x2800...0x28FF, 0x2C60...0x2C7F:
      true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default:
      false
    }
  }
}
