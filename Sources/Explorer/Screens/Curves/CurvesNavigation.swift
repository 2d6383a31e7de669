import NeuralFunctions
import Plotting
import TerminalCells
import Wording

/// Moving the cursor and the window.
extension CurvesScreen {
  private static let zoomFactor = 1.25

  mutating func move(by steps: Int, _ kind: CurvesCommand.Step, in context: ScreenContext) {
    let x = model.xRange
    let columns = Double(max(8, plotWidth(in: context)))
    switch kind {
    case .single:
      let step = DecimalStep(notAbove: 2 * x.halfWidth / columns)
      moveCursor(to: step.advance(model.cursor, by: steps))
    case .tenfold:
      let step = DecimalStep(notAbove: 2 * x.halfWidth / columns)
      moveCursor(to: step.advance(model.cursor, by: 10 * steps))
    case .pixel:
      // A Braille dot is half a column; ten steps of the decimal below it are enough to land.
      let step = DecimalStep(notAbove: x.halfWidth / columns / 2)
      moveCursor(to: step.advance(model.cursor, by: steps))
    }
  }

  /// Moves the cursor as far as the domain goes; the window follows it.
  ///
  /// - Parameter snapping: whether a breakpoint beside `x` may be meant, which was not typed.
  mutating func moveCursor(to x: Double, snapping: Bool = true) {
    let place = model.shape.domain.nearestFinite(to: x)
    let followed = model.xRange.following(place)
    if followed != model.xRange { model.setWindow(x: followed, kind: "follow") }
    model.placeCursor(at: place, snapping: snapping)
  }

  mutating func keepCursorInSight() {
    if !model.xRange.contains(model.cursor) { moveCursor(to: model.xRange.center) }
  }

  mutating func jump(_ direction: Int) {
    let key = CurvesMemory.PointKey(
      view: model.view, saturation: model.saturation, x: model.cursor.bitPattern,
      direction: direction)
    let answer = memory.nextPoint.value(for: key) {
      PointsOfInterest(model).next(from: model.cursor, direction: direction)
    }
    guard case .point(var point) = answer else {
      model.refusal = refusal(answer, side: direction > 0 ? "right" : "left")
      return
    }
    moveCursor(to: point.x)
    // At a breakpoint the cursor stands where the function breaks, to the last bit.
    point.x = model.cursor
    model.landed = point
  }

  private func refusal(_ answer: PointsOfInterest.Answer, side: String) -> String {
    let points = "zero, extremum, inflection or kink"
    switch answer {
    case .noneUpTo(let end):
      return "No \(points) \(side) up to \(NumberText.brief(end).withTrueMinus); "
        + "beyond was not looked at."
    case .tooCoarse:
      return "\(model.function.name) swings from one Double to the next here: no point can be told."
    default: return "No \(points) further \(side); - zooms out."
    }
  }

  mutating func zoom(
    by steps: Int, _ axes: CurvesCommand.Axes, about point: (x: Double, y: Double)? = nil,
    in context: ScreenContext
  ) {
    let factor = steps > 0 ? 1 / Self.zoomFactor : Self.zoomFactor
    let viewport = shownViewport(in: context)
    let value = model.function.value(model.cursor)
    let y = point?.y ?? (viewport.y.contains(value) ? value : viewport.y.center)
    let zoomed = viewport.zoomed(
      by: factor, aboutX: axes == .y ? nil : point?.x ?? model.cursor, y: axes == .x ? nil : y)
    model.change(kind: "zoom") {
      $0.viewport = zoomed
      if axes != .y { $0.wantedX = zoomed.x }
      // A y range chosen by hand is kept; zooming x alone lets it follow the curves.
      if axes != .x { $0.fitsVertically = false }
    }
    keepCursorInSight()
  }

  /// The window with the y range that is shown, of which the x range is the user's to the last bit.
  private func shownViewport(in context: ScreenContext) -> Viewport {
    Viewport(x: model.xRange, y: layout(in: context).viewport.y)
  }

  mutating func pan(x: Int, y: Int, in context: ScreenContext) {
    let panned = shownViewport(in: context).panned(x: Double(x) / 10, y: Double(y) / 10)
    model.change(kind: "pan") {
      $0.viewport = panned
      if x != 0 { $0.wantedX = panned.x }
      if y != 0 { $0.fitsVertically = false }
    }
    keepCursorInSight()
  }

  mutating func equaliseAspect(in context: ScreenContext) {
    let layout = layout(in: context)
    let equal = layout.viewport.withEqualAspect(on: layout.plotArea.size)
    model.change {
      $0.viewport = equal
      $0.wantedX = equal.x
      $0.fitsVertically = false
    }
  }
}
