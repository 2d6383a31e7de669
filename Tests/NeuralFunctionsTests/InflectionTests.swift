import NeuralFunctions
import Testing

@Suite("Between declared inflections and breakpoints a slope goes one way")
struct InflectionTests {
  @Test("f″ changes its sign only where that is declared", arguments: FunctionUnderTest.all)
  func signChanges(tested: FunctionUnderTest) {
    let (f, shape) = (tested.function, tested.shape)
    let marks = declared(by: shape)
    var last: (x: Double, isConcave: Bool)?
    for x in places(in: shape) {
      let curvature = f.secondDerivative(x)
      // What is left of it by underflow has no sign to speak of.
      guard curvature.magnitude > 1e-280 else { continue }
      let isConcave = curvature < 0
      if let before = last, before.isConcave != isConcave {
        #expect(
          marks.contains { $0 >= before.x && $0 <= x },
          "\(tested): f″ changes its sign between \(before.x) and \(x)")
      }
      last = (x, isConcave)
    }
  }

  private func declared(by shape: FunctionShape) -> [Double] {
    let inflections = shape.pointsOfInterest.filter {
      $0.kind == .inflection || $0.kind == .steepest
    }.map(\.x)
    let repeated = shape.inflectionSpacing.flatMap { spacing in
      inflections.first.map { first in
        let count = (45 / spacing).rounded(.up)
        return stride(from: -count, through: count, by: 1).map { first + $0 * spacing }
      }
    }
    return shape.breakpoints.map(\.x) + inflections + (repeated ?? [])
  }

  private func places(in shape: FunctionShape) -> [Double] {
    let even: [Double] = (-1500...1500).map { Double($0) * 0.0267 }
    let scales: [Double] = (0...120).map { step in
      let power = Double(1 << (step / 4))
      return 1e-9 * power * (1 + Double(step % 4) / 4)
    }
    let unit: [Double] = (1..<200).map { Double($0) / 200.3 }
    let all = even + scales + scales.map { -$0 } + unit
    return all.filter { $0.magnitude < 40 && shape.domain.contains($0) }.sorted()
  }
}
