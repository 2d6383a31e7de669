extension Trace {
  /// The polylines cut into dashes, each with `lengths` of dash and gap in turn, in widths of a
  /// cell, beginning with a dash.
  ///
  /// - Parameter overlap: how far the pen reaches beyond the ends of what it draws.
  func dashed(_ lengths: [Double], overlap: Double) -> Trace {
    let cut = lengths.enumerated().map { index, length in
      index % 2 == 0 ? max(0, length - 2 * overlap) : length + 2 * overlap
    }
    guard cut.count >= 2, cut.contains(where: { $0 > 0 }) else { return self }
    var dashes = Trace(size: size)
    for polyline in polylines {
      guard var last = polyline.first else { continue }
      var place = 0
      var rest = cut[0]
      dashes.move(to: last)
      for point in polyline.dropFirst() {
        var length = last.distanceInWidths(to: point)
        while length > rest {
          last = last.moved(toward: point, by: rest / length)
          length -= rest
          place = (place + 1) % cut.count
          rest = cut[place]
          if place % 2 == 0 {
            dashes.move(to: last)
          } else {
            dashes.line(to: last)
            dashes.lift()
          }
        }
        rest -= length
        last = point
        if place % 2 == 0 { dashes.line(to: last) }
      }
      dashes.lift()
    }
    return dashes
  }
}

extension PlotPoint {
  fileprivate func distanceInWidths(to other: PlotPoint) -> Double {
    let (dx, dy) = (other.x - x, (other.y - y) * MarkerSet.cellHeight)
    return (dx * dx + dy * dy).squareRoot()
  }

  fileprivate func moved(toward other: PlotPoint, by fraction: Double) -> PlotPoint {
    PlotPoint(x: x + (other.x - x) * fraction, y: y + (other.y - y) * fraction)
  }
}
