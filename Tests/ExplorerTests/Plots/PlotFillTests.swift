import Glibc
import NeuralFunctions
import Plotting
import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// How well the plot uses its room, over the whole catalogue in each function's own window.
@Suite struct PlotFillTests {
  static let sizes = [(80, 24), (100, 30), (120, 36), (200, 60)]

  private func layout(_ app: Workbench) -> CurvesLayout {
    CurvesLayout(body: app.body, model: app.curves, chrome: app.theme.appearance.chrome)
  }

  /// On the screen and printed, with every marker and with f′ and f″ in sight: never are there but two
  /// labels, nor is much of the height empty.
  @Test(arguments: Catalogue.entries.map(\.id))
  func curvesFillTheHeightBesideEnoughLabels(_ id: String) {
    for (width, height) in Self.sizes + [(80, 22), (120, 30)] {
      for derivatives in ["", "dd"] {
        let app = Workbench.forTests(on: id, width: width, height: height).typing(derivatives)
        for (body, isPrinted) in [
          (app.body, false), (Rect(Size(width: width, height: height)), true),
        ] {
          for markers in Appearance.Markers.allCases {
            let theme = Theme(Appearance(markers: markers))
            let layout = CurvesLayout(
              body: body, model: app.curves, chrome: theme.appearance.chrome,
              hasSidePanels: !isPrinted)
            let place = "\(width)×\(height) '\(derivatives)' \(markers), printed: \(isPrinted)"
            let rows = layout.plotArea.height
            let labels = layout.plot.yTicks.ticks.count
            #expect(labels >= (rows < 19 ? 3 : 4), "\(place): \(labels) labels")
            // So low a plot may leave a quarter empty; of the largest, which take long to draw, the
            // finest and the coarsest dots are enough.
            guard rows >= 15, height < 60 || [.braille, .ascii].contains(markers) else { continue }
            let share = Double(filled(app.curves, layout, theme)) / Double(rows)
            #expect(share >= 0.85, "\(place): \(share)")
          }
        }
      }
    }
  }

  /// How many rows of a plot hold something of a curve; a jump leaves those between its ends free, and
  /// a kink of f is a jump of f′.
  private func filled(_ model: CurvesModel, _ layout: CurvesLayout, _ theme: Theme) -> Int {
    let cells = CurveSheet(model, on: layout.plot.projection, theme: theme).cells
    let rows = (0..<layout.plotArea.height).filter { y in
      (0..<layout.plotArea.width).contains { cells.isLit(x: $0, y: y) }
    }
    guard let first = rows.first, let last = rows.last else { return 0 }
    let jumps = model.shape.breakpoints.contains {
      $0.kind == .jump || model.derivatives != .none
    }
    return jumps ? last - first + 1 : rows.count
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func ticksOfEqualStepsStandAtEqualDistances(_ id: String) {
    for (width, height) in Self.sizes + [(40, 12), (60, 18)] {
      for markers in [Appearance.Markers.braille, .ascii] {
        let app = Workbench.forTests(on: id, width: width, height: height, markers: markers)
        let plot = layout(app).plot
        let rows = plot.yTicks.ticks.compactMap { plot.projection.row(of: $0.value) }
        let columns = plot.xTicks.ticks.compactMap { plot.projection.column(of: $0.value) }
        #expect(rows.count >= 2 && columns.count >= 2)
        #expect(Set(zip(rows, rows.dropFirst()).map { $0 - $1 }).count == 1, "\(rows)")
        #expect(Set(zip(columns, columns.dropFirst()).map { $1 - $0 }).count == 1, "\(columns)")
        let places = plot.yTicks.ticks.map {
          let down = plot.projection.down($0.value)
          return down - down.rounded(.down)
        }
        #expect(places.allSatisfy { abs($0 - places[0]) < 1e-6 }, "\(places)")
        #expect(abs(places[0] - 0.5) < 0.25 + 1e-6, "\(places)")
        for tick in plot.xTicks.ticks {
          let across = plot.projection.across(tick.value)
          #expect(abs(across - across.rounded(.down) - 0.5) < 1e-6, "\(tick) at \(across)")
        }
        for tick in plot.xTicks.ticks + plot.yTicks.ticks {
          let text = tick.label.replacing("−", with: "-")
          #expect(Double(text) == tick.value, "\(tick)")
        }
      }
    }
  }

  /// Where an axis of other steps would leave much of the height empty or all but two or three rows
  /// without a label, steps of 4, 3, 1.5 and 1.25 stand in, or ticks beside the middle of their rows, in
  /// few of all plots.
  @Test func stepsAreUsualAndLabelsMany() {
    var (unusual, beside, few, all) = (0, 0, 0, 0)
    for id in Catalogue.entries.map(\.id) {
      for (width, height) in Self.sizes {
        for derivatives in ["", "d", "dd"] {
          let plot = layout(
            Workbench.forTests(on: id, width: width, height: height).typing(derivatives)
          )
          .plot
          let step = plot.yTicks.step
          let digits = step / pow(10, floor(log10(step) + 1e-9))
          all += 1
          if ![1, 2, 2.5, 5].contains(where: { abs($0 - digits) < 1e-6 }) { unusual += 1 }
          let down = plot.projection.down(plot.yTicks.ticks[0].value)
          if abs(down - down.rounded(.down) - 0.5) > 0.1 { beside += 1 }
          if plot.plot.height >= 18 && plot.yTicks.ticks.count < 5 { few += 1 }
        }
      }
    }
    #expect(Double(unusual) < 0.12 * Double(all), "\(unusual) of \(all)")
    #expect(Double(beside) < 0.06 * Double(all), "\(beside) of \(all)")
    #expect(Double(few) < 0.15 * Double(all), "\(few) of \(all)")
  }

  @Test(arguments: ["tanh", "sine", "sigmoid"])
  func oneHasALabel(_ id: String) {
    for (width, height) in Self.sizes {
      let ticks = layout(Workbench.forTests(on: id, width: width, height: height)).plot.yTicks.ticks
      #expect(ticks.contains { $0.value == 1 }, "\(width)×\(height): \(ticks.map(\.label))")
    }
  }

  @Test func sigmoidHasATickEveryTenthWhereThereIsRoom() {
    let ticks = layout(Workbench.forTests(on: "sigmoid", width: 100, height: 30)).plot.yTicks.ticks
    for tenth in 0...10 { #expect(ticks.contains { $0.value == Double("\(tenth)e-1") }) }
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func theWindowIsThatOfTheFunctionButForLessThanATick(_ id: String) {
    for (width, height) in Self.sizes {
      let app = Workbench.forTests(on: id, width: width, height: height)
      let (own, shown) = (app.curves.xRange, layout(app).viewport.x)
      #expect(shown.lower <= own.lower && shown.upper >= own.upper)
      #expect(shown.halfWidth <= 1.15 * own.halfWidth, "\(own) shown as \(shown)")
    }
  }

  @Test func thePlotTakesAtLeast56ColumnsOf80() {
    for id in Catalogue.entries.map(\.id) {
      // Every digit is read without the plot moving.
      for keys in ["", "a", "ap", "dgas"] {
        #expect(
          layout(Workbench.forTests(on: id).typing(keys)).plotBox.width >= 56, "\(id) \(keys)")
      }
    }
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func everyDigitIsWholeBesideAPlotOf56Columns(_ id: String) {
    for place in ["-0.3", "0.1", "0.7"] {
      guard Workbench.forTests(on: id).curves.shape.domain.contains(Double(place)!) else {
        continue
      }
      let app = Workbench.forTests(on: id).typing(":\(place)<Enter>a")
      let (x, function) = (app.curves.cursor, app.curves.function)
      let text = app.view.picture
      for value in [x, function.value(x), function.derivative(x), function.secondDerivative(x)] {
        #expect(
          text.contains(NumberText.exact(value).withTrueMinus + "\n") || value.isNaN, "\(value)")
      }
    }
  }

  /// No frame stands beside the labels, nor do they touch what stands to the right.
  @Test(arguments: [(80, 24), (100, 30), (40, 12)])
  func labelsStandClear(_ width: Int, _ height: Int) {
    for id in Catalogue.entries.map(\.id) {
      let app = Workbench.forTests(on: id, width: width, height: height)
      let (layout, frame) = (layout(app), app.view)
      #expect(!frame.picture.contains { "╭╮╰╯".contains($0) })
      let y = layout.plot.gutter.maxY + 1
      let edge = layout.plotBox.maxX - 1
      let touches =
        frame[edge, y].character != " " && edge + 1 < width
        && frame[edge + 1, y].character != " "
      #expect(!touches, "\(id): \(frame.text(row: y))")
    }
  }

  /// Zoomed, panned and with equal units, too.
  @Test(arguments: ["+", "+++", "--", "y", "YY", ",<PgUp>", "e"])
  func ticksStandAtEqualDistancesInEveryWindow(keys: String) {
    for (width, height) in [(80, 24), (100, 30), (91, 27)] {
      for entry in Catalogue.entries {
        let app = Workbench.forTests(on: entry.id, width: width, height: height).typing(keys)
        let layout = layout(app)
        let rows = layout.plot.yTicks.ticks.compactMap { layout.plot.projection.row(of: $0.value) }
        #expect(rows.count >= 2, "\(entry.id) \(keys)")
        let gaps = Set(zip(rows, rows.dropFirst()).map { $0 - $1 })
        #expect(gaps.count == 1, "\(entry.id) \(keys) at \(width)×\(height): \(rows)")
      }
    }
  }

  /// What is panned keeps its scale, and comes back.
  @Test(arguments: ["", "+", "--", "e"])
  func aPannedWindowKeepsItsSize(keys: String) {
    for (width, height) in [(80, 24), (100, 30)] {
      for entry in Catalogue.entries {
        func range(_ more: String) -> AxisRange {
          layout(
            Workbench.forTests(on: entry.id, width: width, height: height).typing(keys + more)
          ).viewport.y
        }
        let start = range("")
        for pans in ["<PgUp>", "<PgUp*7>", "<PgUp><PgDn>"] {
          let ratio = range(pans).halfWidth / start.halfWidth
          #expect(abs(ratio - 1) < 1e-6, "\(entry.id) \(keys) \(pans): \(ratio)")
        }
      }
    }
  }
}
