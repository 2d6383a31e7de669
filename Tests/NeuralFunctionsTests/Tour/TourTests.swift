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
    var silu = SiLU()
    silu.beta = 2
    let z = silu.value(-3.0)
    #expect(agree(y, 0.7772998611746911, relative: 1e-15))
    #expect(agree(z, -3 / (1 + exp(6)), relative: 1e-14))

    let point = try GELU().evaluate(0.5)
    print(point.value, point.derivative, point.secondDerivative ?? .nan)
    #expect(point.value == GELU().value(0.5))

    guard let entry = Catalogue.entry(named: "leaky_relu") else { return }
    let leaky = try entry.function(parameters: ["alpha": 0.2])
    print(entry.description.formula.unicode, leaky.value(-1.0))
    #expect(leaky.value(-1.0) == -0.2)

    for kink in ReLU().shape.breakpoints {
      print(kink.x, kink.derivative.left, kink.derivative.right, kink.derivative.used)
    }
    #expect(ReLU().shape.breakpoints.first?.derivative == OneSided(left: 0, right: 1, used: 0))
  }

  @Test("Differentiate")
  func differentiate() throws {
    let slope = Tanh().derivative(20.0)
    let curvature = Tanh().secondDerivative(0.5)
    #expect(agree(slope, 1.6993417021166356e-17, relative: 1e-15))
    #expect(curvature < 0)

    let loss = BinaryCrossEntropyOnLogits()
    let gradient = loss.derivative(2.0, target: 1)
    let atTarget = LossAtTarget(loss, target: 1)
    let same = atTarget.derivative(2.0)
    #expect(agree(gradient, -1 / (1 + exp(2)), relative: 1e-14))
    #expect(same == gradient)

    let x = Dual(variable: 0.5)
    let composed = Tanh().value(x * x)
    print(composed.value, composed.tangent)
    #expect(agree(composed.tangent, Tanh().derivative(0.25), relative: 1e-14))
  }

  @Test("Softmax and its Jacobian")
  func softmax() throws {
    let logits = [2.0, 1.0, 0.1]
    let p = try Softmax().value(logits)
    let jacobian = try Softmax().jacobian(at: logits)
    print(jacobian[0, 1])
    let pulledBack = try jacobian.transposedTimes([1, 0, 0])
    var entries = [Double](repeating: 0, count: 9)
    var span = entries.mutableSpan
    try Jacobian.write(diagonal: jacobian.diagonal.span, left: p.span, right: p.span, into: &span)
    #expect(agree(jacobian[0, 1], -p[0] * p[1], relative: 1e-15))
    for (found, expected) in zip(entries, pulledBack) {
      #expect(agree(found, expected, relative: 1e-14))
    }
  }

  @Test("In bulk")
  func inBulk() throws {
    let arguments: [Double] = [-2, -1, 0, 1, 2]
    var results = [Double](repeating: 0, count: arguments.count)
    var span = results.mutableSpan
    try Sigmoid().values(of: arguments.span, into: &span)
    let slopes = Sigmoid().derivatives(of: arguments)
    let gradient = try MeanSquaredError().derivatives(of: [1.0, 2.0], targets: [0.0, 5.0])
    let rows = try Softmax().values(ofRows: [2, 1, 0.1, 0, 0, 0], count: 3)
    #expect(results[2] == 0.5 && slopes[2] == 0.25)
    #expect(gradient == [2, -6])
    #expect(agree(rows[0], 0.6590011388859679, relative: 1e-15))
  }

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
    #expect(files.count >= 6)
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
