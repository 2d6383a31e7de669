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
  public var closedDot: Character
  public var openDot: Character
  public var minus: Ticks.Minus

  public static let unicode = Chrome(
    yAxis: "│", yTick: "┤", xAxis: "─", xTick: "┬", corner: "└", zeroColumn: "·", zeroRow: "·",
    zeroRowSpacing: 2, zeroColumnSpacing: 1, cursor: "┊", closedDot: "●", openDot: "○",
    minus: .unicode)

  public static let ascii = Chrome(
    yAxis: "|", yTick: "+", xAxis: "-", xTick: "+", corner: "+", zeroColumn: ".", zeroRow: ".",
    zeroRowSpacing: 4, zeroColumnSpacing: 2, cursor: ":", closedDot: "*", openDot: "o",
    minus: .ascii)
}
