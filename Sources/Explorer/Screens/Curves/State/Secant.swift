import NeuralFunctions

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

  // MARK: Points

  /// To which side of x the points lie.
  enum Way: String, Sendable, Hashable {
    case forward, central
    /// [f(x) − f(x − h)] / h, where x + h is outside the domain.
    case backward
  }

  /// The two points that the secant joins.
  struct Ends: Sendable, Hashable {
    let way: Way
    let left: Double
    let right: Double

    init(_ way: Way, at x: Double, _ h: Double) {
      self.way = way
      (left, right) = (way == .forward ? x : x - h, way == .backward ? x : x + h)
    }
  }

  /// The points, as the kind has them if the function is defined at both, else to one side of x; nil
  /// where h reaches outside on either.
  func ends(of function: DrawnFunction, at x: Double) -> Ends? {
    let ways: [Way] = kind == .forward ? [.forward, .backward] : [.central, .forward, .backward]
    return ways.lazy.map { Ends($0, at: x, h) }.first { $0.isInside(function.shape.domain) }
  }

  /// The difference quotient at `x`.
  func slope(of function: DrawnFunction, at x: Double) -> Double {
    ends(of: function, at: x).map { $0.slope(of: function) } ?? .nan
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

  /// The errors at all h, where there are any, to the same side of x as the secant that is drawn.
  func errors(of function: DrawnFunction, at x: Double) -> [ErrorPoint] {
    let slope = function.derivative(x)
    let way = ends(of: function, at: x)?.way ?? (kind == .forward ? .forward : .central)
    return (Self.smallest...Self.largest).compactMap { halfDecades in
      let ends = Ends(way, at: x, Secant(halfDecades: halfDecades).h)
      guard ends.isInside(function.shape.domain) else { return nil }
      let size = (ends.slope(of: function) - slope).magnitude
      guard size.isFinite, size != 0 else { return nil }
      let isRounding = size <= ends.roundingError(of: function, at: x)
      return ErrorPoint(halfDecades: halfDecades, size: size, isRounding: isRounding)
    }
  }
}

extension Secant.Ends {
  fileprivate func isInside(_ domain: Interval) -> Bool {
    domain.contains(left) && domain.contains(right)
  }

  func slope(of function: DrawnFunction) -> Double {
    (function.value(right) - function.value(left)) / (right - left)
  }

  /// What the slope tends to as h does to 0 at a break, if that is not the derivative that is used.
  func limit(at point: Breakpoint) -> Double? {
    let (value, slope) = (point.value, point.derivative)
    let (rise, limit) =
      switch way {
      case .forward: (value.right - value.used, slope.right)
      case .backward: (value.used - value.left, slope.left)
      case .central: (value.right - value.left, slope.left / 2 + slope.right / 2)
      }
    if rise != 0 { return rise.isNaN ? nil : rise * .infinity }
    return limit == slope.used || limit.isNaN ? nil : limit
  }

  /// How far rounding may move the difference quotient.
  fileprivate func roundingError(of function: DrawnFunction, at x: Double) -> Double {
    let values = function.roundingError(at: left) + function.roundingError(at: right)
    return values / (right - left) + 8 * function.derivative(x).magnitude.ulp
  }
}
