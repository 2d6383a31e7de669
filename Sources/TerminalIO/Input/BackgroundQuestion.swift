import Explorer
import Glibc

/// Whether the terminal still owes the answer to the question for its background.
struct BackgroundQuestion {
  private var sent: ContinuousClock.Instant?

  /// How long an answer may be on its way, over the slowest line.
  private static let longest = Duration.seconds(2)

  mutating func ask() {
    DescriptorWriter.write(BackgroundReport.question, to: STDOUT_FILENO)
    sent = ContinuousClock.now
  }

  /// Whether an answer that came was asked for; a second one is not.
  mutating func takesAnswer() -> Bool {
    defer { sent = nil }
    return sent != nil
  }

  /// Whether an answer may still come.
  var isOpen: Bool { sent.map { ContinuousClock.now - $0 < Self.longest } ?? false }
}

extension TerminalSession {
  /// Takes the answer that may still be on its way when the program quits at once: it would be typed
  /// into the shell.
  func awaitAnswer() {
    var bytes = [UInt8](repeating: 0, count: 256)
    var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    while question.isOpen, poll(&source, 1, 30) > 0 {
      let count = read(input, &bytes, bytes.count)
      guard count > 0 else { return }
      var events: [Event] = []
      decode(bytes.prefix(count), &events)
    }
  }
}
