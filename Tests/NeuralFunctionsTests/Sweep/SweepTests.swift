import NeuralFunctions
import Testing

@Suite("Every parameter and target over its whole range, against correctly rounded values")
struct SweepTests {
  @Test("The error is within the entry's own statement", arguments: try SweepReference.load())
  func accuracy(reference: SweepReference) throws {
    let entry = try #require(Catalogue.entry(named: reference.identifier))
    let function = try entry.function(parameters: reference.parameters, target: reference.target)
    let stated = try StatedAccuracy(entry.description.accuracy)
    let bounds = [stated.value, stated.derivative, stated.secondDerivative]
    #expect(reference.rows.count > 5)
    for row in reference.rows {
      let found = [
        function.value(row.x), function.derivative(row.x), function.secondDerivative(row.x),
      ]
      for order in 0..<3 {
        let error = distance(found[order], row.exact[order], scale: row.scales[order])
        #expect(
          error <= bounds[order],
          "derivative \(order) at \(row.x): \(found[order]), not \(row.exact[order])")
      }
    }
  }

  /// As ``ulpError(_:_:residual:scale:)``, but that the largest number and ∞ are neighbours.
  private func distance(_ found: Double, _ exact: Double, scale: Double) -> Double {
    let largest = Double.greatestFiniteMagnitude
    let ends = [found.magnitude, exact.magnitude].sorted()
    if ends[1] == .infinity, ends[0] > largest.nextDown.nextDown, ends[0] < .infinity {
      return found.sign == exact.sign ? 1 : .infinity
    }
    return ulpError(found, exact, scale: scale)
  }

  @Test("Every parameter of every function, and every loss, is swept")
  func isComplete() throws {
    let references = try SweepReference.load()
    for entry in Catalogue.entries {
      let swept = references.filter { $0.identifier == entry.id }
      for parameter in entry.parameters {
        let values = Set(swept.compactMap { $0.parameters[parameter.name] })
        #expect(values.count >= 6, "\(entry.id), \(parameter.name)")
      }
      if entry.target != nil {
        #expect(Set(swept.compactMap(\.target)).count >= 2, "the target of \(entry.id)")
      }
    }
  }

  @Test("Statements of accuracy name their bounds", arguments: Catalogue.entries.map(\.id))
  func statements(id: String) throws {
    let entry = try #require(Catalogue.entry(named: id))
    let stated = try StatedAccuracy(entry.description.accuracy)
    #expect(stated.value <= 4 && stated.derivative <= 4 && stated.secondDerivative <= 16)
  }
}
