import Testing

@testable import Explorer

@Suite struct SoftmaxStabilityTests {
  private func trials(_ logits: [Double]) -> [StabilityReadings.Trial] {
    let bench = SoftmaxBench(logits).typing("F")
    guard case .stability(let readings) = bench.sheet.detail else { return [] }
    return readings.trials
  }

  @Test func aThousandOverflowsInEveryType() {
    let trials = trials([1000, 1001, 1002])
    #expect(trials.map(\.type) == ["Double", "Float", "Float16"])
    for trial in trials {
      #expect(trial.naive.allSatisfy { $0.isNaN })
      #expect(trial.exponentials.allSatisfy { $0 == .infinity })
      #expect(trial.story.contains("inf/inf = nan"))
      #expect(trial.stable.allSatisfy { $0.isFinite })
      #expect(trial.stableError < 1e-3)
    }
    #expect(trials[0].stableError < 3e-16)
  }

  /// Logits, and whether Double, Float and Float16 survive them.
  static let limits: [(logits: [Double], survives: [Bool])] = [
    ([2, 1, 0.1], [true, true, true]), ([12, 0, 0], [true, true, false]),
    ([89, 0, 0], [true, false, false]), ([-800, -801, -802], [false, false, false]),
    ([-100, -101, -101], [true, true, false]), ([-110, -111, -111], [true, false, false]),
  ]

  @Test(arguments: limits)
  func eachTypeBreaksAtItsOwnLimit(_ logits: [Double], _ survives: [Bool]) {
    #expect(trials(logits).map { $0.naive.allSatisfy { $0.isFinite } } == survives)
  }

  @Test func logitsBeyondATypeAreToldApartFromOverflow() {
    let half = trials([70_000, 0, 0])[2]
    #expect(half.story.contains("inf before it begins"))
    #expect(half.stable.contains { $0.isNaN })
    // Each exponential is finite and their sum is not: every quotient is 0.
    let sum = trials([11, 11, 11])[2]
    #expect(sum.sum == .infinity && sum.naive == [0, 0, 0])
    #expect(sum.story.contains("every p is 0"))
  }

  @Test func theViewNamesTheTypesThatBreak() {
    let bench = SoftmaxBench([89, 0, 0]).typing("F")
    #expect(bench.status.contains("breaks in Float, Float16"))
    #expect(bench.picture.contains("nan"))
  }
}
