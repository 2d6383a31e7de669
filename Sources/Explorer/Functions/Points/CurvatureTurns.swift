import NeuralFunctions

/// Where the second derivative of a function turns, so that in between it goes one way.
///
/// No shape declares these places, so that they alone are found by search: the third derivative is asked
/// for its sign all over the function's own window, at every scale about its marks, and ever wider apart
/// beyond, and solved where that changes. Where a function repeats without end it has one between
/// neighbouring inflections.
enum CurvatureTurns {
  static func places(of part: SettledFunction, in reach: ClosedRange<Double>) -> [Double] {
    if part.shape.inflectionSpacing != nil {
      let inflections = part.endlessInflections(in: reach)
      return zip(inflections, inflections.dropFirst()).compactMap { change(in: part, $0, $1) }
        .filter(reach.contains)
    }
    let breaks = part.shape.breakpoints.map(\.x)
    var found: [Double] = []
    var last: (x: Double, sign: Int)?
    for x in searched(part) {
      let sign = breaks.contains(x) ? nil : part.thirdDerivative(x).knownSign
      guard let sign else {
        last = nil
        continue
      }
      if sign == 0 { continue }
      if let last, last.sign != sign {
        found.append(
          OrderedDouble.change(from: last.x, to: x, startingAs: true) {
            part.thirdDerivative($0).knownSign == last.sign
          })
      }
      last = (x, sign)
    }
    return found.filter(reach.contains)
  }

  private static func change(in part: SettledFunction, _ low: Double, _ high: Double) -> Double? {
    let (start, end) = (part.thirdDerivative(low) > 0, part.thirdDerivative(high) > 0)
    guard low < high, start != end else { return nil }
    return OrderedDouble.change(from: low, to: high, startingAs: start) {
      part.thirdDerivative($0) > 0
    }
  }

  // MARK: Where it is looked for

  private static func searched(_ part: SettledFunction) -> [Double] {
    let window = part.ownWindow
    let marks = part.shape.breakpoints.map(\.x) + part.shape.pointsOfInterest.map(\.x)
    let places =
      marks + evenly(window, 512) + outward(from: window)
      + (marks + [0]).flatMap { around($0, within: window.halfWidth) }
    return places.filter(part.shape.domain.contains).sorted()
  }

  private static func evenly(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0...count).map { step in
      2 * (range.lowerBound / 2 + range.halfWidth * (Double(step) / Double(count)))
    }
  }

  private static func outward(from window: ClosedRange<Double>) -> [Double] {
    let center = window.lowerBound / 2 + window.upperBound / 2
    var distance = window.halfWidth
    var places: [Double] = []
    for step in 0..<600 where distance.isFinite {
      distance *= step < 64 ? 1.25 : 4
      places += [center - distance, center + distance]
    }
    return places
  }

  private static func around(_ x: Double, within distance: Double) -> [Double] {
    (1...64).flatMap { step -> [Double] in
      let offset = distance * Double(sign: .plus, exponent: -step, significand: 1)
      return [x - offset, x + offset]
    }
  }
}

extension SettledFunction {
  /// The stretch of x in which its argument is in the window that shows the function's character.
  fileprivate var ownWindow: ClosedRange<Double> {
    guard let input, input.weight != 0 else { return shape.window }
    let range = input.preimage(of: Interval(shape.window.lowerBound, shape.window.upperBound))
    guard range.lower.isFinite, range.upper.isFinite, range.lower < range.upper else {
      return shape.window
    }
    return range.lower...range.upper
  }
}
