import NeuralFunctions

/// The state of the Softmax screen.
struct SoftmaxModel: Sendable {
  /// What stands beside the logits.
  enum View: Sendable, Hashable, CaseIterable {
    case jacobian, nudge, loss, stability
  }

  /// Where the cursor is: among the logits, or in the panel beside them.
  enum Focus: Sendable, Hashable {
    case logits, panel
  }

  static let startingLogits = [2, 1, 0.1]
  static let acceptedCount = 2...4096
  static let steps = [0.001, 0.01, 0.1, 0.5, 1, 10, 100]

  private(set) var vector: Vector
  private(set) var readings: SoftmaxReadings
  /// What the present view shows beyond that.
  private(set) var detail = Detail.jacobian
  private var detailInput: DetailInput?
  private(set) var history = UndoHistory<Vector>()
  private let startingVector: Vector

  /// The cell cursor: output row, input column.
  var row = 0
  var column = 0
  var focus = Focus.logits
  var stepIndex = 2
  var prompt: Prompt?
  var field = NumberField(editing: 0)
  /// The line after `:`, while that is open.
  var command = CommandPrompt()
  var commandHistory = CommandHistory()
  var refusal: String?
  /// What an edit did, where that is not plain to see; said once.
  var notice: String?

  var view = View.jacobian
  /// The heatmap's scale, and the magnitude of its strongest colours; nil for automatic.
  var isLogarithmic: Bool?
  var fixedExtent: Double?
  /// Steps closer than the look at which the whole matrix fits; below zero farther.
  var zoom = 0
  var showsAllDigits = false
  /// The classic mistake: s(1 − s) alone, as if softmax acted on each logit by itself.
  var showsDiagonalOnly = false
  /// How far the derivation of p − y has been told, 0...``LossReadings/lastStep``.
  var lossStep = 0
  /// How often more of the readings was asked for than there is room for.
  var readingPage = 0
  /// The first of the number types in sight, where they are not all.
  var firstType = 0

  init(logits: [Double] = startingLogits) {
    let usable = SoftmaxReadings.isUsable(logits) ? logits : Self.startingLogits
    vector = Vector(logits: usable)
    startingVector = vector
    readings = SoftmaxReadings(vector)
  }

  var count: Int { vector.logits.count }
  var step: Double { Self.steps[stepIndex] }

  /// The logit that edits change: the row in a list, the column in the matrix.
  var selectedLogit: Int { focus == .panel && view == .jacobian ? column : row }

  var variant: VectorCatalogueEntry { Catalogue.vectorFunctions[vector.variant] }

  /// Whether the view is about softmax whatever the variant.
  var isAboutSoftmax: Bool { view == .loss || view == .stability }

  /// The function whose outputs stand beside the logits.
  var listedVariant: VectorCatalogueEntry {
    isAboutSoftmax ? Catalogue.vectorFunctions[Self.softmax] : variant
  }

  /// Its outputs.
  var listedOutputs: [Double] { isAboutSoftmax ? readings.probabilities : readings.outputs }

  private static let softmax =
    Catalogue.vectorFunctions.firstIndex { $0.id == "softmax" } ?? 0

  /// Δx: as edited, or one step of the selected logit.
  var nudge: [Double] {
    if let nudge = vector.nudge { return nudge }
    var nudge = [Double](repeating: 0, count: count)
    nudge[row] = step
    return nudge
  }

  // MARK: Changes

  /// Replaces the vector, remembering the old one; refuses what no variant can take.
  mutating func change(kind: String? = nil, _ edit: (inout Vector) -> Void) {
    var next = vector
    edit(&next)
    guard Self.acceptedCount.contains(next.logits.count) else {
      refusal = "A vector has 2 to 4096 logits; this one stays at \(count)."
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
    // A target or a nudge changes nothing that is read off the logits.
    let needsReadings =
      next.logits != vector.logits || next.temperature != vector.temperature
      || next.variant != vector.variant
    vector = next
    if needsReadings { readings = SoftmaxReadings(next) }
    row = min(row, count - 1)
    column = min(column, count - 1)
  }

  // MARK: What the views show

  /// What the present view shows beyond the outputs and the Jacobian.
  enum Detail: Sendable {
    case jacobian
    case nudge(NudgeReadings)
    case loss(LossReadings)
    case stability(StabilityReadings)
  }

  private struct DetailInput: Sendable, Equatable {
    var view: View
    var vector: Vector
    var nudge: [Double]
  }

  /// Computes what the present view shows, if anything that it depends on has changed.
  mutating func refresh() {
    // Among the logits the cell is that of a logit's own effect, so that both cursors agree.
    if focus == .logits { column = row }
    let input = DetailInput(view: view, vector: vector, nudge: view == .nudge ? nudge : [])
    guard input != detailInput else { return }
    detailInput = input
    switch view {
    case .jacobian: detail = .jacobian
    case .nudge: detail = .nudge(NudgeReadings(vector, readings, nudge: input.nudge))
    case .loss: detail = .loss(LossReadings(vector))
    case .stability: detail = .stability(StabilityReadings(vector, readings))
    }
  }
}
