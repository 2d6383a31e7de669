import NeuralFunctions
import Testing

@Suite("Conventions at kinks, zeros, infinities and NaN")
struct ConventionTests {
  private func f(_ name: String) throws -> any ScalarFunction {
    try #require(Catalogue.entry(named: name)).defaultFunction
  }

  @Test(
    "the derivative at a kink is the stated one",
    arguments: [
      ("relu", 0, 0), ("leaky-relu", 0, 0.01), ("prelu", 0, 0.25), ("relu6", 0, 0),
      ("relu6", 6, 0), ("hardtanh", -1, 0), ("hardtanh", 1, 0), ("hard-sigmoid", -3, 0),
      ("hard-sigmoid", 3, 0), ("hard-swish", -3, 0), ("hard-swish", 3, 1), ("softshrink", 0.5, 0),
      ("softshrink", -0.5, 0), ("hardshrink", 0.5, 0), ("hardshrink", -0.5, 0), ("elu", 0, 1),
      ("selu", 0, 1.7580993408473768), ("celu", 0, 1), ("sparse-sigmoid", -1, 0.25),
      ("sparse-sigmoid", 1, 0.25), ("threshold", 0, 0), ("step", 0, 0), ("step", 2, 0),
    ] as [(String, Double, Double)])
  func kinks(name: String, x: Double, derivative: Double) throws {
    #expect(try f(name).derivative(x) == derivative)
  }

  @Test("ELU's derivative at 0 is alpha")
  func eluAtZero() throws {
    let elu = try #require(Catalogue.entry(named: "elu")).function(parameters: ["alpha": 2])
    #expect(elu.derivative(0.0) == 2)
    #expect(elu.secondDerivative(0.0) == 2)
  }

  @Test("step is 0 at 0, softsign's second derivative too")
  func zeros() throws {
    #expect(try f("step").value(0.0) == 0)
    #expect(try f("softsign").secondDerivative(0.0) == 0)
    #expect(try f("softsign").secondDerivative(-0.0) == 0)
  }

  @Test("NaN in gives NaN out", arguments: FunctionUnderTest.all)
  func nan(tested: FunctionUnderTest) {
    let f = tested.function
    #expect(f.value(Double.nan).isNaN, "\(tested)")
    #expect(f.derivative(Double.nan).isNaN, "\(tested)′")
    #expect(f.secondDerivative(Double.nan).isNaN, "\(tested)″")
    #expect(f.value(Float.nan).isNaN && f.derivative(Float.nan).isNaN, "\(tested) in Float")
  }

  @Test(
    "infinity gives limits, not NaN, in both forms",
    arguments: [
      "sigmoid", "tanh", "log-sigmoid", "softsign", "arctan", "relu", "elu", "selu", "celu",
      "softplus", "squareplus", "gelu", "gelu-tanh", "quick-gelu", "silu", "hard-swish", "mish",
      "tanhshrink", "softshrink", "hardshrink", "gaussian", "exponential", "squared-relu",
    ])
  func infinities(name: String) throws {
    func compare<F: ScalarFunction>(_ f: F) {
      for x in [-Double.infinity, .infinity] {
        #expect(f.value(x) == f.readableValue(x), "\(name)(\(x))")
        #expect(f.derivative(x) == f.readableDerivative(x), "\(name)′(\(x))")
        #expect(!f.secondDerivative(x).isNaN, "\(name)″(\(x))")
      }
    }
    compare(try f(name))
  }

  @Test("no finite argument gives NaN", arguments: FunctionUnderTest.defaults)
  func finite(tested: FunctionUnderTest) {
    let f = tested.function
    let ends = [.greatestFiniteMagnitude, 9e307, 1e200, 1e154, 1e100, 745, 1e-160, 0x1p-1074]
    for x in ends.flatMap({ [$0, -$0] }) where tested.shape.domain.contains(x) {
      #expect(!f.value(x).isNaN, "\(tested)(\(x))")
      #expect(!f.derivative(x).isNaN, "\(tested)′(\(x))")
      #expect(!f.secondDerivative(x).isNaN, "\(tested)″(\(x))")
    }
  }

  @Test("sine and Snake's derivative have no limit at infinity")
  func noLimit() throws {
    for x in [-Double.infinity, .infinity] {
      #expect(try f("sine").value(x).isNaN && f("sine").derivative(x).isNaN)
      #expect(try f("snake").value(x) == x && f("snake").derivative(x).isNaN)
    }
  }

  @Test(
    "an odd function keeps the sign of zero",
    arguments: [
      "tanh", "softsign", "arctan", "hardtanh", "tanhshrink", "softshrink", "hardshrink",
      "identity", "sine",
    ])
  func signedZero(name: String) throws {
    let odd = try f(name)
    #expect(identical(odd.value(0.0), 0) && identical(odd.value(-0.0), -0.0))
    for x in [1e-300, 0.3, 0.9, 2.5, 30] {
      #expect(identical(odd.value(-x), -odd.value(x)), "\(name) at \(x)")
      #expect(odd.derivative(-x) == odd.derivative(x), "\(name)′ at \(x)")
    }
  }

  @Test("tails that other frameworks lose are there")
  func tails() throws {
    #expect(agree(try f("sigmoid").derivative(223.0), 1.42e-97, relative: 1e-2))
    #expect(agree(try f("tanh").derivative(19.5), 4.6193e-17, relative: 1e-3))
    #expect(try f("silu").value(-720.0) < 0)
    #expect(try f("gelu").value(-38.0) < 0)
    #expect(try f("hard-swish").value(Double.greatestFiniteMagnitude) == .greatestFiniteMagnitude)
  }
}
