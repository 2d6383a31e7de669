import Glibc
import TerminalCells

/// Whether the terminal still owes the answer to the question for its background.
///
/// Right behind it the terminal is asked what it is, which nearly every one answers, and in turn: once
/// that has come, nothing more will.
struct BackgroundQuestion {
  private var sent: ContinuousClock.Instant?
  private var isUnderstood = false

  /// How long an answer may be on its way, over the slowest line.
  private static let longest = Duration.milliseconds(2500)
  /// The primary device attributes, answered by `ESC [ ? … c`.
  private static let attributesQuestion = Array("\u{1B}[c".utf8)

  mutating func ask() {
    DescriptorWriter.write(
      BackgroundReport.question + Self.attributesQuestion, to: STDOUT_FILENO)
    sent = ContinuousClock.now
    isUnderstood = true
  }

  /// Whether an answer that came was asked for; a second one is not.
  mutating func takesAnswer() -> Bool {
    defer { isUnderstood = false }
    return isUnderstood
  }

  /// All answers have come.
  mutating func close() { sent = nil }

  /// How many milliseconds an answer may still take; nil where none is owed.
  var remaining: Int32? {
    guard let sent else { return nil }
    let rest = sent + Self.longest - ContinuousClock.now
    return rest > .zero ? Int32((rest / .milliseconds(1)).rounded(.up)) : nil
  }
}

extension TerminalSession {
  /// Takes the answers that are still on their way when the screen is given back: they would be typed
  /// into the shell. Signals end the wait; Ctrl-C does not, since the answer would then arrive in the
  /// shell, and the wait is short.
  ///
  /// - Precondition: the terminal's settings are still the program's own.
  /// - Returns: what was typed meanwhile.
  func awaitAnswer() -> TypedAhead {
    var typed = TypedAhead()
    guard let state = emergency, !state.pointee.isInBackground else { return typed }
    var byte: UInt8 = 0
    while let remaining = question.remaining, state.pointee.fatalCount == 0 {
      var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      if poll(&source, 1, remaining) <= 0 { continue }
      // One by one: what is typed after the answers is the shell's, and stays where it is.
      guard read(input, &byte, 1) == 1 else { break }
      var events: [Event] = []
      decode(CollectionOfOne(byte), &events)
      typed.take(byte, making: events, isUnfinished: decoder.isInSequence || decoder.isPasting)
      postponed += events.filter { if case .background = $0 { true } else { false } }
    }
    return typed
  }
}

/// What is typed while an answer is waited for, in front of it: a terminal's input cannot be looked at
/// without being taken.
struct TypedAhead {
  private(set) var bytes: [UInt8] = []
  /// What has come of a sequence that is a key or a report.
  private var sequence: [UInt8] = []
  mutating func take(_ byte: UInt8, making events: [Event], isUnfinished: Bool) {
    sequence.append(byte)
    if isUnfinished { return }
    let taken = sequence
    sequence = []
    // For the program, which is on its way out already.
    if [ASCII.interrupt, ASCII.quit, ASCII.substitute].contains(byte) { return }
    let isKey = events.contains { if case .key = $0 { true } else { false } }
    if isKey { bytes += taken }
  }

  /// Types it again, now that the terminal is the shell's. Where the system does not permit that, which
  /// is a matter of how it was set up (`dev.tty.legacy_tiocsti`), it is lost.
  func giveBack(to terminal: Int32) {
    let simulateInput: UInt = 0x5412  // TIOCSTI
    for byte in bytes {
      var byte = byte
      guard ioctl(terminal, simulateInput, &byte) == 0 else { return }
    }
  }
}
