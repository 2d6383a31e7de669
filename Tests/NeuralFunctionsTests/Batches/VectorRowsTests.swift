import NeuralFunctions
import Testing

@Suite("Vector functions over rows")
struct VectorRowsTests {
  private static let identifiers = Catalogue.vectorFunctions.map(\.id)
  private let logits: [Double] = [2, 1, 0.1, -700, 30, 31, 0, 0, 0, -.infinity, 5, -3]
  private let others = [1.0, 0, 0, 0.5, -2, 3, 1, 2, 4, 1, 1, 7]

  private func each<Result>(
    _ body: (Range<Int>) throws -> [Result]
  ) rethrows -> [Result] {
    try [0..<3, 3..<6, 6..<9, 9..<12].flatMap { try body($0) }
  }

  @Test("a row is what the vector by itself is", arguments: identifiers)
  func rows(id: String) throws {
    let f = try #require(Catalogue.vectorFunction(named: id)).defaultFunction
    let values = try f.values(ofRows: logits, count: 3)
    let expected = try each { try f.value(Array(logits[$0])) }
    for (found, expected) in zip(values, expected) {
      #expect(ulpError(found, expected) <= 4, "\(id)")
    }
    let along = try f.jacobianVectorProducts(atRows: logits, count: 3, directions: others)
    let alongEach = try each {
      try f.jacobianVectorProduct(at: Array(logits[$0]), Array(others[$0]))
    }
    let back = try f.vectorJacobianProducts(atRows: logits, count: 3, cotangents: others)
    let backEach = try each {
      try f.vectorJacobianProduct(at: Array(logits[$0]), Array(others[$0]))
    }
    for (found, expected) in zip(along + back, alongEach + backEach) {
      #expect(agree(found, expected, relative: 1e-14, absolute: 1e-15), "\(id)")
    }
    #expect(along.count == 12 && back.count == 12)
  }

  @Test("Float rows are those of Double, rounded", arguments: identifiers)
  func floats(id: String) throws {
    let f = try #require(Catalogue.vectorFunction(named: id)).defaultFunction
    let (narrow, beside) = (logits.map { Float($0) }, others.map { Float($0) })
    func check(_ found: [Float], _ wide: [Double], _ bound: Double) {
      for (found, wide) in zip(found, wide) {
        #expect(floatUlpError(found, exact: wide) <= bound, "\(id): \(found), \(wide)")
      }
      #expect(found.count == wide.count)
    }
    let exactly = narrow.map(Double.init)
    check(try f.values(ofRows: narrow, count: 3), try f.values(ofRows: exactly, count: 3), 4)
    check(
      try f.jacobianVectorProducts(atRows: narrow, count: 3, directions: beside),
      try f.jacobianVectorProducts(atRows: exactly, count: 3, directions: others), 4)
    check(
      try f.vectorJacobianProducts(atRows: narrow, count: 3, cotangents: beside),
      try f.vectorJacobianProducts(atRows: exactly, count: 3, cotangents: others), 4)
    let (row, direction) = (Array(narrow[0..<3]), Array(beside[0..<3]))
    check(
      try f.vectorJacobianProduct(at: row, direction),
      try f.vectorJacobianProduct(at: row.map(Double.init), direction.map(Double.init)), 0.51)
    check(
      try f.jacobianVectorProduct(at: row, direction),
      try f.jacobianVectorProduct(at: row.map(Double.init), direction.map(Double.init)), 0.51)
  }

  @Test("what is not accepted is named by its place in the matrix", arguments: identifiers)
  func refusals(id: String) throws {
    let f = try #require(Catalogue.vectorFunction(named: id)).defaultFunction
    #expect(throws: VectorError.notAccepted(index: 3, value: .infinity)) {
      try f.values(ofRows: [1, 2, 3, .infinity], count: 2)
    }
    #expect(throws: VectorError.allMasked) {
      try f.vectorJacobianProducts(
        atRows: [1, 2, -.infinity, -.infinity], count: 2, cotangents: [0, 0, 0, 0])
    }
    #expect(throws: VectorError.unevenRows(total: 3, count: 2)) {
      try f.values(ofRows: [1, 2, 3], count: 2)
    }
    #expect(throws: VectorError.lengthMismatch(expected: 2, found: 1)) {
      try f.jacobianVectorProducts(atRows: [1, 2], count: 2, directions: [1])
    }
    for count in [0, -1, .min] {
      #expect(throws: VectorError.rowLengthNotAccepted(count)) {
        try f.values(ofRows: [1, 2], count: count)
      }
    }
    #expect(throws: VectorError.self) { try f.values(ofRows: [1, 2], count: .max) }
    #expect(try f.values(ofRows: [], count: .max).isEmpty)
  }
}

@Suite("Log-sum-exp")
struct LogSumExpTests {
  @Test("is the logarithm of the sum, without overflow")
  func values() throws {
    let f = LogSumExp()
    #expect(try f.value([0, 0]) == 0.6931471805599453)
    #expect(try f.value([1000, 1000]) == 1000.6931471805599)
    #expect(try f.value([-1000, -1000]) == -999.3068528194401)
    #expect(try f.value([3]) == 3)
    #expect(try f.value([3, -.infinity]) == 3)
    #expect(try f.value([0, -40]) == 4.248354255291589e-18)
    #expect(try f.value([.greatestFiniteMagnitude, 0]) == .greatestFiniteMagnitude)
    #expect(try f.value([2, 1, 0]) == 2.40760596444438)
    #expect(try LogSumExp(temperature: 0.5).value([2, 1]) == 2.063464005521486)
    #expect(try f.value([2, 1, 0] as [Float]) == 2.407606)
    #expect(f.uncheckedValue([.nan, 1]).isNaN && f.uncheckedValue([]).isNaN)
  }

  @Test("its gradient is softmax")
  func gradient() throws {
    let x = [2.0, 1, 0.1]
    for temperature in [1, 0.25, 3] {
      let f = LogSumExp(temperature: temperature)
      let gradient = try f.gradient(at: x)
      #expect(try gradient == Softmax(temperature: temperature).value(x))
      for index in x.indices {
        let slope = CentralDifference.derivative(
          of: { moved in
            var x = x
            x[index] = moved
            return f.uncheckedValue(x)
          }, at: x[index])
        #expect(agree(gradient[index], slope, relative: 1e-8))
      }
    }
    #expect(try LogSumExp().gradient(at: [1, 1] as [Float]) == [0.5, 0.5])
  }

  @Test("takes rows, and refuses what the others refuse")
  func rows() throws {
    let f = LogSumExp()
    #expect(
      try f.values(ofRows: [0, 0, 1000, 1000], count: 2) == [
        f.value([0, 0]), f.value([1000, 1000]),
      ])
    #expect(try f.values(ofRows: [0, 0] as [Float], count: 2) == [0.6931472])
    #expect(throws: VectorError.notAccepted(index: 2, value: .infinity)) {
      try f.values(ofRows: [0, 0, .infinity, 0], count: 2)
    }
    #expect(throws: VectorError.empty) { try f.value([] as [Double]) }
    #expect(throws: VectorError.temperatureNotAccepted(0)) {
      try LogSumExp(temperature: 0).value([1])
    }
  }
}
