/// How far slopes of losses that a Double cannot tell from a whole number are from it.

extension LogCosh {
  public func derivativeExcess(over number: Double, at prediction: Double, target: Double)
    -> Double?
  {
    Tanh().excess(over: number, at: prediction - target)
  }
}

extension SoftMargin {
  /// −yσ(−yz) + y = yσ(yz)
  public func derivativeExcess(over number: Double, at prediction: Double, target: Double)
    -> Double?
  {
    number == -target ? target * Sigmoid().value(target * prediction) : nil
  }
}

extension BinaryCrossEntropyOnLogits {
  /// σ(z) − y is −y + σ(z), and 1 − y − σ(−z).
  public func derivativeExcess(over number: Double, at prediction: Double, target: Double)
    -> Double?
  {
    if number == -target { return Sigmoid().value(prediction) }
    return number == 1 - target ? -Sigmoid().value(-prediction) : nil
  }
}
