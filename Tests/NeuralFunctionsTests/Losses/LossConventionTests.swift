import Testing

@testable import NeuralFunctions

/// What the losses do at kinks, at the ends of their domains, at infinity and for NaN.
@Suite struct LossConventionTests {
  static let everyFunction: [(String, Double, any ScalarFunction)] =
    LossMeasure.losses.flatMap { entry in
      LossMeasure.targets.filter { entry.target?.accepts($0) == true }.compactMap { target in
        (try? entry.function(target: target)).map { (entry.id, target, $0) }
      }
    }

  @Test func notANumberGivesNotANumber() {
    for (name, target, function) in Self.everyFunction {
      #expect(function.value(Double.nan).isNaN, "\(name) \(target)")
      #expect(function.derivative(Double.nan).isNaN, "\(name) \(target)")
      #expect(function.secondDerivative(Double.nan).isNaN, "\(name) \(target)")
    }
  }

  @Test func outsideTheDomainIsNotANumberAndANamedError() {
    for (name, target, function) in Self.everyFunction where function.shape.domain.lower == 0 {
      for x in [-1e-300, -1, -.infinity] as [Double] {
        #expect(function.value(x).isNaN, "\(name) \(target) \(x)")
        #expect(function.derivative(x).isNaN, "\(name) \(target) \(x)")
        #expect(throws: FunctionError.self) { try function.evaluate(x) }
      }
    }
    #expect(value(BinaryCrossEntropy(), 1.0000001, 1).isNaN)
    #expect(value(CrossEntropyTerm(), 2, 0).isNaN)
    #expect(derivative(KullbackLeiblerTerm(), 2, 0).isNaN)
  }

  @Test func infinityGivesTheStatedLimit() {
    for (name, target, function) in Self.everyFunction {
      let shape = function.shape
      for (x, limit) in [
        (-.infinity, shape.limitAtMinusInfinity), (.infinity, shape.limitAtPlusInfinity),
      ] as [(Double, Limit?)] {
        guard let limit else { continue }
        #expect(function.value(x) == limit.value, "\(name) \(target) at \(x)")
        #expect(function.derivative(x) == limit.derivative, "\(name)' \(target) at \(x)")
        let far: Double = x < 0 ? -1e300 : 1e300
        if limit.value.isFinite { #expect(function.value(far) == limit.value, "\(name)") }
        if limit.derivative.isFinite {
          #expect((function.derivative(far) - limit.derivative).magnitude < 1e-12, "\(name)")
        }
      }
    }
  }

  @Test func breakpointsStateWhatIsUsed() {
    for (name, target, function) in Self.everyFunction {
      for point in function.shape.breakpoints {
        let about = "\(name), target \(target), at \(point.x)"
        #expect(function.value(point.x) == point.value.used, "\(about)")
        #expect(function.derivative(point.x) == point.derivative.used, "\(about)")
        #expect(function.secondDerivative(point.x) == point.secondDerivative.used, "\(about)")
        guard point.kind != .pole, name != "bce-clamped" else { continue }
        let (left, right) = (point.x - 1e-9, point.x + 1e-9)
        #expect((function.derivative(left) - point.derivative.left).magnitude < 1e-8, "\(about)")
        #expect((function.derivative(right) - point.derivative.right).magnitude < 1e-8, "\(about)")
        #expect(function.secondDerivative(left) == point.secondDerivative.left, "\(about)")
        #expect(function.secondDerivative(right) == point.secondDerivative.right, "\(about)")
      }
    }
  }

  @Test func pointsOfInterestAreWhatTheySay() {
    for (name, target, function) in Self.everyFunction {
      let shape = function.shape
      for point in shape.pointsOfInterest {
        let about = "\(name), target \(target), \(point.kind) at \(point.x)"
        let value: Double = function.value(point.x)
        switch point.kind {
        case .zero:
          #expect(value.magnitude < 1e-14, "\(about)")
        case .minimum:
          for step in [-1e-3, 1e-3] where shape.domain.contains(point.x + step) {
            #expect(function.value(point.x + step) > value, "\(about)")
          }
          #expect(value == shape.range.lower, "\(about)")
        case .inflection:
          let (left, right) = (point.x - 1e-3, point.x + 1e-3)
          #expect(
            function.secondDerivative(left) * function.secondDerivative(right) < 0, "\(about)")
        default:
          Issue.record("not checked: \(about)")
        }
      }
    }
  }

  @Test func valuesStayInTheRangeAndDeadStretchesAreFlat() {
    for (name, target, function) in Self.everyFunction {
      let shape = function.shape
      let (low, high) = (shape.window.lowerBound, shape.window.upperBound)
      for step in 0...400 {
        let x = low + (high - low) * Double(step) / 400
        guard shape.domain.contains(x) else { continue }
        #expect(shape.range.contains(function.value(x)), "\(name) \(target) at \(x)")
        if shape.deadIntervals.contains(where: { $0.contains(x) }) {
          #expect(function.derivative(x) == 0, "\(name) \(target) at \(x)")
        }
      }
    }
  }

  @Test func certaintyHasTheTrueValue() {
    let loss = BinaryCrossEntropy()
    #expect(value(loss, 0, 0) == 0 && derivative(loss, 0, 0) == 1)
    #expect(value(loss, 1, 1) == 0 && derivative(loss, 1, 1) == -1)
    #expect(value(loss, 1, 0) == .infinity && derivative(loss, 1, 0) == .infinity)
    #expect(value(loss, 0, 1) == .infinity && derivative(loss, 0, 1) == -.infinity)
    #expect(derivative(loss, -0.0, 1) == -.infinity)
    #expect(value(loss, 0, 0.5) == .infinity)
  }

  @Test func theClampedVariantHoldsLogarithmsAtMinusHundred() {
    let loss = ClampedBinaryCrossEntropy()
    #expect(value(loss, 0, 1) == 100)
    #expect(value(loss, 1, 0) == 100)
    #expect(value(loss, 0, 0.25) == 25)
    #expect(value(loss, 0.3, 1) == value(BinaryCrossEntropy(), 0.3, 1))
    #expect(derivative(loss, 1e-50, 1) == 0)
  }

  @Test func aTargetOfZeroSilencesATerm() {
    for x in [0, 0.3, 1] as [Double] {
      #expect(value(CrossEntropyTerm(), x, 0) == 0)
      #expect(value(KullbackLeiblerTerm(), x, 0) == 0)
      #expect(derivative(KullbackLeiblerTerm(), x, 0) == 0)
    }
  }

  @Test func squaresOverflowToInfinityAndNothingElseDoes() {
    #expect(value(MeanSquaredError(), 1e200, 0) == .infinity)
    #expect(value(MeanSquaredError(), 1e308, -1e308) == .infinity)
    #expect(value(GaussianNegativeLogLikelihood(), 8e153, 0) == 1.28e308)
    #expect(value(LogCosh(), 1e300, 0) == 1e300)
    #expect(value(Huber(), 1e300, 0) == 1e300)
    #expect(value(SoftMargin(), -800, 1) == 800)
    #expect(value(PoissonOfLogRate(), 1e307, 1e6) == .infinity)
  }

  @Test func fusedGradientDoesNotVanishWithTheSigmoid() {
    let loss = BinaryCrossEntropyOnLogits()
    #expect(derivative(loss, -800, 1) == -1)
    #expect(value(loss, -40, 0) == 4.2483542552915889e-18)
    #expect(derivative(loss, 745, 1) == -Double.leastNonzeroMagnitude)
  }

  private func value(_ loss: some LossFunction, _ x: Double, _ target: Double) -> Double {
    loss.value(x, target: target)
  }

  private func derivative(_ loss: some LossFunction, _ x: Double, _ target: Double) -> Double {
    loss.derivative(x, target: target)
  }
}
