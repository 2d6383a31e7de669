/// Something to be done once nothing has happened for a while, and before the session ends: what is
/// kept of it is kept then.
struct QuietTime {
  typealias Instant = ContinuousClock.Instant

  let wait: Duration
  let act: () -> Void
  /// When there will have been quiet for long enough; nil while nothing has happened.
  private var due: Instant?

  init(_ wait: Duration, act: @escaping () -> Void) { (self.wait, self.act) = (wait, act) }

  mutating func end(at now: Instant = .now) { due = now + wait }

  /// How many milliseconds are left; nil: for ever.
  func patience(at now: Instant = .now) -> Int? {
    due.map { max(0, Int((($0 - now) / .milliseconds(1)).rounded(.up))) }
  }

  /// Acts where there has been quiet for long enough.
  mutating func actIfDue(at now: Instant = .now) {
    if let due, due <= now { actAtOnce() }
  }

  /// Acts where anything has happened since the last time.
  mutating func actAtOnce() {
    guard due != nil else { return }
    due = nil
    act()
  }
}
