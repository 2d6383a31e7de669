import NeuralFunctions
import Plotting

/// All that a user can set on the screen, and nothing that follows from it.
public struct CurvesState: Sendable, Equatable {
  /// Which derivatives are drawn beside f.
  enum Derivatives: String, Sendable, Hashable, CaseIterable {
    case none, first, second

    var count: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What is shown of y.
  enum Height: Sendable, Hashable {
    /// What the curves need.
    case fitted
    /// What they needed before w and b of the input were moved.
    case held(AxisRange)
    /// What the user chose.
    case chosen(AxisRange)
  }

  /// What the status sentence tells.
  enum Told: String, Sendable, Hashable, CaseIterable {
    /// What is read at the cursor.
    case place
    /// That and the names of the point of note that the cursor was moved to.
    case point
    /// The gradient's health all over the window.
    case health
  }

  /// The identifier of the function.
  var function: String
  /// What was set for it and for others.
  var settings = SettingsByFunction()
  var pins: [PinnedFunction] = []
  /// Whether the difference to the last pin is drawn instead of the function itself.
  var showsDifference = false
  /// The stretch of x that the user set; nil for each function's own.
  var x: AxisRange?
  var height = Height.fitted
  /// Kept by its bits, so that −0 and 0 are two states.
  private var cursorBits: UInt64
  var derivatives = Derivatives.first
  var showsTangent = true
  var showsHealth = false
  /// |f′| below this counts as saturated.
  var saturation = 0.1
  var secant: Secant?
  /// Whether the sliders of the input w·x + b are shown even while it is just x.
  var showsAffineInput = false
  /// The name of the slider that keys move; nil for the first.
  var chosenSlider: String?
  /// The steps from the definition to the derivative; nil while they are not shown.
  var derivation: DerivationState?
  var showsAllDigits = false
  var told = Told.place

  init(function: String, at x: Double) {
    self.function = function
    cursorBits = x.bitPattern
  }

  /// The state on a function with these settings, in the window that those have by themselves.
  init(_ entry: CatalogueEntry, settings: FunctionSettings = FunctionSettings()) {
    let settings = settings.withoutDefaults(of: entry)
    let shape = DrawnFunction(entry, settings).shape
    let window = AxisRange(shape.window)
    self.init(function: entry.id, at: shape.startingPlace(in: window))
    presentSettings = settings
    if window != AxisRange(entry.defaultFunction.shape.window) { x = window }
  }

  /// Where the user put the cursor: a function that is not defined there has it elsewhere meanwhile.
  var at: Double {
    get { Double(bitPattern: cursorBits) }
    set { cursorBits = newValue.bitPattern }
  }

  var presentSettings: FunctionSettings {
    get { settings[function] }
    set { settings[function] = newValue }
  }
}

/// A curve that was pinned for comparison: a function, and the settings it had.
struct PinnedFunction: Sendable, Hashable {
  let function: String
  let settings: FunctionSettings

  static let most = 4
}
