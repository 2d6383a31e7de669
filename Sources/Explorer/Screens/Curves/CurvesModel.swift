import NeuralFunctions
import Plotting
import TerminalCells
import Wording

/// The state of the Curves screen.
struct CurvesModel: Sendable {
  /// What undo goes back to.
  struct View: Sendable, Hashable {
    /// The identifier of the function that is shown.
    var function: String
    /// What was set for this function and others.
    var settings = SettingsByFunction()
    /// Of the y range only what was chosen by hand counts.
    var viewport: Viewport
    /// Whether the y range follows the curves.
    var fitsVertically = true
    var pins: [Pin] = []
    /// Whether the difference to the last pin is drawn instead of the function itself.
    var showsDifference = false
    /// The stretch of x that the user set; nil while it is the function's own. A function that is not
    /// defined there is shown in its own meanwhile.
    var wantedX: AxisRange?
    /// The y range that is kept while w and b of the input move.
    var heldY: AxisRange?
  }

  /// Which derivatives are drawn beside f.
  enum Derivatives: Int, Sendable, Hashable, CaseIterable {
    case none, first, second

    var next: Self { Self(rawValue: (rawValue + 1) % Self.allCases.count) ?? .none }
  }

  /// A view and where the cursor stood, which alone is not worth a step back.
  struct Moment: Sendable, Equatable {
    var view: View
    var cursor: Double

    static func == (a: Moment, b: Moment) -> Bool { a.view == b.view }
  }

  /// The functions to choose from.
  let library: Library
  private(set) var view: View
  /// The function chosen: derived from ``view``.
  private(set) var entry: CatalogueEntry
  private(set) var history = UndoHistory<Moment>()
  /// The function drawn: derived from ``view``, made anew when it changes.
  private(set) var function: DrawnFunction
  private let fits = VerticalFitMemory()

  private(set) var cursor: Double
  /// Where the user put the cursor: a function that is not defined there has it elsewhere meanwhile.
  private var wantedCursor: Double
  /// Whether the cursor may stand on a breakpoint beside what was wanted: not where that was typed.
  private var snapsToBreakpoints = true
  var derivatives = Derivatives.first
  var showsTangent = true
  var showsHealth = false
  var showsAllDigits = false
  var showsDerivation = false
  /// How often more of the derivation was asked for than fits.
  var derivationPage = 0
  /// Whether the sliders of the input w·x + b are shown even while it is just x.
  var showsAffineInput = false
  var selectedParameter = 0
  var secant: Secant?
  /// Where the cursor stood when the health of the whole curve was last asked for.
  var healthToldAt: Double?
  /// |f′| below this counts as saturated.
  var saturation = 0.1
  var prompt: Prompt?
  var commandHistory = CommandHistory()
  /// The point of interest that the cursor was last sent to; told while it stays there.
  var landed: FoundPoint?
  var refusal: String?

  /// - Parameter entry: the function to begin with; of those of the library, unless it stands alone.
  init(
    _ entry: CatalogueEntry? = nil, settings: FunctionSettings = FunctionSettings(),
    library: Library = Library()
  ) {
    let entry = entry ?? library.first
    self.library = library
    self.entry = entry
    let settings = settings.withoutDefaults(of: entry)
    function = DrawnFunction(entry, settings)
    let x = AxisRange(function.shape.window)
    (cursor, wantedCursor) = (x.center, x.center)
    view = View(function: entry.id, viewport: Viewport(x: x, y: AxisRange(-1, 1)))
    view.settings[entry.id] = settings
    placeCursor(at: startingCursor)
  }

  var settings: FunctionSettings { view.settings[view.function] }
  /// The window's stretch of x: to be had without fitting y.
  var xRange: AxisRange { view.viewport.x }
  /// The window, with a y range that holds the curves where it follows them.
  var viewport: Viewport {
    guard view.fitsVertically else { return view.viewport }
    if let held = view.heldY { return Viewport(x: xRange, y: held) }
    let key = VerticalFitMemory.Key(view: view, derivatives: derivatives)
    let y = fits.last.value(for: key) {
      VerticalFit(x: xRange).range(of: drawnFunctions, hero: function.value)
    }
    return Viewport(x: xRange, y: y)
  }
  var shape: FunctionShape { function.shape }

  /// The parameters that can be set here, the target of a loss first.
  var sliders: [Slider] {
    Slider.all(of: entry, settings: settings)
      + (showsAffineInput || settings.hasAffineInput ? Slider.affineInput(settings) : [])
  }

  /// Somewhere to begin reading that is neither an end nor the dullest point.
  private var startingCursor: Double {
    let x = AxisRange(shape.window)
    return DecimalStep(notAbove: x.halfWidth / 5).nearest(to: x.value(at: 0.6))
  }

  // MARK: Changes

  /// Changes the view, remembering the old one.
  ///
  /// - Parameters:
  ///   - kind: changes of one kind in a row are undone together.
  ///   - keepsHeight: whether a y range that was kept for w and b is kept on.
  mutating func change(
    kind: String? = nil, keepsHeight: Bool = false, _ edit: (inout View) -> Void
  ) {
    var next = view
    edit(&next)
    if next.fitsVertically { next.viewport.y = view.viewport.y }
    if !keepsHeight && !next.holdsStill(after: view) { next.heldY = nil }
    guard next != view else { return }
    history.record(moment, kind: kind)
    show(next)
  }

  /// The window that the user wants.
  mutating func setWindow(x: AxisRange, kind: String? = nil) {
    change(kind: kind) {
      $0.viewport.x = x
      $0.wantedX = x
    }
  }

  private var moment: Moment { Moment(view: view, cursor: cursor) }

  mutating func undo() {
    if let before = history.undo(from: moment) {
      show(before)
    } else {
      refusal = "Nothing to undo."
    }
  }

  mutating func redo() {
    if let after = history.redo(from: moment) { show(after) } else { refusal = "Nothing to redo." }
  }

  private mutating func show(_ moment: Moment) {
    show(moment.view)
    placeCursor(at: moment.cursor, snapping: false)
  }

  /// Puts the cursor where the user wants it, as far as the domain goes.
  ///
  /// - Parameter snapping: whether that is a place on a grid or under the mouse, which may mean a
  ///   breakpoint beside it. What was typed stands as it is.
  mutating func placeCursor(at x: Double, snapping: Bool = true) {
    snapsToBreakpoints = snapping
    cursor = nearestPlace(to: x)
    wantedCursor = x
  }

  /// The nearest place in the domain: where the function breaks, if `x` is that but for rounding, as
  /// where −b/w is no Double.
  private func nearestPlace(to x: Double) -> Double {
    let place = snapsToBreakpoints ? shape.snapped(x, within: snapDistance(at: x)) : x
    return shape.domain.nearestFinite(to: place)
  }

  /// Far less than a plot or a reading can tell; in a window that dwarfs the function, far less than
  /// its own would tell.
  private func snapDistance(at x: Double) -> Double {
    max(4 * x.ulp, min(xRange.halfWidth, shape.window.halfWidth) * 0x1p-46)
  }

  /// Chooses a function. Cursor and window stay where they were put, as far as they make sense.
  mutating func select(_ id: String, kind: String? = nil) {
    guard id != view.function, library.entry(id) != nil else { return }
    let wanted = wantedCursor
    change(kind: kind) { $0.function = id }
    let window = windowAfterSelection
    let fits = view.fitsVertically || !isInSight(in: window)
    // Part of the change above.
    view.viewport.x = window
    view.fitsVertically = fits
    placeAfterSelection(wanted)
    selectedParameter = 0
    healthToldAt = cursor
    derivationPage = 0
  }

  /// The window the user set, where the function is defined in some of it; else the function's own.
  private var windowAfterSelection: AxisRange {
    guard let wanted = view.wantedX else { return AxisRange(shape.window) }
    let inside = shape.domain.intersection(Interval(wanted.lower, wanted.upper))
    return inside.lower < inside.upper ? wanted : AxisRange(shape.window)
  }

  /// Whether a y range set by hand holds any of the curve.
  private func isInSight(in window: AxisRange) -> Bool {
    (0...64).contains { step in
      view.viewport.y.contains(function.value(window.value(at: Double(step) / 64)))
    }
  }

  /// The cursor where it was wanted, if that is in sight and the function is defined there; else as
  /// near as may be in a window the user set, and at its usual place in the function's own.
  private mutating func placeAfterSelection(_ wanted: Double) {
    if shape.domain.contains(wanted) && xRange.contains(wanted) {
      cursor = nearestPlace(to: wanted)
    } else if xRange == view.wantedX {
      cursor = shape.domain.nearestFinite(to: min(max(wanted, xRange.lower), xRange.upper))
    } else {
      cursor = shape.domain.nearestFinite(to: startingCursor)
    }
    wantedCursor = wanted
  }

  /// Back to the function's own window, cursor and scale.
  mutating func resetView(kind: String? = nil) {
    let window = AxisRange(shape.window)
    change(kind: kind) {
      $0.viewport.x = window
      $0.wantedX = nil
      $0.heldY = nil
      $0.fitsVertically = true
    }
    // The window may be wider than the domain, as of a difference of two functions.
    placeCursor(at: startingCursor)
  }

  /// Sets parameters or the target of the present function; a value not accepted is refused.
  mutating func set(kind: String? = nil, _ edit: (inout FunctionSettings) -> Void) {
    var next = settings
    edit(&next)
    next = next.withoutDefaults(of: entry)
    guard next.weight.isFinite && next.bias.isFinite else {
      refusal = "w and b are finite numbers."
      return
    }
    do {
      _ = try entry.function(parameters: next.parameters, target: next.target)
      let movesInput = next.weight != settings.weight || next.bias != settings.bias
      let held = movesInput && view.fitsVertically ? viewport.y : nil
      change(kind: kind, keepsHeight: movesInput) {
        $0.settings[$0.function] = next
        $0.heldY = held
      }
    } catch { refusal = error.description }
  }

  private mutating func show(_ next: View) {
    let changesFunction =
      next.function != view.function || next.settings != view.settings || next.pins != view.pins
      || next.showsDifference != view.showsDifference
    view = next
    if let chosen = library.entry(view.function) { entry = chosen }
    if view.showsDifference && otherPin == nil { view.showsDifference = false }
    if changesFunction {
      function = DrawnFunction(entry, settings)
      if view.showsDifference, let pin = otherPin {
        function = .difference(
          function, pin.function, names: (Pin(entry: entry, settings: settings).name, pin.name))
      }
    }
    let isWanted = (wantedCursor - cursor).magnitude <= snapDistance(at: cursor)
    placeCursor(at: isWanted ? wantedCursor : cursor, snapping: snapsToBreakpoints)
  }

  /// The last pin of another curve than the present one: nothing is learnt from f − f.
  var otherPin: Pin? {
    let present = Pin(entry: entry, settings: settings)
    return view.pins.last { $0 != present }
  }

  // MARK: What is drawn

  /// The pins that are drawn: beside a difference they would be out of all proportion.
  var drawnPins: [Pin] { view.showsDifference ? [] : view.pins }

  /// The functions whose values the y range should hold.
  private var drawnFunctions: [(Double) -> Double] {
    var functions: [(Double) -> Double] = []
    let function = self.function
    if derivatives != .none { functions.append { function.derivative($0) } }
    if derivatives == .second { functions.append { function.secondDerivative($0) } }
    for pin in drawnPins { functions.append { pin.function.value($0) } }
    return functions
  }
}

extension CurvesModel.View {
  /// Whether nothing changed that the y range should follow.
  fileprivate func holdsStill(after before: Self) -> Bool {
    function == before.function && settings == before.settings && viewport.x == before.viewport.x
      && showsDifference == before.showsDifference && fitsVertically == before.fitsVertically
  }
}

extension FunctionShape {
  /// `x`, or the nearest point where the function breaks, if that is no farther away than this.
  fileprivate func snapped(_ x: Double, within distance: Double) -> Double {
    breakpoints.map(\.x).filter { ($0 - x).magnitude <= distance }
      .min { ($0 - x).magnitude < ($1 - x).magnitude } ?? x
  }
}
