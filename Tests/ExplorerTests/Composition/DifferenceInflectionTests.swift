import NeuralFunctions
import Testing

@testable import Explorer

/// Where differences bend the other way is bracketed by the turns of both second derivatives.
@Suite struct DifferenceInflectionTests {
  private static let settings: [FunctionSettings] = [
    FunctionSettings(), FunctionSettings(weight: 2, bias: 1),
    FunctionSettings(weight: -0.03, bias: 0.2),
  ]

  /// With its parameters at the ends of their sliders, too.
  private func settings(of entry: CatalogueEntry) -> [FunctionSettings] {
    Self.settings
      + entry.parameters.flatMap { parameter in
        [parameter.slider.lowerBound, parameter.slider.upperBound].map {
          FunctionSettings(parameters: [parameter.name: $0])
        }
      }
  }

  /// Between neighbouring turns and breaks f″ goes one way, at whatever scale it is looked at.
  @Test(arguments: Catalogue.entries)
  func betweenTurnsCurvatureGoesOneWay(entry: CatalogueEntry) {
    for settings in settings(of: entry) {
      let part = SettledFunction(entry, settings)
      for reach in [part.shape.window, -200...200, -1e-3...1e-3] {
        guard reach.lowerBound < part.shape.domain.upper,
          reach.upperBound > part.shape.domain.lower
        else { continue }
        let lower = max(reach.lowerBound, part.shape.domain.lower)
        let upper = min(reach.upperBound, part.shape.domain.upper)
        check(part, in: lower...upper, entry.id)
      }
    }
  }

  private func check(_ part: SettledFunction, in reach: ClosedRange<Double>, _ id: String) {
    if let spacing = part.shape.inflectionSpacing, 2 * reach.halfWidth > 60 * spacing { return }
    let breaks = part.shape.breakpoints.map(\.x)
    let turns = CurvatureTurns.places(of: part, in: reach)
    let marks = ([reach.lowerBound, reach.upperBound] + breaks + turns)
      .filter(reach.contains).sorted()
    for (low, high) in zip(marks, marks.dropFirst()) where low < high {
      let values = (1..<200).map { step -> Double in
        part.secondDerivative(low + (high - low) * Double(step) / 200)
      }.filter(\.isFinite)
      guard let first = values.first, let last = values.last else { continue }
      let size = values.reduce(0) { max($0, $1.magnitude) }
      let slack = 0x1p-40 * size
      for (a, b) in zip(values, values.dropFirst())
      where first <= last ? b < a - slack : b > a + slack {
        Issue.record("\(id) \(part.input.debugDescription) between \(low) and \(high)")
        break
      }
    }
  }

  /// No sign change that a scan meets is missed, and none is told where there is none.
  @Test func noScanContradicts() {
    let ids = Catalogue.entries.map(\.id)
    for index in stride(from: 0, to: ids.count * ids.count, by: 41) {
      let function = DrawnFunction.difference(
        DrawnFunction(
          Catalogue.entry(named: ids[index / ids.count])!,
          Self.settings[index % Self.settings.count]),
        DrawnFunction(Catalogue.entry(named: ids[index % ids.count])!, FunctionSettings()))
      let domain = function.shape.domain
      let (lower, upper) = (max(-9, domain.lower), min(8, domain.upper))
      guard lower < upper else { continue }
      let found = DifferenceInflections(of: function, in: lower...upper, narrowerThan: 1e-3).ranges
      var last: (x: Double, sign: Int)?
      for step in 1..<3000 {
        let x = lower + (upper - lower) * (Double(step) + 0.31) / 3001
        let curvature = function.secondDerivative(x)
        let noise = 1e-9 * function.parts.reduce(0) { $0 + $1.secondDerivative(x).magnitude }
        guard curvature.magnitude > noise, let sign = curvature.knownSign else { continue }
        if let last, last.sign != sign, x - last.x < 0.01,
          !function.shape.breakpoints.contains(where: { last.x <= $0.x && $0.x <= x })
        {
          let isFound = found.contains { $0.upperBound >= last.x && $0.lowerBound <= x }
          #expect(isFound, "\(function.name) between \(last.x) and \(x)")
        }
        last = (x, sign)
      }
    }
  }

  /// The second derivative of e^(−x²) comes up to 4e^(−3/2) at √(3/2), that of (w·x)² is 2w² everywhere.
  @Test(arguments: [1e-3, 1e-6, 1e-9, 1e-12])
  func twoCloseTogetherAreBothFound(_ gap: Double) {
    let most = 4 * 0.22313016014842982
    let gaussian = DrawnFunction(Catalogue.entry(named: "gaussian")!, FunctionSettings())
    let parabola = DrawnFunction(
      Catalogue.entry(named: "mse")!,
      FunctionSettings(weight: ((most - gap) / 2).squareRoot()))
    let difference = DrawnFunction.difference(gaussian, parabola)
    for reach in [-6.0...6, 1...1.5, -1e6...1e6] {
      let found = DifferenceInflections(of: difference, in: reach, narrowerThan: 1e-2).ranges
      let right = found.filter { $0.lowerBound > 1 && $0.upperBound < 1.5 }
      #expect(right.count == 2, "\(gap) in \(reach): \(found)")
      #expect(right.allSatisfy { ($0.lowerBound - 1.5.squareRoot()).magnitude < gap.squareRoot() })
    }
  }
}
