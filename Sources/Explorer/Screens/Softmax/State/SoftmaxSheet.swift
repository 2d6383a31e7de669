import NeuralFunctions
import Plotting
import TerminalCells
import Widgets

/// A state with all that follows from it: what the panels, the sentence and the readings tell of.
struct SoftmaxSheet: Sendable {
  /// What the present view shows beyond the outputs and the Jacobian.
  enum Detail: Sendable {
    case jacobian
    case nudge(NudgeReadings)
    case loss(LossReadings)
    case stability(StabilityReadings)
  }

  /// The entry that is open for typing at the cursor.
  struct OpenEntry: Sendable {
    enum Kind: String { case logit, target, delta }

    let kind: Kind
    let editor: LineEditor
  }

  let state: SoftmaxState
  let readings: SoftmaxReadings
  let detail: Detail
  let openEntry: OpenEntry?
  let memory: SoftmaxMemory
  /// The logits by their outputs, the largest first; nil where lists show them as they are numbered.
  let order: [Int]?

  init(
    _ state: SoftmaxState, open openEntry: OpenEntry? = nil,
    memory: SoftmaxMemory = SoftmaxMemory()
  ) {
    self.state = state
    self.openEntry = openEntry
    self.memory = memory
    let readings = memory.readings(of: state.vector)
    self.readings = readings
    detail = memory.detail(of: state, readings)
    order = state.order == .index ? nil : memory.order(of: state, readings)
  }

  var variant: VectorCatalogueEntry { Catalogue.vectorFunctions[state.vector.variant] }

  /// The function whose outputs stand beside the logits.
  var listedVariant: VectorCatalogueEntry {
    state.isAboutSoftmax ? Catalogue.vectorFunctions[Self.softmax] : variant
  }

  /// Its outputs.
  var listedOutputs: [Double] {
    state.isAboutSoftmax ? readings.probabilities : readings.outputs
  }

  /// The shares of the whole that they stand for: log p is shown by the bar of p, whose length means
  /// something.
  var listedShares: [Double] {
    listedVariant.outputsAreProbabilities ? listedOutputs : readings.probabilities
  }

  private static let softmax =
    Catalogue.vectorFunctions.firstIndex { $0.id == "softmax" } ?? 0

  /// The text typed into an entry of a kind, while that is open.
  func editor(of kind: OpenEntry.Kind) -> LineEditor? {
    openEntry?.kind == kind ? openEntry?.editor : nil
  }
}

/// Lists in whichever order.
extension SoftmaxSheet {
  /// The logit at a place of the lists, from 0.
  func logit(at place: Int) -> Int { order?[place] ?? place }

  /// The place of a logit in the lists.
  func place(of logit: Int) -> Int { order?.firstIndex(of: logit) ?? logit }
}

extension SoftmaxSheet {
  /// An entry of the Jacobian that is 1 or −1 as a Double without being that.
  func nearlyOne(row: Int, column: Int) -> NearlyOne? {
    guard row == column || !showsDiagonalOnly else { return nil }
    return NearlyOne(entry: row, column, of: readings.jacobian, readings.probabilities)
  }
}

/// The parts of the state by the names that panels know them by.
extension SoftmaxSheet {
  var vector: SoftmaxState.Vector { state.vector }
  var count: Int { state.count }
  var row: Int { state.row }
  var column: Int { state.column }
  var focus: SoftmaxState.Focus { state.focus }
  var view: SoftmaxState.View { state.view }
  var step: Double { state.step }
  var nudge: [Double] { state.nudge }
  var selectedLogit: Int { state.selectedLogit }
  var isInMatrix: Bool { state.isInMatrix }
  var isLogarithmic: Bool? { state.isLogarithmic }
  var fixedExtent: Double? { state.fixedExtent }
  var zoom: Int { state.zoom }
  var showsAllDigits: Bool { state.showsAllDigits }
  var showsDiagonalOnly: Bool { state.showsDiagonalOnly }
  var lossStep: Int { state.lossStep }
  var readingPage: Int { state.readingPage }
  var firstType: Int { state.firstType }
}

/// What was worked out last, from one frame or command to the next.
final class SoftmaxMemory: Sendable {
  private struct Input: Sendable, Equatable {
    var logits: [Double]
    var temperature: Double
    var variant: Int
  }

  private struct DetailInput: Sendable, Equatable {
    var view: SoftmaxState.View
    var vector: SoftmaxState.Vector
    var nudge: [Double]
  }

  private struct OrderInput: Sendable, Equatable {
    var input: Input
    var isAboutSoftmax: Bool
  }

  private let order = LastValue<OrderInput, [Int]>()
  private let readings = LastValue<Input, SoftmaxReadings>()
  private let detail = LastValue<DetailInput, SoftmaxSheet.Detail>()
  let palette = LastValue<Appearance, HeatmapPalette>()
  let key = LastValue<MatrixKey.Subject, Frame>()
  let sums = LastValue<MatrixSums.Key, MatrixSums>()
  let slider = LastValue<TemperatureSlider.Key, Frame>()

  init() {}

  /// A target or a nudge changes nothing that is read off the logits.
  func readings(of vector: SoftmaxState.Vector) -> SoftmaxReadings {
    readings.value(for: Self.input(vector)) { SoftmaxReadings(vector) }
  }

  private static func input(_ vector: SoftmaxState.Vector) -> Input {
    Input(logits: vector.logits, temperature: vector.temperature, variant: vector.variant)
  }

  /// The largest output first; equal ones as they are numbered.
  func order(of state: SoftmaxState, _ readings: SoftmaxReadings) -> [Int] {
    let input = OrderInput(input: Self.input(state.vector), isAboutSoftmax: state.isAboutSoftmax)
    return order.value(for: input) {
      let outputs = state.isAboutSoftmax ? readings.probabilities : readings.outputs
      return outputs.indices.sorted {
        outputs[$0] != outputs[$1] ? outputs[$0] > outputs[$1] : $0 < $1
      }
    }
  }

  func detail(of state: SoftmaxState, _ readings: SoftmaxReadings) -> SoftmaxSheet.Detail {
    guard state.view != .jacobian else { return .jacobian }
    let input = DetailInput(
      view: state.view, vector: state.vector, nudge: state.view == .nudge ? state.nudge : [])
    return detail.value(for: input) {
      switch state.view {
      case .jacobian: .jacobian
      case .nudge: .nudge(NudgeReadings(state.vector, readings, nudge: input.nudge))
      case .loss: .loss(LossReadings(state.vector))
      case .stability: .stability(StabilityReadings(state.vector, readings))
      }
    }
  }
}
