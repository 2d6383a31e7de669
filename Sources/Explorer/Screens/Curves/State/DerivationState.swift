/// How far a derivation has been told, and what is seen of it.
struct DerivationState: Sendable, Equatable {
  /// How many steps are told, 1 or more; more than there are is all.
  var told = 1
  /// The page about the function that stands in the place of the steps; 0 for none.
  var page = 0
  /// Whether the numbers at the cursor stand beside the steps.
  var showsNumbers = false

  static let mostSteps = 1000
}
