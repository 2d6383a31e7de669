import Foundation
import Testing

@testable import NeuralFunctions

/// The losses against correctly rounded values.
@Suite struct LossReferenceTests {
  /// What is promised for value and derivative, with half an ulp for the reference's own rounding.
  static let promised = 4.0

  @Test(arguments: Reference.names)
  func valueAndDerivativeAreWithinFourUlp(_ name: String) throws {
    let loss = try #require(try Reference.load().losses[name])
    let identifier = Reference.identifiers[name] ?? name.replacing("_", with: "-")
    let entry = try #require(Catalogue.entry(named: identifier))
    let parameters = Dictionary(
      uniqueKeysWithValues: loss.params.map { ($0.key == "var" ? "variance" : $0.key, $0.value) })
    #expect(loss.rows.count > 50)
    for row in loss.rows {
      let (x, y) = (try row.number(0), try row.number(1))
      let function = try entry.function(parameters: parameters, target: y)
      // The terms of p − y and of e^z − y are about as large as the target.
      let larger = row.tag == "near_root" ? y : 0
      let value = ulpError(function.value(x), try row.number(2))
      let derivative = ulpError(
        function.derivative(x), try row.number(3), scale: larger)
      #expect(value <= Self.promised, "\(identifier) at \(x), target \(y): \(value) ulp")
      #expect(derivative <= Self.promised, "\(identifier)' at \(x), target \(y): \(derivative) ulp")
    }
  }

  @Test func everyLossHasReferences() throws {
    let covered = Set(
      Reference.names.map { Reference.identifiers[$0] ?? $0.replacing("_", with: "-") })
    let swept = Set(try SweepReference.load().map(\.identifier))
    for loss in LossMeasure.losses {
      #expect(covered.contains(loss.id) || swept.contains(loss.id), "\(loss.id)")
    }
  }

  @Test func hardPointsAreWithinTheStatedBounds() throws {
    let file = try JSONDecoder().decode(
      HardLosses.self, from: referenceData("hard-losses"))
    #expect(file.losses.count > 20)
    for loss in file.losses {
      let entry = try #require(Catalogue.entry(named: loss.loss))
      for row in loss.rows.map({ $0.map(\.value) }) {
        let (x, y) = (row[0], row[1])
        let function = try entry.function(parameters: loss.parameters, target: y)
        func larger(_ column: Int) -> Double { row[column].isNaN ? 0 : row[column] }
        let errors = [
          ulpError(function.value(x), row[2], scale: larger(5)),
          ulpError(function.derivative(x), row[3], scale: larger(6)),
          ulpError(function.secondDerivative(x), row[4], scale: larger(7)),
        ]
        #expect(errors[0] <= 4, "\(loss.loss) at \(x), target \(y)")
        #expect(errors[1] <= 4, "\(loss.loss)' at \(x), target \(y)")
        #expect(errors[2] <= 16, "\(loss.loss)'' at \(x), target \(y)")
      }
    }
  }

  @Test(arguments: LossMeasure.losses.map(\.id))
  func floatIsRoundedFromDouble(_ identifier: String) throws {
    let function = try #require(Catalogue.entry(named: identifier)).defaultFunction
    for x in [0.25, 0.5, 0.75, 1] as [Float] {
      #expect(function.value(x) == Float(function.value(Double(x))))
      #expect(function.derivative(x) == Float(function.derivative(Double(x))))
    }
  }
}

private struct HardLosses: Decodable {
  struct Loss: Decodable {
    var loss: String
    var parameters: [String: Double]
    var rows: [[HexDouble]]
  }
  var losses: [Loss]
}

private struct Reference: Decodable {
  struct Loss: Decodable {
    var params: [String: Double]
    var rows: [Row]
  }
  struct Row: Decodable {
    var cells: [String]
    var tag: String { cells.last ?? "" }

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      cells = []
      while !container.isAtEnd { cells.append(try container.decode(String.self)) }
    }

    func number(_ column: Int) throws -> Double { try #require(Double(cells[column])) }
  }
  var losses: [String: Loss]

  static let identifiers = [
    "bce_logits": "bce-with-logits", "ce_prob": "cross-entropy-term", "huber_d05": "huber",
    "smooth_l1_b05": "smooth-l1", "pinball_q09": "pinball", "gaussian_nll_v025": "gaussian-nll",
    "focal_g2_a025": "focal",
  ]
  static let names = [
    "bce", "bce_logits", "ce_prob", "focal_g2_a025", "gaussian_nll_v025", "hinge", "huber",
    "huber_d05", "kl", "log_cosh", "mae", "mse", "pinball_q09", "poisson_nll", "poisson_nll_log",
    "smooth_l1", "smooth_l1_b05", "soft_margin", "squared_hinge",
  ]

  static func load() throws -> Reference {
    try JSONDecoder().decode(Reference.self, from: referenceData("reference"))
  }
}
