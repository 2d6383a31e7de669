/// The characters that axes, markers and lines are drawn with.
public struct Chrome: Sendable, Hashable {
  public var yAxis: Character
  public var yTick: Character
  public var xAxis: Character
  public var xTick: Character
  public var corner: Character
  public var zeroColumn: Character
  public var zeroRow: Character
  /// How many cells apart the characters of the zero lines stand.
  public var zeroRowSpacing: Int
  public var zeroColumnSpacing: Int
  public var cursor: Character
  /// The points of a curve: one that is its own, and an end that is not.
  public var closedDot: Character
  public var openDot: Character
  /// Where the cursor meets a second curve.
  public var diamond: Character
  /// Solid signs of about half a cell's height, for points in the upper, the middle and the lower part
  /// of it; nil where there are none, or where they would not be told from a curve.
  public var squares: Squares?
  public var minus: Ticks.Minus

  public static let unicode = Chrome(
    yAxis: "│", yTick: "┤", xAxis: "─", xTick: "┬", corner: "└", zeroColumn: "·", zeroRow: "·",
    zeroRowSpacing: 2, zeroColumnSpacing: 1, cursor: "┊", closedDot: "●", openDot: "○",
    diamond: "◆", squares: Squares(upper: "▀", middle: "■", lower: "▄"), minus: .unicode)

  public static let ascii = Chrome(
    yAxis: "|", yTick: "+", xAxis: "-", xTick: "+", corner: "+", zeroColumn: ".", zeroRow: ".",
    zeroRowSpacing: 4, zeroColumnSpacing: 2, cursor: ":", closedDot: "@", openDot: "O",
    diamond: "#", squares: nil, minus: .ascii)

  public struct Squares: Sendable, Hashable {
    public var upper: Character
    public var middle: Character
    public var lower: Character
  }
}

extension Chrome {
  /// As ``ascii``, but for the minus sign and dots, which every terminal draws one column wide.
  public static var narrow: Chrome {
    var chrome = ascii
    chrome.minus = .unicode
    chrome.squares = Squares(upper: "⠿", middle: "⣿", lower: "⣶")
    return chrome
  }
}

extension Chrome {
  func character(for mark: Mark) -> Character {
    switch mark {
    case .closedDot: closedDot
    case .openDot: openDot
    case .diamond: diamond
    }
  }
}
