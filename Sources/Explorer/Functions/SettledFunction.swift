import NeuralFunctions

/// A function of the catalogue with its parameters and target, of x or of an input w·x + b.
struct SettledFunction: Sendable {
  private let function: any ScalarFunction
  /// The input; nil if that is x itself.
  let input: AffineInput?
  let shape: FunctionShape
  /// The Doubles nearest to where the input is a breakpoint, or another point known exactly, of the
  /// function: there the input counts as that point, though its last bit may say otherwise.
  private let landmarks: [(x: Double, argument: Double)]

  init(_ entry: CatalogueEntry, _ settings: FunctionSettings) {
    function = entry.made(with: settings)
    let own = function.shape
    guard settings.hasAffineInput else {
      (input, shape, landmarks) = (nil, own, [])
      return
    }
    let input = AffineInput(weight: settings.weight, bias: settings.bias)
    self.input = input
    shape = own.after(input, of: function)
    let known = own.breakpoints.map(\.x) + own.pointsOfInterest.map(\.x)
    landmarks = known.compactMap { argument in input.preimage(of: argument).map { ($0, argument) } }
  }

  private func argument(_ input: AffineInput, at x: Double) -> Double {
    for landmark in landmarks where landmark.x == x { return landmark.argument }
    return input(x)
  }

  func value(_ x: Double) -> Double {
    guard let input else { return function.value(x) }
    return function.value(argument(input, at: x))
  }

  func derivative(_ x: Double) -> Double {
    guard let input else { return function.derivative(x) }
    return input.weight * function.derivative(argument(input, at: x))
  }

  func secondDerivative(_ x: Double) -> Double {
    guard let input else { return function.secondDerivative(x) }
    return input.weight * (input.weight * function.secondDerivative(argument(input, at: x)))
  }

  /// Which way the second derivative goes: near enough to tell rising from falling.
  func thirdDerivative(_ x: Double) -> Double {
    guard let input else {
      return function.readableSecondDerivative(Dual(variable: x)).tangent
    }
    let argument = argument(input, at: x)
    let own = function.readableSecondDerivative(Dual(variable: argument)).tangent
    return input.weight * (input.weight * (input.weight * own))
  }

  /// How far the value is from `number`, of which its Double does not tell it.
  func excess(over number: Double, at x: Double) -> Double? {
    function.excess(over: number, at: input.map { argument($0, at: x) } ?? x)
  }

  /// The same of the slope, where that is the function's own.
  func derivativeExcess(over number: Double, at x: Double) -> Double? {
    guard let input else { return function.derivativeExcess(over: number, at: x) }
    let own = number / input.weight
    guard own * input.weight == number else { return nil }
    return function.derivativeExcess(over: own, at: argument(input, at: x))
      .map { input.weight * $0 }
  }

  /// How far f − x·f′ may be from what it would be if value and slope were not rounded.
  func interceptRounding(at x: Double) -> Double {
    let slope = derivative(x)
    let rounding = value(x).magnitude.ulp + x.magnitude * slope.magnitude.ulp
    guard let input else { return rounding }
    let argument = argument(input, at: x)
    return rounding + argument.magnitude.ulp * function.derivative(argument).magnitude
  }

  /// How far the computed value may be from the true one: a few units in the last place, and the
  /// rounding of w·x + b.
  func roundingError(at x: Double) -> Double {
    let error = 4 * value(x).magnitude.ulp
    guard let input else { return error }
    let argument = argument(input, at: x)
    return error + argument.magnitude.ulp * function.derivative(argument).magnitude
  }

  func substitutedDerivative(
    at x: Double, symbol: Notation, variable: Notation
  ) -> SubstitutedFormula? {
    guard let input else { return function.substitutedDerivative(at: x) }
    let argument = argument(input, at: x)
    let inner = Substitution(
      operand: function.derivative(argument),
      excess: { function.derivativeExcess(over: $0, at: argument) })
    return SubstitutedFormula(
      "d/d\(variable.unicode) = w·\(symbol.unicode)′(w\(variable.unicode) + b)",
      ascii: "d/d\(variable.ascii) = w*\(symbol.ascii)'(w\(variable.ascii) + b)",
      ("\(input.weight)" as Substitution).joined(" × ", inner), result: derivative(x))
  }

  /// The derivation's steps with the numbers at `x` put in, those of the input where that is w·x + b.
  func substitutedSteps(at x: Double) -> [SubstitutedFormula?] {
    function.substitutedSteps(at: input.map { argument($0, at: x) } ?? x)
  }

  /// The slope all the way between two neighbouring breakpoints: 0 where the function is declared
  /// dead, another where it is the same at places all over the stretch and does not curve at any.
  func constantSlope(from lower: Double, to upper: Double) -> Double? {
    if shape.deadIntervals.contains(where: { $0.lower <= lower && $0.upper >= upper }) { return 0 }
    let places = Self.places(from: lower, to: upper).filter(shape.domain.contains)
    guard let first = places.first else { return nil }
    let slope = derivative(first)
    let isStraight = places.allSatisfy { derivative($0) == slope && secondDerivative($0) == 0 }
    return isStraight && slope != 0 ? slope : nil
  }

  private static func places(from lower: Double, to upper: Double) -> [Double] {
    let steps = [0.003, 0.02, 0.1, 0.5, 1, 2, 5, 20, 300]
    switch (lower.isFinite, upper.isFinite) {
    case (true, true):
      return [0.001, 0.03, 0.11, 0.27, 0.5, 0.68, 0.83, 0.97, 0.999].map {
        lower + (upper - lower) * $0
      }
    case (true, false): return steps.map { lower + $0 * max(1, lower.magnitude) }
    case (false, true): return steps.map { upper - $0 * max(1, upper.magnitude) }
    case (false, false): return steps + steps.map { -$0 }
    }
  }
}
