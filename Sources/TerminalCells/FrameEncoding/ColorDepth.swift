/// How many colours there are to draw with.
public enum ColorDepth: Int, Sendable, Hashable, Comparable {
  case none
  case eight
  case sixteen
  case twoHundredFiftySix
  /// Beside those of the 256-colour palette all that there are, by their red, green and blue.
  case direct

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// How many colours of the 256-colour palette can be asked for.
  public var count: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .twoHundredFiftySix, .direct: 256
    }
  }

  /// Whether `color` can be asked for.
  public func has(_ color: Color) -> Bool {
    color.index.map { Int($0) < count } ?? (self == .direct)
  }
}
