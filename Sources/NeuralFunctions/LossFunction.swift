import RealModule

/// A loss of one prediction (or logit, or score) and its target.
///
/// Derivatives are with respect to the prediction. The conventions of ``ScalarFunction`` hold.
/// Targets outside their set give NaN or what the formula gives; ``evaluate(_:target:)`` refuses
/// them.
public protocol LossFunction: DescribedFunction, BulkLoss {
  /// Which targets are accepted, and the one to begin with.
  var target: TargetDescription { get }

  /// Domain, range, limits, breakpoints and points of interest as a function of the prediction.
  func shape(target: Double) -> FunctionShape

  /// The value by the formula as one reads it, in any number type.
  func readableValue<T: Real>(_ prediction: T, target: T) -> T
  /// The derivative by the formula as one reads it, in any number type.
  func readableDerivative<T: Real>(_ prediction: T, target: T) -> T
  /// The second derivative by the formula as one reads it, in any number type.
  func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T

  func value(_ prediction: Double, target: Double) -> Double
  func derivative(_ prediction: Double, target: Double) -> Double
  func secondDerivative(_ prediction: Double, target: Double) -> Double

  /// Value and derivative, which share what they have in common.
  func valueAndDerivative(
    _ prediction: Double, target: Double
  ) -> (value: Double, derivative: Double)

  // Not preferred, so that numbers written without a type are Doubles.
  @_disfavoredOverload func value(_ prediction: Float, target: Float) -> Float
  @_disfavoredOverload func derivative(_ prediction: Float, target: Float) -> Float
  @_disfavoredOverload func secondDerivative(_ prediction: Float, target: Float) -> Float
  @_disfavoredOverload func valueAndDerivative(
    _ prediction: Float, target: Float
  ) -> (value: Float, derivative: Float)

  /// How far the derivative is from `number`, as of a ``ScalarFunction``.
  func derivativeExcess(over number: Double, at prediction: Double, target: Double) -> Double?

  func substitutedValue(at prediction: Double, target: Double) -> SubstitutedFormula?
  func substitutedDerivative(at prediction: Double, target: Double) -> SubstitutedFormula?
  /// The derivation's steps with numbers, as of a ``ScalarFunction``.
  func substitutedSteps(at prediction: Double, target: Double) -> [SubstitutedFormula?]
}

extension LossFunction {
  public func value(_ prediction: Double, target: Double) -> Double {
    readableValue(prediction, target: target)
  }
  public func derivative(_ prediction: Double, target: Double) -> Double {
    readableDerivative(prediction, target: target)
  }
  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    readableSecondDerivative(prediction, target: target)
  }
  public func valueAndDerivative(
    _ prediction: Double, target: Double
  ) -> (value: Double, derivative: Double) {
    (value(prediction, target: target), derivative(prediction, target: target))
  }

  @_disfavoredOverload
  public func value(_ prediction: Float, target: Float) -> Float {
    Float(value(Double(prediction), target: Double(target)))
  }
  @_disfavoredOverload
  public func derivative(_ prediction: Float, target: Float) -> Float {
    Float(derivative(Double(prediction), target: Double(target)))
  }
  @_disfavoredOverload
  public func secondDerivative(_ prediction: Float, target: Float) -> Float {
    Float(secondDerivative(Double(prediction), target: Double(target)))
  }
  @_disfavoredOverload
  public func valueAndDerivative(
    _ prediction: Float, target: Float
  ) -> (value: Float, derivative: Float) {
    let both = valueAndDerivative(Double(prediction), target: Double(target))
    return (Float(both.value), Float(both.derivative))
  }

  /// The value in any other number type, such as a ``Dual``, by the readable formula.
  @_disfavoredOverload
  public func value<T: Real>(_ prediction: T, target: T) -> T {
    readableValue(prediction, target: target)
  }
  /// The derivative in any other number type, such as a ``Dual``, by the readable formula.
  @_disfavoredOverload
  public func derivative<T: Real>(_ prediction: T, target: T) -> T {
    readableDerivative(prediction, target: target)
  }
  /// The second derivative in any other number type, by the readable formula.
  @_disfavoredOverload
  public func secondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    readableSecondDerivative(prediction, target: target)
  }

  public func derivativeExcess(over number: Double, at prediction: Double, target: Double)
    -> Double?
  {
    nil
  }

  public func substitutedValue(at prediction: Double, target: Double) -> SubstitutedFormula? { nil }
  public func substitutedSteps(at prediction: Double, target: Double) -> [SubstitutedFormula?] {
    []
  }
  public func substitutedDerivative(at prediction: Double, target: Double) -> SubstitutedFormula? {
    nil
  }

  /// Refuses a target outside the set of those accepted.
  ///
  /// - Throws: ``FunctionError/targetNotAccepted(_:accepted:)``.
  public func checkTarget(_ wanted: Double) throws(FunctionError) {
    guard target.accepts(wanted) else {
      throw .targetNotAccepted(wanted, accepted: target.acceptedInWords)
    }
  }

  /// Loss and both derivatives at `prediction`, after checking parameters, target and domain.
  ///
  /// - Throws: a ``FunctionError`` that names what was wrong and what is accepted.
  public func evaluate(
    _ prediction: Double, target: Double
  ) throws(FunctionError) -> Evaluation {
    try LossAtTarget(self, target: target).evaluate(prediction)
  }
}

/// A loss with its target fixed: a scalar function of the prediction.
public struct LossAtTarget<Loss: LossFunction>: ScalarFunction {
  public var loss: Loss
  /// Checked by ``ScalarFunction/evaluate(_:)``, not here.
  public var target: Double

  public init(_ loss: Loss, target: Double) {
    self.loss = loss
    self.target = target
  }

  public var description: FunctionDescription { loss.description }
  public var parameters: [ParameterDescription] { loss.parameters }
  public subscript(parameter name: String) -> Double? {
    get { loss[parameter: name] }
    set { loss[parameter: name] = newValue }
  }
  /// What is wrong with parameters or target.
  public var parameterConflict: FunctionError? {
    if let conflict = loss.parameterConflict { return conflict }
    do {
      try loss.checkTarget(target)
      return nil
    } catch { return error }
  }
  public var shape: FunctionShape { loss.shape(target: target) }

  public func readableValue<T: Real>(_ x: T) -> T {
    loss.readableValue(x, target: T(exactly: target))
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    loss.readableDerivative(x, target: T(exactly: target))
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    loss.readableSecondDerivative(x, target: T(exactly: target))
  }

  public func value(_ x: Double) -> Double { loss.value(x, target: target) }
  public func derivative(_ x: Double) -> Double { loss.derivative(x, target: target) }
  public func secondDerivative(_ x: Double) -> Double { loss.secondDerivative(x, target: target) }
  public func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double) {
    loss.valueAndDerivative(x, target: target)
  }

  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    loss.derivativeExcess(over: number, at: x, target: target)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    loss.substitutedValue(at: x, target: target)
  }
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    loss.substitutedDerivative(at: x, target: target)
  }
  public func substitutedSteps(at x: Double) -> [SubstitutedFormula?] {
    loss.substitutedSteps(at: x, target: target)
  }
}

extension LossAtTarget: Equatable where Loss: Equatable {}
extension LossAtTarget: Hashable where Loss: Hashable {}
extension LossAtTarget: Encodable where Loss: Encodable {}
extension LossAtTarget: Decodable where Loss: Decodable {
  private enum Key: CodingKey { case loss, target }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      try container.decode(Loss.self, forKey: .loss),
      target: try container.decode(Double.self, forKey: .target))
    if let conflict = parameterConflict { throw corrupted(container, conflict) }
  }
}
