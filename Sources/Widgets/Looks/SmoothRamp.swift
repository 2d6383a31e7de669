import Glibc
import TerminalCells

/// The colours of a heatmap's levels where the terminal has all there are: even steps in OKLab from next
/// to the background to a strong blue below zero and a strong orange above.
///
/// Both ends are equally light, so that magnitude is seen as such, and keep apart with any of the common
/// colour-vision deficiencies. There are as many steps as stay even once each component is one of 256.
package struct SmoothRamp: Sendable {
  /// From the level next to zero to the strongest.
  package let below: [Color]
  package let above: [Color]
  package let zero: Color

  package var levels: Int { below.count }

  /// By itself of as many levels a sign as stay even.
  package static func ramp(on background: Appearance.Background) -> SmoothRamp {
    background == .dark ? dark : light
  }

  private static let dark = ramp(on: .dark, levels: 53)
  private static let light = ramp(on: .light, levels: 64)

  package static func ramp(on background: Appearance.Background, levels: Int) -> SmoothRamp {
    switch background {
    case .dark:
      SmoothRamp(
        levels, from: 0.33, chroma: 0.02, zero: Color(red: 48, green: 48, blue: 48),
        below: OKLab(lightness: 0.78, chroma: 0.12, hue: 245),
        above: OKLab(lightness: 0.78, chroma: 0.12, hue: 75))
    case .light:
      SmoothRamp(
        levels, from: 0.9, chroma: 0.015, zero: Color(red: 228, green: 228, blue: 228),
        below: OKLab(lightness: 0.37, chroma: 0.13, hue: 258),
        above: OKLab(lightness: 0.37, chroma: 0.1, hue: 40))
    }
  }

  private init(
    _ levels: Int, from lightness: Double, chroma: Double, zero: Color, below: OKLab, above: OKLab
  ) {
    func side(_ end: OKLab) -> [Color] {
      let start = end.with(lightness: lightness, chroma: chroma)
      return (1...levels).map { level in
        start.mixed(with: end, share: Double(level) / Double(levels)).color
      }
    }
    self.zero = zero
    self.below = side(below)
    self.above = side(above)
  }
}

/// A colour by Björn Ottosson's OKLab, in which equal distances look about equal.
struct OKLab: Sendable {
  var lightness: Double
  /// From green to red and from blue to yellow.
  var a: Double
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// - Parameter hue: in degrees.
  init(lightness: Double, chroma: Double, hue: Double) {
    let angle = hue * .pi / 180
    self.init(lightness: lightness, a: chroma * cos(angle), b: chroma * sin(angle))
  }

  /// The same hue, as light and as colourful as said.
  func with(lightness: Double, chroma: Double) -> OKLab {
    let share = chroma / (a * a + b * b).squareRoot()
    return OKLab(lightness: lightness, a: share * a, b: share * b)
  }

  func mixed(with other: OKLab, share: Double) -> OKLab {
    OKLab(
      lightness: lightness + share * (other.lightness - lightness), a: a + share * (other.a - a),
      b: b + share * (other.b - b))
  }

  /// The nearest colour that a terminal can be asked for (sRGB, 8 bits each).
  var color: Color {
    let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let medium = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return Color(
      red: Self.component(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: Self.component(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: Self.component(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }

  private func cube(_ x: Double) -> Double { x * x * x }

  /// A linear component as sRGB writes it.
  private static func component(_ linear: Double) -> UInt8 {
    let bounded = min(max(linear, 0), 1)
    let encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * pow(bounded, 1 / 2.4) - 0.055
    return UInt8((255 * encoded).rounded())
  }
}
