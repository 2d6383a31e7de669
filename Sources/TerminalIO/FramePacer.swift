import Glibc

/// Says when a frame is due while input keeps coming: drawing one for every few keys of a flood would
/// take longer than the keys themselves, and none at all would look frozen.
struct FramePacer {
  /// A moment that nobody sees pass.
  private static let patience = Duration.milliseconds(40)

  private var last = MonotonicTime.now()

  var isDue: Bool { MonotonicTime.now().since(last) >= Self.patience }

  mutating func frameWasDrawn() { last = .now() }
}

/// The time since some moment, which no clock change disturbs.
struct MonotonicTime {
  private let time: timespec

  static func now() -> MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(time: time)
  }

  func since(_ earlier: MonotonicTime) -> Duration {
    .seconds(time.tv_sec - earlier.time.tv_sec)
      + .nanoseconds(time.tv_nsec - earlier.time.tv_nsec)
  }
}
