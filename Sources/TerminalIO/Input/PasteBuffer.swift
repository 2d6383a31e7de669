/// What is pasted, from `ESC [ 200 ~` until `ESC [ 201 ~`, bounded.
struct PasteBuffer {
  /// Bytes kept; those after them are only counted.
  let limit: Int
  private static let terminator: [UInt8] = [0x1B] + Array("[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the terminator the last bytes were.
  private var matched = 0
  /// How many bytes there were, kept or not.
  private(set) var count = 0

  init(limit: Int) { self.limit = limit }

  /// Whether there was more than fits.
  var isTooLong: Bool { count > limit }

  /// Takes bytes up to the terminator.
  ///
  /// - Returns: how many of them it took, and whether the last of them completed the terminator.
  mutating func append(_ more: ArraySlice<UInt8>) -> (taken: Int, isEnded: Bool) {
    var rest = more
    while let byte = rest.first {
      if matched == 0 {
        let text = rest.prefix(upTo: rest.firstIndex(of: ASCII.escape) ?? rest.endIndex)
        keep(text)
        rest = rest[text.endIndex...]
        if !rest.isEmpty { matched = 1 }
        rest = rest.dropFirst()
      } else if byte == Self.terminator[matched] {
        matched += 1
        rest = rest.dropFirst()
        if matched == Self.terminator.count { return (rest.startIndex - more.startIndex, true) }
      } else {
        // Escape stands only at the terminator's start: what matched so far is text, and the byte is
        // looked at anew.
        keep(Self.terminator.prefix(matched))
        matched = 0
      }
    }
    return (more.count, false)
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    bytes.append(contentsOf: more.prefix(max(0, limit - count)))
    count += more.count
  }

  /// The text: lines end in "\n". Control characters but that and tab are what broken UTF-8 is, too:
  /// a mark in the text, so that what stands on either side of it is not joined unsaid.
  var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    var isHeld = false
    for byte in bytes {
      // Of two bytes, the second tells whether they are a control character.
      if isHeld {
        isHeld = false
        if (0x80..<0xA0).contains(byte) {
          text += byte == Self.nextLine ? [ASCII.lineFeed] : Self.mark
          continue
        }
        text.append(0xC2)
      }
      switch byte {
      case ASCII.carriageReturn: text.append(ASCII.lineFeed)
      case ASCII.lineFeed where previous == ASCII.carriageReturn: break
      case ASCII.lineFeed, ASCII.tab: text.append(byte)
      case ..<0x20, ASCII.delete: text += Self.mark
      case 0xC2: isHeld = true
      default: text.append(byte)
      }
      previous = byte
    }
    if isHeld { text.append(0xC2) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The second byte of U+0085, which ends a line.
  private static let nextLine: UInt8 = 0x85
  private static let mark = Array("\u{FFFD}".utf8)
}
