import Foundation
import NeuralFunctions
import RealModule
import Testing

/// The code of the documentation's articles, line for line, and what it must give.
@Suite("Documentation tour")
struct TourTests {
  @Test("The landing page")
  func landingPage() throws {
    let slope = Sigmoid().derivative(1.25)
    let probabilities = try Softmax().value([2, 1, 0.1])
    #expect(agree(slope, 0.1731047869924970, relative: 1e-14))
    #expect(agree(probabilities[0], 0.6590011388859679, relative: 1e-15))
    #expect(Sigmoid().derivative(40) == 4.248354255291589e-18)
  }

  @Test("Evaluate")
  func evaluate() throws {
    let y = Sigmoid().value(1.25)
    let z = SiLU(beta: 2).value(-3)
    let both = GELU().valueAndDerivative(0.5)
    #expect(agree(y, 0.7772998611746911, relative: 1e-15))
    #expect(agree(z, -3 / (1 + exp(6)), relative: 1e-14))
    #expect(both == (GELU().value(0.5), GELU().derivative(0.5)))

    let narrow = Sigmoid().value(Float(1.25))
    #expect(narrow == Float(y))

    let point = try GELU().evaluate(0.5)
    print(point.value, point.derivative, point.secondDerivative ?? .nan)
    #expect(point.value == GELU().value(0.5))
    do {
      let sine = try Sine(omega: 0).checked()
      print(sine.value(1))
    } catch {
      print(error)  // omega must be a finite number above 0 (got 0).
      #expect("\(error)" == "omega must be a finite number above 0 (got 0).")
    }

    #expect(Catalogue.entry(named: "leaky_relu") != nil)
    if let entry = Catalogue.entry(named: "leaky_relu") {
      var leaky = try entry.function(parameters: ["alpha": 0.2])
      print(leaky.description.formula.unicode, leaky.value(-1))
      #expect(leaky.value(-1) == -0.2)
      try leaky.setParameters(["alpha": 0.5])
      print(leaky.parameters[0].meaning, leaky[parameter: "alpha"] ?? .nan)
      #expect(leaky.value(-1) == -0.5)
    }
    #expect(try Catalogue.loss(named: "huber", parameters: ["delta": 2]) != nil)
    if let huber = try Catalogue.loss(named: "huber", parameters: ["delta": 2]) {
      print(huber.value(5, target: 0))
      #expect(huber.value(5, target: 0) == 8)
    }

    for kink in ReLU().shape.breakpoints {
      print(kink.x, kink.derivative.left, kink.derivative.right, kink.derivative.used)
    }
    #expect(ReLU().shape.breakpoints.first?.derivative == OneSided(left: 0, right: 1, used: 0))
  }

  @Test("Differentiate")
  func differentiate() throws {
    let slope = Tanh().derivative(20)
    let curvature = Tanh().secondDerivative(0.5)
    #expect(agree(slope, 1.6993417021166356e-17, relative: 1e-15))
    #expect(curvature < 0)

    let loss = BinaryCrossEntropyOnLogits()
    let gradient = loss.derivative(2, target: 1)
    let atTarget = LossAtTarget(loss, target: 1)
    let same = atTarget.derivative(2)
    #expect(agree(gradient, -1 / (1 + exp(2)), relative: 1e-14))
    #expect(same == gradient)

    let x = Dual(variable: 0.5)
    let composed = Tanh().value(0.25 * x * x + 1)
    print(composed.value, composed.tangent)
    #expect(agree(composed.tangent, Tanh().derivative(1.0625) * 0.25, relative: 1e-14))
  }

  @Test("Softmax and its Jacobian")
  func softmax() throws {
    let logits = [2.0, 1.0, 0.1]
    let p = try Softmax().value(logits)
    let smoothMaximum = try LogSumExp().value(logits)
    #expect(agree(smoothMaximum, 2.4170300162778333, relative: 1e-15))
    let jacobian = try Softmax().jacobian(at: logits)
    print(jacobian[0, 1])
    let pulledBack = try jacobian.transposedTimes([1, 0, 0])
    func fill(_ entries: inout [Double], from jacobian: Jacobian, _ p: [Double]) throws {
      var span = entries.mutableSpan
      try Jacobian.write(diagonal: jacobian.diagonal.span, left: p.span, right: p.span, into: &span)
    }
    var entries = [Double](repeating: 0, count: 9)
    try fill(&entries, from: jacobian, p)
    #expect(agree(jacobian[0, 1], -p[0] * p[1], relative: 1e-15))
    for (found, expected) in zip(entries, pulledBack) {
      #expect(agree(found, expected, relative: 1e-14))
    }
  }

  @Test("In bulk")
  func inBulk() throws {
    let arguments: [Double] = [-2, -1, 0, 1, 2]
    let slopes = Sigmoid().derivatives(of: arguments)
    let some = Sigmoid().values(of: arguments[1...3])
    #expect(slopes[2] == 0.25 && some[1] == 0.5)

    var results = [Double](repeating: 0, count: arguments.count)
    try Sigmoid().values(of: arguments, into: &results)
    #expect(results[2] == 0.5)
    Tanh().formValues(of: &results)
    Tanh().formDerivatives(of: &results[0..<2])
    #expect(agree(results[2], Tanh().value(0.5), relative: 1e-15))

    func activate(_ logits: Span<Float>, into activations: inout MutableSpan<Float>) throws {
      try SiLU().values(of: logits, into: &activations)
    }
    var activations: [Float] = [1]
    var span = activations.mutableSpan
    try activate([0].span, into: &span)
    #expect(activations == [0])

    do {
      let gradient = try MeanSquaredError().derivatives(of: [1, 2], targets: [0, 5])
      let mean = try MeanSquaredError().loss(of: [1, 2], targets: [0, 5])
      #expect(gradient == [2, -6] && mean == 5)
    }
    let rows = try Softmax().values(ofRows: [2, 1, 0.1, 0, 0, 0], count: 3)
    let pulledBack = try LogSoftmax().vectorJacobianProducts(
      atRows: [2, 1, 0.1, 0, 0, 0], count: 3, cotangents: [1, 0, 0, 0, 0, 1])
    #expect(agree(rows[0], 0.6590011388859679, relative: 1e-15))
    #expect(agree(pulledBack[3], -1.0 / 3, relative: 1e-15))
  }

  @Test("Train a classifier")
  func trainAClassifier() throws {
    let logits = [2, 1, 0.1, 0, 3, -1]
    let crossEntropy = SoftmaxCrossEntropy(labelSmoothing: 0.1, classWeights: [1, 1, 2])
    let (loss, gradient) = try crossEntropy.lossAndGradient(
      ofRows: logits, count: 3, targets: .classes([0, 2]))
    print(loss, gradient)
    // What torch.nn.CrossEntropyLoss gives.
    #expect(agree(loss, Self.tourLoss, relative: 1e-14))

    let partly = SoftmaxCrossEntropy(ignoredClass: -100)
    let losses = try partly.losses(ofRows: logits, count: 3, targets: .classes([1, -100]))
    let stored: [UInt8] = [1, 0]
    let again = try partly.losses(ofRows: logits, count: 3, targets: .classes(stored))
    #expect(again[0] == losses[0])
    let soft = try partly.gradients(
      ofRows: logits, count: 3, targets: .distributions([0.7, 0.2, 0.1, 0, 1, 0]))
    #expect(losses[1] == 0 && soft.count == 6)

    let binary = WeightedBinaryCrossEntropyOnLogits(positiveWeight: 3)
    let total = try binary.loss(of: [2, -1, 0.5], targets: [1, 0, 1], reduction: .sum)
    let slopes = try binary.gradient(
      of: [2, -1, 0.5], targets: [1, 0, 1], weights: [1, 0.5, 1], reduction: .weightedMean)
    let terms = [3 * log(1 + exp(-2.0)), log(1 + exp(-1.0)), 3 * log(1 + exp(-0.5))]
    #expect(agree(total, terms.reduce(0, +), relative: 1e-14))
    #expect(agree(slopes[1], 0.5 / (1 + exp(1)) / 2.5, relative: 1e-14))

    do {
      let unit = SwiGLU()
      let hidden = try unit.value([1.5, -2, 0.25, 3])
      let pulledBack = try unit.vectorJacobianProduct(at: [1.5, -2, 0.25, 3], [1, -0.5])
      print(hidden, pulledBack)
      #expect(agree(hidden[0], 1.5 * 0.25 / (1 + exp(-0.25)), relative: 1e-14))
    }
  }

  private static let tourLoss = 2.7616577435838194

  @Test("Add a function")
  func addAFunction() throws {
    let entry = CatalogueEntry(Logit.self)
    let values = Logit().values(of: [0.25, 0.5, 0.75])
    #expect(entry.id == "logit")
    #expect(agree(values[2], Double.log(3), relative: 1e-14) && values[1] == 0)
  }

  @Test("Every line of code in the articles is compiled here")
  func articlesAreCompiled() throws {
    let tests = URL(filePath: #filePath)
    let compiled = Set(try lines(of: tests).map(trimmed))
    let catalogue = tests.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/NeuralFunctions/NeuralFunctions.docc")
    let files = try FileManager.default.contentsOfDirectory(
      at: catalogue, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "md" }
    #expect(files.count >= 7)
    for file in files {
      var isCode = false
      for line in try lines(of: file) {
        if line.hasPrefix("```") {
          isCode = line == "```swift"
        } else if isCode {
          #expect(compiled.contains(trimmed(line)), "\(file.lastPathComponent): \(line)")
        }
      }
    }
  }

  private func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  private func trimmed(_ line: String) -> String { line.trimmingCharacters(in: .whitespaces) }
}

struct Logit: ScalarFunction, DescribedByType {
  static let description = FunctionDescription(
    identifier: "logit", name: "logit", family: .other, symbol: "logit",
    formula: Notation("logit(x) = log x/(1 − x)", ascii: "logit(x) = log x/(1 - x)"),
    derivativeFormula: Notation("logit′(x) = 1/(x(1 − x))", ascii: "logit'(x) = 1/(x(1 - x))"),
    use: "The inverse of the sigmoid.", source: "Berkson 1944", accuracy: "not stated")

  var shape: FunctionShape { FunctionShape(domain: .unit, range: .everything, window: 0...1) }

  func readableValue<T: Real>(_ x: T) -> T { .log(x) - .log(onePlus: -x) }
  func readableDerivative<T: Real>(_ x: T) -> T { 1 / (x * (1 - x)) }
  func readableSecondDerivative<T: Real>(_ x: T) -> T {
    (2 * x - 1) / (x * x * (1 - x) * (1 - x))
  }
}
