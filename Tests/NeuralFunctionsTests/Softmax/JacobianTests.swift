import Testing

@testable import NeuralFunctions

/// The matrix in O(K) memory against what it stands for.
@Suite struct JacobianTests {
  static let matrices: [(String, [Double], Jacobian)] = Catalogue.vectorFunctions.flatMap { entry in
    VectorFunctionTests.points.map { logits in
      (entry.id, logits, entry.defaultFunction.uncheckedJacobian(at: logits))
    }
  }

  @Test func entriesAreThoseOfCentralDifferences() throws {
    for entry in Catalogue.vectorFunctions {
      let function = entry.defaultFunction
      for logits in [[2, 1.25, 0.1], [0.3, -0.2, 0.9, 0.05], [1, 0.25]] as [[Double]] {
        let jacobian = try function.jacobian(at: logits)
        for column in logits.indices {
          let h = 1e-5
          var (right, left) = (logits, logits)
          right[column] += h
          left[column] -= h
          let (up, down) = (try function.value(right), try function.value(left))
          for row in logits.indices {
            let slope = (up[row] - down[row]) / (right[column] - left[column])
            #expect((jacobian[row, column] - slope).magnitude < 1e-9, "\(entry.id)")
          }
        }
      }
    }
  }

  @Test func invariantsHoldWhereTheyAreClaimed() {
    for (name, logits, jacobian) in Self.matrices {
      let count = jacobian.count
      for index in 0..<count {
        #expect(jacobian.rowsSumToZero)
        #expect(jacobian.rowSum(index).magnitude < 1e-15, "\(name) \(logits)")
        #expect(
          (jacobian.columnSum(index).magnitude < 1e-15) == jacobian.columnsSumToZero
            || count == 1 || logits.contains(1e308) || logits.allSatisfy { $0 == 5 },
          "\(name) \(logits)")
      }
      guard jacobian.isSymmetric else { continue }
      for row in 0..<count {
        for column in 0..<row {
          #expect(jacobian[row, column] == jacobian[column, row], "\(name) \(logits)")
        }
      }
    }
    let rows = LogSoftmax().uncheckedJacobian(at: [2, 1, 0.1])
    #expect(!rows.isSymmetric && rows[0, 1] != rows[1, 0])
  }

  @Test func sumsAreThoseOfTheEntries() {
    let jacobian = LogSoftmax().uncheckedJacobian(at: [2, 1, 0.1])
    let column = jacobian.column(0).reduce(0, +)
    #expect((jacobian.columnSum(0) - column).magnitude < 1e-15)
    #expect((column - (1 - 3 * 0.6590011388859679)).magnitude < 1e-14)
  }

  @Test func productsAreThoseOfTheDenseMatrix() throws {
    for (name, logits, jacobian) in Self.matrices {
      let count = jacobian.count
      let vector = (0..<count).map { 1.5 - Double($0 * $0) / 3 }
      let dense = jacobian.dense()
      let (along, back) = (try jacobian.times(vector), try jacobian.transposedTimes(vector))
      for index in 0..<count {
        var (row, column) = (0.0, 0.0)
        for other in 0..<count {
          row += dense[index * count + other] * vector[other]
          column += dense[other * count + index] * vector[other]
        }
        #expect((along[index] - row).magnitude < 1e-14, "\(name) \(logits)")
        #expect((back[index] - column).magnitude < 1e-14, "\(name) \(logits)")
      }
    }
  }

  @Test func productsDoNotCancelWhereTheResultDoesNot() throws {
    // p₁ is 4e−18, so p·v is v₀ but for what the digits of 1 cannot hold.
    let product = try Softmax().jacobian(at: [40, 0]).times([1, 2])
    let exact = 4.2483542552915889e-18
    #expect(ulpError(product[0], -exact) <= 2 && ulpError(product[1], exact) <= 2)
  }

  @Test func maskedRowsAndColumnsAreZero() throws {
    for entry in Catalogue.vectorFunctions where entry.outputsAreProbabilities {
      let jacobian = try entry.defaultFunction.jacobian(at: [0.3, -.infinity, 0.1])
      #expect(jacobian.row(1) == [0, 0, 0] && jacobian.column(1) == [0, 0, 0])
      #expect(jacobian.dense().allSatisfy { !($0 == 0 && $0.sign == .minus) }, "\(entry.id)")
    }
    #expect(try LogSoftmax().jacobian(at: [0.3, -.infinity]).column(1) == [0, 1])
  }

  @Test func largestEntriesAreFoundWithoutLookingAtAll() {
    for (name, logits, jacobian) in Self.matrices {
      let all = jacobian.dense().map(\.magnitude)
      let count = jacobian.count
      let largest = jacobian.largestEntry
      #expect(largest?.value.magnitude == all.max(), "\(name) \(logits)")
      #expect(largest.map { jacobian[$0.row, $0.column] } == largest?.value)
      for index in 0..<count {
        let row = (0..<count).map { all[index * count + $0] }
        #expect(jacobian.largestMagnitude(inRow: index) == row.max())
        let column = (0..<count).map { all[$0 * count + index] }
        #expect(jacobian.largestMagnitude(inColumn: index) == column.max())
      }
    }
  }

  @Test func theLargestNumbersAtAnyTemperatureGiveNoNaN() throws {
    let limit = Double.greatestFiniteMagnitude
    for temperature in [0.1, 0.5, 1, 3, 6, 100] {
      for logits in [[limit, 0, -limit], [limit, 1e300, 5], [-limit, -1e300, -limit]] {
        for entry in Catalogue.vectorFunctions {
          let function = try entry.function(parameters: ["temperature": temperature])
          let outputs = try function.value(logits)
          #expect(!outputs.contains { $0.isNaN }, "\(entry.id) \(logits) T \(temperature)")
          #expect(!(try function.jacobian(at: logits).dense().contains { $0.isNaN }))
        }
      }
    }
  }

  @Test func denseEntriesFillCallersMemory() throws {
    let jacobian = try Softmax().jacobian(at: [2, 1, 0.1])
    var memory = [Double](repeating: .nan, count: 9)
    var span = memory.mutableSpan
    try jacobian.dense(into: &span)
    for (fast, exact) in zip(memory, jacobian.dense()) {
      #expect(abs(fast - exact) <= 2 * exact.ulp)
    }
    var short = [0.0]
    #expect(throws: VectorError.lengthMismatch(expected: 9, found: 1)) {
      var span = short.mutableSpan
      try jacobian.dense(into: &span)
    }
  }

  @Test func fourThousandLogitsAreNoMatrix() throws {
    let logits = (0..<4096).map { Double($0 % 97) / 10 }
    let jacobian = try Softmax().jacobian(at: logits)
    let product = try jacobian.times(logits)
    #expect(product.reduce(0, +).magnitude < 1e-14)
    #expect(jacobian.rowSum(96).magnitude < 1e-15)
    #expect(jacobian.largestEntry?.value == jacobian[96, 96])
  }

  @Test func substitutedNumbersMultiplyOutToTheEntry() throws {
    let jacobian = try Softmax().jacobian(at: [2, 1, 0.1])
    let off = jacobian.substitutedEntry(row: 0, column: 1)
    #expect(off.formula.unicode == "∂p₀/∂x₁ = p₀·(0 − p₁)")
    #expect(off.formula.ascii == "dp_0/dx_1 = p_0*(0 - p_1)")
    let numbers = off.substitution.pieces.compactMap { piece -> Double? in
      if case .number(let number) = piece { number } else { nil }
    }
    let p = Softmax().uncheckedValue([2, 1, 0.1])
    #expect(numbers == [p[0], -p[1]])
    #expect((numbers[0] * numbers[1] - off.result).magnitude < 1e-16)
    #expect(off.result == jacobian[0, 1])
    for entry in Catalogue.vectorFunctions {
      let jacobian = try entry.function(parameters: ["temperature": 2]).jacobian(at: [2, 1, -9])
      for row in 0..<3 {
        for column in 0..<3 {
          let formula = jacobian.substitutedEntry(row: row, column: column)
          #expect(formula.result == jacobian[row, column])
          #expect(formula.formula.ascii.allSatisfy { $0.isASCII })
        }
      }
    }
  }
}
