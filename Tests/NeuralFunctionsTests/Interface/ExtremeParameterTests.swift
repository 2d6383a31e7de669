import NeuralFunctions
import Testing

/// Parameters and targets that nobody should set, set all the same: nothing may trap.
@Suite("Parameters outside their range")
struct ExtremeParameterTests {
  private static let extremes: [Double] = [
    0, -0.0, 1, -1, 0.3, 0x1p-1063, -0x1p-1063, 1e-300, 1e300, -1e300, .leastNonzeroMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .infinity, -.infinity, .nan,
  ]
  private static let arguments: [Double] =
    extremes + [0.5, 2.5, -2.5, 30, -30, 700, -700, 1e-8, 0.999999999]

  /// The function with one parameter, or all, at an extreme.
  private func variants<Function: DescribedFunction>(of function: Function) -> [Function] {
    let names = function.parameters.map(\.name)
    return Self.extremes.flatMap { extreme in
      (names.map { [$0] } + [names]).map { names in
        names.reduce(into: function) { $0[parameter: $1] = extreme }
      }
    }
  }

  @Test("a function answers every question", arguments: Catalogue.entries.map(\.id))
  func scalar(id: String) throws {
    let entry = try #require(Catalogue.entry(named: id))
    if let loss = entry.defaultLoss {
      func tryAll(_ loss: some LossFunction) {
        for loss in variants(of: loss) {
          for target in Self.extremes { ask(LossAtTarget(loss, target: target)) }
        }
      }
      tryAll(loss)
    } else {
      func tryAll(_ function: some ScalarFunction) {
        for function in variants(of: function) { ask(function) }
      }
      tryAll(entry.defaultFunction)
    }
  }

  private func ask(_ f: some ScalarFunction) {
    let shape = f.shape
    #expect(shape.window.lowerBound < shape.window.upperBound)
    #expect(shape.window.lowerBound.isFinite && shape.window.upperBound.isFinite)
    for x in Self.arguments {
      let all = [f.value(x), f.derivative(x), f.secondDerivative(x)]
      if x.isNaN { #expect(all[0].isNaN) }
      _ = f.valueAndDerivative(Float(x))
      _ = f.value(Dual(variable: x))
      _ = f.readableSecondDerivative(Float(x))
      _ = f.substitutedValue(at: x)
      _ = f.substitutedDerivative(at: x)
    }
    _ = (f.values(of: Self.arguments), f.derivatives(of: Self.arguments.map { Float($0) }))
    let isRefused = (try? f.checked()) == nil
    do {
      _ = try f.evaluate(0.5)
      #expect(!isRefused)
    } catch {
      if case .outsideDomain = error { return }
      #expect(isRefused, "\(error)")
    }
  }

  @Test("a vector function answers every question", arguments: Catalogue.vectorFunctions.map(\.id))
  func vector(id: String) throws {
    let entry = try #require(Catalogue.vectorFunction(named: id))
    let vectors = [[], [0.5], [1, 2, 3], Self.extremes] + Self.extremes.map { [1, $0, 0] }
    func ask(_ f: some VectorFunction) {
      for f in variants(of: f) {
        for x in vectors {
          #expect(f.uncheckedValue(x).count == x.count)
          let jacobian = f.uncheckedJacobian(at: x)
          #expect(jacobian[-1, 0].isNaN && jacobian[0, x.count].isNaN)
          _ = jacobian.uncheckedTimes(x)
          _ = jacobian.uncheckedTransposedTimes([1])
          _ = (jacobian.largestEntry, jacobian.dense())
          _ = (f.uncheckedKinks(at: x), f.readableValue(x))
          let accepted = 0 < f.temperature && f.temperature < .infinity
          if !accepted { #expect(throws: VectorError.self) { try f.value(x) } }
        }
      }
    }
    ask(entry.defaultFunction)
  }
}
