import Wording

extension Ticks {
  /// As many ticks as have room for their labels below an axis of `width` columns.
  ///
  /// - Parameters:
  ///   - overhang: how far labels may reach beyond either end of the axis, in columns.
  ///   - gap: the least number of blank columns between two labels.
  public static func horizontal(
    _ range: AxisRange, width: Int, overhang: (left: Int, right: Int) = (0, 0), gap: Int = 3,
    minus: Minus = .unicode
  ) -> Ticks {
    guard width > 0 else { return .none }
    let space = -max(0, overhang.left)..<width + max(0, overhang.right)
    let projection = Projection(
      Viewport(x: range, y: range), onto: .init(x: 0, y: 0, width: width, height: 1))
    return finest(range, limit: width / (max(0, gap) + 1) + 1, minus: minus) { ticks in
      var end = Int.min
      for tick in ticks.ticks {
        guard let column = projection.column(of: tick.value) else { return false }
        let label = labelSpan(of: tick.label.count, at: column, in: space)
        guard label.upperBound <= space.upperBound, end == .min || label.lowerBound >= end + gap
        else { return false }
        end = label.upperBound
      }
      return true
    }
  }

  /// As many ticks as fit beside an axis of `height` rows, at least `spacing` rows apart.
  public static func vertical(
    _ range: AxisRange, height: Int, spacing: Int = 2, minus: Minus = .unicode
  ) -> Ticks {
    guard height > 0 else { return .none }
    let projection = Projection(
      Viewport(x: range, y: range), onto: .init(x: 0, y: 0, width: 1, height: height))
    return finest(range, limit: height / max(1, spacing) + 1, minus: minus) { ticks in
      let rows = ticks.ticks.compactMap { projection.row(of: $0.value) }
      return zip(rows, rows.dropFirst()).allSatisfy { $0 - $1 >= max(1, spacing) }
    }
  }

  /// The columns of a label of `width` columns centred on `column`, kept inside `space`.
  static func labelSpan(of width: Int, at column: Int, in space: Range<Int>) -> Range<Int> {
    let start = max(space.lowerBound, min(column - (width - 1) / 2, space.upperBound - width))
    return start..<start + width
  }

  /// The ticks with the smallest step that `fits`, not many more than `limit`.
  private static func finest(
    _ range: AxisRange, limit: Int, minus: Minus, fits: (Ticks) -> Bool
  ) -> Ticks {
    var step = TickStep(notAbove: range.halfWidth / Double(limit) * 2)
    // 1-2-5 steps grow tenfold in three; past the width of the window no two ticks are left.
    for _ in 0..<3 * (digitCount(limit) + 2) {
      if let numbers = step.multiples(in: range, limit: 3 * limit) {
        let written = TickLabels(of: numbers, minus: minus)
        let ticks = Ticks(
          ticks: zip(numbers, written.labels).map { Tick(value: $0.value, label: $1) },
          offset: written.offset, step: step.value)
        if fits(ticks) { return ticks }
      }
      step.advance()
    }
    return .none
  }
}
