import NeuralFunctions

extension SoftmaxState {
  /// The logits and all that goes with them.
  struct Vector: Sendable {
    var logits: [Double]
    var temperature = 1.0
    /// Which of the catalogue's vector functions.
    var variant = 0
    /// What the next randomising starts from, so that it can be repeated; from 0 up.
    var seed = 1
    /// The target y of the cross-entropy, a distribution; as long as the logits.
    var targets: [Double]
    /// The nudge Δx, as long as the logits; nil for one step of the selected logit.
    var nudge: [Double]?
    /// What each masked logit goes back to when it is masked no more, 0 for all others; as long as
    /// the logits.
    private(set) var hidden: [Double]

    init(logits: [Double]) {
      self.logits = logits
      hidden = [Double](repeating: 0, count: logits.count)
      targets = Self.oneHot(Self.firstUnmasked(logits), count: logits.count)
    }
  }
}

/// Numbers are compared by their bits: −0 is not 0.
extension SoftmaxState.Vector: Equatable {
  static func == (a: Self, b: Self) -> Bool {
    func areSame(_ a: [Double], _ b: [Double]) -> Bool {
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          // What one was copied from the other has not been touched since.
          a.count == b.count
            && (a.baseAddress == b.baseAddress
              || zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern })
        }
      }
    }
    let areNudgesSame =
      switch (a.nudge, b.nudge) {
      case (nil, nil): true
      case (let a?, let b?): areSame(a, b)
      default: false
      }
    return a.temperature == b.temperature && a.variant == b.variant && a.seed == b.seed
      && areNudgesSame && areSame(a.logits, b.logits) && areSame(a.targets, b.targets)
      && areSame(a.hidden, b.hidden)
  }
}

// MARK: Entries, which take their target and their nudge along

extension SoftmaxState.Vector {
  mutating func insert(_ logit: Double, at index: Int) {
    logits.insert(logit, at: index)
    hidden.insert(0, at: index)
    targets.insert(0, at: index)
    nudge?.insert(0, at: index)
  }

  mutating func remove(at index: Int) {
    logits.remove(at: index)
    hidden.remove(at: index)
    let weight = targets.remove(at: index)
    nudge?.remove(at: index)
    guard weight > 0 else { return }
    let rest = targets.reduce(0, +)
    targets =
      rest > 0
      ? targets.map { $0 / rest }
      : Self.oneHot(Self.firstUnmasked(logits), count: logits.count)
  }

  /// Another vector; what belonged to the entries of the old one stays if the length does.
  mutating func replaceLogits(_ new: [Double]) {
    logits = new
    hidden = [Double](repeating: 0, count: new.count)
    guard targets.count != new.count else { return }
    targets = Self.oneHot(Self.firstUnmasked(new), count: new.count)
    nudge = nil
  }

  /// Largest first; equal logits keep their order.
  mutating func sort() {
    let order = logits.indices.sorted { (-logits[$0], $0) < (-logits[$1], $1) }
    logits = order.map { [logits] in logits[$0] }
    hidden = order.map { [hidden] in hidden[$0] }
    targets = order.map { [targets] in targets[$0] }
    nudge = nudge.map { nudge in order.map { nudge[$0] } }
  }

  /// Sets one logit; −∞ masks it, and what it was is kept.
  mutating func setLogit(_ index: Int, to value: Double) {
    if value.isFinite {
      hidden[index] = 0
    } else if logits[index].isFinite {
      hidden[index] = logits[index]
    }
    logits[index] = value
  }

  /// Masks a logit with −∞, or gives a masked one back what it was.
  mutating func toggleMask(at index: Int) {
    setLogit(index, to: logits[index] == -.infinity ? hidden[index] : -.infinity)
  }

  /// Sets what masked logits go back to; what others go back to is what they are.
  mutating func hide(_ values: [Double]) {
    hidden = zip(values, logits).map { $1.isFinite ? 0 : $0 }
  }

  /// Logits from a normal distribution of deviation 2, rounded to hundredths; masks stay.
  mutating func randomise() {
    var generator = SplitMix64(seed: UInt64(seed))
    logits = logits.map { old in
      let drawn = (generator.normal() * 200).rounded() / 100
      return old == -.infinity ? old : drawn
    }
    seed = seed == .max ? 0 : seed + 1
  }

  /// Every finite logit becomes their mean; masks stay.
  mutating func equalise() {
    let finite = logits.filter(\.isFinite)
    let mean = finite.reduce(0) { $0 + $1 / Double(finite.count) }
    logits = logits.map { $0.isFinite ? mean : $0 }
  }
}

// MARK: The target

extension SoftmaxState.Vector {
  static func oneHot(_ index: Int, count: Int) -> [Double] {
    var targets = [Double](repeating: 0, count: count)
    if targets.indices.contains(index) { targets[index] = 1 }
    return targets
  }

  private static func firstUnmasked(_ logits: [Double]) -> Int {
    logits.firstIndex { $0 > -.infinity } ?? 0
  }

  /// The class of a target that is 1 at one class; nil for a soft target.
  var targetClass: Int? {
    guard let index = targets.firstIndex(of: 1), targets.count(where: { $0 != 0 }) == 1 else {
      return nil
    }
    return index
  }

  /// Sets one entry of the target; the others share the rest in the proportions they had, or
  /// equally if they had none.
  mutating func setTarget(_ index: Int, to value: Double) {
    var others = targets
    others[index] = 0
    let sum = others.reduce(0, +)
    if sum > 0 {
      targets = others.map { $0 / sum * (1 - value) }
    } else {
      let isOpen = logits.indices.map { $0 != index && logits[$0] > -.infinity }
      let open = isOpen.count { $0 }
      // Where all others are masked they still have to take the rest.
      targets = isOpen.enumerated().map { other, isOpen in
        if open == 0 { return other == index ? 0 : (1 - value) / Double(targets.count - 1) }
        return isOpen ? (1 - value) / Double(open) : 0
      }
    }
    targets[index] = value
  }

  /// Goes back to the class that a target has by itself.
  mutating func forgetTarget() {
    targets = Self.oneHot(Self.firstUnmasked(logits), count: logits.count)
  }
}
