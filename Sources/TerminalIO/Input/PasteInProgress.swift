/// A paste that has begun, and how long its end is waited for.
///
/// A slow line may hold the rest of a paste back for seconds. It is never taken for keys: the numbers
/// in it would be commands. But a mark that was lost must not make the program deaf.
struct PasteInProgress {
  typealias Instant = ContinuousClock.Instant

  private(set) var buffer: PasteBuffer
  /// Whether it is what came late of one that was given up, and has been told.
  let isLeftover: Bool
  /// When it is given up.
  private var deadline: Instant
  private var lastTaken: Instant
  private var isStallTold = false
  /// Ctrl-C or Ctrl-\, after which nothing has come yet.
  private var interrupt: (byte: UInt8, came: Instant)?

  /// How long after its last sizeable piece a paste is given up.
  static let longest = Duration.seconds(30)
  /// After so long a silence it is told that a paste is waited for.
  private static let stall = Duration.seconds(1)
  /// Text that goes on after Ctrl-C goes on at once: else it was the key.
  private static let interruptDelay = Duration.milliseconds(50)
  /// More than hands type between two looks at the keyboard.
  private static let sizeable = 64

  init(limit: Int, isLeftover: Bool = false, at now: Instant) {
    buffer = PasteBuffer(limit: isLeftover ? 0 : limit)
    self.isLeftover = isLeftover
    lastTaken = now
    deadline = now + (isLeftover ? Self.stall : Self.longest)
  }

  /// Takes what has come, up to the paste's end.
  ///
  /// - Returns: how many bytes it took, whether it has ended, and the key that is not part of it.
  mutating func take(
    _ bytes: ArraySlice<UInt8>, at now: Instant
  ) -> (taken: Int, isEnded: Bool, interrupt: UInt8?) {
    if let pressed = interrupt?.byte, bytes.allSatisfy({ $0 == pressed }) {
      return (bytes.count, false, pressed)
    }
    interrupt = nil
    let (taken, isEnded) = buffer.append(bytes)
    lastTaken = now
    if isLeftover {
      deadline = now + Self.stall
    } else if bytes.count >= Self.sizeable {
      deadline = now + Self.longest
    }
    if !isEnded, let last = bytes.last, last == ASCII.interrupt || last == ASCII.quit {
      interrupt = (last, now)
    }
    return (taken, isEnded, nil)
  }

  func isGivenUp(at now: Instant) -> Bool { now >= deadline }

  /// How long to wait for more before one of these has to be asked again.
  func patience(at now: Instant) -> Duration {
    var next = deadline
    if !isStallTold { next = min(next, lastTaken + Self.stall) }
    if let interrupt { next = min(next, interrupt.came + Self.interruptDelay) }
    return max(.zero, next - now)
  }

  /// The key that was pressed while the rest was waited for, once.
  mutating func takeInterrupt(at now: Instant) -> UInt8? {
    guard let pressed = interrupt, now >= pressed.came + Self.interruptDelay else { return nil }
    interrupt = nil
    return pressed.byte
  }

  /// Whether it is to be told now that the rest is waited for; true once.
  mutating func takeStall(at now: Instant) -> Bool {
    guard !isStallTold, now >= lastTaken + Self.stall else { return false }
    isStallTold = true
    return !isLeftover
  }
}
