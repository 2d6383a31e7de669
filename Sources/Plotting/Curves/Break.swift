/// A declared point at which a curve is not smooth.
public struct Break: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The value jumps: the curve ends with a dot on either side.
    case jump
    /// The value is continuous but has a corner, which is drawn sharp.
    case kink
    /// The value grows without bound: the curve leaves the window on either side.
    case pole
  }

  public var x: Double
  public var kind: Kind
  /// The limits of the value from both sides of a jump and the value at the point itself; NaN for
  /// those not known, which are then asked of the function.
  public var left: Double
  public var right: Double
  public var used: Double

  public init(
    x: Double, kind: Kind, left: Double = .nan, right: Double = .nan, used: Double = .nan
  ) {
    self.x = x
    self.kind = kind
    self.left = left
    self.right = right
    self.used = used
  }
}

/// A dot at the end of a curve: closed where the function has that value, open where it has not.
public struct EndMarker: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var isClosed: Bool

  public init(x: Double, y: Double, isClosed: Bool) {
    self.x = x
    self.y = y
    self.isClosed = isClosed
  }
}
