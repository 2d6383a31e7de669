import Foundation
import NeuralFunctions
import Testing

@Suite("What is stored is checked when it is read")
struct DecodingTests {
  private func read<Value: Decodable>(_ json: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  @Test(
    "settings outside their range are refused",
    arguments: [
      #"{"temperature":-1}"#, #"{"temperature":0}"#, #"{"labelSmoothing":1.5}"#,
      #"{"labelSmoothing":-0.1}"#, #"{"classWeights":[1,-1]}"#,
    ])
  func crossEntropy(json: String) {
    #expect(throws: DecodingError.self) { try read(json, as: SoftmaxCrossEntropy.self) }
  }

  @Test("temperatures outside their range are refused")
  func temperatures() {
    let json = #"{"temperature":-1}"#
    #expect(throws: DecodingError.self) { try read(json, as: LogSumExp.self) }
    #expect(throws: DecodingError.self) { try read(json, as: Softmax.self) }
    #expect(throws: DecodingError.self) { try read(json, as: Sparsemax.self) }
  }

  @Test("targets and parameters outside their range are refused")
  func targets() {
    #expect(throws: DecodingError.self) {
      try read(#"{"loss":{},"target":7}"#, as: LossAtTarget<BinaryCrossEntropy>.self)
    }
    #expect(throws: DecodingError.self) {
      try read(#"{"loss":{"delta":0},"target":7}"#, as: LossAtTarget<Huber>.self)
    }
    #expect(throws: DecodingError.self) {
      try read(
        #"{"gate":{"beta":"x"},"gateHalf":"second"}"#, as: GatedLinearUnit<SiLU>.self)
    }
  }

  @Test("what is left out has its default, and what was written is read again")
  func defaults() throws {
    #expect(try read("{}", as: LogSumExp.self) == LogSumExp())
    #expect(try read("{}", as: SoftmaxCrossEntropy.self) == SoftmaxCrossEntropy())
    let full = SoftmaxCrossEntropy(
      temperature: 2, labelSmoothing: 0.1, classWeights: [1, 2], ignoredClass: -100)
    let written = try JSONEncoder().encode(full)
    #expect(try JSONDecoder().decode(SoftmaxCrossEntropy.self, from: written) == full)
    let loss = LossAtTarget(Huber(delta: 2), target: 0.5)
    let stored = try JSONEncoder().encode(loss)
    #expect(try JSONDecoder().decode(LossAtTarget<Huber>.self, from: stored) == loss)
  }

  @Test("initialisers have defaults for every parameter")
  func initialisers() {
    #expect(Focal(gamma: 2.5) == Focal(gamma: 2.5, alpha: 0.25))
    #expect(Focal(alpha: 0.5) == Focal(gamma: 2, alpha: 0.5))
    #expect(HardTanh(max: 3) == HardTanh(min: -1, max: 3))
    #expect(HardTanh(min: -3) == HardTanh(min: -3, max: 1))
    #expect(Threshold(theta: 1) == Threshold(theta: 1, value: 0))
    #expect(Threshold(value: 1) == Threshold(theta: 0, value: 1))
  }
}
