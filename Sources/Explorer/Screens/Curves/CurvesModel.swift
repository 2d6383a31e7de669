import NeuralFunctions
import Plotting

/// The state of the Curves screen.
struct CurvesModel: Sendable {
  /// What undo goes back to.
  struct View: Sendable, Hashable {
    var selected: Int
    /// What was set for each function of the catalogue, so that it is still there on return.
    var settings = Array(repeating: FunctionSettings(), count: Catalogue.entries.count)
    /// Of the y range only what was chosen by hand counts.
    var viewport: Viewport
    /// Whether the y range follows the curves.
    var fitsVertically = true
    var pins: [Pin] = []
    /// Whether the difference to the last pin is drawn instead of the function itself.
    var showsDifference = false
  }

  /// Which derivatives are drawn beside f.
  enum Derivatives: Int, Sendable, Hashable, CaseIterable {
    case none, first, second

    var next: Self { Self(rawValue: (rawValue + 1) % Self.allCases.count) ?? .none }
  }

  private(set) var view: View
  private(set) var history = UndoHistory<View>()
  /// The function drawn: derived from ``view``, made anew when it changes.
  private(set) var function: DrawnFunction
  private let fits = VerticalFitMemory()

  var cursor: Double
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

  init(selected: Int = 0, settings: FunctionSettings = FunctionSettings()) {
    let entry = Catalogue.entries[selected]
    function = DrawnFunction(entry, settings)
    let x = AxisRange(function.shape.window)
    cursor = x.center
    view = View(selected: selected, viewport: Viewport(x: x, y: AxisRange(-1, 1)))
    view.settings[selected] = settings
    cursor = startingCursor
  }

  var entry: CatalogueEntry { Catalogue.entries[view.selected] }
  var settings: FunctionSettings { view.settings[view.selected] }
  /// The window's stretch of x: to be had without fitting y.
  var xRange: AxisRange { view.viewport.x }
  /// The window, with a y range that holds the curves where it follows them.
  var viewport: Viewport {
    guard view.fitsVertically else { return view.viewport }
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
  /// - Parameter kind: changes of one kind in a row are undone together.
  mutating func change(kind: String? = nil, _ edit: (inout View) -> Void) {
    var next = view
    edit(&next)
    if next.fitsVertically { next.viewport.y = view.viewport.y }
    guard next != view else { return }
    history.record(view, kind: kind)
    show(next)
  }

  mutating func undo() {
    if let before = history.undo(from: view) { show(before) } else { refusal = "Nothing to undo." }
  }

  mutating func redo() {
    if let after = history.redo(from: view) { show(after) } else { refusal = "Nothing to redo." }
  }

  /// Chooses a function and shows it in its own window.
  mutating func select(_ index: Int, kind: String? = nil) {
    guard Catalogue.entries.indices.contains(index), index != view.selected else { return }
    change(kind: kind) { $0.selected = index }
    selectedParameter = 0
    resetView(kind: kind)
    healthToldAt = cursor
    derivationPage = 0
  }

  /// Back to the function's own window, cursor and scale.
  mutating func resetView(kind: String? = nil) {
    let window = AxisRange(shape.window)
    change(kind: kind) {
      $0.viewport.x = window
      $0.fitsVertically = true
    }
    // The window may be wider than the domain, as of a difference of two functions.
    cursor = shape.domain.nearestFinite(to: startingCursor)
  }

  /// Sets parameters or the target of the present function; a value not accepted is refused.
  mutating func set(kind: String? = nil, _ edit: (inout FunctionSettings) -> Void) {
    var next = settings
    edit(&next)
    guard next.weight.isFinite && next.bias.isFinite else {
      refusal = "w and b are finite numbers."
      return
    }
    do {
      _ = try entry.function(parameters: next.parameters, target: next.target)
      change(kind: kind) { $0.settings[$0.selected] = next }
    } catch { refusal = error.description }
  }

  private mutating func show(_ next: View) {
    let changesFunction =
      next.selected != view.selected || next.settings != view.settings || next.pins != view.pins
      || next.showsDifference != view.showsDifference
    view = next
    if view.showsDifference && otherPin == nil { view.showsDifference = false }
    if changesFunction {
      function = DrawnFunction(entry, settings)
      if view.showsDifference, let pin = otherPin {
        function = .difference(function, pin.function)
      }
    }
    cursor = shape.domain.nearestFinite(to: cursor)
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

/// What a user set for one function; defaults where nothing was.
public struct FunctionSettings: Sendable, Hashable {
  public var parameters: [String: Double]
  public var target: Double?
  /// The input is weight · x + bias.
  public var weight: Double
  public var bias: Double

  public init(
    parameters: [String: Double] = [:], target: Double? = nil, weight: Double = 1,
    bias: Double = 0
  ) {
    self.parameters = parameters
    self.target = target
    self.weight = weight
    self.bias = bias
  }

  /// Whether the input is more than x itself.
  var hasAffineInput: Bool { weight != 1 || bias != 0 }
}

extension CatalogueEntry {
  /// The function with settings that were checked when they were made.
  func made(with settings: FunctionSettings) -> any ScalarFunction {
    (try? function(parameters: settings.parameters, target: settings.target)) ?? defaultFunction
  }
}
