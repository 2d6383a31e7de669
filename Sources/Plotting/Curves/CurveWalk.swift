/// One pass over a window from left to right, drawing as it goes.
///
/// Columns and rows are counted in dots, from the left and the top.
struct CurveWalk {
  private struct Sample {
    var x: Double
    var column: Double
    /// NaN where the function has no value; infinities are far outside.
    var row: Double
  }

  private let sampler: Sampler
  private let function: (Double) -> Double
  private let rowLimit: Double
  private let columnScale: Double
  private let rowScale: Double
  private var budget = 0
  /// How many rows a column the curve rose or fell last.
  private var steepness = 0.0
  private(set) var trace: Trace
  private(set) var evaluations = 0

  init(_ sampler: Sampler, _ function: @escaping (Double) -> Double) {
    self.sampler = sampler
    self.function = function
    columnScale = Double(sampler.columnsPerCell)
    rowScale = Double(sampler.rowsPerCell)
    rowLimit = Double(sampler.projection.area.height) * rowScale
    trace = Trace(size: sampler.projection.area.size)
  }

  /// Walks over the whole window, whose breaks are in ascending order.
  mutating func walk(over breaks: [Break]) {
    let range = sampler.projection.viewport.x
    var last: Sample
    if let first = breaks.first, first.x == range.lower, first.kind != .kink {
      last = endpoint(first, first.right, first.x.nextUp)
    } else {
      last = sample(range.lower)
    }
    move(to: last)
    for point in breaks where point.x > range.lower {
      switch point.kind {
      case .kink:
        last = walk(from: last, to: sample(point.x))
      case .jump, .pole:
        _ = walk(from: last, to: endpoint(point, point.left, point.x.nextDown))
        guard point.x < range.upper else { return trace.lift() }
        last = endpoint(point, point.right, point.x.nextUp)
        move(to: last)
      }
    }
    if last.x < range.upper { _ = walk(from: last, to: sample(range.upper)) }
    trace.lift()
  }

  /// Draws the stretch between two samples, through all the columns between them.
  private mutating func walk(from start: Sample, to end: Sample) -> Sample {
    let range = sampler.projection.viewport.x
    let columns = Double(sampler.projection.area.width) * columnScale
    var last = start
    let first = Int((start.column * 2).rounded(.down)) + 1
    let final = Int((end.column * 2).rounded(.up)) - 1
    if first <= final {
      for index in first...final {
        let column = (Double(index) + Self.shift(index)) / 2
        let x = range.value(at: column / columns)
        guard x > last.x && x < end.x else { continue }
        let next = sample(x)
        connect(last, next)
        last = next
      }
    }
    connect(last, end)
    return end
  }

  /// An irregular shift of up to a quarter either way: multiples of the golden ratio never repeat.
  private static func shift(_ index: Int) -> Double {
    let turns = Double(index) * 0.618_033_988_749_894_9
    return (turns - turns.rounded(.down) - 0.5) / 2
  }

  // MARK: Samples

  private mutating func sample(_ x: Double) -> Sample {
    evaluations += 1
    let projection = sampler.projection
    return Sample(
      x: x, column: projection.across(x) * columnScale,
      row: projection.down(function(x)) * rowScale)
  }

  /// The end of a piece at a break: its declared limit, or else the value right beside it.
  private mutating func endpoint(_ point: Break, _ limit: Double, _ beside: Double) -> Sample {
    let projection = sampler.projection
    guard point.kind == .jump && !limit.isNaN else {
      var end = sample(beside)
      end.column = projection.across(point.x) * columnScale
      return end
    }
    return Sample(
      x: point.x, column: projection.across(point.x) * columnScale,
      row: projection.down(limit) * rowScale)
  }

  private mutating func move(to sample: Sample) {
    if sample.row.isNaN { return trace.lift() }
    trace.move(to: PlotPoint(x: sample.column / columnScale, y: sample.row / rowScale))
  }

  private mutating func line(to sample: Sample) {
    trace.line(to: PlotPoint(x: sample.column / columnScale, y: sample.row / rowScale))
  }

  // MARK: Joining

  /// Draws from a sample, at which the pen stands, to its right neighbour.
  private mutating func connect(_ a: Sample, _ b: Sample) {
    budget = max(1, sampler.evaluationLimitPerColumn / 2)
    join(a, b, steepness)
    steepness = a.row.isNaN || b.row.isNaN ? 0 : steepness(a, b)
  }

  /// - Parameter steepness: that of the curve nearby.
  private mutating func join(_ a: Sample, _ b: Sample, _ steepness: Double) {
    if a.row.isNaN || b.row.isNaN { return findEdge(a, b) }
    let isTouching = gap(a, b) <= 1
    if isTouching && !mayHideAPeak(a, b, steepness) { return line(to: b) }
    guard let middle = middle(a, b) else { return isTouching ? line(to: b) : move(to: b) }
    guard budget > 1 else { return line(to: b) }
    budget -= 1
    let m = sample(middle)
    let isSmooth = isTouching && gap(a, m) <= 1 && gap(m, b) <= 1
    if !m.row.isNaN && (isSmooth || isStraight(a, m, b)) {
      line(to: m)
      line(to: b)
    } else {
      let steepest = m.row.isNaN ? 0 : max(self.steepness(a, m), self.steepness(m, b))
      join(a, m, steepest)
      join(m, b, steepest)
    }
  }

  /// The rows between two samples that have values; none on the same side of the window.
  private func gap(_ a: Sample, _ b: Sample) -> Double {
    abs(min(max(a.row, -1), rowLimit + 1) - min(max(b.row, -1), rowLimit + 1))
  }

  private func steepness(_ a: Sample, _ b: Sample) -> Double {
    let distance = b.column - a.column
    return distance > 0 ? gap(a, b) / distance : 0
  }

  /// Whether a curve as steep as nearby could leave two samples that touch, and come back.
  ///
  /// Narrower than 1/64 of a column is not looked for, as beside each jump there is such a place.
  private func mayHideAPeak(_ a: Sample, _ b: Sample, _ steepness: Double) -> Bool {
    let distance = b.column - a.column
    return distance > 0x1p-6 && steepness * distance > 2
  }

  /// An x between two samples; nil where Double, or the picture, has none.
  private func middle(_ a: Sample, _ b: Sample) -> Double? {
    let middle = a.x / 2 + b.x / 2
    return middle > a.x && middle < b.x && b.column - a.column > 0x1p-44 ? middle : nil
  }

  /// Whether the middle lies on the line from end to end, and not by chance.
  private mutating func isStraight(_ a: Sample, _ m: Sample, _ b: Sample) -> Bool {
    guard abs(m.row - (a.row / 2 + b.row / 2)) <= 0.5 else { return false }
    let x = a.x + (m.x - a.x) * 0.6
    guard x > a.x && x < m.x && budget > 1 else { return false }
    budget -= 1
    let check = sample(x)
    return abs(check.row - (a.row + (b.row - a.row) * 0.3)) <= 0.5
  }

  /// Draws the part with values between a sample that has one and a sample that has none.
  private mutating func findEdge(_ a: Sample, _ b: Sample) {
    if a.row.isNaN && b.row.isNaN { return trace.lift() }
    var inside = a.row.isNaN ? b : a
    var outside = a.row.isNaN ? a : b
    var found = [inside]
    let isAscending = inside.x < outside.x
    while budget > 1,
      let x = isAscending ? middle(inside, outside) : middle(outside, inside)
    {
      budget -= 1
      let next = sample(x)
      if next.row.isNaN {
        outside = next
      } else {
        let settled = gap(inside, next) <= 1 && abs(inside.column - next.column) < 0.125
        found.append(next)
        inside = next
        if settled { break }
      }
    }
    if a.row.isNaN {
      found.reverse()
      move(to: inside)
    }
    for (left, right) in zip(found, found.dropFirst()) { join(left, right, 0) }
    if b.row.isNaN { trace.lift() }
  }
}
