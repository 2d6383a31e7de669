import Foundation
import Testing

@testable import NeuralFunctions

/// The vector functions against correctly rounded values.
@Suite struct SoftmaxReferenceTests {
  let reference: VectorReference
  let hard: [HardVector]

  init() throws {
    reference = try JSONDecoder().decode(
      VectorReference.self, from: referenceData("reference"))
    let file = try JSONDecoder().decode(HardVectors.self, from: referenceData("hard-vectors"))
    hard = file.vectors
  }

  @Test func probabilitiesAndJacobianAreWithinThreeUlp() throws {
    #expect(reference.softmax.count == 20)
    for row in reference.softmax {
      let logits = row.z.map(\.value)
      expect(try Softmax().value(logits), row.p, within: 3, "softmax of \(logits)")
      expect(try Softmax().jacobian(at: logits).dense(), row.J, within: 3, "J at \(logits)")
    }
  }

  @Test func logProbabilitiesAreWithinTwoUlp() throws {
    for row in reference.logSoftmax {
      expect(try LogSoftmax().value(row.z.map(\.value)), row.f, within: 2, "log-softmax")
    }
  }

  @Test func sparseProbabilitiesAndTheirSupportAreRight() throws {
    for row in reference.sparsemax {
      let logits = row.z.map(\.value)
      expect(try Sparsemax().value(logits), row.p, within: 1, "sparsemax of \(logits)")
      #expect(try Sparsemax().support(of: logits) == row.support)
    }
  }

  @Test func crossEntropyOnLogitsIsWithinThreeUlp() throws {
    for row in reference.crossEntropy {
      let loss = try CrossEntropyOnLogits(logits: row.z.map(\.value), targetClass: row.target)
      expect([loss.loss], [row.loss], within: 2, "loss")
      expect(loss.gradient, row.grad, within: 3, "gradient")
    }
  }

  @Test func wideSpreadsAndTemperaturesKeepTheDigits() throws {
    #expect(hard.count > 20)
    for point in hard {
      let (logits, temperature) = (point.logits.map(\.value), point.temperature.value)
      let softmax = Softmax(temperature: temperature)
      let about = "T \(temperature), \(logits)"
      expect(try softmax.value(logits), point.softmax, within: 3, about)
      expect(try softmax.jacobian(at: logits).dense(), point.jacobian, within: 3, about)
      expect(
        try LogSoftmax(temperature: temperature).value(logits), point.logSoftmax, within: 2, about)
      expect(
        try Sparsemax(temperature: temperature).value(logits), point.sparsemax, within: 1, about)
      let loss = try CrossEntropyOnLogits(
        logits: logits, targetClass: point.target, temperature: temperature)
      expect([loss.loss, loss.entropy], [point.loss, point.entropy], within: 2, about)
      expect(loss.gradient, point.gradient, within: 3, about)
    }
  }

  private func expect(
    _ got: [Double], _ exact: [HexDouble], within bound: Double, _ about: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(got.count == exact.count, sourceLocation: location)
    for (got, exact) in zip(got, exact) {
      let error = ulpError(got, exact.value)
      #expect(error <= bound, "\(about): \(got) is \(error) ulp off", sourceLocation: location)
    }
  }
}

struct VectorReference: Decodable {
  struct Probabilities: Decodable { var z, p, J: [HexDouble] }
  struct Logarithms: Decodable { var z, f: [HexDouble] }
  struct Sparse: Decodable {
    var z, p: [HexDouble]
    var support: [Int]
  }
  struct Loss: Decodable {
    var z, grad: [HexDouble]
    var target: Int
    var loss: HexDouble
  }
  var softmax: [Probabilities]
  var logSoftmax: [Logarithms]
  var sparsemax: [Sparse]
  var crossEntropy: [Loss]

  enum CodingKeys: String, CodingKey {
    case softmax, sparsemax
    case logSoftmax = "log_softmax"
    case crossEntropy = "ce_logits"
  }
}

struct HardVector: Decodable {
  var temperature, entropy, loss: HexDouble
  var logits, softmax, logSoftmax, jacobian, sparsemax, gradient: [HexDouble]
  var target: Int
}

struct HardVectors: Decodable { var vectors: [HardVector] }
