import NeuralFunctions

/// The function that is drawn: one of the catalogue with its settings, perhaps after an affine
/// input w·x + b, or the difference of two.
struct DrawnFunction: Sendable {
  private indirect enum Composition: Sendable {
    case plain(any ScalarFunction)
    case affineInput(any ScalarFunction, weight: Double, bias: Double)
    case difference(DrawnFunction, DrawnFunction)
  }

  private let composition: Composition
  let shape: FunctionShape
  let name: String
  let symbol: Notation
  let variable: Notation
  let formula: Notation

  init(_ entry: CatalogueEntry, _ settings: FunctionSettings) {
    let function = entry.made(with: settings)
    let description = entry.description
    (symbol, variable) = (description.symbol, description.variable)
    if settings.hasAffineInput {
      let (weight, bias) = (settings.weight, settings.bias)
      composition = .affineInput(function, weight: weight, bias: bias)
      shape = function.shape.afterAffineInput(weight: weight, bias: bias)
      name = description.name
      let (w, b) = (NumberText.brief(weight), NumberText.brief(bias.magnitude))
      let sign = bias < 0 ? "-" : "+"
      let argument = "\(w)\(variable.ascii) \(sign) \(b)"
      formula = Notation(
        "\(symbol.unicode)(\(w)\(variable.unicode) \(sign) \(b)),  \(description.formula.unicode)"
          .withTrueMinus,
        ascii: "\(symbol.ascii)(\(argument)),  \(description.formula.ascii)")
    } else {
      composition = .plain(function)
      shape = function.shape
      name = description.name
      formula = description.formula
    }
  }

  /// `first` − `second`, point by point.
  static func difference(_ first: DrawnFunction, _ second: DrawnFunction) -> DrawnFunction {
    DrawnFunction(differenceOf: first, second)
  }

  private init(differenceOf first: DrawnFunction, _ second: DrawnFunction) {
    composition = .difference(first, second)
    shape = first.shape.merged(with: second.shape)
    name = "\(first.name) − \(second.name)"
    symbol = Notation("Δ", ascii: "D")
    variable = first.variable
    formula = ""
  }

  // MARK: Values

  func value(_ x: Double) -> Double {
    switch composition {
    case .plain(let function): function.value(x)
    case .affineInput(let function, let weight, let bias): function.value(weight * x + bias)
    case .difference(let first, let second): first.value(x) - second.value(x)
    }
  }

  func derivative(_ x: Double) -> Double {
    switch composition {
    case .plain(let function): function.derivative(x)
    case .affineInput(let function, let weight, let bias):
      weight * function.derivative(weight * x + bias)
    case .difference(let first, let second): first.derivative(x) - second.derivative(x)
    }
  }

  func secondDerivative(_ x: Double) -> Double {
    switch composition {
    case .plain(let function): function.secondDerivative(x)
    case .affineInput(let function, let weight, let bias):
      weight * weight * function.secondDerivative(weight * x + bias)
    case .difference(let first, let second):
      first.secondDerivative(x) - second.secondDerivative(x)
    }
  }

  /// The derivative's formula with the numbers at `x` put in.
  func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    switch composition {
    case .plain(let function): return function.substitutedDerivative(at: x)
    case .affineInput(let function, let weight, let bias):
      let inner = function.derivative(weight * x + bias)
      return SubstitutedFormula(
        "d/d\(variable.unicode) = w·\(symbol.unicode)′(w\(variable.unicode) + b)",
        ascii: "d/d\(variable.ascii) = w*\(symbol.ascii)'(w\(variable.ascii) + b)",
        "\(weight) × \(inner)", result: derivative(x))
    case .difference(let first, let second):
      return SubstitutedFormula(
        "Δ′ = \(first.symbol.unicode)′ − \(second.symbol.unicode)′",
        ascii: "D' = \(first.symbol.ascii)' - \(second.symbol.ascii)'",
        "\(first.derivative(x)) − \(second.derivative(x))", result: derivative(x))
    }
  }
}
