import RealModule

/// A function of one real variable with its first two derivatives: an activation, or a loss
/// whose target is fixed.
///
/// A conforming type is a value that holds the function's parameters. It writes its formulas once,
/// generically over `Real`, under the names that begin with `readable`: dual numbers run through
/// them, and so does `Double` unless the type adds overloads that keep more digits. `Float` is
/// computed in `Double` and rounded once.
///
/// Conventions shared by every conforming type:
/// - NaN in gives NaN out; so does an argument outside the domain.
/// - At ±∞ a function and its derivatives take their limit where one exists, otherwise NaN.
/// - At a kink the derivative is the value stated in ``FunctionShape/breakpoints``, and the
///   second derivative is that of the side the derivative takes.
/// - Parameters outside their range, which initialisers and properties accept, give NaN or what
///   the formula gives; ``evaluate(_:)`` and ``DescribedFunction/checked()`` refuse them.
public protocol ScalarFunction: DescribedFunction, BulkFunction {
  /// Domain, range, limits, breakpoints and points of interest, for the present parameters.
  var shape: FunctionShape { get }

  /// The value by the formula as one reads it, in any number type.
  func readableValue<T: Real>(_ x: T) -> T
  /// The derivative by the formula as one reads it, in any number type.
  func readableDerivative<T: Real>(_ x: T) -> T
  /// The second derivative by the formula as one reads it, in any number type.
  func readableSecondDerivative<T: Real>(_ x: T) -> T

  func value(_ x: Double) -> Double
  func derivative(_ x: Double) -> Double
  func secondDerivative(_ x: Double) -> Double

  /// Value and derivative at `x`, which share what they have in common.
  func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double)

  // Not preferred, so that a number written without a type is a Double.
  @_disfavoredOverload func value(_ x: Float) -> Float
  @_disfavoredOverload func derivative(_ x: Float) -> Float
  @_disfavoredOverload func secondDerivative(_ x: Float) -> Float
  @_disfavoredOverload func valueAndDerivative(_ x: Float) -> (value: Float, derivative: Float)

  /// f(x) − `number` with digits of its own, where the Double nearest to f(x) may be `number` though f(x)
  /// is not; nil where the function knows no more than its value.
  func excess(over number: Double, at x: Double) -> Double?
  /// The same of the derivative.
  func derivativeExcess(over number: Double, at x: Double) -> Double?

  /// The value's formula with the numbers at `x` put in, from the form that keeps its digits.
  func substitutedValue(at x: Double) -> SubstitutedFormula?

  /// The derivative's formula with the numbers at `x` put in, from the form that keeps its
  /// digits.
  func substitutedDerivative(at x: Double) -> SubstitutedFormula?

  /// The right sides of the derivation's steps with the numbers at `x` put in, in their order: nil for a
  /// step in which something is still to be differentiated, or where numbers would lose their digits;
  /// none for a function that has no numbers for its steps.
  func substitutedSteps(at x: Double) -> [SubstitutedFormula?]
}

extension ScalarFunction {
  public func value(_ x: Double) -> Double { readableValue(x) }
  public func derivative(_ x: Double) -> Double { readableDerivative(x) }
  public func secondDerivative(_ x: Double) -> Double { readableSecondDerivative(x) }

  public func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double) {
    (value(x), derivative(x))
  }

  @_disfavoredOverload
  public func value(_ x: Float) -> Float { Float(value(Double(x))) }
  @_disfavoredOverload
  public func derivative(_ x: Float) -> Float { Float(derivative(Double(x))) }
  @_disfavoredOverload
  public func secondDerivative(_ x: Float) -> Float { Float(secondDerivative(Double(x))) }

  @_disfavoredOverload
  public func valueAndDerivative(_ x: Float) -> (value: Float, derivative: Float) {
    let both = valueAndDerivative(Double(x))
    return (Float(both.value), Float(both.derivative))
  }

  /// The value in any other number type, such as a ``Dual``, by the readable formula.
  @_disfavoredOverload
  public func value<T: Real>(_ x: T) -> T { readableValue(x) }

  /// The derivative in any other number type, such as a ``Dual``, by the readable formula.
  @_disfavoredOverload
  public func derivative<T: Real>(_ x: T) -> T { readableDerivative(x) }

  /// The second derivative in any other number type, by the readable formula.
  @_disfavoredOverload
  public func secondDerivative<T: Real>(_ x: T) -> T { readableSecondDerivative(x) }

  public func excess(over number: Double, at x: Double) -> Double? { nil }
  public func derivativeExcess(over number: Double, at x: Double) -> Double? { nil }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? { nil }
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? { nil }
  public func substitutedSteps(at x: Double) -> [SubstitutedFormula?] { [] }

  /// Value and both derivatives at `x`, after checking the parameters and that `x` lies in the
  /// domain.
  ///
  /// - Throws: a ``FunctionError`` that names the argument or parameter and what is accepted.
  public func evaluate(_ x: Double) throws(FunctionError) -> Evaluation {
    try checkParameters()
    let domain = shape.domain
    guard x.isNaN || domain.contains(x) else {
      throw .outsideDomain(
        argument: description.variable.ascii, value: x, accepted: domain)
    }
    let (value, derivative) = valueAndDerivative(x)
    let second = secondDerivative(x)
    return Evaluation(
      x: x, value: value, derivative: derivative,
      secondDerivative: second.isNaN && !x.isNaN ? nil : second)
  }
}

/// A function's value and derivatives at one point.
public struct Evaluation: Sendable, Hashable {
  public var x: Double
  public var value: Double
  public var derivative: Double
  /// Nil where the second derivative does not exist.
  public var secondDerivative: Double?

  public init(x: Double, value: Double, derivative: Double, secondDerivative: Double?) {
    self.x = x
    self.value = value
    self.derivative = derivative
    self.secondDerivative = secondDerivative
  }
}
