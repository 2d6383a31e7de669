import NeuralFunctions

/// All that can be set on the Softmax screen, and nothing that follows from it.
public struct SoftmaxState: Sendable, Equatable {
  /// What stands beside the logits.
  enum View: Sendable, Hashable, CaseIterable {
    case jacobian, nudge, loss, stability

    /// What lines call it.
    var word: String {
      switch self {
      case .jacobian: "matrix"
      case .nudge: "change"
      case .loss: "loss"
      case .stability: "floats"
      }
    }
  }

  /// Where the cursor is: among the logits, or in the panel beside them.
  enum Focus: Sendable, Hashable {
    case logits, panel
  }

  /// In which order the lists show the logits, which stay where they are in the vector.
  enum Order: Sendable, Hashable, CaseIterable {
    case index, value

    /// What lines call it.
    var word: String { self == .index ? "index" : "value" }
  }

  static let startingLogits = [2, 1, 0.1]
  static let acceptedCount = 2...4096
  static let steps = [0.001, 0.01, 0.1, 0.5, 1, 10, 100]

  /// The vector that is gone back to.
  private(set) var start: Vector
  private(set) var vector: Vector

  var view = View.jacobian { didSet { settle() } }
  var order = Order.index
  var focus = Focus.logits { didSet { settle() } }
  /// The cell cursor: output row, input column.
  private(set) var row = 0
  private(set) var column = 0
  /// Which of ``steps`` a nudge makes.
  var stepIndex = 2
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

  /// - Parameter logits: the vector to begin with; one that cannot be used is replaced by an example.
  init(logits: [Double] = startingLogits) {
    start = Vector(logits: SoftmaxReadings.isUsable(logits) ? logits : Self.startingLogits)
    vector = start
  }

  var count: Int { vector.logits.count }
  var step: Double { Self.steps[stepIndex] }

  /// The logit that edits change: the row in a list, the column in the matrix.
  var selectedLogit: Int { isInMatrix ? column : row }

  /// Whether the cursor is a cell of the matrix.
  var isInMatrix: Bool { focus == .panel && view == .jacobian }

  /// Whether the view is about softmax whatever the variant.
  var isAboutSoftmax: Bool { view == .loss || view == .stability }

  /// Δx: as edited, or one step of the selected logit.
  var nudge: [Double] {
    if let nudge = vector.nudge { return nudge }
    var nudge = [Double](repeating: 0, count: count)
    nudge[row] = step
    return nudge
  }
}

// MARK: Changes

extension SoftmaxState {
  /// Puts the cursor on a row, and in the matrix on a column; beyond the ends it is held there.
  mutating func move(toRow row: Int, column: Int? = nil) {
    self.row = row
    if let column { self.column = column }
    settle()
  }

  /// Keeps the cursor inside. Outside the matrix its column is that of a logit's own effect, so that
  /// both cursors agree.
  private mutating func settle() {
    row = min(max(0, row), count - 1)
    column = isInMatrix ? min(max(0, column), count - 1) : row
  }

  /// Takes another vector.
  mutating func show(_ vector: Vector) {
    self.vector = vector
    settle()
  }

  /// Takes a vector that is gone back to, too.
  mutating func begin(with logits: [Double]) {
    start = Vector(logits: logits)
    show(start)
  }
}
