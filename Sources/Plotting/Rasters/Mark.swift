/// A point on a plot.
public enum Mark: Sendable, Hashable {
  /// A point of a curve: solid, and no larger than the line is thick.
  case closedDot
  /// An end of a curve that is not its own: a ring.
  case openDot
  /// A point of a second curve: as solid, and where there is a sign for it told from the first one's.
  case diamond
}

extension Mark {
  /// Half the width of a ring.
  private static let reach = 2

  /// A ring of four dots by four: those that it sets, and those within it that it clears. Nothing lies
  /// in the corners.
  ///
  /// Its middle is the corner of dots that is nearest to the point: what is in the middle of a cell has
  /// as much of the ring at its left as at its right.
  static func ring(
    around point: PlotPoint, _ markers: MarkerSet
  ) -> [(column: Int, row: Int, isLit: Bool)] {
    let (across, down) = markers.dotsPerCell
    let column = Int((point.x * Double(across) + 0x1p-20).rounded())
    let row = Int((point.y * Double(down) + 0x1p-20).rounded())
    var dots: [(column: Int, row: Int, isLit: Bool)] = []
    for dy in -reach..<reach {
      for dx in -reach..<reach {
        let isAtEdge = (x: dx == -reach || dx == reach - 1, y: dy == -reach || dy == reach - 1)
        if isAtEdge.x && isAtEdge.y { continue }
        dots.append((column + dx, row + dy, isAtEdge.x || isAtEdge.y))
      }
    }
    return dots
  }

  /// The radius of a large mark, of the hole in that of a second curve, and of what is cleared around it,
  /// in widths of a cell.
  private static let large = (disc: 1.75, hole: 0.75, clearing: 2.5)

  /// The dots of a mark that is seen from afar, a disc or for a second curve a thick ring: those that it
  /// sets, and those within and around it that it clears.
  func largeDots(
    around point: PlotPoint, _ markers: MarkerSet
  ) -> [(column: Int, row: Int, isLit: Bool)] {
    let dot = markers.dotSize
    let (x, y) = (point.x, point.y * MarkerSet.cellHeight)
    let reach = Self.large.clearing
    let columns = Int(((x - reach) / dot.width).rounded(.down))...Int((x + reach) / dot.width)
    let rows = Int(((y - reach) / dot.height).rounded(.down))...Int((y + reach) / dot.height)
    var dots: [(column: Int, row: Int, isLit: Bool)] = []
    for row in rows {
      for column in columns {
        let (dx, dy) = (
          (Double(column) + 0.5) * dot.width - x, (Double(row) + 0.5) * dot.height - y
        )
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance < reach else { continue }
        let isInHole = self != .closedDot && distance < Self.large.hole
        dots.append((column, row, distance < Self.large.disc && !isInHole))
      }
    }
    return dots
  }

  /// The characters of a large mark where there are no dots.
  var largeText: [Character] { Array(self == .closedDot ? "(@)" : "<@>") }

  /// The character that stands for the mark in the cell of its point; nil where it is a ring of dots.
  ///
  /// A point is a square about as high as a line is thick, in the part of its cell where the point is.
  /// Where there are no squares it is a ring of fine dots, or among blocks a sign in the middle.
  func sign(at point: PlotPoint, _ markers: MarkerSet, _ chrome: Chrome) -> Character? {
    let isRound = self == .openDot || chrome.squares == nil || markers == .ascii
    guard !isRound, let squares = chrome.squares else {
      return markers.hasFineDots ? nil : chrome.character(for: self)
    }
    let place = point.y + 0x1p-20
    let part = place - place.rounded(.down)
    let middle = markers.middleOfCell
    return part < middle.lowerBound
      ? squares.upper : part < middle.upperBound ? squares.middle : squares.lower
  }
}
