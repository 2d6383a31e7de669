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
  /// into the shell. Ctrl-C and signals end the wait.
  ///
  /// - Precondition: the terminal's settings are still the program's own.
  func awaitAnswer() {
    guard let state = emergency, !state.pointee.isInBackground else { return }
    var byte: UInt8 = 0
    while let remaining = question.remaining, state.pointee.fatalCount == 0 {
      var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      if poll(&source, 1, remaining) <= 0 { continue }
      // One by one: what is typed after the answers is the shell's.
      guard read(input, &byte, 1) == 1 else { return }
      var events: [Event] = []
      decode(CollectionOfOne(byte), &events)
      for event in events {
        switch event {
        case .background: postponed.append(event)
        case .key(.control("c")), .key(.control("\\")): return
        default: break
        }
      }
    }
  }
}
