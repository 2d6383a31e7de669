import Testing

@testable import TerminalIO

@Suite struct QuietTimeTests {
  private let start = ContinuousClock.now

  /// Counts how often something was done.
  private final class Count { var value = 0 }

  private func quietTime() -> (QuietTime, Count) {
    let count = Count()
    return (QuietTime(.milliseconds(500)) { count.value += 1 }, count)
  }

  @Test func nothingIsWaitedForWhereNothingHappened() {
    var (quiet, count) = quietTime()
    #expect(quiet.patience(at: start) == nil)
    quiet.actIfDue(at: start + .seconds(9))
    quiet.actAtOnce()
    #expect(count.value == 0)
  }

  @Test func itActsOnceNothingHasHappenedForAWhile() {
    var (quiet, count) = quietTime()
    quiet.end(at: start)
    quiet.end(at: start + .milliseconds(400))
    #expect(quiet.patience(at: start + .milliseconds(500)) == 400)
    quiet.actIfDue(at: start + .milliseconds(600))
    #expect(count.value == 0)
    quiet.actIfDue(at: start + .milliseconds(900))
    quiet.actIfDue(at: start + .milliseconds(1900))
    #expect(count.value == 1 && quiet.patience(at: start + .seconds(2)) == nil)
  }

  @Test func theEndDoesNotWait() {
    var (quiet, count) = quietTime()
    quiet.end(at: start)
    quiet.actAtOnce()
    quiet.actAtOnce()
    #expect(count.value == 1)
  }
}
