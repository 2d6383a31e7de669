import Testing

@testable import Explorer

@Suite struct RootSearchTests {
  private func first(
    from start: Double, to end: Double, _ function: (Double) -> Double
  ) -> Double? {
    RootSearch.first(of: function, from: start, to: end, samples: 100)
  }

  @Test func findsTheNearestRootInEitherDirection() {
    func function(_ x: Double) -> Double { (x - 1) * (x - 2) * (x + 3) }
    #expect(first(from: 0, to: 5, function) == 1)
    #expect(first(from: 5, to: -5, function) == 2)
    #expect(first(from: 0, to: -5, function) == -3)
  }

  @Test func doesNotTakeAJumpOrAPoleForARoot() {
    #expect(first(from: -1, to: 1.1) { $0 < 0 ? -1 : 1 } == nil)
    #expect(first(from: -1, to: 1.1) { 1 / $0 } == nil)
  }

  @Test func aStretchOfZerosIsNoRootButACrossingThroughOneIs() {
    #expect(first(from: -1, to: 1) { max(0, $0) } == nil)
    #expect(first(from: -1, to: 1) { $0 } == 0)
  }

  @Test func aWindowAsWideAsDoubleIsSearched() {
    let limit = Double.greatestFiniteMagnitude
    #expect(first(from: -limit, to: limit) { $0 } != nil)
    #expect(first(from: -limit, to: limit) { _ in .nan } == nil)
  }
}
