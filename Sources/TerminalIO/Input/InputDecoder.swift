import TerminalCells

/// Turns the bytes that a terminal sends into events. Any bytes will do; none of them traps.
///
/// Sequences that are not known are swallowed whole, so that a report never types itself into a
/// field. What is cut off ends by ``timeOut(at:into:)``, which the reader calls when nothing has
/// come for ``patience(at:)``.
struct InputDecoder {
  typealias Instant = ContinuousClock.Instant

  /// Milliseconds after which an Escape that nothing follows is the Escape key.
  var escapeDelay = 75
  /// How many bytes a paste may have: 4,096 numbers of a thousand characters.
  var pasteLimit = 4 << 20
  private let keys: KeySequences

  /// An unfinished sequence: Escape and what followed it.
  private var pending: [UInt8] = []
  /// When it began.
  private var sequenceBegan: Instant?
  /// Two Escapes began the sequence, which is how rxvt sends Alt with a function key.
  private var isAlt = false
  private var utf8 = UTF8Assembler()
  var paste: PasteInProgress?
  var burst: BurstInProgress?
  /// A paste was given up, and what was missing of it may still come.
  var expectsLeftover = false
  /// Whether the terminal has told what it is (`ESC [ ? … c`).
  private var hasReportedAttributes = false

  /// Longer than any sequence that means anything.
  private static let longestSequence = 64
  /// Milliseconds for the rest of a sequence that has begun: no key here is Alt with what begins
  /// one, so that nobody has to wait for it.
  private static let sequenceDelay = 1000
  /// The same for one of which more has come, which no key begins; from its beginning on, as keys that
  /// are pressed meanwhile look like more of it.
  private static let longSequenceDelay = 5000
  /// The same for a string (`ESC P`, `ESC ]` and their like), which takes all that is typed.
  private static let stringDelay = 2000

  init(keys: KeySequences = KeySequences()) {
    self.keys = keys
  }

  /// How many milliseconds to wait for more bytes before ``timeOut(at:into:)``; nil: for ever.
  func patience(at now: Instant = .now) -> Int? {
    func milliseconds(_ duration: Duration) -> Int {
      Int((max(.zero, duration) / .milliseconds(1)).rounded(.up))
    }
    if let paste { return milliseconds(paste.patience(at: now)) }
    if let burst { return milliseconds(burst.deadline - now) }
    if pending.count == 1 || (pending.count == 2 && !hasIntroducer) { return escapeDelay }
    if pending.count > 2 { return sequenceDeadline.map { milliseconds($0 - now) } }
    if isInSequence { return max(escapeDelay, Self.sequenceDelay) }
    return nil
  }

  /// The same where the last bytes came at `last`: what has a fixed patience has it from there.
  func patience(since last: Instant, at now: Instant = .now) -> Int? {
    guard let whole = patience(at: now) else { return nil }
    // These count from their beginning by themselves.
    if isTakingText || pending.count > 2 { return whole }
    return max(0, whole - Int((now - last) / .milliseconds(1)))
  }

  /// When what has begun is given up, though more of it may seem to come.
  private var sequenceDeadline: Instant? {
    sequenceBegan.map { $0 + .milliseconds(isString ? Self.stringDelay : Self.longSequenceDelay) }
  }

  var isInSequence: Bool { !pending.isEmpty || utf8.isPending || isAlt }

  /// Whether the second byte is one that begins sequences.
  private var hasIntroducer: Bool { isString || "[O".utf8.contains(pending[1]) }

  mutating func decode(
    _ bytes: some Sequence<UInt8>, at now: Instant = .now, into events: inout [Event]
  ) {
    var rest = Array(bytes)[...]
    lookAfterPaste(before: rest, at: now, &events)
    if pending.count > 2, let deadline = sequenceDeadline, now >= deadline { abandonSequence() }
    rest = continueBurst(rest, at: now, &events)
    while let byte = rest.first {
      if isPasting {
        rest = continuePaste(rest, at: now, &events)
      } else {
        take(byte, &events)
        rest = rest.dropFirst()
        noteSequence(at: now)
        if pasteBegins {
          pasteBegins = false
          beginPaste(at: now)
        }
      }
    }
  }

  private mutating func noteSequence(at now: Instant) {
    if pending.isEmpty {
      sequenceBegan = nil
    } else if sequenceBegan == nil || pending.count == 1 {
      sequenceBegan = now
    }
  }

  private mutating func abandonSequence() {
    pending = []
    isAlt = false
    sequenceBegan = nil
  }

  /// Ends what is unfinished: nothing more of it is to come.
  mutating func timeOut(at now: Instant = .now, into events: inout [Event]) {
    if isPasting { return pasteTimedOut(at: now, &events) }
    if burst != nil { return endBurst(&events) }
    utf8.reset()
    let unfinished = pending
    let wasAlt = isAlt
    abandonSequence()
    guard !unfinished.isEmpty else { return }
    if wasAlt { events.append(.key(Key(.escape))) }
    switch unfinished.count {
    case 1: events.append(.key(Key(.escape)))
    case 2: appendCharacter(unfinished[1], .alt, &events)
    case _ where unfinished.last == ASCII.escape: events.append(.key(Key(.escape)))
    default: break
    }
  }

  /// Whether the terminal has told what it is since the last time this was asked.
  mutating func takeAttributesReport() -> Bool {
    defer { hasReportedAttributes = false }
    return hasReportedAttributes
  }

  // MARK: One byte

  /// Set by the sequence that begins a paste.
  private var pasteBegins = false

  private mutating func take(_ byte: UInt8, _ events: inout [Event]) {
    if utf8.isPending {
      takeUTF8(byte, &events)
    } else if pending.isEmpty {
      takeGround(byte, &events)
    } else {
      takeSequence(byte, &events)
    }
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
    // No terminal sends these: somebody wants out.
    case ASCII.interrupt, ASCII.quit, ASCII.substitute: return true
    case ASCII.cancel: return false
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
    if sequence.final == UInt8(ascii: "c"), sequence.marker == UInt8(ascii: "?") {
      hasReportedAttributes = true
    }
    if sequence.final == UInt8(ascii: "~"), sequence.marker == nil {
      pasteBegins = sequence.parameter(0) == 200
      if sequence.parameter(0) == 201 { expectsLeftover = false }
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
      finish(
        ControlSequence.keypadKey(byte).map { Key($0, modifiers.subtracting(.shift)) }, &events)
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
