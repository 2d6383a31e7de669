import TerminalCells

extension InputDecoder {
  var isPasting: Bool { paste != nil }

  /// Fewer bytes at a time may come from a key that is held down, if no sequence is among them.
  private static let fewestLeftOver = 16

  mutating func beginPaste(at now: Instant) {
    expectsLeftover = false
    paste = PasteInProgress(limit: pasteLimit, at: now)
  }

  /// Gives up a paste whose end is overdue, and knows what comes late of one.
  mutating func lookAfterPaste(
    before bytes: ArraySlice<UInt8>, at now: Instant, _ events: inout [Event]
  ) {
    if paste?.isGivenUp(at: now) == true { giveUpPaste(&events) }
    guard expectsLeftover, paste == nil, !isInSequence, bytes.first != ASCII.escape else { return }
    if bytes.count >= Self.fewestLeftOver || bytes.contains(ASCII.escape) {
      paste = PasteInProgress(limit: pasteLimit, isLeftover: true, at: now)
    }
  }

  /// - Returns: what comes after the paste's end.
  mutating func continuePaste(
    _ bytes: ArraySlice<UInt8>, at now: Instant, _ events: inout [Event]
  ) -> ArraySlice<UInt8> {
    guard let (taken, isEnded, interrupt) = paste?.take(bytes, at: now) else { return bytes }
    if let interrupt { append(control: interrupt, &events) }
    if isEnded { endPaste(&events) }
    return bytes.dropFirst(taken)
  }

  /// Nothing has come for as long as there was patience.
  mutating func pasteTimedOut(at now: Instant, _ events: inout [Event]) {
    if let key = paste?.takeInterrupt(at: now) { append(control: key, &events) }
    if paste?.isGivenUp(at: now) == true {
      giveUpPaste(&events)
    } else if paste?.takeStall(at: now) == true {
      events.append(.pasteStalled)
    }
  }

  private mutating func endPaste(_ events: inout [Event]) {
    guard let ended = paste else { return }
    paste = nil
    expectsLeftover = false
    if ended.isLeftover { return }
    let buffer = ended.buffer
    events.append(
      buffer.isTooLong
        ? .pasteRefused(.tooLong(bytes: buffer.count, limit: buffer.limit)) : .paste(buffer.text))
  }

  private mutating func giveUpPaste(_ events: inout [Event]) {
    guard let ended = paste else { return }
    paste = nil
    expectsLeftover = !ended.isLeftover
    if !ended.isLeftover { events.append(.pasteRefused(.unfinished)) }
  }

  private func append(control byte: UInt8, _ events: inout [Event]) {
    events.append(.key(.control(byte == ASCII.interrupt ? "c" : "\\")))
  }
}
