import TerminalCells

/// The 256-colour palette as xterm defines it.
enum Palette {
  /// The red, green and blue of colour `index`, each of 0…255.
  ///
  /// The first sixteen are the terminal's own in truth; these are xterm's defaults for them.
  static func components(of index: UInt8) -> (red: Int, green: Int, blue: Int) {
    switch index {
    case 0..<16: return system[Int(index)]
    case 16..<232:
      // A cube of 6 × 6 × 6.
      let cube = Int(index) - 16
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let gray = 8 + 10 * (Int(index) - 232)
      return (gray, gray, gray)
    }
  }

  /// The number that means `color` under a direct-colour terminfo entry, whose numbers are red, green
  /// and blue packed into so many bits each.
  static func directNumber(of color: Color, bits: (red: Int, green: Int, blue: Int)) -> Int32 {
    // These entries keep the numbers below eight for the terminal's own first eight colours.
    if let index = color.index, index < 8 { return Int32(index) }
    let color =
      color.components.map { (red: Int($0.red), green: Int($0.green), blue: Int($0.blue)) }
      ?? components(of: color.index ?? 0)
    let red = color.red >> (8 - bits.red)
    let green = color.green >> (8 - bits.green)
    let blue = color.blue >> (8 - bits.blue)
    let number = red << (bits.green + bits.blue) | green << bits.blue | blue
    // All but black, which is one of the eight: the next blue is as dark.
    return Int32(color == (0, 0, 0) ? 0 : max(8, number))
  }

  private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

  private static let system: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
