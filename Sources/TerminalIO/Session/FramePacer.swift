/// Says when a frame is due while input keeps coming: drawing one for every few keys of a flood would
/// take longer than the keys themselves, and none at all would look frozen.
struct FramePacer {
  /// A moment that nobody sees pass.
  private static let patience = Duration.milliseconds(40)

  private var last = ContinuousClock.now

  var isDue: Bool { ContinuousClock.now - last >= Self.patience }

  mutating func frameWasDrawn() { last = ContinuousClock.now }
}
