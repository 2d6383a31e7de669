import RealModule

/// Softmax as its formula is first written, e^xᵢ / Σₖ e^xₖ with no maximum taken off: a warning,
/// not a tool.
///
/// In any number type it shows honestly where that type overflows: from x = 709.79 on e^x is +∞
/// in Double, from 88.73 in Float, from 11.10 in Float16, and ∞/∞ is NaN; and where all of e^x
/// vanish, 0/0 is NaN. ``Softmax`` has none of this.
public struct NaiveSoftmax<T: Real & Sendable>: Sendable {
  /// e^xᵢ, as the number type rounds it.
  public let exponentials: [T]
  /// Σₖ e^xₖ, added from the left.
  public let sum: T
  /// e^xᵢ / Σₖ e^xₖ.
  public let probabilities: [T]
  /// Whether every probability is finite.
  public let isFinite: Bool

  /// Every step of the naive formula at `logits`; nothing is checked, nothing traps.
  @_disfavoredOverload
  public init(_ logits: [T]) { self.init(stepsAt: logits) }

  // The compiler does not see which type a caller asks for.
  @_specialize(where T == Double)
  @_specialize(where T == Float)
  private init(stepsAt logits: [T]) {
    exponentials = logits.map { T.exp($0) }
    sum = exponentials.reduce(0, +)
    let sum = sum
    let probabilities = exponentials.map { $0 / sum }
    self.probabilities = probabilities
    isFinite = probabilities.allSatisfy { $0.isFinite }
  }
}

extension NaiveSoftmax {
  /// Every step of the naive formula at logits in a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public init(_ logits: some Collection<T>) { self.init(stepsAt: Array(logits)) }
}

extension NaiveSoftmax where T == Double {
  /// Every step of the naive formula in Double, which numbers written without a type are.
  public init(_ logits: [Double]) {
    self.init(stepsAt: logits)
  }
}
