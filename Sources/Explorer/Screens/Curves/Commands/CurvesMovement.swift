import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// Moving the cursor and the window.
extension CurvesScreen {
  private static let zoomFactor = 1.25

  mutating func move(by steps: Int, in context: ScreenContext) {
    let step = DecimalStep(notAbove: 2 * columnWidth(in: context))
    moveCursor(to: step.advance(model.cursor, by: steps))
  }

  mutating func moveFinely(by steps: Int, in context: ScreenContext) {
    // A Braille dot is half a column; ten steps of the decimal below it are enough to land.
    let step = DecimalStep(notAbove: columnWidth(in: context) / 2)
    moveCursor(to: step.advance(model.cursor, by: steps))
  }

  /// Half of what x goes on by from one column of the plot to the next.
  private func columnWidth(in context: ScreenContext) -> Double {
    model.xRange.halfWidth / Double(max(8, plotWidth(in: context)))
  }

  /// Moves the cursor as far as the domain goes; the window follows it.
  ///
  /// - Parameter snapping: whether that is a place on a grid or under the mouse, which may mean a
  ///   breakpoint beside it. What was typed stands as it is.
  mutating func moveCursor(to x: Double, snapping: Bool = true) {
    let place = model.shape.domain.nearestFinite(to: x)
    let range = model.xRange
    let followed = range.following(place)
    if followed != range { change { $0.x = followed } }
    state.at = snapping ? snapped(place) : place
    state.told = .place
  }

  /// The place that is meant by one on a grid or under the mouse.
  func snapped(_ x: Double) -> Double {
    let model = self.model
    return model.shape.nearestPlace(to: x, seenIn: model.xRange)
  }

  mutating func goTo(_ x: Double) throws(Refusal) {
    let domain = model.shape.domain
    guard domain.contains(x) else {
      let variable = model.function.variable.unicode
      throw Refusal(
        "\(variable) = \(NumberText.brief(x)) is outside the domain; \(domain.inWords) is accepted."
      )
    }
    moveCursor(to: x, snapping: false)
  }

  /// Changes the window. The cursor stays where it is seen, or goes to the middle if it would be no more.
  private mutating func changeWindow(_ edit: (inout CurvesState) -> Void) {
    let seen = model.cursor
    change(edit)
    let after = model
    if !after.xRange.contains(seen) {
      moveCursor(to: after.xRange.center)
    } else if after.cursor != seen {
      state.at = seen
    }
  }

  /// Goes some points of note to the right, as far as there are any.
  mutating func jump(by steps: Int) throws(Refusal) {
    for _ in 0..<min(abs(steps), 1000) { try jump(direction: steps > 0 ? 1 : -1) }
  }

  private mutating func jump(direction: Int) throws(Refusal) {
    let model = self.model
    let key = CurvesMemory.PointKey(
      sight: model.sight, saturation: model.saturation, x: model.cursor.bitPattern,
      direction: direction)
    let answer = memory.nextPoint.value(for: key) {
      PointsOfInterest(model).next(from: model.cursor, direction: direction)
    }
    guard case .point(let point) = answer else {
      throw Refusal(refusal(answer, side: direction > 0 ? "right" : "left"))
    }
    moveCursor(to: point.x)
    state.told = .point
  }

  private func refusal(_ answer: PointsOfInterest.Answer, side: String) -> String {
    let points = "zero, extremum, inflection or kink"
    switch answer {
    case .noneUpTo(let end):
      return "No \(points) \(side) up to \(NumberText.brief(end).withTrueMinus); "
        + "further out was not searched."
    case .tooCoarse:
      return
        "\(model.function.name) swings between neighbouring Doubles here, so no point can be named."
    default: return "No \(points) further \(side); - zooms out."
    }
  }

  // MARK: The window

  mutating func setWindow(x range: AxisRange) {
    changeWindow { $0.x = AxisRange(range.lower + 0, range.upper + 0) }
    if !model.shape.isDefined(in: range) {
      let name = model.entry.description.name
      session.notice =
        "\(name) is not defined there; the window is kept for functions that are."
    }
  }

  enum Axes { case x, y, both }

  /// - Parameter point: what keeps its place; the cursor where it is nil.
  mutating func zoom(
    by steps: Int, _ axes: Axes, about point: (x: Double?, y: Double?) = (nil, nil),
    in context: ScreenContext
  ) {
    let model = self.model
    let factor = steps > 0 ? 1 / Self.zoomFactor : Self.zoomFactor
    let value = model.function.value(model.cursor)
    var viewport = shownViewport(in: context)
    let y = point.y ?? (viewport.y.contains(value) ? value : viewport.y.center)
    // No zoom goes further than from one end of Double to the other.
    for _ in 0..<min(abs(steps), 10_000) {
      viewport = viewport.zoomed(
        by: factor, aboutX: axes == .y ? nil : point.x ?? model.cursor, y: axes == .x ? nil : y)
    }
    changeWindow { [viewport] in
      if axes != .y { $0.x = viewport.x }
      // A y range chosen by hand is kept; zooming x alone lets it follow the curves.
      if axes != .x { $0.height = .chosen(viewport.y) }
    }
  }

  /// The window with the y range that is shown, of which the x range is the user's to the last bit.
  private func shownViewport(in context: ScreenContext) -> Viewport {
    Viewport(x: model.xRange, y: layout(in: context).viewport.y)
  }

  mutating func pan(x: Int, y: Int, in context: ScreenContext) {
    let layout = layout(in: context)
    // By whole cells, so that ticks stay where they are in theirs, and the window as large as it is.
    func tenths(_ steps: Int, of cells: Int) -> Double {
      Double(steps) * max(1, (Double(cells) / 10).rounded()) / Double(max(1, cells))
    }
    let size = layout.plotArea.size
    let panned = layout.viewport.panned(
      x: tenths(x, of: size.width), y: tenths(y, of: size.height))
    changeWindow {
      if x != 0 { $0.x = panned.x }
      if y != 0 { $0.height = .chosen(panned.y) }
    }
  }

  mutating func equaliseAspect(in context: ScreenContext) {
    let layout = layout(in: context)
    let equal = layout.viewport.withEqualAspect(on: layout.plotArea.size)
    changeWindow {
      $0.x = equal.x
      $0.height = .chosen(equal.y)
    }
  }
}
