import Foundation
import NeuralFunctions
import Testing

@Suite("Weighted binary cross-entropy with logits")
struct WeightedBinaryCrossEntropyTests {
  private struct File: Decodable { var rows: [[String]] }

  @Test("the loss lies within 2 ulp, the derivative within 1 of its larger term, for any weight")
  func bounds() throws {
    let rows = try JSONDecoder().decode(
      File.self, from: referenceData("weighted-bce-with-logits")
    ).rows
    #expect(rows.count > 300)
    for row in rows {
      let numbers = try row.map { try referenceNumber($0) }
      let loss = WeightedBinaryCrossEntropyOnLogits(positiveWeight: numbers[0])
      let (y, z) = (numbers[1], numbers[2])
      let value = ulpError(loss.value(z, target: y), numbers[3])
      let scale = y == 0 || y == 1 ? 0 : numbers[5]
      let derivative = ulpError(loss.derivative(z, target: y), numbers[4], scale: scale)
      #expect(value <= 2 && derivative <= 1, "\(numbers): \(value), \(derivative)")
    }
  }

  @Test("with target 0 the derivative is the sigmoid within 1 ulp, whatever the weight")
  func negatives() {
    // Where a rounded exponential over a rounded sum would be 1.5 ulp off.
    let z = -22.989126877884758
    let exact = 1.0374067109797307e-10
    for weight in [0.08020806919874063, 2, 1e-300, 1e300] {
      let loss = WeightedBinaryCrossEntropyOnLogits(positiveWeight: weight)
      #expect(ulpError(loss.derivative(z, target: 0), exact, residual: 0.498) <= 0.55)
    }
  }

  @Test("with weight 1 it is binary cross-entropy with logits")
  func unweighted() {
    let (weighted, plain) = (
      WeightedBinaryCrossEntropyOnLogits(positiveWeight: 1), BinaryCrossEntropyOnLogits()
    )
    for y in [0, 0.25, 1] {
      for z in [-800, -3.5, 0, 2.25, 40, -.infinity, .infinity] {
        let (a, b) = (weighted.value(z, target: y), plain.value(z, target: y))
        #expect(agree(a, b, relative: 1e-15))
        let (c, d) = (weighted.derivative(z, target: y), plain.derivative(z, target: y))
        #expect(agree(c, d, relative: 1e-14))
      }
    }
    #expect(weighted.value(.nan, target: 1).isNaN && weighted.derivative(.nan, target: 1).isNaN)
  }
}
