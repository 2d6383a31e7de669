import Foundation
import NeuralFunctions
import Testing

@Suite("Softmax at temperatures over the whole range, against correctly rounded values")
struct SweepVectorTests {
  /// A line of sweep-vectors.txt, which Tests/References/sweep_vectors.py writes.
  struct Row: Sendable {
    var temperature: Double
    var logits, probabilities, logarithms: [Double]
    /// Log-sum-exp, and what it exceeds the largest logit by.
    var smoothMaximum, excess: Double
    /// A vector, softmax's Jacobian times it, and it times log-softmax's.
    var vector, moved, pulled: [Double]
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
        temperature: parts[0][0], logits: parts[1], probabilities: parts[2], logarithms: parts[3],
        smoothMaximum: parts[4][0], excess: parts[4][1], vector: parts[5], moved: parts[6],
        pulled: parts[7])
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

  @Test("Log-sum-exp is within 2 ulp of the larger of its parts at every temperature")
  func smoothMaximum() throws {
    for row in try Self.load() {
      let f = LogSumExp(temperature: row.temperature)
      let largest = row.logits.max() ?? 0
      let scale = min(max(largest.magnitude, row.excess), .greatestFiniteMagnitude)
      let count = row.logits.count
      let found = [try f.value(row.logits), try f.values(ofRows: row.logits, count: count)[0]]
      for found in found {
        let error = ulpError(found, row.smoothMaximum, scale: scale)
        #expect(error <= 2, "T = \(row.temperature): \(found), not \(row.smoothMaximum)")
      }
    }
  }

  /// Single calls within 3 ulp of the larger of pᵢ|vᵢ|, pᵢ|p·v| and the result, rows within 6.
  @Test("Products with Jacobians hold what they state at temperatures from 1e−100 up")
  func products() throws {
    for row in try Self.load() where row.temperature >= 1e-100 {
      let (t, v, count) = (row.temperature, row.vector, row.logits.count)
      let total = v.reduce(0) { $0 + $1.magnitude }
      for (found, bound) in [
        (try Softmax(temperature: t).jacobianVectorProduct(at: row.logits, v), 3.0),
        (
          try Softmax(temperature: t).vectorJacobianProducts(
            atRows: row.logits, count: count, cotangents: v), 6
        ),
      ] {
        for index in v.indices {
          let scale = row.probabilities[index] * total / t
          let error = ulpError(
            found[index], row.moved[index], scale: min(scale, .greatestFiniteMagnitude))
          #expect(error <= bound, "T = \(t): \(found[index]), not \(row.moved[index])")
        }
      }
      for (found, bound) in [
        (try LogSoftmax(temperature: t).vectorJacobianProduct(at: row.logits, v), 3.0),
        (
          try LogSoftmax(temperature: t).vectorJacobianProducts(
            atRows: row.logits, count: count, cotangents: v), 6
        ),
      ] {
        for index in v.indices {
          let scale = max(v[index].magnitude, row.probabilities[index] * total) / t
          let error = ulpError(
            found[index], row.pulled[index], scale: min(scale, .greatestFiniteMagnitude))
          #expect(error <= bound, "T = \(t): \(found[index]), not \(row.pulled[index])")
        }
      }
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
