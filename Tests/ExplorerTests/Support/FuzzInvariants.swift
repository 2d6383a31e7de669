import NeuralFunctions
import Plotting
import TerminalCells

@testable import Explorer
@testable import Widgets

/// What holds of an app whatever has happened to it; each broken rule is told in a sentence.
struct FuzzInvariants {
  private(set) var faults: [String] = []

  private mutating func require(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { faults.append(fault()) }
  }

  init(_ app: Workbench) {
    require(app.screens.indices.contains(app.selected), "tab \(app.selected) selected")
    require((app.page?.scroll ?? 0) >= 0, "help scrolled to \(app.page?.scroll ?? 0)")
    for screen in app.screens {
      if let curves = screen as? CurvesScreen { check(curves) }
      if let softmax = screen as? SoftmaxScreen {
        check(softmax.sheet)
        if let field = softmax.session.field { check(field.editor) }
      }
    }
    let status = app.status.text
    require(!status.isEmpty && !status.contains(where: \.isNewline), "status '\(status)'")
  }

  private mutating func check(_ screen: CurvesScreen) {
    let model = screen.model
    require(model.library.entry(model.state.function) != nil, "function out of the list")
    let domain = model.shape.domain
    require(
      model.cursor.isFinite && domain.nearestFinite(to: model.cursor) == model.cursor,
      "cursor \(model.cursor) outside \(domain)")
    for range in [model.viewport.x, model.viewport.y] {
      require(
        range.lower.isFinite && range.upper.isFinite && range.lower < range.upper,
        "window \(range.lower)…\(range.upper)")
    }
    require(model.saturation > 0 && model.saturation.isFinite, "saturation \(model.saturation)")
    require(model.pins.count <= PinnedFunction.most, "\(model.pins.count) pins")
    require(!model.showsDifference || model.canShowDifference, "a difference to no pin")
    require(model.settings.weight.isFinite && model.settings.bias.isFinite, "w or b not finite")
    if let secant = model.secant {
      require(
        (Secant.smallest...Secant.largest).contains(secant.halfDecades), "h \(secant.halfDecades)")
    }
    if let field = screen.session.field { check(field.editor) }
    require(
      (try? model.entry.function(
        parameters: model.settings.parameters, target: model.settings.target)) != nil,
      "settings that the function refuses: \(model.settings)")
  }

  private mutating func check(_ sheet: SoftmaxSheet) {
    let (vector, readings) = (sheet.vector, sheet.readings)
    require(SoftmaxReadings.isUsable(vector.logits), "logits that cannot be used")
    require(
      vector.logits.indices.contains(sheet.row) && vector.logits.indices.contains(sheet.column),
      "cursor at \(sheet.row), \(sheet.column) of \(sheet.count)")
    require(vector.temperature > 0 && vector.temperature.isFinite, "T = \(vector.temperature)")
    require(
      Self.isDistribution(readings.probabilities, count: sheet.count),
      "probabilities sum to \(readings.probabilities.reduce(0, +)) at T = \(vector.temperature)"
        + " of \(vector.logits.prefix(40))")
    require(Self.isDistribution(vector.targets, count: sheet.count), "the target does not sum")
    require(
      sheet.nudge.count == sheet.count && sheet.nudge.allSatisfy(\.isFinite), "nudge not finite")
    require(
      SoftmaxState.steps.indices.contains(sheet.state.stepIndex), "step \(sheet.state.stepIndex)")
    require((0...LossReadings.lastStep).contains(sheet.lossStep), "step \(sheet.lossStep)")
    require(sheet.fixedExtent.map { $0 > 0 && $0.isFinite } ?? true, "extent not above 0")
    require(
      Catalogue.vectorFunctions.indices.contains(vector.variant), "variant \(vector.variant)")
    require(
      !readings.entropy.isNaN && readings.entropy >= -1e-9
        && readings.entropy <= readings.largestEntropy + 1e-9,
      "entropy \(readings.entropy) of \(readings.largestEntropy)")
  }

  private mutating func check(_ editor: LineEditor) {
    require(
      editor.string.utf8.count <= editor.limit && editor.caret <= editor.string.endIndex,
      "\(editor.string.utf8.count) bytes of \(editor.limit)")
  }

  private static func isDistribution(_ numbers: [Double], count: Int) -> Bool {
    numbers.count == count && numbers.allSatisfy { (0...1).contains($0) }
      && (numbers.reduce(0, +) - 1).magnitude <= CrossEntropyOnLogits.sumTolerance
  }

  /// A picture fit for a terminal: of the right size, without control characters or torn wide
  /// ones, and in ASCII where that is asked for.
  init(_ frame: Frame, of app: Workbench) {
    require(frame.size == app.size, "a picture of \(frame.size)")
    require(frame.cells.count == app.size.width * app.size.height, "\(frame.cells.count) cells")
    for (index, cell) in frame.cells.enumerated() where !cell.isContinuation {
      guard let scalar = cell.character.unicodeScalars.first else { continue }
      let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F
      if isPlain { continue }
      let isControl = scalar.properties.generalCategory == .control
      require(
        !isControl && !app.appearance.isASCII,
        "U+\(String(scalar.value, radix: 16)) in cell \(index)")
      if faults.count > 5 { return }
    }
  }
}
