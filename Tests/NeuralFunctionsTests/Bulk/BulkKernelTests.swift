import NeuralFunctions
import TestSupport
import Testing

@Suite("Bulk evaluation")
struct BulkKernelTests {
  @Test("There are references for every kernel")
  func referencesAreThere() {
    #expect(BulkReference.all.count == 11)
    #expect(BulkReference.all.allSatisfy { $0.arguments.count > 100 && $0.found != nil })
  }

  @Test("Kernels are within 4 ulp of correctly rounded values", arguments: BulkReference.all)
  func accuracy(reference: BulkReference) throws {
    let found = try #require(reference.found)
    var worst = (error: 0.0, x: 0.0)
    for index in found.indices {
      let x = reference.arguments[index]
      let error = ulpError(
        found[index], reference.values[index], residual: reference.residuals[index],
        scale: reference.name.hasSuffix("derivative") ? largerTerm(of: reference.name, at: x) : 0)
      if !(error <= worst.error) { worst = (error, x) }
    }
    #expect(worst.error <= 4, "at x = \(worst.x)")
  }

  @Test("Bulk and scalar code agree", arguments: Catalogue.entries.map(\.id))
  func agreesWithScalarCode(id: String) throws {
    let function = try #require(Catalogue.entry(named: id)).defaultFunction
    var random = TestRandom(seed: 1)
    let points = random.points(1000)
    let values = function.values(of: points)
    let derivatives = function.derivatives(of: points)
    for (index, x) in points.enumerated() {
      // Either may be 4 ulp from the truth.
      #expect(ulpError(values[index], function.value(x)) <= 6, "value at \(x)")
      let error = ulpError(
        derivatives[index], function.derivative(x), scale: largerTerm(of: id, at: x))
      #expect(error <= 6, "derivative at \(x)")
    }
  }

  @Test(
    "Kernels agree with scalar code at other sharpnesses and depths, far ones too",
    arguments: [1e-9, 0.003, 0.1, 0.9999, 1.7, 40, 500, 1e9])
  func otherParameters(beta: Double) {
    let functions: [any ScalarFunction] = [
      SiLU(beta: beta), Softplus(beta: beta), CELU(alpha: beta),
    ]
    var random = TestRandom(seed: 7)
    let ends: [Double] = [
      .infinity, -.infinity, .nan, 1e308, -1e308, Double.leastNonzeroMagnitude,
      -Double.leastNonzeroMagnitude, 0,
    ]
    for function in functions {
      let unit = function is CELU ? beta : 1 / beta
      let points = ends + random.points(1000).map { $0 * unit }
      // Near the root of SiLU's derivative the last place of the larger term counts.
      func scale(_ x: Double) -> Double { function is SiLU && x < 0 && x > -2 * unit ? 0.125 : 0 }
      let (values, derivatives) = (function.values(of: points), function.derivatives(of: points))
      for (index, x) in points.enumerated() {
        #expect(ulpError(values[index], function.value(x)) <= 4, "\(function) at \(x)")
        let error = ulpError(derivatives[index], function.derivative(x), scale: scale(x))
        #expect(error <= 4, "\(function)′ at \(x)")
      }
      let narrow = points.map { Float($0) }
      let floats = (function.values(of: narrow), function.derivatives(of: narrow))
      for (index, x) in narrow.map(Double.init).enumerated() {
        #expect(
          floatUlpError(floats.0[index], exact: function.value(x)) <= 4, "\(function) at \(x)")
        let error = floatUlpError(
          floats.1[index], exact: function.derivative(x), scale: Float(scale(x)))
        #expect(error <= 4, "\(function)′ at \(x)")
      }
    }
  }

  @Test("Mish's derivative, whose terms cancel on the left, is within 4 ulp too")
  func mishDerivative() {
    var random = TestRandom(seed: 11)
    let points = (0..<20_000).map { index in
      let (low, high) = [(-4.0, 0.0), (0, 4), (-745, -4), (4, 40)][index % 4]
      return Double.random(in: low...high, using: &random)
    }
    func larger(_ x: Double, _ slope: Double) -> Double {
      // x·t′ is what mish′ has beside t.
      let gate = Mish().value(x) / x
      return Swift.max(gate, (slope - gate).magnitude)
    }
    for (x, found) in zip(points, Mish().derivatives(of: points)) {
      let slope = Mish().derivative(x)
      let scale = x > -2 && x < 0 ? larger(x, slope) : 0
      #expect(ulpError(found, slope, scale: scale) <= 4, "at \(x)")
    }
    let narrow = points.map { Float($0) }
    for (x, found) in zip(narrow.map(Double.init), Mish().derivatives(of: narrow)) {
      let slope = Mish().derivative(x)
      let scale = x > -2 && x < 0 ? Float(larger(x, slope)) : 0
      #expect(floatUlpError(found, exact: slope, scale: scale) <= 4, "at Float \(x)")
    }
  }

  @Test("Float is within 4 ulp of Double", arguments: Catalogue.entries.map(\.id))
  func floatAgreesWithDouble(id: String) throws {
    let function = try #require(Catalogue.entry(named: id)).defaultFunction
    var random = TestRandom(seed: 2)
    let points = random.points(1000).map { Float($0 / 7) }
    let values = function.values(of: points)
    let derivatives = function.derivatives(of: points)
    for (index, x) in points.enumerated() {
      let (value, slope) = (function.value(Double(x)), function.derivative(Double(x)))
      #expect(floatUlpError(values[index], exact: value) <= 4, "value at \(x)")
      let scale = Float(largerTerm(of: id, at: Double(x)))
      let error = floatUlpError(derivatives[index], exact: slope, scale: scale)
      #expect(error <= 4, "derivative at \(x)")
    }
  }

  @Test(
    "Conventions at ±∞, NaN and the ends of the range are the scalar ones",
    arguments: Catalogue.entries.map(\.id))
  func conventions(id: String) throws {
    let function = try #require(Catalogue.entry(named: id)).defaultFunction
    let points: [Double] = [
      .infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0, -0.0,
    ]
    let values = function.values(of: points)
    let derivatives = function.derivatives(of: points)
    for (index, x) in points.enumerated() {
      let (value, slope) = (function.value(x), function.derivative(x))
      #expect(ulpError(values[index], value) <= 4, "value at \(x)")
      #expect(ulpError(derivatives[index], slope) <= 4, "derivative at \(x)")
    }
  }

  @Test("tanh keeps the sign of ±0 and of the smallest numbers")
  func signOfZero() {
    let points = [0.0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude]
    #expect(zip(Tanh().values(of: points), points).allSatisfy { identical($0, $1) })
    let floats = points.map { Float($0) }
    #expect(zip(Tanh().values(of: floats), floats).allSatisfy { $0.sign == $1.sign && $0 == $1 })
  }

  @Test("Float conventions are the scalar ones", arguments: Catalogue.entries.map(\.id))
  func floatConventions(id: String) throws {
    let function = try #require(Catalogue.entry(named: id)).defaultFunction
    let points: [Float] = [.infinity, -.infinity, .nan, 0, -0.0]
    let values = function.values(of: points)
    let derivatives = function.derivatives(of: points)
    for (index, x) in points.enumerated() {
      #expect(floatUlpError(values[index], exact: function.value(Double(x))) <= 4, "at \(x)")
      let slope = function.derivative(Double(x))
      #expect(floatUlpError(derivatives[index], exact: slope) <= 4, "slope at \(x)")
    }
  }

  @Test("A result does not depend on its place", arguments: Catalogue.entries.map(\.id))
  func positionIndependence(id: String) throws {
    let function = try #require(Catalogue.entry(named: id)).defaultFunction
    var random = TestRandom(seed: 3)
    let points = random.points(53)
    let floats = points.map { Float($0) }
    let (values, slopes) = (function.values(of: points), function.derivatives(of: points))
    let floatValues = function.values(of: floats)
    for start in points.indices {
      let shifted = function.values(of: Array(points[start...]))
      #expect(zip(shifted, values[start...]).allSatisfy { identical($0, $1) })
      #expect(identical(function.derivatives(of: [points[start]])[0], slopes[start]))
      let one = function.values(of: [floats[start]])[0]
      #expect(identical(Double(one), Double(floatValues[start])))
    }
  }
}
