import NeuralFunctions
import Wording

/// A curve pinned for comparison: a function with the settings it had.
struct Pin: Sendable, Hashable {
  let entry: CatalogueEntry
  let settings: FunctionSettings
  let function: DrawnFunction

  static let most = 4

  init(entry: CatalogueEntry, settings: FunctionSettings) {
    self.entry = entry
    self.settings = settings
    function = DrawnFunction(entry, settings)
  }

  static func == (a: Pin, b: Pin) -> Bool {
    a.entry.id == b.entry.id && a.settings == b.settings
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(entry.id)
    hasher.combine(settings)
  }

  /// The function's name with what was set: "leaky ReLU α 0.2".
  var name: String {
    let sliders =
      Slider.all(of: entry, settings: settings)
      + (settings.hasAffineInput ? Slider.affineInput(settings) : [])
    let set = sliders.filter { $0.value != $0.defaultValue }
    return
      ([entry.description.name]
      + set.map { "\($0.symbol.unicode) \(NumberText.brief($0.value))" }).joined(separator: " ")
  }
}

/// A secant through the cursor and a point `h` away.
struct Secant: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// [f(x + h) − f(x)] / h
    case forward
    /// [f(x + h) − f(x − h)] / 2h
    case central
  }

  var kind = Kind.forward
  /// The power of ten, in halves, of h.
  var halfDecades = 0

  static let smallest = -32
  static let largest = 4

  var h: Double {
    Double("\(halfDecades % 2 == 0 ? "1" : "3")e\(Int((Double(halfDecades) / 2).rounded(.down)))")
      ?? 1
  }

  /// The difference quotient at `x`.
  func slope(of function: DrawnFunction, at x: Double) -> Double {
    let (left, right) = ends(at: x)
    return (function.value(right) - function.value(left)) / (right - left)
  }

  /// The two points that the secant joins.
  func ends(at x: Double) -> (left: Double, right: Double) {
    kind == .forward ? (x, x + h) : (x - h, x + h)
  }
}
