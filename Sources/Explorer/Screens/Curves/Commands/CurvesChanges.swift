import NeuralFunctions
import Plotting
import Widgets

/// Changes of the state, and what goes along with them.
extension CurvesScreen {
  /// Changes the state, which keeps what would contradict it no longer.
  ///
  /// - Parameter keepsHeight: whether a y range that was held for w and b is held on.
  mutating func change(keepsHeight: Bool = false, _ edit: (inout CurvesState) -> Void) {
    let before = model
    edit(&state)
    guard state != before.state else { return }
    if state.showsDifference, !model.canShowDifference { state.showsDifference = false }
    let after = model
    if case .held = state.height, !keepsHeight, !after.shows(thatOf: before) {
      state.height = .fitted
    }
    if state.chosenSlider != nil {
      let names = after.sliders.map(\.name)
      if state.chosenSlider == names.first || !names.contains(state.chosenSlider ?? "") {
        state.chosenSlider = nil
      }
    }
    // What changed under the cursor may not be defined there any more.
    if state.function == before.state.function, before.isCursorThere, !after.isCursorThere {
      state.at = after.shape.domain.nearestFinite(to: before.cursor)
    }
  }

  /// Chooses a function. Cursor and window stay where they were put, as far as they make sense.
  mutating func select(_ id: String) {
    guard id != state.function else { return }
    let isToldWhole = model.isDerivationWhole
    change {
      $0.function = id
      $0.chosenSlider = nil
      $0.told = $0.showsHealth ? .health : .place
    }
    if state.derivation != nil {
      // What was told whole is told whole of the next function; another story begins anew.
      let count = model.countOfSteps
      state.derivation?.told = isToldWhole ? count : 1
      state.derivation?.page = 0
    }
    if case .chosen(let y) = state.height, !model.isInSight(of: y) { state.height = .fitted }
  }

  /// Sets parameters, target and input of the present function.
  mutating func apply(_ settings: FunctionSettings) throws(Refusal) {
    let before = model
    let next = try settings.checked(for: before.entry)
    let movesInput =
      next.weight != before.settings.weight || next.bias != before.settings.bias
    let held = movesInput && before.fitsVertically ? before.viewport.y : nil
    change(keepsHeight: movesInput) {
      $0.presentSettings = next
      if let held { $0.height = .held(held) }
    }
  }

  /// Back to the window that the function has by itself, and its cursor and scale.
  mutating func resetView() {
    let model = self.model
    let window = AxisRange(model.shape.window)
    change {
      $0.x = window == model.ownX ? nil : window
      $0.height = .fitted
      // The window may be wider than the domain, as of a difference of two functions.
      $0.at = model.shape.startingPlace(in: window)
      $0.told = .place
    }
  }
}

extension FunctionSettings {
  /// The same as they are kept, if the function accepts them.
  func checked(for entry: CatalogueEntry) throws(Refusal) -> FunctionSettings {
    guard weight.isFinite && bias.isFinite else {
      throw Refusal("w and b are finite numbers.")
    }
    do { _ = try entry.function(parameters: parameters, target: target) } catch {
      throw Refusal(error.description)
    }
    return withoutDefaults(of: entry)
  }
}

extension CurvesModel {
  /// Whether there is another curve to subtract, defined somewhere this one is.
  var canShowDifference: Bool {
    guard let pin = otherPin else { return false }
    let own = DrawnFunction(entry, settings).shape.domain
    return !own.intersection(pin.function.shape.domain).isEmpty
  }

  /// Whether nothing changed that a held y range should follow.
  fileprivate func shows(thatOf before: CurvesModel) -> Bool {
    state.function == before.state.function && settings == before.settings
      && xRange == before.xRange && state.showsDifference == before.state.showsDifference
      && before.fitsVertically
  }

  /// Whether a y range set by hand holds any of the curve.
  fileprivate func isInSight(of y: AxisRange) -> Bool {
    (0...64).contains { step in
      y.contains(function.value(xRange.value(at: Double(step) / 64)))
    }
  }

  /// Whether the cursor was put where the function is defined, and in sight.
  var isCursorInSight: Bool {
    shape.domain.contains(state.at) && xRange.contains(state.at)
  }
}
