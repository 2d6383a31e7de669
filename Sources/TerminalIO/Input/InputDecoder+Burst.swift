import TerminalCells

/// A list of numbers that came all at once on a terminal that does not mark pastes. Most of its
/// characters are commands somewhere, and hands do not type like that.
struct BurstInProgress {
  private var buffer: PasteBuffer
  private(set) var deadline: ContinuousClock.Instant

  /// What follows a piece of a paste follows at once.
  private static let delay = Duration.milliseconds(30)

  init(limit: Int, at now: ContinuousClock.Instant) {
    buffer = PasteBuffer(limit: limit)
    deadline = now + Self.delay
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, at now: ContinuousClock.Instant) {
    _ = buffer.append(bytes)
    deadline = now + Self.delay
  }

  var event: Event {
    buffer.isTooLong
      ? .pasteRefused(.tooLong(bytes: buffer.count, limit: buffer.limit)) : .burst(buffer.text)
  }
}

extension InputDecoder {
  /// Whether what comes is text, as much of it as there is.
  var isTakingText: Bool { isPasting || burst != nil }

  /// Takes what is, or goes on with, such a list.
  ///
  /// - Returns: what comes after it.
  mutating func continueBurst(
    _ bytes: ArraySlice<UInt8>, at now: Instant, _ events: inout [Event]
  ) -> ArraySlice<UInt8> {
    if let begun = burst, now >= begun.deadline { endBurst(&events) }
    if burst == nil {
      guard paste == nil, !isInSequence, NumberBurst.isList(bytes) else { return bytes }
      burst = BurstInProgress(limit: pasteLimit, at: now)
    }
    let text = bytes.prefix { NumberBurst.isText($0) }
    burst?.append(text, at: now)
    // A key that is no text has been pressed.
    if text.count < bytes.count { endBurst(&events) }
    return bytes.dropFirst(text.count)
  }

  mutating func endBurst(_ events: inout [Event]) {
    if let ended = burst { events.append(ended.event) }
    burst = nil
  }
}

/// What a list of numbers looks like, by its bytes.
enum NumberBurst {
  /// Fewer may be keys that a slow line has gathered.
  private static let shortest = 5

  static func isText(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != ASCII.delete || byte == ASCII.tab || isLineEnd(byte)
  }

  /// Whether bytes begin like `1, -2` or like `tensor([1, 2`, with two numbers at least.
  static func isList(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= shortest, bytes.allSatisfy(isText) else { return false }
    let hasTwoNumbers =
      bytes.split(whereSeparator: isSeparator).lazy
      .filter { $0.contains(where: isDigit) || beginsWithNumberWord($0) }.prefix(2).count == 2
    guard hasTwoNumbers else { return false }
    if let bracket = bytes.firstIndex(where: { "[({".utf8.contains($0) }) {
      return bytes[..<bracket].allSatisfy(isPartOfName)
    }
    return bytes.allSatisfy { isPartOfNumber($0) || isSeparator($0) }
      && (bytes.first.map(beginsNumber) == true || beginsWithNumberWord(bytes))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    ",; ".utf8.contains(byte) || byte == ASCII.tab || isLineEnd(byte)
  }

  /// The true minus sign has three bytes.
  private static let minus = Array("−".utf8)

  private static func beginsNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || "+-.".utf8.contains(byte) || byte == minus[0]
  }

  /// `inf` and `nan`, in letters of any size.
  private static func beginsWithNumberWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = bytes.prefix { !isSeparator($0) }.map { $0 | 0x20 }
    return word == Array("inf".utf8) || word == Array("nan".utf8)
  }

  /// With the letters of `2e5`, `inf`, `nan` and `0x1.8p+1`.
  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return beginsNumber(byte) || (0x61...0x66).contains(small) || "inxp".utf8.contains(small)
      || minus.contains(byte)
  }

  /// Of `x = np.array`.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || "_.= ".utf8.contains(byte)
  }
}
