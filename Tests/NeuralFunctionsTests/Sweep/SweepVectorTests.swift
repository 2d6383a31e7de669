import Foundation
import NeuralFunctions
import Testing

@Suite("Softmax at temperatures over the whole range, against correctly rounded values")
struct SweepVectorTests {
  /// A line of sweep-vectors.txt, which sweep-vectors.py beside this writes.
  struct Row: Sendable {
    var temperature: Double
    var logits, probabilities, logarithms: [Double]
  }

  static func load() throws -> [Row] {
    let url = try #require(
      Bundle.module.url(
        forResource: "sweep-vectors", withExtension: "txt", subdirectory: "Reference"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let parts = try line.split(separator: "|").map { part in
        try part.split(separator: " ").map { try #require(Double($0)) }
      }
      return Row(
        temperature: parts[0][0], logits: parts[1], probabilities: parts[2], logarithms: parts[3])
    }
  }

  private func expect(
    _ found: [Double], _ exact: [Double], within bound: Double, _ about: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == exact.count, sourceLocation: location)
    for (found, exact) in zip(found, exact) {
      let error = ulpError(found, exact)
      #expect(error <= bound, "\(about): \(found), not \(exact)", sourceLocation: location)
    }
  }

  @Test("Scalar code holds what it states at every temperature")
  func scalarCode() throws {
    let rows = try Self.load()
    #expect(Set(rows.map(\.temperature)).count >= 18)
    for row in rows {
      let about = "T = \(row.temperature)"
      let softmax = Softmax(temperature: row.temperature)
      expect(try softmax.value(row.logits), row.probabilities, within: 3, about)
      expect(
        try Softmin(temperature: row.temperature).value(row.logits.map { -$0 }),
        row.probabilities, within: 3, about)
      expect(
        try LogSoftmax(temperature: row.temperature).value(row.logits), row.logarithms, within: 2,
        about)
    }
  }

  @Test("Rows of Double and of Float are within 4 ulp at every temperature")
  func rows() throws {
    for row in try Self.load() {
      let softmax = Softmax(temperature: row.temperature)
      let found = try softmax.values(ofRows: row.logits, count: row.logits.count)
      expect(found, row.probabilities, within: 4, "rows at T = \(row.temperature)")
      let floats = row.logits.map { Float($0) }
      guard floats.map({ Double($0) }) == row.logits else { continue }
      var results = floats
      var span = results.mutableSpan
      try softmax.values(ofRows: floats.span, count: floats.count, into: &span)
      for (found, exact) in zip(results, row.probabilities) {
        #expect(floatUlpError(found, exact: exact) <= 4, "Float rows at T = \(row.temperature)")
      }
    }
  }
}
