import NeuralFunctions

/// The state of the Softmax screen.
struct SoftmaxModel: Sendable {
  /// What undo goes back to: everything a user can edit.
  struct Vector: Sendable, Equatable {
    var logits: [Double]
    var temperature = 1.0
    /// Which of the catalogue's vector functions.
    var variant = 0
    /// What the next randomising starts from, so that it can be repeated.
    var seed: UInt64 = 1
  }

  enum Focus: Sendable, Hashable {
    case logits, jacobian
  }

  /// What is open for typing, and what Enter will do with it.
  enum Prompt: Sendable, Hashable {
    case logit, temperature, addConstant, scale, wholeVector

    var question: String {
      switch self {
      case .logit: "value"
      case .temperature: "temperature T"
      case .addConstant: "add to every logit"
      case .scale: "multiply every logit by"
      case .wholeVector: "the whole vector"
      }
    }
  }

  static let startingLogits = [2, 1, 0.1]
  static let steps = [0.001, 0.01, 0.1, 0.5, 1, 10, 100]

  private(set) var vector: Vector
  private(set) var readings: SoftmaxReadings
  private(set) var history = UndoHistory<Vector>()
  private let startingVector: Vector

  /// The cell cursor: output row, input column.
  var row = 0
  var column = 0
  var focus = Focus.logits
  var stepIndex = 2
  var prompt: Prompt?
  var field = NumberField(editing: 0)
  var refusal: String?

  init(logits: [Double] = startingLogits) {
    let usable = SoftmaxReadings.isUsable(logits) ? logits : Self.startingLogits
    vector = Vector(logits: usable)
    startingVector = vector
    readings = SoftmaxReadings(vector)
    column = min(1, usable.count - 1)
  }

  var count: Int { vector.logits.count }
  var step: Double { Self.steps[stepIndex] }

  /// The logit that edits change: the row in the vector, the column in the matrix.
  var selectedLogit: Int { focus == .logits ? row : column }

  var variant: VectorCatalogueEntry { Catalogue.vectorFunctions[vector.variant] }

  // MARK: Changes

  /// Replaces the vector, remembering the old one; refuses what no variant can take.
  mutating func change(kind: String? = nil, _ edit: (inout Vector) -> Void) {
    var next = vector
    edit(&next)
    guard VectorParser.acceptedCount.contains(next.logits.count) else {
      refusal = "A vector has 2 to 4096 logits."
      return
    }
    guard SoftmaxReadings.isUsable(next.logits) else {
      refusal =
        next.logits.allSatisfy { $0 == -.infinity }
        ? "At least one logit must stay finite; the others may be -inf."
        : "A logit is a finite number, or -inf as a mask."
      return
    }
    guard next != vector else { return }
    history.record(vector, kind: kind)
    show(next)
  }

  mutating func undo() {
    if let before = history.undo(from: vector) {
      show(before)
    } else {
      refusal = "Nothing to undo."
    }
  }

  mutating func redo() {
    if let after = history.redo(from: vector) { show(after) } else { refusal = "Nothing to redo." }
  }

  mutating func reset() {
    change { [startingVector] in $0 = startingVector }
  }

  private mutating func show(_ next: Vector) {
    vector = next
    readings = SoftmaxReadings(next)
    row = min(row, count - 1)
    column = min(column, count - 1)
  }
}
