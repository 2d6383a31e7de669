import Explorer

/// Turns the bytes that a terminal sends into events. Any bytes will do; none of them traps.
///
/// Sequences that are not known are swallowed whole, so that a report never types itself into a
/// field. What is cut off ends by ``timeOut(into:)``, which the reader calls when nothing has come
/// for ``patience``.
struct InputDecoder {
  /// Milliseconds after which an Escape that nothing follows is the Escape key.
  var escapeDelay = 25
  /// How many bytes of a paste are taken.
  var pasteLimit = 1 << 20
  private let keys: KeySequences

  /// Whether the last paste was longer than is kept.
  private(set) var lastPasteWasCut = false

  /// An unfinished sequence: Escape and what followed it.
  private var pending: [UInt8] = []
  /// Two Escapes began the sequence, which is how rxvt sends Alt with a function key.
  private var isAlt = false
  private var utf8 = UTF8Assembler()
  private var paste: PasteBuffer?

  /// Longer than any sequence that means anything.
  private static let longestSequence = 64

  init(keys: KeySequences = KeySequences()) {
    self.keys = keys
  }

  /// How many milliseconds to wait for more bytes before ``timeOut(into:)``; nil: for ever.
  var patience: Int? {
    if paste != nil { return 1000 }
    if pending.count == 1 || pending.count == 2 { return escapeDelay }
    if !pending.isEmpty || utf8.isPending || isAlt { return max(escapeDelay, 250) }
    return nil
  }

  mutating func decode(_ bytes: some Sequence<UInt8>, into events: inout [Event]) {
    for byte in bytes { take(byte, &events) }
  }

  /// Ends what is unfinished: nothing more of it is to come.
  mutating func timeOut(into events: inout [Event]) {
    if paste != nil { return endPaste(&events) }
    utf8.reset()
    let unfinished = pending
    let wasAlt = isAlt
    pending = []
    isAlt = false
    guard !unfinished.isEmpty else { return }
    if wasAlt { events.append(.key(Key(.escape))) }
    switch unfinished.count {
    case 1: events.append(.key(Key(.escape)))
    case 2: appendCharacter(unfinished[1], .alt, &events)
    case _ where unfinished.last == ASCII.escape: events.append(.key(Key(.escape)))
    default: break
    }
  }

  // MARK: One byte

  private mutating func take(_ byte: UInt8, _ events: inout [Event]) {
    if paste != nil {
      if paste!.append(byte) { endPaste(&events) }
    } else if utf8.isPending {
      takeUTF8(byte, &events)
    } else if pending.isEmpty {
      takeGround(byte, &events)
    } else {
      takeSequence(byte, &events)
    }
  }

  private mutating func endPaste(_ events: inout [Event]) {
    guard let ended = paste else { return }
    paste = nil
    lastPasteWasCut = ended.isCut
    events.append(.paste(ended.text))
  }

  private mutating func takeGround(_ byte: UInt8, _ events: inout [Event]) {
    if byte == ASCII.escape {
      pending = [byte]
    } else if byte >= 0x80 {
      takeUTF8(byte, &events)
    } else {
      appendCharacter(byte, takeAlt(), &events)
    }
  }

  private mutating func takeAlt() -> Key.Modifiers {
    defer { isAlt = false }
    return isAlt ? .alt : []
  }

  private mutating func takeUTF8(_ byte: UInt8, _ events: inout [Event]) {
    switch utf8.append(byte) {
    case .scalar(let scalar):
      let modifiers = takeAlt()
      guard scalar.value >= 0xA0 else { return }
      events.append(.key(Key(.character(Character(scalar)), modifiers)))
    case .needsMore: break
    case .broken: isAlt = false
    case .brokenBefore:
      isAlt = false
      take(byte, &events)
    }
  }

  /// A byte below 0x80 that is no part of a sequence.
  private func appendCharacter(
    _ byte: UInt8, _ modifiers: Key.Modifiers, _ events: inout [Event]
  ) {
    switch byte {
    case 0: append(.character(" "), modifiers.union(.control), &events)
    case ASCII.tab: append(.tab, modifiers, &events)
    case ASCII.lineFeed, ASCII.carriageReturn: append(.enter, modifiers, &events)
    case ASCII.backspace, ASCII.delete: append(.backspace, modifiers, &events)
    case ASCII.escape: append(.escape, modifiers, &events)
    case 1...26:
      append(.character(character(byte + 0x60)), modifiers.union(.control), &events)
    case ..<0x20: append(.character(character(byte + 0x40)), modifiers.union(.control), &events)
    default: append(.character(character(byte)), modifiers, &events)
    }
  }

  private func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  private func append(
    _ code: Key.Code, _ modifiers: Key.Modifiers, _ events: inout [Event]
  ) {
    events.append(.key(Key(code, modifiers)))
  }

  // MARK: Sequences

  private mutating func takeSequence(_ byte: UInt8, _ events: inout [Event]) {
    if let abandoned = abandons(byte) {
      pending = []
      isAlt = false
      if abandoned { take(byte, &events) }
      return
    }
    if pending.count == Self.longestSequence {
      // Only the end is waited for now; the mark keeps what is left from meaning anything.
      pending[2] = UInt8(ascii: "?")
      pending.remove(at: 3)
    }
    pending.append(byte)
    if let key = keys.key(for: pending) {
      return finish(key, &events)
    }
    switch pending[1] {
    case UInt8(ascii: "["): takeControlSequence(byte, &events)
    case UInt8(ascii: "O"): takeSingleShift(byte, &events)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      takeString(byte, &events)
    case ASCII.escape:
      // The first of three Escapes is certainly a key of its own.
      if isAlt { events.append(.key(Key(.escape))) }
      isAlt = true
      pending = [ASCII.escape]
    default:
      // Alt with a character: the Escape is its prefix.
      pending = []
      if isAlt { events.append(.key(Key(.escape))) }
      isAlt = true
      takeGround(byte, &events)
    }
  }

  /// Whether `byte` breaks off a sequence that had begun: nil if not, else whether the byte is to
  /// be looked at for itself.
  private func abandons(_ byte: UInt8) -> Bool? {
    guard pending.count >= 2, !isLegacyMouse else { return nil }
    switch byte {
    case ASCII.cancel, ASCII.substitute: return false
    case ASCII.escape: return isString ? nil : true
    case ..<0x20, 0x7F...: return isString ? nil : true
    default: return nil
    }
  }

  private var isString: Bool {
    pending.count >= 2 && [0x5D, 0x50, 0x58, 0x5E, 0x5F].contains(pending[1])
  }

  /// `ESC [ M` and three bytes of any value.
  private var isLegacyMouse: Bool {
    pending.count >= 3 && pending[1] == UInt8(ascii: "[") && pending[2] == UInt8(ascii: "M")
  }

  private mutating func finish(_ key: Key?, _ events: inout [Event]) {
    pending = []
    let modifiers = takeAlt()
    if let key { append(key.code, key.modifiers.union(modifiers), &events) }
  }

  private mutating func takeControlSequence(_ byte: UInt8, _ events: inout [Event]) {
    guard pending.count >= 3 else { return }
    if isLegacyMouse {
      guard pending.count == 6 else { return }
      finish(MouseReport(bytes: pending.suffix(3)), &events)
    } else if pending.count == 3 && byte == UInt8(ascii: "[") {
      // The Linux console's function keys have one more letter.
    } else if (0x40...0x7E).contains(byte) {
      finish(ControlSequence(pending.dropFirst(2)), &events)
    }
  }

  private mutating func finish(_ report: MouseReport?, _ events: inout [Event]) {
    finish(nil as Key?, &events)
    if let mouse = report?.mouse { events.append(.mouse(mouse)) }
  }

  private mutating func finish(_ sequence: ControlSequence?, _ events: inout [Event]) {
    guard let sequence else { return finish(nil as Key?, &events) }
    if let report = MouseReport(sequence) { return finish(report, &events) }
    finish(sequence.key, &events)
    if sequence.final == UInt8(ascii: "~"), sequence.marker == nil, sequence.parameter(0) == 200 {
      paste = PasteBuffer(limit: pasteLimit)
    }
  }

  /// `ESC O`, perhaps modifiers, and a letter: the keypad in application mode.
  private mutating func takeSingleShift(_ byte: UInt8, _ events: inout [Event]) {
    guard pending.count >= 3, !(0x30...0x3B).contains(byte) else { return }
    let digits = pending[2..<(pending.count - 1)]
    let modifiers = ControlSequence.modifiers(
      ControlSequence([0x31, 0x3B] + digits + [UInt8(ascii: "A")])?.parameter(1))
    if let code = ControlSequence.letterKey(byte) {
      finish(Key(code, modifiers), &events)
    } else if let arrow = ControlSequence.lowercaseArrow(byte, .control) {
      finish(arrow, &events)
    } else {
      finish(byte == UInt8(ascii: "M") ? Key(.enter) : nil, &events)
    }
  }

  /// A string that the terminal sends ends at BEL or at `ESC \`; only the one asked for matters.
  private mutating func takeString(_ byte: UInt8, _ events: inout [Event]) {
    guard pending.count >= 3 else { return }
    let followsEscape = pending.count > 3 && pending[pending.count - 2] == ASCII.escape
    guard byte == ASCII.bell || followsEscape else { return }
    if byte == ASCII.bell || byte == UInt8(ascii: "\\"),
      let report = BackgroundReport(pending.dropLast(followsEscape ? 2 : 1))
    {
      events.append(.background(report.background))
    }
    pending = []
    isAlt = false
    if followsEscape && byte != UInt8(ascii: "\\") {
      // Another sequence has begun: the string was cut off.
      take(ASCII.escape, &events)
      take(byte, &events)
    }
  }
}
