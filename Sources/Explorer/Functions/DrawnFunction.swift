import NeuralFunctions

/// The function that is drawn: one of the catalogue with its settings, perhaps of an input w·x + b, or
/// the difference of two of those.
struct DrawnFunction: Sendable {
  private indirect enum Composition: Sendable {
    case single(SettledFunction)
    case difference(FunctionDifference)
  }

  private let composition: Composition
  let shape: FunctionShape
  /// What a sentence calls it: "ReLU", "r(2x + 1)", "GELU − SiLU".
  let name: String
  let symbol: Notation
  let variable: Notation
  /// The name, and the input where that is w·x + b: "ReLU  r(2x + 1)".
  let title: Notation
  /// The whole equation.
  let formula: Notation
  /// What f, f′ and f″ are called beside a number: "r(x)", "d/dx".
  let quantities: QuantityNames

  init(_ entry: CatalogueEntry, _ settings: FunctionSettings) {
    let description = entry.description
    let function = SettledFunction(entry, settings)
    composition = .single(function)
    shape = function.shape
    (symbol, variable) = (description.symbol, description.variable)
    if let input = function.input {
      let call = symbol.of(input.text(variable))
      name = call.unicode
      title = Notation(description.name, ascii: description.name).joined("  ", call)
      formula = description.formula
      quantities = .ofAffineInput(symbol, variable)
    } else {
      name = description.name
      title = Notation(name, ascii: name)
      formula = description.formula
      quantities = .plain(symbol, variable)
    }
  }

  /// `first` − `second`, point by point.
  ///
  /// - Parameter names: what the two are called where that says more than their own names do.
  static func difference(
    _ first: DrawnFunction, _ second: DrawnFunction, names: (String, String)? = nil
  ) -> DrawnFunction {
    DrawnFunction(differenceOf: first, second, names: names ?? (first.name, second.name))
  }

  private init(
    differenceOf first: DrawnFunction, _ second: DrawnFunction, names: (String, String)
  ) {
    composition = .difference(FunctionDifference(first, second))
    shape = FunctionShape(differenceOf: first, second)
    name = "\(names.0) − \(names.1)"
    title = Notation(name, ascii: name)
    symbol = Notation("Δ", ascii: "D")
    variable = first.variable
    formula = ""
    quantities = .plain(symbol, variable)
  }

  // MARK: Values

  func value(_ x: Double) -> Double {
    switch composition {
    case .single(let function): function.value(x)
    case .difference(let difference): difference.value(x)
    }
  }

  func derivative(_ x: Double) -> Double {
    switch composition {
    case .single(let function): function.derivative(x)
    case .difference(let difference): difference.derivative(x)
    }
  }

  func secondDerivative(_ x: Double) -> Double {
    switch composition {
    case .single(let function): function.secondDerivative(x)
    case .difference(let difference): difference.secondDerivative(x)
    }
  }

  /// Which way the second derivative goes.
  func thirdDerivative(_ x: Double) -> Double {
    switch composition {
    case .single(let function): function.thirdDerivative(x)
    case .difference(let difference):
      difference.first.thirdDerivative(x) - difference.second.thirdDerivative(x)
    }
  }

  /// Whether the value, or the slope, of a difference is 0 at `x` only as far as the rounding of its
  /// terms lets one see.
  func isZeroByRounding(at x: Double) -> (value: Bool, slope: Bool) {
    guard case .difference(let difference) = composition,
      !shape.deadIntervals.contains(where: { $0.contains(x) })
    else { return (false, false) }
    return difference.isZeroByRounding(at: x)
  }

  /// How far the value is from `number`, where its Double does not tell it but the function does.
  func excess(over number: Double, at x: Double) -> Double? {
    guard case .single(let function) = composition else { return nil }
    return function.excess(over: number, at: x)
  }

  /// The same of the slope.
  func derivativeExcess(over number: Double, at x: Double) -> Double? {
    guard case .single(let function) = composition else { return nil }
    return function.derivativeExcess(over: number, at: x)
  }

  /// How far f − x·f′ may be from what it would be if value and slope were not rounded.
  func interceptRounding(at x: Double) -> Double {
    switch composition {
    case .single(let function): function.interceptRounding(at: x)
    case .difference(let difference):
      difference.first.interceptRounding(at: x) + difference.second.interceptRounding(at: x)
    }
  }

  /// How far the computed value may be from the true one at `x`.
  func roundingError(at x: Double) -> Double {
    switch composition {
    case .single(let function): function.roundingError(at: x)
    case .difference(let difference):
      difference.first.roundingError(at: x) + difference.second.roundingError(at: x)
        + value(x).magnitude.ulp
    }
  }

  /// The derivative's formula with the numbers at `x` put in.
  func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    switch composition {
    case .single(let function):
      return function.substitutedDerivative(at: x, symbol: symbol, variable: variable)
    case .difference(let difference):
      let (first, second) = (difference.first, difference.second)
      let names = TermNames(first, second)
      return SubstitutedFormula(
        "Δ′ = \(names.first.slope.unicode) − \(names.second.slope.unicode)",
        ascii: "D' = \(names.first.slope.ascii) - \(names.second.slope.ascii)",
        first.slopeOperand(at: x).joined(" − ", second.slopeOperand(at: x)),
        result: derivative(x))
    }
  }

  /// The derivation's steps with the numbers at `x` put in; none for a difference.
  func substitutedSteps(at x: Double) -> [SubstitutedFormula?] {
    guard case .single(let function) = composition else { return [] }
    return function.substitutedSteps(at: x)
  }

  // MARK: Parts

  /// One function of an input w·x + b as a call, "r(2x + 1)"; nil for others.
  var call: Notation? {
    guard case .single(let function) = composition else { return nil }
    return function.input.map { symbol.of($0.text(variable)) }
  }

  var hasAffineInput: Bool { call != nil }

  /// How its slope follows from that of the function itself, "d/dx r(2x + 1) = 2·r′(2x + 1)"; nil where
  /// the input is x.
  var chainRule: Notation? {
    guard case .single(let function) = composition, let input = function.input, let call else {
      return nil
    }
    let prime = symbol.joined("", Notation("′", ascii: "'")).of(input.text(variable))
    let factor = input.factor(before: prime)
    return Notation("d/d\(variable.unicode) ", ascii: "d/d\(variable.ascii) ")
      .joined("", call).joined(" = ", factor)
  }

  /// The two functions of a difference.
  var terms: (first: DrawnFunction, second: DrawnFunction)? {
    guard case .difference(let difference) = composition else { return nil }
    return (difference.first, difference.second)
  }

  /// The functions of the catalogue that it is made of.
  var parts: [SettledFunction] {
    switch composition {
    case .single(let function): [function]
    case .difference(let difference): difference.first.parts + difference.second.parts
    }
  }

  /// What it does on both sides of `x`, also where nothing breaks; a break that only rounding keeps
  /// from `x` is there.
  func sides(at x: Double) -> Breakpoint {
    let (value, slope, curvature) = (value(x), derivative(x), secondDerivative(x))
    guard let point = shape.breakpoint(near: x) else {
      return Breakpoint(
        x: x, kind: .curvatureJump, value: OneSided(value), derivative: OneSided(slope),
        secondDerivative: OneSided(curvature), convention: "")
    }
    guard point.x != x else { return point }
    var moved = point
    (moved.value.used, moved.derivative.used) = (value, slope)
    moved.secondDerivative.used = curvature
    return moved
  }

  /// The slope all the way between two neighbouring breakpoints, where it is one and known.
  func constantSlope(from lower: Double, to upper: Double) -> Double? {
    switch composition {
    case .single(let function): function.constantSlope(from: lower, to: upper)
    case .difference: nil
    }
  }

  /// The size of the terms that a derivative of some order is computed from at `x`: where they cancel
  /// it shows in how fast their sum changes with x.
  func size(_ order: Int, at x: Double) -> Double {
    switch order {
    case 0: return max(value(x).magnitude, (derivative(x) * x).magnitude)
    case 1: return max(derivative(x).magnitude, (secondDerivative(x) * x).magnitude)
    default:
      let change = secondDerivative(x * (1 + 0x1p-10)) - secondDerivative(x * (1 - 0x1p-10))
      return max(secondDerivative(x).magnitude, (change * 0x1p9).magnitude)
    }
  }

  /// Whether both are the same function, computed in two ways: their difference is rounding.
  func isIdentical(to other: DrawnFunction) -> Bool {
    let domain = shape.domain.intersection(other.shape.domain)
    let windows = [shape.window, other.shape.window]
    let places = windows.flatMap { window in
      (0...64).map {
        window.lowerBound + (window.upperBound - window.lowerBound) * (Double($0) + 0.37) / 65
      }
    }
    return places.filter(domain.contains).allSatisfy { x in
      RoundingFloor.covers(derivative(x), other.derivative(x), order: 1) {
        max(size(1, at: x), other.size(1, at: x))
      }
    }
  }
}
