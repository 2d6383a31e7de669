/// What is pasted, from `ESC [ 200 ~` until `ESC [ 201 ~`, bounded.
struct PasteBuffer {
  /// Bytes kept; what comes after them is dropped.
  let limit: Int
  private static let terminator: [UInt8] = [0x1B] + Array("[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the terminator the last bytes were.
  private var matched = 0
  /// Whether there was more than fits.
  private(set) var isCut = false

  init(limit: Int) { self.limit = limit }

  /// Takes a byte; true when it completes the terminator.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte == Self.terminator[matched] {
      matched += 1
      return matched == Self.terminator.count
    }
    // Escape stands only at the terminator's start, so a mismatch can restart it nowhere else.
    keep(Self.terminator.prefix(matched))
    matched = byte == ASCII.escape ? 1 : 0
    if matched == 0 { keep(CollectionOfOne(byte)) }
    return false
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    let room = limit - bytes.count
    if more.count > room { isCut = true }
    bytes.append(contentsOf: more.prefix(room))
  }

  /// The text: lines end in "\n", control characters but that and tab are gone, and broken UTF-8
  /// is replaced.
  var text: String {
    var text = ""
    text.reserveCapacity(bytes.count)
    var previous: Unicode.Scalar = " "
    // Cut at the limit, a last character may be broken in two; better without than replaced.
    for scalar in String(decoding: isCut ? wholeCharacters : bytes[...], as: UTF8.self)
      .unicodeScalars
    {
      switch scalar {
      case "\r": text.unicodeScalars.append("\n")
      case "\n" where previous == "\r": break
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): break
      default: text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return text
  }

  private var wholeCharacters: ArraySlice<UInt8> {
    var end = bytes.count
    while end > max(0, bytes.count - 3), bytes[end - 1] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
    if end > 0, bytes[end - 1] >= 0b1100_0000 { end -= 1 } else { end = bytes.count }
    return bytes[..<end]
  }
}
