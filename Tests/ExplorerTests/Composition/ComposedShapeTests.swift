import NeuralFunctions
import Testing

@testable import Explorer

/// What is stated of a composed function is what its values do.
@Suite struct ComposedShapeTests {
  @Test func breakpointsOfAffineInputsAreWhatTheValuesDo() {
    for tested in ComposedFunctions.ofAffineInput { checkBreakpoints(tested) }
  }

  @Test func breakpointsOfAllDifferencesAreWhatTheValuesDo() {
    for tested in ComposedFunctions.differences { checkBreakpoints(tested) }
  }

  @Test func betweenBreakpointsNoDifferenceBreaks() {
    let all = ComposedFunctions.differences + ComposedFunctions.ofAffineInput
    let checked = all.reduce(0) { $0 + checkContinuity($1) }
    #expect(checked > all.count, "\(checked) places for \(all.count) functions")
  }

  @Test func whereNothingChangesASlopeIsDead() {
    for tested in ComposedFunctions.differences + ComposedFunctions.ofAffineInput {
      let function = tested.function
      for interval in function.shape.deadIntervals {
        let reach = (max(interval.lower, -20), min(interval.upper, 20))
        for step in 1..<20 where reach.0 < reach.1 {
          let x = reach.0 + (reach.1 - reach.0) * Double(step) / 20
          guard function.shape.domain.contains(x), function.derivative(x) != 0 else { continue }
          Issue.record("\(tested) rises at \(x)")
        }
      }
    }
  }

  @Test func limitsOfAffineInputsAreTakenThere() {
    for tested in ComposedFunctions.ofAffineInput {
      let shape = tested.function.shape
      for (end, limit) in [
        (-Double.infinity, shape.limitAtMinusInfinity), (.infinity, shape.limitAtPlusInfinity),
      ] {
        guard let limit, !limit.value.isNaN else { continue }
        #expect(tested.function.value(end) == limit.value, "\(tested) at \(end)")
        if limit.derivative.isNaN { continue }
        #expect(tested.function.derivative(end) == limit.derivative, "\(tested)′ at \(end)")
      }
    }
  }

  // MARK: One function

  private func checkBreakpoints(_ tested: ComposedFunctions.Case) {
    let (function, domain) = (tested.function, tested.function.shape.domain)
    #expect(function.shape.breakpoints.map(\.x) == function.shape.breakpoints.map(\.x).sorted())
    for point in function.shape.breakpoints where point.kind != .pole {
      let orders: [(OneSided, (Double) -> Double)] = [
        (point.value, function.value), (point.derivative, function.derivative),
        (point.secondDerivative, function.secondDerivative),
      ]
      let distance = 1e-7 * (point.x == 0 ? 1 : point.x.magnitude)
      for (order, (sides, quantity)) in orders.enumerated() {
        let used = quantity(point.x)
        #expect(
          used == sides.used || (used.isNaN && sides.used.isNaN)
            || (used - sides.used).magnitude < 1e-13,
          "\(tested), derivative \(order) at \(point.x): \(used), said \(sides.used)")
        for (x, side) in [(point.x - distance, sides.left), (point.x + distance, sides.right)]
        where domain.contains(x) && point.x > domain.lower && point.x < domain.upper {
          let found = quantity(x)
          #expect(
            (found - side).magnitude <= 1e-4 * max(1, side.magnitude),
            "\(tested), derivative \(order) beside \(point.x): \(found), said \(side)")
        }
      }
      checkKind(of: point, tested)
    }
  }

  private func checkKind(of point: Breakpoint, _ tested: ComposedFunctions.Case) {
    func breaks(_ sides: OneSided) -> Bool {
      let known = [sides.left, sides.right, sides.used].filter { !$0.isNaN }
      return known.contains { $0 != known[0] }
    }
    let breaks = [point.value, point.derivative, point.secondDerivative].map(breaks)
    let first = breaks.firstIndex(of: true)
    let expected: Breakpoint.Kind? = first.map { [.jump, .kink, .curvatureJump][$0] }
    #expect(point.kind == expected, "\(tested) at \(point.x)")
    #expect(!point.convention.isEmpty, "\(tested) at \(point.x)")
  }

  /// - Returns: how many places there were to look at.
  private func checkContinuity(_ tested: ComposedFunctions.Case) -> Int {
    let (function, shape) = (tested.function, tested.function.shape)
    let (low, width) = (shape.window.lowerBound, shape.window.upperBound - shape.window.lowerBound)
    var checked = 0
    for step in 1..<12 {
      let x = low + width * Double(step) / 12.3
      let h = 1e-9
      guard shape.domain.contains(x - h), shape.domain.contains(x + h),
        !shape.breakpoints.contains(where: { ($0.x - x).magnitude < 1e-4 })
      else { continue }
      checked += 1
      let steep = max(1, function.derivative(x).magnitude, function.secondDerivative(x).magnitude)
      let rise = function.value(x + h) - function.value(x - h)
      let turn = function.derivative(x + h) - function.derivative(x - h)
      guard max(rise.magnitude, turn.magnitude) >= 1e-6 * steep else { continue }
      Issue.record("\(tested) breaks at \(x)")
    }
    return checked
  }
}
