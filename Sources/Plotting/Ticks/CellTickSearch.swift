import Wording

/// Weighs all steps, and all ways in which they go with the cells of an axis, against each other.
struct CellTickSearch {
  /// A step, how many cells it is, and the range that is then shown.
  struct Candidate {
    var step: TickStep
    var cells: Int
    var range: AxisRange
    var cost: Double
  }

  private let range: AxisRange
  private let needs: CellTicks.Needs
  /// How much a cell is at least, for the range to have room.
  private let least: Double

  /// The significant digits of steps, and what it costs to use one, as ``cost(_:_:_:)`` counts: those
  /// that nobody expects are for axes that would else be all but empty of labels.
  private static let factors: [(digits: Int, shift: Int, cost: Double)] = [
    (1, 0, 0), (2, 0, 0), (5, 0, 0), (25, -1, 0.02), (4, 0, 0.14), (3, 0, 0.24), (15, -1, 0.26),
    (125, -2, 0.28),
  ]

  /// What it costs to leave more over at one end than at the other, and what each cell does: a plot
  /// looks better in the middle, but a label is worth more than a few cells.
  private static let leaning = (any: 0.05, cell: 0.02)

  private static let hair = 1e-9

  /// Nil where ticks have no room, and far from zero, where labels would be long and cells are no
  /// longer exact.
  init?(_ range: AxisRange, _ needs: CellTicks.Needs) {
    guard needs.cells >= 2 * needs.spacing else { return nil }
    least = 2 * (range.halfWidth / Double(needs.cells))
    guard least.isNormal, max(abs(range.lower), abs(range.upper)) / least < 1e6 else { return nil }
    self.range = range
    self.needs = needs
  }

  /// From the best to the worst: those that leave little of the axis empty, are usual, and give
  /// as many ticks as are read with ease.
  func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    let decade = DecimalNumber.exponent(of: least)
    for exponent in decade...decade + 3 {
      for factor in Self.factors {
        let step = TickStep(factor: factor.digits, exponent: exponent + factor.shift)
        let count = step.value / least
        guard count >= Double(needs.spacing) - Self.hair, count < Double(needs.cells) else {
          continue
        }
        // A hair more than a whole number is one, but for rounding. Fewer cells make each larger, as
        // may be needed for ticks to come where they have to stand.
        let most = max(needs.spacing, Int(count + Self.hair))
        for cells in max(needs.spacing, Int(count / 1.25))...most {
          if needs.places.isEmpty { addSteady(step, cells, factor.cost, to: &candidates) }
          for (place, cost) in needs.places {
            add(step, cells, place, factor.cost + cost, to: &candidates)
          }
        }
      }
    }
    return candidates.sorted { $0.cost < $1.cost }
  }

  /// Adds what the range becomes by ticks at `place` of every so many cells.
  private func add(
    _ step: TickStep, _ cells: Int, _ place: Double, _ cost: Double,
    to candidates: inout [Candidate]
  ) {
    let value = step.value
    let cell = value / Double(cells)
    guard
      let firsts = firsts(cell, place, padding: needs.padding) ?? firsts(cell, place, padding: 0)
    else { return }
    let middle = ((firsts.lowerBound + firsts.upperBound) / 2).rounded(.up)
    guard let even = shown(from: middle, cell, place) else { return }
    let labels = labels(value, in: even)
    let size = cell / least
    candidates.append(
      Candidate(
        step: step, cells: cells, range: even,
        cost: cost + self.cost(size, taken(of: even, cell), labels)))
    guard needs.mayLean, labels < needs.fewest, firsts.upperBound - firsts.lowerBound < 1e3 else {
      return
    }
    for first in stride(from: firsts.lowerBound, through: firsts.upperBound, by: 1) {
      guard let uneven = shown(from: first, cell, place) else { continue }
      let more = self.labels(value, in: uneven)
      guard more > labels else { continue }
      candidates.append(
        Candidate(
          step: step, cells: cells, range: uneven,
          cost: cost + Self.leaning.any + Self.leaning.cell * abs(first - middle)
            + self.cost(size, taken(of: uneven, cell), more)))
    }
  }

  /// How near to a cell's end a tick may stand: nearer, rounding would put some into the next cell.
  private static let clearance = 0.02

  /// Adds what the range becomes about its own middle, wherever in their cells ticks then stand. How large
  /// it becomes follows from how large it is alone.
  private func addSteady(
    _ step: TickStep, _ cells: Int, _ cost: Double, to candidates: inout [Candidate]
  ) {
    let cell = step.value / Double(cells)
    let height = cell * Double(needs.cells)
    // The typical number of labels, since the very number changes from place to place.
    let labels = needs.cells / cells
    // What was widened before, and moved by whole cells, stays as it is.
    let isWhole = labels >= 3 && abs(height / 2 / range.halfWidth - 1) < 1e-6
    guard cell.isNormal, isWhole || height / 2 >= range.halfWidth + Self.clearance * cell else {
      return
    }
    var bottom = isWhole ? range.lower : range.center - height / 2
    let place = -bottom / cell - (-bottom / cell).rounded(.down)
    let shift = place - min(max(place, Self.clearance), 1 - Self.clearance)
    // Ticks at its very ends are to be in sight, which takes more room.
    if isWhole && min(place, 1 - place) < 1e-6 { return }
    bottom += cell * shift
    let top = isWhole && shift == 0 ? range.upper : bottom + height
    guard bottom.isFinite, top.isFinite else { return }
    candidates.append(
      Candidate(
        step: step, cells: cells, range: AxisRange(bottom, top),
        cost: cost + self.cost(cell / least, needs.cells, labels) - (isWhole ? 1 : 0)))
  }

  /// What an axis is worth less than a full one with as many labels as are read with ease.
  ///
  /// - Parameters:
  ///   - size: how much larger a cell is than it might be.
  ///   - taken: how many cells hold something of what was asked for.
  private func cost(_ size: Double, _ taken: Int, _ labels: Int) -> Double {
    let isEmpty = Double(taken) < needs.least * Double(needs.cells) - Self.hair
    let few = Double(max(0, needs.fewest - labels))
    return needs.emptiness * (size - 1) + (isEmpty ? 0.5 + size : 0)
      + needs.sparseness * max(0, needs.labels - Double(labels))
      // One label too few is a pity; with three an axis says little, and with two next to nothing.
      + 0.05 * few * (few + 1) + (labels < 3 ? 0.2 : 0)
  }

  /// How many multiples of a step there are in a range, but for rounding.
  private func labels(_ step: Double, in range: AxisRange) -> Int {
    let (first, last) = (range.lower / step, range.upper / step)
    guard first.magnitude < 1e9 && last.magnitude < 1e9 else { return 0 }
    return Int((last + Self.hair).rounded(.down) - (first - Self.hair).rounded(.up)) + 1
  }

  /// How many cells of `shown` hold something of the range, whatever a line's thickness; by halves, so
  /// that no difference overflows.
  private func taken(of shown: AxisRange, _ cell: Double) -> Int {
    let first = 2 * ((range.lower / 2 - shown.lower / 2) / cell)
    let last = 2 * ((range.upper / 2 - shown.lower / 2) / cell)
    guard first.magnitude < 1e9 && last.magnitude < 1e9 else { return 0 }
    return min(needs.cells - 1, Int(last)) - max(0, Int(first)) + 1
  }

  /// With which cells an axis that holds the range may begin, if any, counted from the one that zero is
  /// in.
  private func firsts(
    _ cell: Double, _ place: Double, padding: Double
  ) -> ClosedRange<Double>? {
    let last = (range.lower / cell - padding + place + Self.hair).rounded(.down)
    let first = (range.upper / cell + padding + place - Double(needs.cells) - Self.hair)
      .rounded(.up)
    return first <= last ? first...last : nil
  }

  /// The range by whole cells that begins with a cell, where zero is at `place` of its own.
  private func shown(from first: Double, _ cell: Double, _ place: Double) -> AxisRange? {
    let bottom = first - place
    let (low, high) = (bottom * cell, (bottom + Double(needs.cells)) * cell)
    return low.isFinite && high.isFinite ? AxisRange(low, high) : nil
  }
}
