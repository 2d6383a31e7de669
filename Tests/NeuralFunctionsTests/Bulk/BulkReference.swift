import Foundation
import NeuralFunctions
import TestSupport
import Testing

/// Correctly rounded values of the functions that have kernels, from bulk.csv.
struct BulkReference: Sendable, CustomTestStringConvertible {
  var name: String
  var arguments: [Double] = []
  var values: [Double] = []
  /// (exact − rounded) in units of the last place.
  var residuals: [Double] = []

  var testDescription: String { name }

  static let all: [BulkReference] = {
    guard
      let url = Bundle.module.url(
        forResource: "bulk", withExtension: "csv", subdirectory: "Reference"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    var tables: [BulkReference] = []
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      if tables.last?.name != fields[0] { tables.append(BulkReference(name: fields[0])) }
      tables[tables.count - 1].arguments.append(Double(fields[1]) ?? .nan)
      tables[tables.count - 1].values.append(Double(fields[2]) ?? .nan)
      tables[tables.count - 1].residuals.append(Double(fields[3]) ?? .nan)
    }
    return tables
  }()

  /// What the bulk interface gives for the arguments; nil for a name that is not known.
  var found: [Double]? {
    switch name {
    case "exponential": Exponential().values(of: arguments)
    case "sigmoid": Sigmoid().values(of: arguments)
    case "sigmoid-derivative": Sigmoid().derivatives(of: arguments)
    case "tanh": Tanh().values(of: arguments)
    case "tanh-derivative": Tanh().derivatives(of: arguments)
    case "softplus": Softplus().values(of: arguments)
    case "log-sigmoid": LogSigmoid().values(of: arguments)
    case "silu": SiLU().values(of: arguments)
    case "gelu": GELU().values(of: arguments)
    case "silu-derivative": SiLU().derivatives(of: arguments)
    case "gelu-derivative": GELU().derivatives(of: arguments)
    default: nil
    }
  }
}

/// Near the root of these derivatives two terms cancel, and the last place of the larger counts.
func largerTerm(of id: String, at x: Double) -> Double {
  ["silu", "gelu", "mish"].contains { id.hasPrefix($0) } && x < 0 && x > -2 ? 0.125 : 0
}

extension TestRandom {
  /// Points near 0, in the middle and in the tails, of both signs.
  mutating func points(_ count: Int) -> [Double] {
    (0..<count).map { index in
      let span = [3.0, 30, 700, 1e-6][index % 4]
      return Double.random(in: -span...span, using: &self)
    }
  }
}

/// The distance of a Float from the exact value, in units of the last place of a Float.
func floatUlpError(_ found: Float, exact: Double, scale: Float = 0) -> Double {
  if exact.isNaN { return found.isNaN ? 0 : .infinity }
  let rounded = Float(exact)
  if found == rounded { return 0 }
  guard rounded.isFinite, found.isFinite else { return .infinity }
  return ((Double(found) - exact) / Double(max(rounded.ulp, scale.ulp))).magnitude
}
