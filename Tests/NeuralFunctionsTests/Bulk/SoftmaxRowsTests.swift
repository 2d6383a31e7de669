import NeuralFunctions
import TestSupport
import Testing

@Suite("Softmax of rows")
struct SoftmaxRowsTests {
  @Test(
    "Rows agree with the scalar softmax", arguments: [1, 2, 7, 8, 9, 31, 1000], [1.0, 0.3, 2.5])
  func agreesWithScalarCode(count: Int, temperature: Double) throws {
    var random = TestRandom(seed: UInt64(count))
    let softmax = Softmax(temperature: temperature)
    let spreads = [1.0, 30, 740]
    let rows = spreads.map { spread in
      (0..<count).map { _ in Double.random(in: -spread...spread, using: &random) }
    }
    let found = try softmax.values(ofRows: rows.flatMap { $0 }, count: count)
    for (number, row) in rows.enumerated() {
      let expected = try softmax.value(row)
      for index in row.indices {
        let error = ulpError(found[number * count + index], expected[index])
        #expect(error <= 4, "row \(number), entry \(index)")
      }
    }
  }

  /// Rows that a single power of two scales, and beyond: spread wide, and far from 0.
  @Test(
    "Float rows are within 4 ulp of Double", arguments: [1, 3, 16, 17, 500],
    [-30...30 as ClosedRange<Float>, -43...43, 190...250, 250...280, -1e6...(-0.9999e6)])
  func floatRows(count: Int, range: ClosedRange<Float>) throws {
    var random = TestRandom(seed: UInt64(count))
    let row = (0..<count).map { _ in Float.random(in: range, using: &random) }
    var results = [Float](repeating: 0, count: count)
    var span = results.mutableSpan
    try Softmax().values(ofRows: row.span, count: count, into: &span)
    let expected = try Softmax().value(row.map { Double($0) })
    for index in row.indices {
      #expect(floatUlpError(results[index], exact: expected[index]) <= 4, "entry \(index)")
    }
  }

  @Test("Masks, ties and spreads beyond the largest number")
  func extremes() throws {
    let huge = Double.greatestFiniteMagnitude
    let rows: [Double] = [0, -.infinity, 0, huge, -huge, huge, -1e308, 1e308, -.infinity]
    let found = try Softmax().values(ofRows: rows, count: 3)
    #expect(found == [0.5, 0, 0.5, 0.5, 0, 0.5, 0, 1, 0])
  }

  @Test("A row does not depend on where it stands")
  func positionIndependence() throws {
    var random = TestRandom(seed: 5)
    let row = random.points(13)
    let alone = try Softmax().values(ofRows: row, count: 13)
    let after = try Softmax().values(ofRows: random.points(26) + row, count: 13)
    #expect(Array(after.suffix(13)) == alone)
  }

  @Test("What cannot be is refused by name")
  func refusals() {
    func refusal(_ logits: [Double], count: Int) -> VectorError? {
      do {
        _ = try Softmax().values(ofRows: logits, count: count)
        return nil
      } catch { return error }
    }
    let infinity = Double.infinity
    #expect(refusal([1, 2, 3, infinity], count: 2) == .notAccepted(index: 3, value: infinity))
    #expect(refusal([1, 2, -infinity, -infinity], count: 2) == .allMasked)
    #expect(refusal([1, 2, 3], count: 2) == .unevenRows(total: 3, count: 2))
    #expect(refusal([1, 2], count: 0) == .rowLengthNotAccepted(0))
    #expect(refusal([1, 2], count: -1) == .rowLengthNotAccepted(-1))
    for length in [2, 70] {
      let row = [1, .nan] + [Double](repeating: 2, count: length - 2)
      guard case .notAccepted(index: 1, let value) = refusal(row, count: length) else {
        Issue.record("NaN was accepted")
        return
      }
      #expect(value.isNaN)
    }
    #expect(throws: VectorError.lengthMismatch(expected: 2, found: 1)) {
      var results = [0.0]
      var span = results.mutableSpan
      let logits = [1.0, 2]
      try Softmax().values(ofRows: logits.span, count: 2, into: &span)
    }
    #expect(throws: VectorError.temperatureNotAccepted(0)) {
      _ = try Softmax(temperature: 0).values(ofRows: [1, 2], count: 2)
    }
  }
}
