import NeuralFunctions

@testable import Explorer

/// Functions made of those of the catalogue, for tests that loop over all of them.
enum ComposedFunctions {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let function: DrawnFunction
  }

  static let inputs: [(weight: Double, bias: Double)] = [(2, 1), (-1.5, 0.25), (0.1, -0.3)]

  static let plain: [Case] = Catalogue.entries.map {
    Case(description: $0.id, function: DrawnFunction($0, FunctionSettings()))
  }

  static let ofAffineInput: [Case] = inputs.flatMap { input in
    Catalogue.entries.map { entry in
      let settings = FunctionSettings(weight: input.weight, bias: input.bias)
      return Case(
        description: "\(entry.id) of \(input.weight)x + \(input.bias)",
        function: DrawnFunction(entry, settings))
    }
  }

  /// Every function less every other, and less some of an affine input.
  static let differences: [Case] = plain.flatMap { first in
    (plain + ofAffineInput.filter { $0.description.hasPrefix("relu ") }).map { second in
      Case(
        description: "\(first) − \(second)",
        function: .difference(first.function, second.function))
    }
  }
}
