import NeuralFunctions

/// What the tests of the losses loop over.
enum LossMeasure {
  /// Targets of every kind; each loss is tried with those it accepts.
  static let targets = [-1, 0, 0.25, 0.5, 1, 3]

  static let losses = Catalogue.entries.filter { $0.target != nil }
}

/// A number as the reference files write it.
struct HexDouble: Decodable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    value = Double(text) ?? .nan
  }
}
