import Testing

/// `nabla eval` and `nabla table` with several functions, and Jacobians as text.
@Suite struct ComparisonTests {
  @Test func twoFunctionsStandSideBySideWithTheirDifference() async throws {
    let csv = try await nabla("eval", "gelu", "-1", "2", "--with", "gelu-tanh", "--format", "csv")
    #expect(csv.status == 0, "\(csv.errors)")
    #expect(
      csv.lines[0]
        == "x,gelu,gelu_derivative,gelu_second,gelu-tanh,gelu-tanh_derivative,gelu-tanh_second,difference,difference_derivative,difference_second"
    )
    for name in ["gelu", "gelu-tanh"] {
      let alone = try await nabla("eval", name, "-1", "2", "--format", "csv")
      let offset = name == "gelu" ? 1 : 4
      for (row, own) in zip(csv.rows, alone.rows) {
        #expect(Array(row[offset..<offset + 3]) == Array(own[1...]))
      }
    }
    for row in csv.rows {
      for column in 1...3 {
        let numbers = [column, column + 3, column + 6].map { Double(row[$0])! }
        #expect(numbers[0] - numbers[1] == numbers[2])
      }
    }
  }

  @Test func asTextEachPointHasALineForEachDerivativeWithinTheTerminal() async throws {
    let text = try await nabla("eval", "gelu", "-1", "--with", "gelu-tanh")
    #expect(text.lines.count == 4)
    #expect(text.lines.allSatisfy { $0.count <= 80 }, "\(text.output)")
    let headings = text.lines[0].split(separator: " ")
    #expect(headings == ["x", "gelu", "gelu-tanh", "difference"])
    #expect(text.lines[1].split(separator: " ").prefix(2) == ["-1.0", "f"])
    #expect(text.lines[2].split(separator: " ").first == "f′")
    let csv = try await nabla("eval", "gelu", "-1", "--with", "gelu-tanh", "--format", "csv")
    #expect(
      Array(text.lines[1].split(separator: " ").dropFirst(2))
        == [csv.rows[0][1], csv.rows[0][4], csv.rows[0][7]])
  }

  @Test func aTableComparesAsEvalDoes() async throws {
    for format in ["text", "csv", "json"] {
      let range = ["--from", "-1", "--to", "1", "--points", "3", "--format", format]
      let table = try await nabla(["table", "relu", "--with", "silu"] + range)
      let eval = try await nabla(
        "eval", "relu", "-1", "0", "1", "--with", "silu", "--format", format)
      #expect(table.status == 0 && table.output == eval.output)
      #expect(table.output.contains("kink") != (format == "csv"))
    }
  }

  @Test func moreThanTwoHaveNoDifference() async throws {
    let csv = try await nabla(
      "eval", "relu", "1", "--with", "silu", "--with", "mish", "--format", "csv")
    #expect(csv.rows[0].count == 10 && !csv.output.contains("difference"))
    let json = try await nabla(
      "eval", "relu", "1", "--with", "silu", "--with", "mish", "--format", "json")
    #expect(json.status == 0 && !json.output.contains("difference"))
  }

  @Test func parametersAndTargetsAreThoseThatWereSetAndAreNamed() async throws {
    let elu = try await nabla(
      "eval", "elu", "-1", "--set", "alpha=2", "--with", "elu,α=3", "--format", "csv")
    let expected = try await nabla("eval", "elu", "-1", "--set", "alpha=3", "--format", "csv")
    #expect(Array(elu.rows[0][4...6]) == Array(expected.rows[0][1...3]))
    #expect(elu.lines[0].contains("\"elu,alpha=2\"") && elu.lines[0].contains("\"elu,alpha=3\""))
    let losses = try await nabla("eval", "mse", "0.5", "--target", "1", "--with", "mae")
    #expect(losses.lines[0].contains("mse,y=1") && losses.lines[0].contains("mae,y=1"))
  }

  @Test(arguments: [
    (["--with", "nope"], "unknown function 'nope'"), (["--with", "softmax"], "takes a vector"),
    (["--with", "elu,beta=1"], "no parameter 'beta'"),
    (["--with", "elu,alpha"], "--with elu,alpha: 'alpha' stands"),
    (["--with", "elu,"], "--with elu,: nothing stands after a comma"),
    (["--with", "relu,y=1"], "no parameter"), (["--with", ""], "unknown function"),
    (
      ["--with", "tanh", "--with", "tanh", "--with", "tanh", "--with", "tanh", "--with", "tanh"],
      "up to 4"
    ),
  ])
  func wrongUseIsOneSentence(arguments: [String], words: String) async throws {
    let outcome = try await nabla(["eval", "relu", "1"] + arguments)
    #expect(
      outcome.status == 2 && outcome.output == "" && outcome.errors.contains(words),
      "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func outsideADomainTheFunctionIsNamed() async throws {
    let outcome = try await nabla("eval", "mse", "2", "--with", "bce")
    #expect(
      outcome.status == 1 && outcome.errors.contains("bce") && outcome.errors.contains("outside"))
    let table = try await nabla("table", "mse", "--from", "0", "--to", "2", "--with", "bce")
    #expect(table.status == 1 && table.output == "")
  }

  @Test(arguments: [1, 2, 3, 10, 40])
  func aJacobianAsTextFitsAndKeepsEveryDigit(count: Int) async throws {
    let logits = (0..<count).map { "\(Double($0 * 37 % 11) / 7)" }
    let text = try await nabla(["jacobian"] + logits)
    let csv = try await nabla(["jacobian"] + logits + ["--format", "csv"])
    let wanted = csv.lines.map { $0.split(separator: ",") }
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    // Blocks of columns, one below the other, each with all rows.
    var columns: [[Substring]] = []
    let blocks = text.output.split(separator: "\n\n")
    for block in blocks {
      let lines = block.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(lines.count == count + 1 && lines[0][0] == "∂p/∂x")
      #expect(
        lines[0].dropFirst().elementsEqual(
          (0..<lines[0].count - 1).map { "x\($0 + columns.count)" }))
      for (row, line) in lines.dropFirst().enumerated() { #expect(line[0] == "p\(row)") }
      for column in 1..<lines[0].count { columns.append(lines.dropFirst().map { $0[column] }) }
    }
    #expect(columns == (0..<count).map { column in wanted.map { $0[column] } })
    #expect(count < 10 || blocks.count > 1)
  }

  @Test func aJacobianIsAsWideAsItsTerminal() async throws {
    try await Gate.shared.pass {
      for (width, blocks) in [(60, 3), (200, 1)] {
        let terminal = try PseudoTerminal(
          ["jacobian", "1,2,3,4,5"], columns: width, rows: 50)
        _ = try await terminal.waitForExit()
        #expect(terminal.text.components(separatedBy: "∂p/∂x") == blocks)
        #expect(terminal.text.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= width })
      }
    }
  }

  @Test func itsRowsAreCalledWhatTheyAre() async throws {
    let outcome = try await nabla("jacobian", "1,2", "--function", "log-softmax")
    #expect(outcome.lines[0].hasPrefix("∂log p/∂x") && outcome.lines[1].hasPrefix("log p0"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(separatedBy text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
