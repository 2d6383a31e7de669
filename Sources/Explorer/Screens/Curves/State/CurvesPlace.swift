import NeuralFunctions
import Plotting
import Wording

extension CurvesModel {
  /// Where the window and the cursor are, which the user may have put where a function is not defined.
  struct Place {
    let xRange: AxisRange
    let cursor: Double

    init(_ state: CurvesState, _ drawn: Drawn, showsAsAsked: Bool) {
      let shape = drawn.function.shape
      let wanted = state.x.flatMap { showsAsAsked || shape.isDefined(in: $0) ? $0 : nil }
      xRange = wanted ?? drawn.ownX
      let place = shape.domain.nearestFinite(to: state.at)
      if showsAsAsked || (shape.isPlace(state.at, seenIn: xRange) && xRange.contains(place)) {
        cursor = place
      } else if wanted != nil {
        // As near as may be in a window the user set.
        cursor = shape.domain.nearestFinite(to: min(max(state.at, xRange.lower), xRange.upper))
      } else {
        cursor = shape.startingPlace(in: xRange)
      }
    }
  }

  /// Whether the cursor stands where the user put it.
  var isCursorThere: Bool {
    shape.isPlace(state.at, seenIn: xRange) && cursor == shape.domain.nearestFinite(to: state.at)
  }
}

extension FunctionShape {
  /// Somewhere to begin reading that is neither an end nor the dullest point.
  func startingPlace(in window: AxisRange) -> Double {
    domain.nearestFinite(
      to: DecimalStep(notAbove: window.halfWidth / 5).nearest(to: window.value(at: 0.6)))
  }

  /// The nearest place in the domain: where the function breaks, if `x` is that but for rounding, as
  /// where −b/w is no Double.
  func nearestPlace(to x: Double, seenIn window: AxisRange) -> Double {
    domain.nearestFinite(to: snapped(x, within: snapDistance(at: x, in: window)))
  }

  /// Whether the function is defined at `x`, but for rounding.
  func isPlace(_ x: Double, seenIn window: AxisRange) -> Bool {
    (domain.nearestFinite(to: x) - x).magnitude <= snapDistance(at: x, in: window)
  }

  /// Far less than a plot or a reading can tell; in a window that dwarfs the function, far less than
  /// its own would tell.
  private func snapDistance(at x: Double, in range: AxisRange) -> Double {
    max(4 * x.ulp, min(range.halfWidth, window.halfWidth) * 0x1p-46)
  }

  /// `x`, or the nearest point where the function breaks, if that is no farther away than this.
  private func snapped(_ x: Double, within distance: Double) -> Double {
    breakpoints.map(\.x).filter { ($0 - x).magnitude <= distance }
      .min { ($0 - x).magnitude < ($1 - x).magnitude } ?? x
  }
}
