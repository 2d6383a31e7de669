import RealModule

/// A loss of one prediction (or logit, or score) and its target.
///
/// Derivatives are with respect to the prediction. The conventions of ``ScalarFunction`` hold.
public protocol LossFunction: BulkLoss, Sendable {
  static var description: FunctionDescription { get }
  static var parameters: [Parameter<Self>] { get }

  /// Which targets are accepted, and the one to begin with.
  static var target: TargetDescription { get }

  init()
  var parameterConflict: FunctionError? { get }

  /// Domain, range, limits, breakpoints and points of interest as a function of the prediction.
  func shape(target: Double) -> FunctionShape

  func value<T: Real>(_ prediction: T, target: T) -> T
  func derivative<T: Real>(_ prediction: T, target: T) -> T
  func secondDerivative<T: Real>(_ prediction: T, target: T) -> T

  func value(_ prediction: Double, target: Double) -> Double
  func derivative(_ prediction: Double, target: Double) -> Double
  func secondDerivative(_ prediction: Double, target: Double) -> Double

  func value(_ prediction: Float, target: Float) -> Float
  func derivative(_ prediction: Float, target: Float) -> Float
  func secondDerivative(_ prediction: Float, target: Float) -> Float

  func substitutedValue(at prediction: Double, target: Double) -> SubstitutedFormula?
  func substitutedDerivative(at prediction: Double, target: Double) -> SubstitutedFormula?
}

extension LossFunction {
  public static var parameters: [Parameter<Self>] { [] }
  public var parameterConflict: FunctionError? { nil }

  public func value(_ prediction: Double, target: Double) -> Double {
    generically(prediction, target: target).value
  }
  public func derivative(_ prediction: Double, target: Double) -> Double {
    generically(prediction, target: target).derivative
  }
  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    generically(prediction, target: target).secondDerivative
  }

  public func value(_ prediction: Float, target: Float) -> Float {
    Float(value(Double(prediction), target: Double(target)))
  }
  public func derivative(_ prediction: Float, target: Float) -> Float {
    Float(derivative(Double(prediction), target: Double(target)))
  }
  public func secondDerivative(_ prediction: Float, target: Float) -> Float {
    Float(secondDerivative(Double(prediction), target: Double(target)))
  }

  public func substitutedValue(at prediction: Double, target: Double) -> SubstitutedFormula? { nil }
  public func substitutedDerivative(at prediction: Double, target: Double) -> SubstitutedFormula? {
    nil
  }

  /// The readable generic formulas, even where an overload for `T` is more accurate.
  public func generically<T: Real>(_ prediction: T, target: T) -> GenericLossFormulas<Self, T> {
    GenericLossFormulas(loss: self, prediction: prediction, target: target)
  }
}

/// A loss's readable formulas at one point, forced to their generic form.
public struct GenericLossFormulas<Loss: LossFunction, T: Real> {
  let loss: Loss
  let prediction: T
  let target: T

  public var value: T { loss.value(prediction, target: target) }
  public var derivative: T { loss.derivative(prediction, target: target) }
  public var secondDerivative: T { loss.secondDerivative(prediction, target: target) }
}

/// A loss with its target fixed: a scalar function of the prediction.
public struct LossAtTarget<Loss: LossFunction>: ScalarFunction {
  public var loss: Loss
  public var target: Double

  public init(_ loss: Loss, target: Double) {
    self.loss = loss
    self.target = target
  }

  public init() { self.init(Loss(), target: Loss.target.defaultValue) }

  public static var description: FunctionDescription { Loss.description }
  public var parameterConflict: FunctionError? { loss.parameterConflict }
  public var shape: FunctionShape { loss.shape(target: target) }

  public func value<T: Real>(_ x: T) -> T { loss.value(x, target: T(exactly: target)) }
  public func derivative<T: Real>(_ x: T) -> T { loss.derivative(x, target: T(exactly: target)) }
  public func secondDerivative<T: Real>(_ x: T) -> T {
    loss.secondDerivative(x, target: T(exactly: target))
  }

  public func value(_ x: Double) -> Double { loss.value(x, target: target) }
  public func derivative(_ x: Double) -> Double { loss.derivative(x, target: target) }
  public func secondDerivative(_ x: Double) -> Double { loss.secondDerivative(x, target: target) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    loss.substitutedValue(at: x, target: target)
  }
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    loss.substitutedDerivative(at: x, target: target)
  }
}
