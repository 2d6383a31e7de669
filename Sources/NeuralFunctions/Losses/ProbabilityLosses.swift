import RealModule

extension Catalogue {
  /// Losses of a probability.
  static let probabilityLosses = [
    CatalogueEntry(BinaryCrossEntropy.self)
  ]
}

/// Binary cross-entropy L(ŷ) = −[y log ŷ + (1 − y) log(1 − ŷ)] of a probability ŷ.
public struct BinaryCrossEntropy: LossFunction {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "bce", aliases: ["binary-cross-entropy"], name: "binary cross-entropy",
    family: .lossOfProbability, symbol: "L", variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = −[y log ŷ + (1 − y) log(1 − ŷ)]", ascii: "L(p) = -[y log p + (1 - y) log(1 - p)]"),
    derivativeFormula: Notation(
      "L′(ŷ) = (1 − y)/(1 − ŷ) − y/ŷ", ascii: "L'(p) = (1 - y)/(1 - p) - y/p"),
    use: "Loss of binary classifiers.", source: "torch.nn.BCELoss", accuracy: "4 ulp")

  public static let target = TargetDescription(
    accepted: .interval(.unit), defaultValue: 1, slider: 0...1, step: 0.05)

  public func shape(target: Double) -> FunctionShape {
    FunctionShape(domain: .unit, range: Interval(0, .infinity), window: 0...1)
  }

  public func value<T: Real>(_ prediction: T, target: T) -> T {
    (target == 0 ? 0 : -target * .log(prediction))
      + (target == 1 ? 0 : (target - 1) * .log(onePlus: -prediction))
  }

  public func derivative<T: Real>(_ prediction: T, target: T) -> T {
    (target == 1 ? 0 : (1 - target) / (1 - prediction)) - (target == 0 ? 0 : target / prediction)
  }

  public func secondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    (target == 1 ? 0 : (1 - target) / ((1 - prediction) * (1 - prediction)))
      + (target == 0 ? 0 : target / (prediction * prediction))
  }
}
