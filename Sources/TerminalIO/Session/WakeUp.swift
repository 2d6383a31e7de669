/// When the next tick is due, and since when its time counts.
struct WakeUp {
  typealias Instant = ContinuousClock.Instant

  private var begin: Instant?
  private var due: Instant?
  /// While a tick is being reacted to: when it came. What it asks for counts from there, so that
  /// what drawing takes is no part of the beat.
  private var current: Instant?

  /// Asks for a tick; of several, the first that is due comes.
  mutating func ask(after wait: Duration, at now: Instant = .now) {
    let start = current ?? now
    guard due.map({ start + wait < $0 }) ?? true else { return }
    (begin, due) = (start, start + wait)
  }

  /// How many milliseconds to wait for it; nil: for ever.
  func patience(at now: Instant = .now) -> Int? {
    due.map { max(0, Int((($0 - now) / .milliseconds(1)).rounded(.up))) }
  }

  /// The time that has passed, once a tick is due.
  mutating func take(at now: Instant = .now) -> Duration? {
    guard let begin, let due, due <= now else { return nil }
    (self.begin, self.due, current) = (nil, nil, now)
    return now - begin
  }

  /// The tick has been reacted to.
  mutating func tickHasPassed() { current = nil }

  /// No time passes while the process is stopped.
  mutating func goOn(at now: Instant = .now) {
    guard let begin, let due else { return }
    (self.begin, self.due) = (now, now + (due - begin))
  }
}
