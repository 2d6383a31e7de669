/// A terminal's description as ncurses takes it from the environment variable TERMINFO: compiled, as
/// term(5) says, and spelled in hexadecimal digits.
struct CompiledDescription {
  /// With numbers of 32 bits: there may be more colours than 16 bits count.
  private static let magic = 0o1036
  private static let (flagCount, numberCount, textCount) = (15, 15, 361)

  private var bytes: [UInt8] = []

  init(_ description: ScreenDescription) {
    let names = Array("\(description.name)|as nabla uses it".utf8) + [0]
    var table: [UInt8] = []
    var offsets = [Int](repeating: -1, count: Self.textCount)
    for (text, string) in description.texts {
      offsets[text.rawValue] = table.count
      table += string + [0]
    }
    for number in [
      Self.magic, names.count, Self.flagCount, Self.numberCount, Self.textCount, table.count,
    ] {
      append(number)
    }
    bytes += names
    for flag in Self.flags(of: description) { bytes.append(flag ? 1 : 0) }
    pad()
    for number in Self.numbers(of: description) { append(number, width: 4) }
    for offset in offsets { append(offset) }
    bytes += table
    pad()
    appendExtensions(of: description)
  }

  /// The value for TERMINFO.
  var text: String {
    var text = Array("hex:".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The places of the flags and numbers that are used.
  static let (wraps, wrapsLate, movesInStyle) = (1, 4, 14)
  static let (columns, lines, colors, pairs) = (0, 2, 13, 14)

  private static func flags(of description: ScreenDescription) -> [Bool] {
    var flags = [Bool](repeating: false, count: flagCount)
    // To terminals that do not scroll there, all but the last cell is like the others; and nowhere is
    // the cursor's place after the last column relied on.
    flags[wraps] = description.scrollsAtEnd
    flags[wrapsLate] = true
    flags[movesInStyle] = description.movesInStyle
    return flags
  }

  private static func numbers(of description: ScreenDescription) -> [Int] {
    var numbers = [Int](repeating: -1, count: numberCount)
    numbers[columns] = description.size.width
    numbers[lines] = description.size.height
    if description.colors != .none {
      numbers[colors] = description.colors.count
      numbers[pairs] = ColorPairs.most
    }
    return numbers
  }

  /// Flags that are not in the standard: how colours are left, and what they are.
  private mutating func appendExtensions(of description: ScreenDescription) {
    let flags = [
      ("AX", description.leavesColorsApart), ("RGB", description.colors.isDirect),
    ].filter { $0.1 }
    guard !flags.isEmpty else { return }
    var table: [UInt8] = []
    var offsets: [Int] = []
    for (name, _) in flags {
      offsets.append(table.count)
      table += Array(name.utf8) + [0]
    }
    for number in [flags.count, 0, 0, flags.count, table.count] { append(number) }
    for _ in flags { bytes.append(1) }
    pad()
    for offset in offsets { append(offset) }
    bytes += table
  }

  private mutating func append(_ number: Int, width: Int = 2) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// Numbers stand at even places.
  private mutating func pad() {
    if bytes.count % 2 == 1 { bytes.append(0) }
  }
}
