import Foundation
import NeuralFunctions
import Testing

/// That numbers written without a point or a type are Doubles in every call.
@Suite("Literals")
struct LiteralTests {
  @Test("every type is called")
  func complete() throws {
    let text = try LiteralCallsFile.text()
    if ProcessInfo.processInfo.environment["NABLA_RECORD"] == "1" {
      try text.write(to: LiteralCallsFile.url, atomically: true, encoding: .utf8)
      Issue.record("Recorded LiteralCallsOfTypes.swift: run again without NABLA_RECORD.")
      return
    }
    let recorded = try String(contentsOf: LiteralCallsFile.url, encoding: .utf8)
    #expect(recorded == text, "Stale: run NABLA_RECORD=1 swift test --filter LiteralTests.")
    let names = LiteralCalls.activations.map(\.identifier) + LiteralCalls.losses.map(\.identifier)
    #expect(Set(names) == Set(Catalogue.entries.map(\.id)))
  }

  @Test("every type with parameters has an initialiser that takes them")
  func initialisers() throws {
    let types =
      try LiteralCallsFile.types("ScalarFunction", in: "Activations")
      + LiteralCallsFile.types("LossFunction", in: "Losses")
      + LiteralCallsFile.types("VectorFunction", in: "Softmax")
    #expect(types.count == Catalogue.entries.count + Catalogue.vectorFunctions.count)
    for type in types where type.hasParameters {
      #expect(type.hasInitialiser, "\(type.name)")
    }
  }

  @Test("a whole number is the Double of that value", arguments: LiteralCalls.activations)
  func activations(calls: LiteralCalls) throws {
    let f = try #require(Catalogue.entry(named: calls.identifier)).defaultFunction
    let x: Double = 3
    let expected = [f.value(x), f.derivative(x), f.secondDerivative(x)]
    #expect(calls.atWholeNumber == expected)
    #expect(calls.atPoint == [f.value(0.5 as Double), f.derivative(0.5 as Double)])
    let both = f.valueAndDerivative(x)
    #expect(calls.both == [both.value, both.derivative])
    #expect(calls.inBulk == [f.values(of: [x, 2]), f.derivatives(of: [x, 2])])
    // The same on an existential.
    #expect([f.value(3), f.derivative(3), f.secondDerivative(3)] == expected)
    #expect([f.values(of: [3, 2]), f.derivatives(of: [3, 2])] == calls.inBulk)
    #expect(try f.evaluate(3).value == expected[0])
  }

  @Test("and so it is for predictions and targets", arguments: LiteralCalls.losses)
  func losses(calls: LiteralCalls) throws {
    let loss = try #require(Catalogue.entry(named: calls.identifier)?.defaultLoss)
    let one: Double = 1
    let expected = [
      loss.value(one, target: one), loss.derivative(one, target: one),
      loss.secondDerivative(one, target: one),
    ]
    #expect(calls.atWholeNumber == expected)
    let half: Double = 0.5
    #expect(
      calls.atPoint == [loss.value(half, target: one), loss.derivative(half, target: one)])
    let both = loss.valueAndDerivative(one, target: one)
    #expect(calls.both == [both.value, both.derivative])
    #expect(
      calls.inBulk == [
        try loss.values(of: [one], targets: [one]), try loss.derivatives(of: [one], targets: [one]),
      ])
    #expect(
      [
        loss.value(1, target: 1), loss.derivative(1, target: 1),
        loss.secondDerivative(1, target: 1),
      ] == expected)
    #expect(try loss.values(of: [1], targets: [1]) == calls.inBulk[0])
    #expect(try loss.derivatives(of: [1], targets: [1]) == calls.inBulk[1])
    #expect(try loss.evaluate(1, target: 1).value == expected[0])
  }

  @Test("a quotient of whole numbers is a Double, not a division of integers")
  func quotients() {
    #expect(Sigmoid().value(1 / 2) == Sigmoid().value(0.5))
    #expect(Softplus(beta: 1 / 4).beta == 0.25)
  }

  @Test("Float stays Float, computed in Double and rounded once")
  func floats() {
    let x: Float = -5.3
    let f: any ScalarFunction = GELU()
    #expect(GELU().value(x) == Float(GELU().value(Double(x))))
    #expect(f.derivative(x) == Float(GELU().derivative(Double(x))))
    #expect(GELU().value(x) != GELU().readableValue(x))
    let whole: Float = Sigmoid().value(3)
    #expect(whole == Float(Sigmoid().value(3)))
    #expect(GELU().values(of: [x, 1]).count == 2)
    #expect(Huber().value(x, target: 1) == Float(Huber().value(Double(x), target: 1)))
  }

  @Test("vectors of whole numbers are vectors of Doubles")
  func vectors() throws {
    let p = try Softmax().value([2.0, 1.0, 0.0])
    #expect(try Softmax().value([2, 1, 0]) == p)
    #expect(try LogSoftmax().value([2, 1, 0]) == LogSoftmax().value([2.0, 1.0, 0.0]))
    #expect(try Softmin().value([2, 1, 0]) == Softmin().value([2.0, 1.0, 0.0]))
    #expect(try Sparsemax().value([2, 1, 0]) == [1, 0, 0])
    for entry in Catalogue.vectorFunctions {
      let f = entry.defaultFunction
      let expected = try f.value([2.0, 1.0, 0.0])
      #expect(try f.value([2, 1, 0]) == expected)
      #expect(f.uncheckedValue([2, 1, 0]) == expected)
      #expect(try f.jacobian(at: [2, 1, 0]).times([1, 0, 0]).count == 3)
      #expect(try f.jacobianVectorProduct(at: [2, 1, 0], [1, 0, 0]).count == 3)
      #expect(try f.vectorJacobianProduct(at: [2, 1, 0], [1, 0, 0]).count == 3)
    }
    #expect(try CrossEntropyOnLogits(logits: [2, 1, 0], targetClass: 0).probabilities == p)
    #expect(try CrossEntropyOnLogits(logits: [2, 1, 0], targets: [1, 0, 0]).probabilities == p)
    let narrow: [Float] = try Softmax().value([2, 1, 0])
    #expect(narrow == p.map { Float($0) })
  }

  @Test("a number is a constant beside a dual number")
  func duals() {
    let x = Dual(variable: 3)
    #expect(x.value == 3 && x.tangent == 1)
    let line = 0.5 * x + 1
    #expect(line.value == 2.5 && line.tangent == 0.5)
    #expect((1.5 - 2 * x).tangent == -2)
    let nested: Dual<Dual<Double>> = 0.25
    #expect(nested.value.value == 0.25 && nested.tangent.value == 0)
    #expect(Tanh().value(0.5 * x).value == Double.tanh(1.5))
    #expect(Dual(constant: 2).tangent == 0)
  }

  @Test("differences take whole numbers")
  func differences() {
    #expect(CentralDifference.derivative(of: { $0 * $0 }, at: 1) == 2)
    #expect(CentralDifference.secantSlope(of: { $0 * $0 }, at: 1, step: 1) == 3)
    #expect(CentralDifference.derivative(of: Sigmoid().value, at: 0) > 0.2499)
  }
}
