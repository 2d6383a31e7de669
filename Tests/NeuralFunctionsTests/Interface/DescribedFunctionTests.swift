import Foundation
import NeuralFunctions
import RealModule
import Testing

@Suite("What a function says of itself")
struct DescribedFunctionTests {
  /// Each parametric function, made by its initialiser and by its parameters' names.
  private static let made: [(any ScalarFunction, [String: Double])] = [
    (LeakyReLU(alpha: 0.2), ["alpha": 0.2]), (PReLU(a: 0.5), ["a": 0.5]),
    (ELU(alpha: 2), ["alpha": 2]), (CELU(alpha: 2), ["alpha": 2]),
    (Threshold(theta: 1, value: -2), ["theta": 1, "value": -2]),
    (HardTanh(min: -2, max: 3), ["min": -2, "max": 3]), (Softplus(beta: 2), ["beta": 2]),
    (Squareplus(b: 1), ["b": 1]), (SiLU(beta: 2), ["beta": 2]),
    (Softshrink(lambda: 1), ["lambda": 1]), (Hardshrink(lambda: 1), ["lambda": 1]),
    (Sine(omega: 30), ["omega": 30]), (Snake(a: 2), ["a": 2]),
    (SoftCap(c: 2), ["c": 2]),
    (LossAtTarget(Huber(delta: 2), target: 0), ["delta": 2]),
    (LossAtTarget(SmoothL1(beta: 2), target: 0), ["beta": 2]),
    (LossAtTarget(Pinball(q: 0.25), target: 0), ["q": 0.25]),
    (
      LossAtTarget(Focal(gamma: 1, alpha: 0.5), target: 1), ["gamma": 1, "alpha": 0.5]
    ),
    (LossAtTarget(GaussianNegativeLogLikelihood(variance: 2), target: 0), ["variance": 2]),
  ]

  @Test("initialisers set the parameters of their names")
  func initialisers() throws {
    for (function, values) in Self.made {
      let id = function.description.identifier
      #expect(Set(function.parameters.map(\.name)) == Set(values.keys), "\(id)")
      for (name, value) in values { #expect(function[parameter: name] == value, "\(id)") }
      let entry = try #require(Catalogue.entry(named: id))
      let byName = try entry.function(parameters: values)
      for x in [-3.0, -0.5, 0.25, 2] { #expect(byName.value(x) == function.value(x), "\(id)") }
    }
  }

  @Test("parameters are read and set through an existential")
  func existential() throws {
    var f: any ScalarFunction = LeakyReLU()
    #expect(f.description.name == "leaky ReLU" && f.parameters.map(\.name) == ["alpha"])
    #expect(f[parameter: "alpha"] == 0.01 && f[parameter: "beta"] == nil)
    try f.setParameters(["alpha": 0.5])
    #expect(f.value(-2) == -1)
    let steeper = try f.with(parameters: ["alpha": 2])
    #expect(steeper.value(-2) == -4 && f.value(-2) == -1)
    f[parameter: "beta"] = 3
    f[parameter: "alpha"] = nil
    #expect(f[parameter: "alpha"] == 0.5)
  }

  @Test("what is refused names the parameter and changes nothing")
  func refusals() {
    var clip = HardTanh()
    #expect(throws: FunctionError.self) { try clip.setParameters(["max": 4, "min": .nan]) }
    #expect(clip == HardTanh())
    #expect(
      throws: FunctionError.unknownParameter("low", of: "hardtanh", accepted: ["min", "max"])
    ) { try clip.setParameters(["low": 0]) }
    #expect(throws: FunctionError.parameterOutsideRange("omega", value: 0, accepted: .positive)) {
      try Sine(omega: 0).checked()
    }
    #expect(throws: FunctionError.self) { try HardTanh(min: 2, max: 1).checked() }
    #expect(throws: FunctionError.self) { try HardTanh(min: 2, max: 1).evaluate(0) }
    #expect(throws: FunctionError.targetNotAccepted(2, accepted: "a number from 0 to 1")) {
      try BinaryCrossEntropy().evaluate(0.5, target: 2)
    }
    #expect(throws: FunctionError.targetNotAccepted(0, accepted: "-1 or 1")) {
      try LossAtTarget(Hinge(), target: 0).evaluate(0.5)
    }
    #expect(
      throws: FunctionError.parameterOutsideRange(
        "q", value: 1,
        accepted: Interval(
          0, 1, includesLower: false, includesUpper: false))
    ) {
      try Pinball(q: 1).evaluate(0, target: 0)
    }
    #expect(throws: FunctionError.noTarget(of: "relu")) {
      try Catalogue.entry(named: "relu")?.loss()
    }
  }

  @Test("a loss is had by name, its target open")
  func lossByName() throws {
    let huber = try #require(try Catalogue.loss(named: "Huber", parameters: ["delta": 2]))
    #expect(huber.value(5, target: 0) == Huber(delta: 2).value(5, target: 0))
    #expect(huber.target.accepts(-3) && huber.description.identifier == "huber")
    #expect(try Catalogue.loss(named: "relu") == nil)
    #expect(throws: FunctionError.self) {
      try Catalogue.loss(named: "huber", parameters: ["delta": -1])
    }
  }

  @Test("equal parameters make equal functions")
  func equality() {
    #expect(LeakyReLU(alpha: 0.2) == LeakyReLU(alpha: 0.2))
    #expect(LeakyReLU(alpha: 0.2) != LeakyReLU())
    #expect(Set([Softmax(), Softmax(temperature: 2), Softmax(temperature: 1)]).count == 2)
    #expect(LossAtTarget(Huber(), target: 1) != LossAtTarget(Huber(), target: 2))
  }

  @Test("functions are stored by their parameters' names")
  func coding() throws {
    let clip = HardTanh(min: -2, max: 3)
    let data = try JSONEncoder().encode(clip)
    let object = try JSONDecoder().decode([String: Double].self, from: data)
    #expect(object == ["min": -2, "max": 3])
    #expect(try JSONDecoder().decode(HardTanh.self, from: data) == clip)
    func decode<Function: Decodable>(_ type: Function.Type, _ text: String) throws -> Function {
      try JSONDecoder().decode(type, from: Data(text.utf8))
    }
    #expect(try decode(HardTanh.self, "{}") == HardTanh())
    #expect(try decode(HardTanh.self, #"{"max": 2}"#) == HardTanh(min: -1, max: 2))
    #expect(try decode(Sigmoid.self, "{}") == Sigmoid())
    #expect(throws: DecodingError.self) { try decode(HardTanh.self, #"{"max": -2}"#) }
    #expect(throws: DecodingError.self) { try decode(HardTanh.self, #"{"maximum": 2}"#) }
    #expect(throws: DecodingError.self) { try decode(Sine.self, #"{"omega": 0}"#) }
    let softmax = Softmax(temperature: 0.5)
    #expect(
      try JSONDecoder().decode(Softmax.self, from: JSONEncoder().encode(softmax)) == softmax)
    let fixed = LossAtTarget(Pinball(q: 0.1), target: 3)
    let copy = try JSONDecoder().decode(
      LossAtTarget<Pinball>.self, from: JSONEncoder().encode(fixed))
    #expect(copy == fixed)
  }

  @Test("a function made at run time is a function like any other")
  func madeAtRunTime() throws {
    let entry = CatalogueEntry(Polynomial(coefficients: ["a": 1, "b": 2]))
    #expect(entry.id == "polynomial" && entry.parameters.map(\.name) == ["a", "b"])
    let f = try entry.function(parameters: ["b": 3])
    #expect(f.value(2) == 1 + 3 * 2 && f.derivative(2) == 3)
    #expect(try f.evaluate(2).secondDerivative == 0)
    #expect(entry.defaultFunction.values(of: [1, 2]) == [3, 5])
    #expect(throws: FunctionError.self) { try entry.function(parameters: ["c": 3]) }
  }
}

/// a + bx, whose parameters are known at run time alone.
private struct Polynomial: ScalarFunction {
  var coefficients: [String: Double]

  var description: FunctionDescription {
    FunctionDescription(
      identifier: "polynomial", name: "polynomial", family: .other, symbol: "f",
      formula: "f(x) = a + b*x", derivativeFormula: "f'(x) = b", use: "A test.",
      source: "here", accuracy: "not stated")
  }
  var parameters: [ParameterDescription] {
    coefficients.sorted { $0.key < $1.key }.map { name, value in
      ParameterDescription(
        name: name, symbol: Notation(name, ascii: name), meaning: "a coefficient",
        defaultValue: value, accepted: .finite, slider: -1...1, step: 0.1)
    }
  }
  subscript(parameter name: String) -> Double? {
    get { coefficients[name] }
    set { if let newValue, coefficients[name] != nil { coefficients[name] = newValue } }
  }
  var shape: FunctionShape { FunctionShape(range: .finite) }

  private func coefficient<T: Real>(_ name: String) -> T { T(exactly: coefficients[name] ?? .nan) }
  func readableValue<T: Real>(_ x: T) -> T { coefficient("a") + coefficient("b") * x }
  func readableDerivative<T: Real>(_ x: T) -> T { coefficient("b") }
  func readableSecondDerivative<T: Real>(_ x: T) -> T { 0 }
}
