import Glibc
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// Whether everything drawn in colour can be read, by the contrast of WCAG 2, with the palettes that
/// terminals come with.
@Suite struct ThemeContrastTests {
  struct RGB: Hashable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Int, _ green: Int, _ blue: Int) {
      (self.red, self.green, self.blue) = (Double(red), Double(green), Double(blue))
    }

    private static func linear(_ channel: Double) -> Double {
      let part = channel / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }

    var luminance: Double {
      0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    func contrast(to other: RGB) -> Double {
      let (a, b) = (luminance, other.luminance)
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// In CIELAB, D65.
    private var lab: (Double, Double, Double) {
      let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
      func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16 / 116 }
      let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
      let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
      let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
      return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    func distance(to other: RGB) -> Double {
      let (a, b) = (lab, other.lab)
      return hypot(hypot(a.0 - b.0, a.1 - b.1), a.2 - b.2)
    }
  }

  struct Terminal: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The 16 colours, three numbers each.
    var numbers: [Int]

    func rgb(_ index: Int) -> RGB {
      RGB(numbers[3 * index], numbers[3 * index + 1], numbers[3 * index + 2])
    }

    static let all = [
      Terminal(
        testDescription: "xterm",
        numbers: [
          0, 0, 0, 205, 0, 0, 0, 205, 0, 205, 205, 0, 0, 0, 238, 205, 0, 205, 0, 205, 205,
          229, 229, 229, 127, 127, 127, 255, 0, 0, 0, 255, 0, 255, 255, 0, 92, 92, 255,
          255, 0, 255, 0, 255, 255, 255, 255, 255,
        ]),
      Terminal(
        testDescription: "the Linux console",
        numbers: [
          0, 0, 0, 170, 0, 0, 0, 170, 0, 170, 85, 0, 0, 0, 170, 170, 0, 170, 0, 170, 170,
          170, 170, 170, 85, 85, 85, 255, 85, 85, 85, 255, 85, 255, 255, 85, 85, 85, 255,
          255, 85, 255, 85, 255, 255, 255, 255, 255,
        ]),
      Terminal(
        testDescription: "Terminal of macOS",
        numbers: [
          0, 0, 0, 153, 0, 0, 0, 166, 0, 153, 153, 0, 0, 0, 178, 178, 0, 178, 0, 166, 178,
          191, 191, 191, 102, 102, 102, 230, 0, 0, 0, 217, 0, 230, 230, 0, 0, 0, 255,
          230, 0, 230, 0, 230, 230, 230, 230, 230,
        ]),
      Terminal(
        testDescription: "Windows Terminal",
        numbers: [
          12, 12, 12, 197, 15, 31, 19, 161, 14, 193, 156, 0, 0, 55, 218, 136, 23, 152,
          58, 150, 221, 204, 204, 204, 118, 118, 118, 231, 72, 86, 22, 198, 12, 249, 241, 165,
          59, 120, 255, 180, 0, 158, 97, 214, 214, 242, 242, 242,
        ]),
      Terminal(
        testDescription: "the old Windows console",
        numbers: [
          0, 0, 0, 128, 0, 0, 0, 128, 0, 128, 128, 0, 0, 0, 128, 128, 0, 128, 0, 128, 128,
          192, 192, 192, 128, 128, 128, 255, 0, 0, 0, 255, 0, 255, 255, 0, 0, 0, 255,
          255, 0, 255, 0, 255, 255, 255, 255, 255,
        ]),
    ]
  }

  /// The colours from 16 on are the same everywhere: a cube, and greys.
  private func rgb(_ color: Color?, _ terminal: Terminal, _ background: Appearance.Background)
    -> RGB
  {
    guard let color else { return background == .dark ? terminal.rgb(7) : terminal.rgb(0) }
    guard let index = color.index.map(Int.init) else { return RGB(255, 0, 255) }
    if index < 16 { return terminal.rgb(index) }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return RGB(grey, grey, grey)
    }
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
  }

  /// Everything but the zero lines, which are to be overlooked.
  private func roles(_ theme: Theme) -> [(String, Style)] {
    [
      ("text", theme.text), ("title", theme.title), ("labels", theme.quiet), ("key", theme.key),
      ("status", theme.status), ("refusal", theme.warning), ("field", theme.field),
      ("f", theme.function), ("f′", theme.derivative), ("f″", theme.secondDerivative),
      ("cursor", theme.cursor), ("tangent", theme.tangent), ("secant", theme.secant),
    ] + theme.pins.enumerated().map { ("pin \($0 + 1)", $1) }
  }

  private func backgrounds(_ terminal: Terminal, _ background: Appearance.Background) -> [RGB] {
    background == .dark ? [RGB(0, 0, 0), terminal.rgb(0)] : [RGB(255, 255, 255), terminal.rgb(15)]
  }

  @Test(arguments: Terminal.all, Appearance.Background.allCases)
  func everythingDrawnStandsOut(_ terminal: Terminal, _ background: Appearance.Background) {
    for (depth, least) in [(Appearance.ColorDepth.palette, 4.5), (.sixteen, 3), (.eight, 3)] {
      let theme = Theme(Appearance(colors: depth, background: background))
      // The 256 colours are chosen for black and white themselves.
      let grounds =
        depth == .palette
        ? [background == .dark ? RGB(0, 0, 0) : RGB(255, 255, 255)]
        : backgrounds(terminal, background)
      for (name, style) in roles(theme) {
        #expect(!style.attributes.contains(.dim), "\(name) is dim with \(depth)")
        for ground in grounds {
          let contrast = rgb(style.foreground, terminal, background).contrast(to: ground)
          #expect(contrast >= least, "\(name) with \(depth) colours: \(contrast)")
        }
      }
    }
  }

  /// For the back row more: what a projector takes from contrasts is much.
  @Test(arguments: Terminal.all, Appearance.Background.allCases)
  func everythingPresentedStandsOutFarther(
    _ terminal: Terminal, _ background: Appearance.Background
  ) {
    for (depth, least) in [
      (Appearance.ColorDepth.palette, 7.0), (.direct, 7), (.sixteen, 4.5), (.eight, 4.5),
      (.none, 4.5),
    ] {
      var appearance = Appearance(colors: depth, background: background)
      appearance.isPresenting = true
      let theme = Theme(appearance)
      let grounds =
        depth >= .palette
        ? [background == .dark ? RGB(0, 0, 0) : RGB(255, 255, 255)]
        : backgrounds(terminal, background)
      for (name, style) in roles(theme) {
        #expect(!style.attributes.contains(.dim), "\(name) is dim with \(depth)")
        // The terminal's own colour is for the terminal to choose.
        guard depth < .palette || style.foreground != nil else { continue }
        for ground in grounds {
          let contrast = rgb(style.foreground, terminal, background).contrast(to: ground)
          #expect(contrast >= least, "\(name) with \(depth) colours: \(contrast)")
        }
      }
      for level in -theme.heatmapLevels...theme.heatmapLevels {
        let style = theme.heatmapPalette.style(level)
        guard let ground = style.background else { continue }
        let contrast = rgb(style.foreground, terminal, background)
          .contrast(to: rgb(ground, terminal, background))
        #expect(contrast >= least, "level \(level) with \(depth) colours: \(contrast)")
      }
    }
  }

  @Test(arguments: Appearance.Background.allCases)
  func curvesPresentedAreToldApartByStroke(_ background: Appearance.Background) {
    for depth in Appearance.ColorDepth.allCases {
      var appearance = Appearance(colors: depth, background: background)
      appearance.isPresenting = true
      let theme = Theme(appearance)
      let lines: [PlottedLine] =
        [.function, .derivative, .secondDerivative] + (0..<PinnedFunction.most).map { .pin($0) }
      for (index, line) in lines.enumerated() {
        for other in lines[(index + 1)...] {
          let (a, b) = (line.stroke(theme), other.stroke(theme))
          #expect(a.dash != b.dash || a.weight != b.weight, "\(line), \(other)")
          if depth >= .palette {
            #expect(a.style.foreground != b.style.foreground, "\(line), \(other) with \(depth)")
          }
        }
      }
    }
  }

  @Test(arguments: Appearance.Background.allCases)
  func noPinLooksLikeAnotherCurve(_ background: Appearance.Background) {
    for depth in [Appearance.ColorDepth.palette, .sixteen, .eight, .none] {
      let theme = Theme(Appearance(colors: depth, background: background))
      let lines: [PlottedLine] =
        [.function, .derivative, .secondDerivative] + (0..<PinnedFunction.most).map { .pin($0) }
      for (index, line) in lines.enumerated() {
        for other in lines[(index + 1)...] {
          guard case .pin = other else { continue }
          let (a, b) = (line.stroke(theme), other.stroke(theme))
          #expect(a.dash != b.dash || a.weight != b.weight, "\(line), \(other)")
          // Eight colours have none left for f″.
          if depth == .none || depth == .eight && line == .secondDerivative { continue }
          #expect(a.style != b.style, "\(line), \(other) with \(depth)")
          guard line == .function || line == .derivative else { continue }
          #expect(a.style.foreground != b.style.foreground, "\(line), \(other) with \(depth)")
        }
      }
    }
  }

  /// No two pins have one colour, and none that is nearly the same. Eight colours have too few.
  @Test(arguments: Terminal.all, Appearance.Background.allCases)
  func pinsDifferByColour(_ terminal: Terminal, _ background: Appearance.Background) {
    let theme = Theme(Appearance(colors: .sixteen, background: background))
    let curves = [theme.function, theme.derivative, theme.secondDerivative]
    for (index, pin) in theme.pins.enumerated() {
      for other in curves + theme.pins[..<index] {
        let distance = rgb(pin.foreground, terminal, background)
          .distance(to: rgb(other.foreground, terminal, background))
        #expect(distance > 18.5, "\(pin) and \(other): \(distance)")
      }
    }
  }

  /// 20 in CIELAB is a difference that nobody misses.
  @Test(arguments: Appearance.Background.allCases)
  func theColoursOf256AreFarApart(_ background: Appearance.Background) {
    let theme = Theme(Appearance(colors: .palette, background: background))
    let curves = [theme.function, theme.derivative, theme.secondDerivative] + theme.pins
    for (index, style) in curves.enumerated() {
      for other in curves[(index + 1)...] {
        let distance = rgb(style.foreground, Terminal.all[0], background)
          .distance(to: rgb(other.foreground, Terminal.all[0], background))
        #expect(distance > 20, "\(style) and \(other): \(distance)")
      }
    }
  }
}
