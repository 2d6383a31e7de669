import NeuralFunctions
import Plotting
import TerminalCells
import Wording

/// A state with what follows from it: what the panels, the sentence and the readings tell of.
struct CurvesModel: Sendable {
  let state: CurvesState
  let library: Library
  /// What is typed after `/`, while that is open.
  let search: String?
  let memory: CurvesMemory
  private let drawn: Drawn
  /// The window's stretch of x: to be had without fitting y.
  let xRange: AxisRange
  /// The cursor where the user put it, if that is in sight and the function is defined there.
  let cursor: Double
  /// What curves are seen, and in which window.
  let sight: Sight

  /// What follows from the function, its settings and the pins. (A class, since a model is made for
  /// each act and frame, and has it from memory.)
  final class Drawn: Sendable {
    struct Key: Sendable, Equatable {
      let function: String
      let settings: FunctionSettings
      let pins: [PinnedFunction]
      let showsDifference: Bool
    }

    let entry: CatalogueEntry
    let settings: FunctionSettings
    let function: DrawnFunction
    let pins: [Pin]
    /// The last pin of another curve than the present one: nothing is learnt from f − f.
    let otherPin: Pin?
    /// The function's own window, as it is before anything is set.
    let ownX: AxisRange

    init(_ key: Key, _ library: Library) {
      let entry = library.entry(key.function) ?? library.first
      let own = DrawnFunction(entry, key.settings)
      pins = key.pins.compactMap { pinned in
        library.entry(pinned.function).map { Pin(entry: $0, settings: pinned.settings) }
      }
      let present = PinnedFunction(function: entry.id, settings: key.settings)
      otherPin = pins.last { $0.pinned != present }
      if key.showsDifference, let pin = otherPin {
        function = .difference(
          own, pin.function, names: (Pin(entry: entry, settings: key.settings).name, pin.name))
      } else {
        function = own
      }
      self.entry = entry
      settings = key.settings
      let window = AxisRange(entry.defaultFunction.shape.window)
      ownX = function.shape.isDefined(in: window) ? window : AxisRange(function.shape.window)
    }
  }

  /// - Parameter showsAsAsked: whether window and cursor are shown where they were put even if nothing
  ///   is defined there, or the cursor is out of sight.
  init(
    _ state: CurvesState, library: Library = Library(), search: String? = nil,
    memory: CurvesMemory = CurvesMemory(), showsAsAsked: Bool = false
  ) {
    self.state = state
    self.library = library
    self.search = search
    self.memory = memory
    let key = Drawn.Key(
      function: state.function, settings: state.presentSettings, pins: state.pins,
      showsDifference: state.showsDifference)
    drawn = memory.drawn.value(for: key) { Drawn(key, library) }
    let place = Place(state, drawn, showsAsAsked: showsAsAsked)
    xRange = place.xRange
    cursor = place.cursor
    sight = Sight(drawn: key, x: xRange, height: state.height)
  }

  var entry: CatalogueEntry { drawn.entry }
  var settings: FunctionSettings { drawn.settings }
  /// The function drawn.
  var function: DrawnFunction { drawn.function }
  var shape: FunctionShape { drawn.function.shape }
  var pins: [Pin] { drawn.pins }
  var otherPin: Pin? { drawn.otherPin }
  var ownX: AxisRange { drawn.ownX }

  /// The pins that are drawn: beside a difference they would be out of all proportion.
  var drawnPins: [Pin] { state.showsDifference ? [] : pins }

  // MARK: Window

  /// What curves are seen, and in which window.
  struct Sight: Sendable, Equatable {
    let drawn: Drawn.Key
    let x: AxisRange
    let height: CurvesState.Height
  }

  var fitsVertically: Bool {
    if case .chosen = state.height { false } else { true }
  }

  /// The window, with a y range that holds the curves where it follows them.
  var viewport: Viewport {
    switch state.height {
    case .chosen(let y), .held(let y): return Viewport(x: xRange, y: y)
    case .fitted:
      let key = CurvesMemory.FitKey(sight: sight, derivatives: state.derivatives)
      let y = memory.fit.value(for: key) {
        VerticalFit(x: xRange).range(of: drawnFunctions, hero: function.value)
      }
      return Viewport(x: xRange, y: y)
    }
  }

  /// The functions whose values the y range should hold.
  private var drawnFunctions: [(Double) -> Double] {
    var functions: [(Double) -> Double] = []
    let function = self.function
    if derivatives != .none { functions.append { function.derivative($0) } }
    if derivatives == .second { functions.append { function.secondDerivative($0) } }
    for pin in drawnPins { functions.append { pin.function.value($0) } }
    return functions
  }

  // MARK: Parameters

  /// The parameters that can be set here, the target of a loss first.
  var sliders: [ParameterSlider] {
    ParameterSlider.all(of: entry, settings: settings)
      + (state.showsAffineInput || settings.hasAffineInput
        ? ParameterSlider.affineInput(settings) : [])
  }

  /// The parameter that `[` and `]` move.
  var selectedSlider: ParameterSlider? {
    let sliders = self.sliders
    return sliders.first { $0.name == state.chosenSlider } ?? sliders.first
  }

  // MARK: At the cursor

  private var readingKey: CurvesMemory.ReadingKey {
    .init(sight: sight, cursor: cursor.bitPattern, showsAllDigits: showsAllDigits)
  }

  /// The numbers at the cursor.
  var readings: CurvesReadings {
    memory.readings.value(for: readingKey) { CurvesReadings(self) }
  }

  /// The derivative's formula with the numbers at the cursor put in; nil where that says nothing.
  func substitution(isASCII: Bool) -> SubstitutionText? {
    memory.substitution.value(for: .init(reading: readingKey, isASCII: isASCII)) {
      function.substitutedDerivative(at: cursor).map {
        SubstitutionText($0, result: readings.derivativeReading, isASCII: isASCII)
      }
    }
  }

  // MARK: Points of note

  /// The point on which the cursor was put, while the sentence tells of it.
  var landed: FoundPoint? {
    guard state.told == .point else { return nil }
    let key = CurvesMemory.LandingKey(
      sight: sight, saturation: state.saturation, cursor: cursor.bitPattern)
    return memory.landing.value(for: key) {
      let near = PointsOfInterest(self).all(near: cursor)
        .min { ($0.x - cursor).magnitude < ($1.x - cursor).magnitude }
      let width = max(8 * cursor.ulp, min(xRange.halfWidth, ownX.halfWidth) * 0x1p-36)
      return near.flatMap { ($0.x - cursor).magnitude <= width ? $0 : nil }
    }
  }
}

/// The parts of the state by the names that panels know them by.
extension CurvesModel {
  var derivatives: CurvesState.Derivatives { state.derivatives }
  var showsTangent: Bool { state.showsTangent }
  var showsHealth: Bool { state.showsHealth }
  var showsAllDigits: Bool { state.showsAllDigits }
  var showsDerivation: Bool { state.derivation != nil }
  var showsDifference: Bool { state.showsDifference }
  var derivationPage: Int { state.derivation?.page ?? 0 }
  var secant: Secant? { state.secant }
  var saturation: Double { state.saturation }
  var isSearching: Bool { search != nil }
}

extension FunctionShape {
  /// Whether the function is defined in some of a stretch of x.
  func isDefined(in range: AxisRange) -> Bool {
    let inside = domain.intersection(Interval(range.lower, range.upper))
    return inside.lower < inside.upper
  }
}
