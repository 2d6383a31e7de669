import Foundation
import Testing

/// Correctly rounded values of one function, from a file beside the tests.
struct ReferenceTable: Sendable {
  struct Row: Sendable {
    var x: Double
    var value: Double
    var derivative: Double
    /// Nil where the file gives none.
    var secondDerivative: Double?
    /// (exact − rounded) in units of the last place.
    var valueResidual = 0.0
    var derivativeResidual = 0.0
    /// The larger of two terms that all but cancel in the derivative, or 0.
    var largerTerm = 0.0
  }

  var name: String
  var rows: [Row]
}

/// The bytes of a file in the folder Reference.
func referenceData(_ name: String) throws -> Data {
  let url = try #require(
    Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Reference"))
  return try Data(contentsOf: url)
}

/// A number as the reference files write it: a C hex float, inf, -inf or nan.
func referenceNumber(_ text: String) throws -> Double { try #require(Double(text)) }

extension ReferenceTable {
  private struct File: Decodable {
    struct Unary: Decodable { var rows: [[String]] }
    var unary: [String: Unary]
  }

  /// The scalar activations of reference.json.
  ///
  /// A row is x, f, f′, f″ or "", the residuals of f and f′, and a tag.
  static func activations() throws -> [ReferenceTable] {
    let file = try JSONDecoder().decode(File.self, from: referenceData("reference"))
    return try file.unary.sorted { $0.key < $1.key }.map { name, unary in
      ReferenceTable(
        name: name,
        rows: try unary.rows.map { row in
          Row(
            x: try referenceNumber(row[0]), value: try referenceNumber(row[1]),
            derivative: try referenceNumber(row[2]), secondDerivative: Double(row[3]),
            valueResidual: try referenceNumber(row[4]),
            derivativeResidual: try referenceNumber(row[5]),
            largerTerm: row[6] == "near_root" ? 0.125 : 0)
        })
    }
  }

  /// The hard points of hard-points.json: tails, subnormal results, roots.
  ///
  /// A row is x, f, f′, f″ and the larger term of f′.
  static func hardPoints() throws -> [ReferenceTable] {
    let file = try JSONDecoder().decode(
      [String: [[String]]].self, from: referenceData("hard-points"))
    return try file.sorted { $0.key < $1.key }.map { name, rows in
      ReferenceTable(
        name: name,
        rows: try rows.map { row in
          Row(
            x: try referenceNumber(row[0]), value: try referenceNumber(row[1]),
            derivative: try referenceNumber(row[2]),
            secondDerivative: try referenceNumber(row[3]),
            largerTerm: try referenceNumber(row[4]))
        })
    }
  }
}
