import Plotting
import TerminalCells
import Widgets

/// One of the lines in a plot, and how it is told from the others: by stroke, by colour and, beside
/// it, by name.
enum PlottedLine: Sendable, Hashable {
  case function, derivative, secondDerivative, tangent, secant
  /// The pin of this number, from 0.
  case pin(Int)

  func style(_ theme: Theme) -> Style {
    switch self {
    case .function: theme.function
    case .derivative: theme.derivative
    case .secondDerivative: theme.secondDerivative
    case .tangent: theme.tangent
    case .secant: theme.secant
    case .pin(let index): theme.pins[index % theme.pins.count]
    }
  }

  func stroke(_ theme: Theme) -> Stroke {
    Stroke(
      style(theme), weight: theme.appearance.isPresenting ? presentedWeight : weight,
      dash: dash(theme), asciiGlyph: asciiGlyph, isSolid: isSolid(theme.appearance))
  }

  /// Curves are, for the back row, but not on narrow terminals, where blocks take two columns.
  private func isSolid(_ appearance: Appearance) -> Bool {
    guard appearance.isPresenting && !appearance.isNarrow else { return false }
    return self != .tangent && self != .secant
  }

  /// For the back row f is heavy, and nothing too fine to be seen from there.
  private var presentedWeight: Stroke.Weight {
    switch self {
    case .function: .heavy
    case .pin(2), .pin(3): .fine
    default: .strong
    }
  }

  private var weight: Stroke.Weight {
    switch self {
    case .tangent, .secant: .hair
    case .pin(2), .pin(3): .fine
    default: .strong
    }
  }

  /// In ASCII each line has a character of its own, and no need for gaps.
  private func dash(_ theme: Theme) -> Dash {
    if theme.appearance.isASCII { return .solid }
    return switch self {
    case .function, .tangent: .solid
    case .derivative: .dashed
    case .secondDerivative: .dotted
    case .secant: .shortDashed
    case .pin(let index):
      switch index {
      case 0: .longDashed
      case 1: .dashDotted
      case 2: .dashed
      default: .dashDotDotted
      }
    }
  }

  /// Nil for the usual one of a strong or a fine line.
  private var asciiGlyph: Character? {
    switch self {
    case .function, .tangent: nil
    case .derivative: "+"
    case .secondDerivative: "x"
    case .secant: "~"
    case .pin(let index): Character("\(index + 1)")
    }
  }

  /// What stands for it in the legend.
  func sample(isASCII: Bool, isHeavy: Bool = false) -> String {
    if isHeavy && isASCII && self == .function { return "##" }
    if isASCII {
      return String(repeating: asciiGlyph ?? (self == .function ? "*" : "-"), count: 2)
    }
    return switch self {
    case .function: "━━"
    case .derivative: "╍╍"
    case .secondDerivative: "••"
    case .tangent: "──"
    case .secant: "╌╌"
    case .pin(let index): "\(index + 1)"
    }
  }
}
