import TerminalCells

/// By which numbers a terminal is asked for colours.
enum ColorNumbering: Equatable {
  case none
  /// So many of the 256-colour palette.
  case palette(Int)
  /// By so many bits of red, green and blue, as the terminal's own description has it; of the palette
  /// at most so many are used.
  case components(red: Int, green: Int, blue: Int, most: ColorDepth)
  /// The palette's as they are, others by their components above a bit that says so: for terminals
  /// that take components, whether their description knows of it or not.
  case paletteAndComponents

  /// - Parameter depth: what is to be used of the terminal that terminfo has been asked for.
  static func terminfo(depth: ColorDepth) -> ColorNumbering {
    // Also where the description knows of components alone: the palette's numbers are shorter, and every
    // terminal that takes components takes them.
    if depth == .direct && Terminfo.colorsAreECMA48 { return .paletteAndComponents }
    if let (red, green, blue) = Terminfo.directColorBits(colors: Terminfo.number("colors")) {
      return .components(red: red, green: green, blue: blue, most: depth)
    }
    return .palette(depth.count)
  }

  /// How many numbers there are.
  var count: Int {
    switch self {
    case .none: 0
    case .palette(let count): count
    case .components(let red, let green, let blue, _): 1 << (red + green + blue)
    case .paletteAndComponents: 2 << 24
    }
  }

  var isDirect: Bool {
    switch self {
    case .none, .palette: false
    case .components, .paletteAndComponents: true
    }
  }

  /// Whether the terminal is asked in sequences of our own, not in those of its description.
  var isOurs: Bool { self == .paletteAndComponents }

  /// The number of `color`; nil for one that there is not.
  func number(of color: Color) -> Int32? {
    switch self {
    case .none: return nil
    case .palette(let count):
      return color.index.flatMap { Int($0) < count ? Int32($0) : nil }
    case .components(let red, let green, let blue, let most):
      guard most.has(color) else { return nil }
      return Palette.directNumber(of: color, bits: (red, green, blue))
    case .paletteAndComponents:
      if let index = color.index { return Int32(index) }
      return color.components.map {
        1 << 24 | Int32($0.red) << 16 | Int32($0.green) << 8 | Int32($0.blue)
      }
    }
  }

  /// The usual command for one of 256 colours without the shorter forms that it has for the first
  /// sixteen, which a screen of so many does not use: ncurses works it out at each change of colour.
  private static func plain(_ command: [UInt8]) -> [UInt8] {
    for (digit, bright) in [("3", "9"), ("4", "10")] {
      let usual =
        "\u{1B}[%?%p1%{8}%<%t\(digit)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(digit)8;5;%p1%d%;m"
      if command == Array(usual.utf8) { return Array("\u{1B}[\(digit)8;5;%p1%dm".utf8) }
    }
    return command
  }

  /// The command for a colour, given that of the terminal's description.
  func command(_ described: [UInt8]) -> [UInt8] {
    self == .palette(256) ? Self.plain(described) : described
  }

  /// Every terminal that says it takes components takes them between semicolons; between colons, as
  /// the standard has it, not all do.
  static let foreground = command("3", bright: "9")
  static let background = command("4", bright: "10")

  private static func command(_ digit: String, bright: String) -> [UInt8] {
    let components = "%p1%{65536}%/%{255}%&%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
    return Array(
      ("\u{1B}[%?%p1%{8}%<%t\(digit)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d"
        + "%e%p1%{256}%<%t\(digit)8;5;%p1%d%e\(digit)8;2;\(components)%;m").utf8)
  }
}
