/// A number the library gave, and the one it should have given.
struct Check {
  var name: String
  var found: Double
  var expected: Double

  var holds: Bool {
    found == expected || found.isNaN && expected.isNaN
      || (found - expected).magnitude <= 8 * expected.ulp
  }
}

extension Check {
  /// Whether something is so.
  init(_ name: String, _ isSo: Bool) { self.init(name: name, found: isSo ? 1 : 0, expected: 1) }

  /// Whether something is refused.
  init(_ name: String, refuses body: () throws -> Any) { self.init(name, (try? body()) == nil) }

  /// Whether two lists of numbers, made in two ways, are the same.
  init(_ name: String, _ found: [Double], _ expected: [Double]) {
    self.init(name, !found.isEmpty && found == expected)
  }

  init(_ name: String, _ found: [Float], _ expected: [Float]) {
    self.init(name, !found.isEmpty && found == expected)
  }
}
