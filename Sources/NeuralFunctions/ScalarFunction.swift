import RealModule

/// A function of one real variable with its first two derivatives: an activation, or a loss
/// whose target is fixed.
///
/// A conforming type is a value that holds the function's parameters. It writes its formulas
/// once, generically over `Real`, so that dual numbers and `Float` run through the same code as
/// `Double`; where the readable formula loses digits it adds overloads for `Double` that do not.
///
/// Conventions shared by every conforming type:
/// - NaN in gives NaN out; so does an argument outside the domain.
/// - At ±∞ a function and its derivatives take their limit where one exists, otherwise NaN.
/// - At a kink the derivative is the value stated in ``FunctionShape/breakpoints``, and the
///   second derivative is that of the side the derivative takes.
public protocol ScalarFunction: BulkFunction, Sendable {
  /// What the function is called, how it is written, and where it comes from.
  static var description: FunctionDescription { get }

  /// The parameters a user can set, in the order in which they are shown.
  static var parameters: [Parameter<Self>] { get }

  /// The function with default parameters.
  init()

  /// Why the present parameters do not fit together, or nil if they do.
  var parameterConflict: FunctionError? { get }

  /// Domain, range, limits, breakpoints and points of interest, for the present parameters.
  var shape: FunctionShape { get }

  func value<T: Real>(_ x: T) -> T
  func derivative<T: Real>(_ x: T) -> T
  func secondDerivative<T: Real>(_ x: T) -> T

  func value(_ x: Double) -> Double
  func derivative(_ x: Double) -> Double
  func secondDerivative(_ x: Double) -> Double

  func value(_ x: Float) -> Float
  func derivative(_ x: Float) -> Float
  func secondDerivative(_ x: Float) -> Float

  /// The value's formula with the numbers at `x` put in, from the form that keeps its digits.
  func substitutedValue(at x: Double) -> SubstitutedFormula?

  /// The derivative's formula with the numbers at `x` put in, from the form that keeps its
  /// digits.
  func substitutedDerivative(at x: Double) -> SubstitutedFormula?
}

extension ScalarFunction {
  public static var parameters: [Parameter<Self>] { [] }
  public var parameterConflict: FunctionError? { nil }

  public func value(_ x: Double) -> Double { generically(x).value }
  public func derivative(_ x: Double) -> Double { generically(x).derivative }
  public func secondDerivative(_ x: Double) -> Double { generically(x).secondDerivative }

  public func value(_ x: Float) -> Float { Float(value(Double(x))) }
  public func derivative(_ x: Float) -> Float { Float(derivative(Double(x))) }
  public func secondDerivative(_ x: Float) -> Float { Float(secondDerivative(Double(x))) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? { nil }
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? { nil }

  /// The readable generic formulas at `x`, even where an overload for `T` is more accurate.
  public func generically<T: Real>(_ x: T) -> GenericFormulas<Self, T> {
    GenericFormulas(function: self, x: x)
  }

  /// Value and both derivatives at `x`, after checking that `x` lies in the domain.
  ///
  /// - Throws: ``FunctionError/outsideDomain(argument:value:accepted:)``.
  public func evaluate(_ x: Double) throws(FunctionError) -> Evaluation {
    let domain = shape.domain
    guard x.isNaN || domain.contains(x) else {
      throw .outsideDomain(
        argument: Self.description.variable.ascii, value: x, accepted: domain)
    }
    let second = secondDerivative(x)
    return Evaluation(
      x: x, value: value(x), derivative: derivative(x),
      secondDerivative: second.isNaN && !x.isNaN ? nil : second)
  }
}

/// A function's readable formulas at one point, forced to their generic form.
///
/// Tests hold the accurate overloads against these; dual numbers run through them.
public struct GenericFormulas<Function: ScalarFunction, T: Real> {
  let function: Function
  let x: T

  public var value: T { function.value(x) }
  public var derivative: T { function.derivative(x) }
  public var secondDerivative: T { function.secondDerivative(x) }
}

/// A function's value and derivatives at one point.
public struct Evaluation: Sendable, Hashable {
  public var x: Double
  public var value: Double
  public var derivative: Double
  /// Nil where the second derivative does not exist.
  public var secondDerivative: Double?
}
