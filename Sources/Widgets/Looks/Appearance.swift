import TerminalCells

/// What the terminal can show and what its user asked for: everything about looks that comes
/// from outside.
public struct Appearance: Sendable, Hashable {
  /// How many colours there are to choose from.
  public enum ColorDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
    case none = 0
    case eight = 8
    case sixteen = 16
    /// The 256-colour palette.
    case palette = 256
    /// The same palette, and where a ramp is to be smooth all colours that there are.
    case direct = 16_777_216

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public typealias Background = TerminalCells.Background

  /// The finest characters a curve can be drawn with.
  public enum Markers: Sendable, Hashable, CaseIterable {
    /// 2 × 4 dots a cell.
    case braille
    /// 2 × 2 quadrants a cell.
    case blocks
    /// 2 × 3 sixths a cell, finer, but not every font has them.
    case sextants
    /// Two halves a cell: what even a text console's font has.
    case halfBlocks
    /// Plain ASCII, the frame and all text included.
    case ascii

    public var name: String {
      switch self {
      case .braille: "Braille"
      case .sextants: "sextants"
      case .blocks: "blocks"
      case .halfBlocks: "half blocks"
      case .ascii: "ASCII"
      }
    }

    /// What lines call it.
    package var word: String {
      switch self {
      case .braille: "braille"
      case .sextants: "sextants"
      case .blocks: "blocks"
      case .halfBlocks: "half-blocks"
      case .ascii: "ascii"
      }
    }

    /// The name, and what has to be known of it.
    package var inWords: String {
      switch self {
      case .braille: "Braille dots"
      case .sextants: "sextants, which not every font has"
      case .blocks: "blocks of a quarter of a cell"
      case .halfBlocks: "half blocks"
      case .ascii: "ASCII characters"
      }
    }
  }

  public var colors: ColorDepth
  public var background: Background
  public var markers: Markers
  /// The finest markers this terminal shows: the ladder starts here.
  public var finestMarkers: Markers
  /// Whether the terminal draws East Asian ambiguous characters two columns wide, so that none of them
  /// is used.
  public var isNarrow = false
  /// Whether all is drawn for the back row of a room: heavy strokes, large digits, strong contrast and few
  /// panels.
  public var isPresenting = false

  public init(
    colors: ColorDepth = .palette, background: Background = .dark, markers: Markers = .braille
  ) {
    self.colors = colors
    self.background = background
    self.markers = markers
    self.finestMarkers = markers
  }

  public var isASCII: Bool { markers == .ascii }

  /// Whether words, frames and signs are spelled with ASCII. What is drawn with dots need not be.
  public var isPlain: Bool { isASCII || isNarrow }

  /// The markers this terminal shows, the finest first.
  var markersAtHand: [Markers] { Array(Markers.allCases.drop { $0 != finestMarkers }) }

  /// The markers after the present ones, back to the finest after the coarsest.
  public var nextMarkers: Markers {
    let rest = markersAtHand.drop { $0 != markers }.dropFirst()
    return rest.first ?? finestMarkers
  }
}
