import NeuralFunctions

/// A function of the catalogue, with the parameters and the target that make it one.
struct FunctionUnderTest: Sendable, CustomStringConvertible {
  var entry: CatalogueEntry
  var parameters: [String: Double] = [:]
  var target: Double?
  var function: any ScalarFunction

  init(_ entry: CatalogueEntry, parameters: [String: Double] = [:], target: Double? = nil) throws {
    self.entry = entry
    self.parameters = parameters
    self.target = target
    function = try entry.function(parameters: parameters, target: target)
  }

  var description: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    let all = settings + (target.map { ["target = \($0)"] } ?? [])
    return entry.id + (all.isEmpty ? "" : " (\(all.joined(separator: ", ")))")
  }

  var shape: FunctionShape { function.shape }

  /// Every entry as it stands, with each parameter moved along its slider, and, if it is a loss,
  /// with some of the targets its slider reaches.
  static let all: [FunctionUnderTest] = Catalogue.entries.flatMap { entry in
    let settings = [[:]] + entry.parameters.map { [$0.name: $0.moved] }
    let targets: [Double?] = entry.target.map { $0.samples } ?? [nil]
    return settings.flatMap { parameters in
      targets.compactMap { try? FunctionUnderTest(entry, parameters: parameters, target: $0) }
    }
  }

  /// Every entry as it stands, with default parameters and target.
  static let defaults: [FunctionUnderTest] = Catalogue.entries.map { try! FunctionUnderTest($0) }
}

extension ParameterDescription {
  /// A value away from the default, on the slider.
  fileprivate var moved: Double {
    let middle = slider.lowerBound + (slider.upperBound - slider.lowerBound) * 0.375
    return middle == defaultValue ? slider.upperBound : middle
  }
}

extension TargetDescription {
  /// Accepted targets from one end of the slider to the other.
  fileprivate var samples: [Double] {
    let inside = [0, 0.25, 0.5, 1].map {
      slider.lowerBound + (slider.upperBound - slider.lowerBound) * $0
    }
    return (inside + inside.map { $0.rounded() }).filter(accepts).reduce(into: [defaultValue]) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
