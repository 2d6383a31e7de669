import Foundation
import NeuralFunctions
import Testing
import Wording

@testable import Explorer

@Suite struct SoftmaxLossTests {
  let bench = SoftmaxBench([2, 1, 0.1]).typing("g")

  private func loss(_ bench: SoftmaxBench) throws -> LossReadings {
    guard case .loss(let readings) = bench.sheet.detail else {
      throw Missing()
    }
    return readings
  }

  private struct Missing: Error {}

  @Test func theChainEndsInPMinusY() throws {
    for script in [
      "", "<Down>c", "<Right><Enter>.7<Enter>", "T0.3<Enter>", "<Right>E<C-u>.2,.3,.5<Enter>",
    ] {
      let readings = try loss(bench.typing(script))
      let loss = readings.loss
      for index in loss.targets.indices {
        let fused = (loss.probabilities[index] - loss.targets[index]) / loss.temperature
        #expect((loss.gradient[index] - fused).magnitude < 1e-15)
        #expect((readings.chained[index] - fused).magnitude < 1e-14)
      }
    }
  }

  @Test func stepsAreToldOneByOneWithTheirNumbers() {
    #expect(bench.reading.contains("1 ∂L/∂p = −y/p:  ∂L/∂p₀ = −1/0.659001 = −1.5174, the others 0"))
    #expect(!bench.reading.contains { $0.hasPrefix("2 ") })
    let all = bench.typing("<Down><Space><Space><Space>")
    #expect(
      all.reading.contains(
        "2 ∂L/∂x₁ = Σᵢ (∂pᵢ/∂x₁)·(−yᵢ/pᵢ) = (−0.159764) × (−1.51745) = 0.24243"))
    #expect(all.reading.contains { $0.hasPrefix("3 pᵢ cancels") })
    #expect(all.reading.contains { $0.hasPrefix("4 ∂L/∂x₁ = p₁ − y₁ = 0.24243 − 0 = 0.24243") })
    #expect(!all.typing(":\"tell -3\"<Enter>").reading.contains { $0.hasPrefix("2 ") })
  }

  @Test func whyTellsAllStepsOrNone() {
    #expect(bench.typing("w").reading == bench.typing("<Space*3>").reading)
    #expect(bench.typing("ww").reading == bench.reading)
  }

  @Test func lossAtChanceIsTheLogarithmOfTheNumberOfClasses() throws {
    let equal = try loss(bench.typing("U")).loss
    #expect((equal.loss - log(3)).magnitude < 1e-15)
    #expect(equal.lossAtChance == log(3))
    #expect(bench.picture.contains("at chance ln 3 = 1.099"))
  }

  @Test func theTargetIsChosenByClassOrEditedSoftly() {
    #expect(bench.typing("<Down>c").sheet.vector.targets == [0, 1, 0])
    let soft = bench.typing("<Right><Enter>.7<Enter>").sheet.vector.targets
    #expect(soft[0] == 0.7)
    #expect((soft.reduce(0, +) - 1).magnitude < 1e-15)
    #expect((soft[1] - soft[2]).magnitude < 1e-16)
    let nudged = bench.typing("<Right>[").sheet.vector.targets
    #expect(nudged[0] == 0.9)
    #expect(bench.typing("<Right>]").sheet.vector.targets == [1, 0, 0])
  }

  @Test func aMaskedTargetMakesTheLossInfiniteAndSaysSo() throws {
    let masked = bench.typing("M")
    let readings = try loss(masked)
    #expect(readings.loss.loss == .infinity)
    #expect(masked.status.contains("infinite"))
  }
}
