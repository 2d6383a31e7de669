import Glibc
import TerminalCells

/// A colour in linear light, and how it looks: to most, and to those who lack a kind of cones.
struct LinearColor {
  var red: Double
  var green: Double
  var blue: Double

  /// - Precondition: the colour is given by its components.
  init(_ color: Color) {
    let (red, green, blue) = color.components!
    self.init(red: Self.decoded(red), green: Self.decoded(green), blue: Self.decoded(blue))
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  private static func decoded(_ component: UInt8) -> Double {
    let x = Double(component) / 255
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
  }

  private func applying(_ rows: [[Double]]) -> [Double] {
    rows.map { $0[0] * red + $0[1] * green + $0[2] * blue }
  }

  // MARK: As it looks

  /// Lightness, a and b of OKLab.
  var okLab: [Double] {
    let cones = applying([
      [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ]).map(cbrt)
    let lab = LinearColor(red: cones[0], green: cones[1], blue: cones[2])
    return lab.applying([
      [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.8086757660],
    ])
  }

  /// L*, a* and b* of CIELAB under D65.
  var cieLab: [Double] {
    let xyz = applying([
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ])
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
      let t = value / white
      return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  // MARK: To whom

  enum Deficiency: CaseIterable { case protanopia, deuteranopia, tritanopia }

  /// As Machado, Oliveira and Fernandes (2009) simulate it, at severity 1.
  func seen(with deficiency: Deficiency) -> LinearColor {
    let rows =
      switch deficiency {
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    let seen = applying(rows).map { min(max($0, 0), 1) }
    return LinearColor(red: seen[0], green: seen[1], blue: seen[2])
  }
}

/// How different two colours look by CIEDE2000 (Sharma, Wu and Dalal 2005).
func colorDifference(_ first: [Double], _ second: [Double]) -> Double {
  func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
  let meanChroma = (hypot(first[1], first[2]) + hypot(second[1], second[2])) / 2
  func saturation(_ chroma: Double) -> Double {
    (pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))).squareRoot()
  }
  let compensation = 0.5 * (1 - saturation(meanChroma))
  func polar(_ lab: [Double]) -> (chroma: Double, hue: Double) {
    let a = (1 + compensation) * lab[1]
    let angle = a == 0 && lab[2] == 0 ? 0 : atan2(lab[2], a) * 180 / .pi
    return (hypot(a, lab[2]), angle < 0 ? angle + 360 : angle)
  }
  let (one, other) = (polar(first), polar(second))
  let areColoured = one.chroma * other.chroma != 0
  var turn = areColoured ? other.hue - one.hue : 0
  if turn > 180 { turn -= 360 }
  if turn < -180 { turn += 360 }
  var hue = one.hue + other.hue
  if areColoured {
    if abs(one.hue - other.hue) > 180 { hue += hue < 360 ? 360 : -360 }
    hue /= 2
  }
  let chroma = (one.chroma + other.chroma) / 2
  let offset = pow((first[0] + second[0]) / 2 - 50, 2)
  let weight =
    1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue))
    + 0.32 * cos(radians(3 * hue + 6)) - 0.2 * cos(radians(4 * hue - 63))
  let lightnessPart = (second[0] - first[0]) / (1 + 0.015 * offset / (20 + offset).squareRoot())
  let chromaPart = (other.chroma - one.chroma) / (1 + 0.045 * chroma)
  let huePart =
    2 * (one.chroma * other.chroma).squareRoot() * sin(radians(turn / 2))
    / (1 + 0.015 * chroma * weight)
  let rotation =
    -sin(radians(60 * exp(-pow((hue - 275) / 25, 2)))) * 2 * saturation(chroma)
  return
    (lightnessPart * lightnessPart + chromaPart * chromaPart + huePart * huePart
    + rotation * chromaPart * huePart).squareRoot()
}
