import Subprocess
import Testing

/// `nabla list` for programs.
@Suite struct ListCommandTests {
  @Test func everyFormatListsTheSame() async throws {
    let text = try await nabla("list").lines.map { $0.prefix { $0 != " " } }
    let csv = try await nabla("list", "--format", "csv").lines.dropFirst()
    #expect(csv.map { $0.prefix { $0 != "," } } == text)
    let json = try await nabla("list", "--format", "json").lines.compactMap { line in
      line.split(separator: "\"").dropFirst(3).first
    }
    #expect(json == text)
    for name in ["sigmoid", "bce", "softmax", "log-softmax", "sparsemax"] {
      #expect(text.contains(Substring(name)))
    }
  }

  @Test func fieldsWithCommasAreQuoted() async throws {
    let csv = try await nabla("list", "--format", "csv")
    #expect(
      csv.lines[0]
        == "identifier,name,family,symbol,variable,formula,derivative,domain,range,parameters,target,source"
    )
    let relu6 = try #require(csv.lines.first { $0.hasPrefix("relu6,") })
    #expect(relu6.contains(",\"r₆(x) = min(max(x, 0), 6)\","))
    #expect(relu6.contains(",\"(-inf, inf)\",\"[0, 6]\",,,"))
    let focal = try #require(csv.lines.first { $0.hasPrefix("focal,") })
    #expect(focal.contains(",gamma=2.0 alpha=0.25,1.0,"))
  }

  @Test func jsonHasTheParametersAndTheConventions() async throws {
    let json = try await nabla("list", "--format", "json")
    let leaky = try #require(json.lines.first { $0.contains("\"identifier\": \"leaky-relu\"") })
    #expect(leaky.contains("\"symbol\": {\"unicode\": \"α\", \"ascii\": \"alpha\"}"))
    #expect(leaky.contains("\"default\": 0.01, \"accepted\": \"a finite number\""))
    #expect(leaky.contains("\"breakpoints\": [{\"x\": 0.0, \"kind\": \"kink\""))
    #expect(leaky.contains("\"convention\": \"PyTorch\""))
  }

  @Test func jsonMeansTheSameInEveryLocale() async throws {
    let unicode = try await nabla("list", "--format", "json").output
    let ascii = try await nabla("list", "--format", "json", environment: ["LC_ALL": "C"]).output
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(ascii.contains("\\u03c3(x)") && unicode.contains("σ(x)"))
    #expect(ascii.replacing("\\u03c3", with: "σ").contains("\"symbol\": {\"unicode\": \"σ\""))
  }
}
