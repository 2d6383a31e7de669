import NeuralFunctions
import Testing

@Suite("Activations against correctly rounded values")
struct ActivationReferenceTests {
  /// The function that a table of reference.json is about.
  private func function(_ name: String) throws -> any ScalarFunction {
    switch name {
    case "elu_a2": try Catalogue.entry(named: "elu")!.function(parameters: ["alpha": 2])
    case "celu": try Catalogue.entry(named: "celu")!.function(parameters: ["alpha": 2])
    default: try #require(Catalogue.entry(named: name), "no entry \(name)").defaultFunction
    }
  }

  @Test(
    "value and derivative lie within 4 ulp, the second derivative within 16",
    arguments: try ReferenceTable.activations() + ReferenceTable.hardPoints())
  func bounds(table: ReferenceTable) throws {
    let f = try function(table.name)
    #expect(table.rows.count >= 10)
    for row in table.rows {
      let value = ulpError(f.value(row.x), row.value, residual: row.valueResidual)
      #expect(value <= 4, "\(table.name)(\(row.x)): \(value) ulp")
      let derivative = ulpError(
        f.derivative(row.x), row.derivative, residual: row.derivativeResidual,
        scale: row.largerTerm)
      #expect(derivative <= 4, "\(table.name)′(\(row.x)): \(derivative) ulp")
      guard let expected = row.secondDerivative else { continue }
      // No term of f″ is smaller than f′ where the two cancel.
      let second = ulpError(f.secondDerivative(row.x), expected, scale: row.derivative.magnitude)
      #expect(second <= 16, "\(table.name)″(\(row.x)): \(second) ulp")
    }
  }

  @Test(
    "the same bounds hold in Float, against the references rounded to it",
    arguments: try ReferenceTable.activations() + ReferenceTable.hardPoints())
  func singlePrecision(table: ReferenceTable) throws {
    let f = try function(table.name)
    func near(_ found: Float, _ expected: Double) -> Bool {
      let rounded = Float(expected)
      return found == rounded || found.isNaN && rounded.isNaN
        || (found - rounded).magnitude <= 4 * rounded.ulp
    }
    for row in table.rows where Double(Float(row.x)) == row.x || row.x.isNaN {
      #expect(near(f.value(Float(row.x)), row.value), "\(table.name)(\(row.x))")
      #expect(near(f.derivative(Float(row.x)), row.derivative), "\(table.name)′(\(row.x))")
    }
  }
}
