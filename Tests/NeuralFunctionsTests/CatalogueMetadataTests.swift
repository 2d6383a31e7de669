import NeuralFunctions
import Testing

@Suite("The catalogue's descriptions are complete")
struct CatalogueMetadataTests {
  private static let activations = """
    sigmoid tanh log-sigmoid softsign hard-sigmoid hardtanh arctan sparse-sigmoid relu leaky-relu
    prelu relu6 threshold squared-relu elu selu celu sparse-plus step softplus squareplus gelu
    gelu-tanh quick-gelu silu hard-swish mish tanhshrink softshrink hardshrink identity
    exponential gaussian sine snake
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test("every activation is listed under its name, with its defaults", arguments: activations)
  func listed(name: String) throws {
    let entry = try #require(Catalogue.entry(named: name))
    #expect(entry.id == name)
    #expect(entry.target == nil)
    #expect(Catalogue.entry(named: name.replacing("-", with: "_"))?.id == name)
  }

  @Test(
    "the names of other libraries find their function",
    arguments: [
      ("swish", "silu"), ("hardsigmoid", "hard-sigmoid"), ("logsigmoid", "log-sigmoid"),
      ("hard_tanh", "hardtanh"), ("hardswish", "hard-swish"), ("Leaky ReLU", "leaky-relu"),
      ("atan", "arctan"), ("sin", "sine"), ("exp", "exponential"), ("heaviside", "step"),
      ("quickgelu", "quick-gelu"), ("linear", "identity"),
    ])
  func aliases(alias: String, identifier: String) {
    #expect(Catalogue.entry(named: alias)?.id == identifier)
  }

  @Test(
    "parameters have the agreed names and defaults",
    arguments: [
      ("leaky-relu", ["alpha": 0.01]), ("prelu", ["a": 0.25]), ("elu", ["alpha": 1]),
      ("celu", ["alpha": 1]), ("threshold", ["theta": 0, "value": 0]), ("softplus", ["beta": 1]),
      ("silu", ["beta": 1]), ("squareplus", ["b": 4]), ("softshrink", ["lambda": 0.5]),
      ("hardshrink", ["lambda": 0.5]), ("hardtanh", ["min": -1, "max": 1]),
      ("sine", ["omega": 1]), ("snake", ["a": 1]),
    ])
  func parameters(name: String, defaults: [String: Double]) throws {
    let entry = try #require(Catalogue.entry(named: name))
    let found = entry.parameters.map { ($0.name, $0.defaultValue) }
    #expect(Dictionary(uniqueKeysWithValues: found) == defaults)
  }

  @Test("identifiers and aliases are unique")
  func unique() {
    let names = Catalogue.entries.flatMap { entry in
      [entry.id] + Set(entry.description.aliases.map { $0.replacing("_", with: "-") })
    }
    #expect(Set(names).count == names.count, "\(names.filter { n in names.count { $0 == n } > 1 })")
  }

  @Test(
    "identifiers are lower case with hyphens, aliases find their own entry",
    arguments: FunctionUnderTest.defaults)
  func spelling(tested: FunctionUnderTest) {
    let entry = tested.entry
    #expect(entry.id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(entry.id)")
    for alias in entry.description.aliases {
      #expect(Catalogue.entry(named: alias)?.id == entry.id, "\(alias)")
    }
  }

  @Test("no text is missing", arguments: FunctionUnderTest.defaults)
  func complete(tested: FunctionUnderTest) {
    let text = tested.entry.description
    for sentence in [text.name, text.use, text.source, text.accuracy] {
      #expect(!sentence.isEmpty, "\(tested)")
    }
    #expect(!text.derivation.isEmpty, "\(tested)")
    #expect(text.use.hasSuffix("."), "\(tested)")
    for notation in text.notations {
      #expect(!notation.unicode.isEmpty && !notation.ascii.isEmpty, "\(tested)")
    }
    for formula in [text.formula, text.derivativeFormula] {
      #expect(formula.unicode.contains("=") && formula.ascii.contains("="), "\(tested)")
    }
  }

  @Test("ASCII means ASCII, and names and sources are it too", arguments: FunctionUnderTest.all)
  func ascii(tested: FunctionUnderTest) {
    let text = tested.entry.description
    let closedForms = tested.shape.pointsOfInterest.compactMap(\.closedForm)
    let symbols = tested.entry.parameters.map(\.symbol)
    for notation in text.notations + closedForms + symbols {
      #expect(notation.ascii.utf8.allSatisfy { $0 < 128 }, "\(tested): \(notation.ascii)")
    }
    let sentences =
      [text.name, text.source] + tested.entry.parameters.map(\.meaning)
      + tested.shape.breakpoints.map(\.convention)
    for sentence in sentences {
      #expect(sentence.utf8.allSatisfy { $0 < 128 }, "\(tested): \(sentence)")
    }
  }

  @Test("sentences write mathematics as formulas do", arguments: FunctionUnderTest.all)
  func notation(tested: FunctionUnderTest) {
    let text = tested.entry.description
    let letters = tested.entry.parameters.map { ($0.name, $0.symbol.unicode) }
    for sentence in [text.use, text.accuracy] + text.remarks {
      // A minus, not a hyphen; exponents raised; Greek letters; log_input=False is a framework's code.
      #expect(sentence.firstMatch(of: #/[ (\[]-[0-9a-zπαλ]|e-[0-9]| - /#) == nil, "\(sentence)")
      #expect(sentence.firstMatch(of: /\^[-0-9a-z]/) == nil, "\(sentence)")
      for (name, symbol) in letters where name != symbol && symbol.count == 1 && name.count > 3 {
        #expect(!sentence.contains("\(name) = "), "\(sentence)")
      }
    }
  }

  @Test("defaults are accepted and lie on the slider", arguments: FunctionUnderTest.defaults)
  func sliders(tested: FunctionUnderTest) {
    for parameter in tested.entry.parameters {
      #expect(parameter.accepted.contains(parameter.defaultValue))
      #expect(parameter.slider.contains(parameter.defaultValue))
      #expect(parameter.accepted.contains(parameter.slider.lowerBound), "\(tested)")
      #expect(parameter.accepted.contains(parameter.slider.upperBound), "\(tested)")
      #expect(parameter.step > 0 && !parameter.meaning.isEmpty)
    }
  }

  @Test("what is not accepted is refused by name")
  func refusals() throws {
    let hardtanh = try #require(Catalogue.entry(named: "hardtanh"))
    #expect(throws: FunctionError.self) { try hardtanh.function(parameters: ["min": 2]) }
    #expect(throws: FunctionError.self) { try hardtanh.function(parameters: ["alpha": 2]) }
    #expect(throws: FunctionError.self) { try hardtanh.function(target: 1) }
    let celu = try #require(Catalogue.entry(named: "celu"))
    #expect(throws: FunctionError.self) { try celu.function(parameters: ["alpha": 0]) }
    #expect(throws: FunctionError.self) { try celu.function(parameters: ["alpha": .nan]) }
  }

  @Test("the derivations of the source text are whole")
  func derivations() throws {
    func steps(_ name: String) throws -> [String] {
      try #require(Catalogue.entry(named: name)).description.derivation.map(\.notation.unicode)
    }
    let article = ["sigmoid", "tanh", "relu", "bce", "cross-entropy-term", "mse"]
    for description in try article.map({ try #require(Catalogue.entry(named: $0)).description })
      + [Softmax.description]
    {
      #expect(description.derivation.allSatisfy { $0.rule != nil }, "\(description.name)")
    }
    #expect(try steps("sigmoid").count == 12)
    #expect(try steps("sigmoid").last == "= σ(x)·[1 − σ(x)]")
    #expect(try steps("tanh").count == 6)
    #expect(try steps("tanh").last == "= 1 − tanh²(x)")
    #expect(try steps("relu").count >= 4)
  }
}

extension FunctionDescription {
  fileprivate var notations: [Notation] {
    [symbol, variable, formula, derivativeFormula] + derivation.map(\.notation)
      + derivation.compactMap(\.rule)
  }
}
