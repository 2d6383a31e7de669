/// A secant through the cursor and a point `h` away.
struct Secant: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable {
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

  /// The power of ten, in halves, of an h that can be chosen; nil for others.
  static func halfDecades(of h: Double) -> Int? {
    (smallest...largest).first { Secant(halfDecades: $0).h == h }
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

  // MARK: Errors

  /// The error of the slope at one h.
  struct ErrorPoint: Sendable, Equatable {
    let halfDecades: Int
    /// Its size: finite, and not 0.
    let size: Double
    /// Whether the rounding of the two values accounts for all of it.
    let isRounding: Bool
  }

  /// The errors at all h, where there are any.
  func errors(of function: DrawnFunction, at x: Double) -> [ErrorPoint] {
    let slope = function.derivative(x)
    return (Self.smallest...Self.largest).compactMap { halfDecades in
      var secant = self
      secant.halfDecades = halfDecades
      let size = (secant.slope(of: function, at: x) - slope).magnitude
      guard size.isFinite, size != 0 else { return nil }
      let isRounding = size <= secant.roundingError(of: function, at: x)
      return ErrorPoint(halfDecades: halfDecades, size: size, isRounding: isRounding)
    }
  }

  /// How far rounding may move the difference quotient.
  private func roundingError(of function: DrawnFunction, at x: Double) -> Double {
    let (left, right) = ends(at: x)
    let values = function.roundingError(at: left) + function.roundingError(at: right)
    return values / (right - left) + 8 * function.derivative(x).magnitude.ulp
  }
}
