import NeuralFunctions
import Plotting
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// How the lines of the plot are told apart, and that each is seen.
@Suite struct PlotStrokeTests {
  private func app(
    _ id: String, width: Int = 80, height: Int = 24,
    colors: Appearance.ColorDepth = .palette, markers: Appearance.Markers = .braille
  ) -> Workbench {
    Workbench.forTests(on: id, width: width, height: height, markers: markers, colors: colors)
  }

  private func layout(_ app: Workbench) -> CurvesLayout {
    CurvesLayout(body: app.body, model: app.curves, chrome: app.theme.appearance.chrome)
  }

  private func legend(_ app: Workbench) -> String {
    let rect = layout(app).legend
    return String(app.view.text(row: rect.y).dropFirst(rect.x).prefix(rect.width))
  }

  // MARK: f

  /// In every column that f passes it has two dots, and no column between is left out.
  @Test(arguments: Catalogue.entries.map(\.id))
  func fIsTwoDotsThickAndClosed(_ id: String) {
    for (width, height) in [(80, 24), (120, 36)] {
      let app = app(id, width: width, height: height)
      let projection = layout(app).plot.projection
      var canvas = Canvas(projection.area.size, markers: .braille)
      let curve = Sampler(projection, for: .braille)
        .curve(breaks: app.curves.shape.breaks(.value), app.curves.function.value)
      canvas.draw(curve.trace, PlottedLine.function.stroke(app.theme))
      for line in curve.trace.polylines {
        guard let first = line.map(\.x).min(), let last = line.map(\.x).max(),
          let top = line.map(\.y).min(), let bottom = line.map(\.y).max()
        else { continue }
        for column in Int(first * 2)..<Int(last * 2) {
          let dots = (0..<projection.area.height * 4).filter {
            canvas.hasDot(column: column, row: $0)
          }
          // At the very edge of the plot there is room for one.
          let isAtEdge = dots.first == 0 || dots.last == projection.area.height * 4 - 1
          #expect(dots.count >= (isAtEdge ? 1 : 2), "column \(column)")
        }
        for row in Int(top * 4)..<Int(bottom * 4) {
          let isClosed = (0..<projection.area.width * 2).contains {
            canvas.hasDot(column: $0, row: row)
          }
          #expect(isClosed, "row \(row)")
        }
      }
    }
  }

  // MARK: The others

  @Test(arguments: Catalogue.entries.map(\.id))
  func inASCIITheTangentLeavesFAsItIs(_ id: String) {
    for keys in ["", "d", "lllll"] {
      let drawn = app(id, markers: .ascii).typing(keys)
      let plain = drawn.typing("t")
      let (area, a, b) = (layout(drawn).plotArea, drawn.view, plain.view)
      guard layout(plain).plotArea == area else { continue }
      for y in area.y..<area.maxY {
        for x in area.x..<area.maxX where b[x, y].character == "*" {
          #expect(a[x, y].character == "*", "\(id) at \(x), \(y)")
        }
      }
    }
  }

  /// Each curve is seen in its colour, and in ASCII by its character, however many there are.
  @Test(arguments: [Appearance.Markers.braille, .sextants, .blocks, .halfBlocks, .ascii])
  func everyLineIsSeen(_ markers: Appearance.Markers) {
    let app = app("tanh", width: 100, height: 30, markers: markers).typing(
      "kpjjpjjpjjp:tanh<Enter>ds")
    let theme = app.theme
    let lines: [PlottedLine] = [
      .function, .derivative, .secondDerivative, .tangent, .secant, .pin(0), .pin(1), .pin(2),
      .pin(3),
    ]
    let (area, frame) = (layout(app).plotArea, app.view)
    for line in lines {
      let style = line.style(theme)
      let cells = (area.y..<area.maxY).flatMap { y in
        (area.x..<area.maxX).map { frame[$0, y] }
      }.filter { $0.style.foreground == style.foreground && $0.character != " " }
      #expect(cells.count >= 4, "\(line)")
    }
  }

  @Test func inASCIIEachLineHasACharacterOfItsOwn() {
    let app = app("tanh", width: 120, height: 36, colors: .none, markers: .ascii)
      .typing("kpjjpjjpjjp:tanh<Enter>ds")
    let area = layout(app).plotArea
    let text = (area.y..<area.maxY).map {
      String(app.view.text(row: $0).dropFirst(area.x).prefix(area.width))
    }.joined()
    for character in "*+x~1234@" { #expect(text.contains(character), "\(character)") }
    #expect(text.contains { "/.-'_".contains($0) })
  }

  @Test func withoutColourEachLineHasAStrokeOfItsOwn() {
    let theme = app("tanh", colors: .none).theme
    let lines: [PlottedLine] = [
      .function, .derivative, .secondDerivative, .secant, .pin(0), .pin(1), .pin(2), .pin(3),
    ]
    let strokes = lines.map { $0.stroke(theme) }
    for (index, stroke) in strokes.enumerated() {
      for other in strokes[(index + 1)...] {
        #expect(stroke.dash != other.dash || stroke.weight != other.weight)
      }
    }
    #expect(PlottedLine.tangent.stroke(theme).dash == .solid)
    #expect(PlottedLine.tangent.stroke(theme).weight == .hair)
  }

  @Test func pinsAreNamedWholeBesideTheirCurves() {
    let pinned = app("tanh", width: 120, height: 36).typing("kpjjp:tanh<Enter>")
    let (area, frame) = (layout(pinned).plotArea, pinned.view)
    let text = (area.y..<area.maxY).map {
      String(frame.text(row: $0).dropFirst(area.x).prefix(area.width))
    }.joined(separator: "\n")
    #expect(text.contains("1 sigmoid") && text.contains("2 log-sigmoid"))
  }

  @Test func namesOfPinsAreWholeInTheSmallestWindowWithPanels() {
    let pinned = app("tanh").typing(
      "/leaky<Enter>p/relu6<Enter>p/silu<Enter>p/mish<Enter>p/tanh<Enter>")
    for name in ["1 leaky ReLU", "2 ReLU6", "3 SiLU", "4 Mish"] {
      #expect(pinned.view.picture.contains(name + " "), "\(name)")
    }
  }

  // MARK: The legend

  @Test func thePlotOfAWindowWithoutCurvesNamesNone() {
    for companions in [[], ["tanh", "relu"]] {
      let picture = PlotPicture(
        Catalogue.entry(named: "sigmoid")!,
        companions: companions.map { Catalogue.entry(named: $0)! },
        y: 20...30)
      let first = picture.frame(Size(width: 100, height: 24), appearance: Appearance())
        .picture.split(separator: "\n")[0]
      #expect(first.trimmingPrefix(" ") == "sigmoid  σ(x) = 1 / (1 + e⁻ˣ)", "\(first)")
    }
  }

  @Test func theMarkersInUseAreNamedWhenTheyChange() {
    var app = app("tanh")
    for name in ["blocks", "sextants, which not every font has", "half blocks", "ASCII", "Braille"]
    {
      app.type("m")
      #expect(app.view.picture.contains("drawn with \(name)"), "\(name)")
    }
    app.type("l")
    #expect(!app.view.picture.contains("drawn with"))
  }

  @Test func atAJumpTheNamesOfBothColumnsStandApart() {
    let app = app("hardshrink")
    #expect(app.view.picture.contains("hshrink hshrink′"))
  }

  @Test func whatIsNotInSightIsNotInTheLegend() {
    #expect(legend(app("relu")).contains("tangent"))
    #expect(!legend(app("relu").typing(":0<Enter>")).contains("tan"))
    #expect(legend(app("sigmoid")).contains("σ′"))
    let high = app("sigmoid").typing(":\"y 0.5 1\"<Enter>")
    #expect(!legend(high).contains("σ′"), "\(legend(high))")
    #expect(legend(high).contains("━━ σ"))
  }

  @Test func theLegendShowsTheStrokes() {
    let app = app("sigmoid", width: 120, height: 36).typing("ds")
    for sample in ["━━ σ", "╍╍ σ′", "•• σ″", "── tangent", "╌╌ forward secant"] {
      #expect(legend(app).contains(sample), "\(legend(app))")
    }
  }

  // MARK: The cursor

  /// The mark of f is one cell, in the row of dots of the value, and the curve goes on at both sides.
  @Test(arguments: Catalogue.entries.map(\.id))
  func theCursorsMarkStandsOnTheValue(_ id: String) {
    let rows: [Character: Set<Int>] = ["▀": [0, 1], "■": [1, 2], "▄": [2, 3]]
    var app = app(id)
    for _ in 0..<12 {
      app.type("lll")
      let projection = layout(app).plot.projection
      let (x, y) = (app.curves.cursor, app.curves.function.value(app.curves.cursor))
      guard projection.viewport.y.contains(y), projection.viewport.x.contains(x) else { continue }
      let frame = app.view
      let (column, row) = (projection.column(of: x)!, projection.row(of: y)!)
      let cell = frame[column, row]
      #expect(cell.style == app.theme.cursor, "\(id) at \(x)")
      let place = projection.down(y) + 0x1p-20
      let line = min(3, Int((place - place.rounded(.down)) * 4))
      #expect(rows[cell.character]?.contains(line) == true, "\(id) at \(x): \(cell.character)")
      let isBeside = [column - 1, column + 1].allSatisfy { x in
        !projection.area.contains(x: x, y: row) || frame[x, row].character != cell.character
      }
      #expect(isBeside, "\(id) at \(x)")
    }
  }

  /// So it does where dots are blocks, but for terminals without colour, where a square would look
  /// like a part of the curve.
  @Test(arguments: [Appearance.Markers.halfBlocks, .blocks, .sextants])
  func amongBlocksTheCursorsMarkStandsOnTheValueToo(_ markers: Appearance.Markers) {
    for id in ["gelu", "bce", "sigmoid", "mse"] {
      for key in 0..<8 {
        let app = app(id, markers: markers).typing(String(repeating: "l", count: 3 * key))
        let projection = layout(app).plot.projection
        let (x, y) = (app.curves.cursor, app.curves.function.value(app.curves.cursor))
        guard let column = projection.column(of: x), let row = projection.row(of: y) else {
          continue
        }
        let cell = app.view[column, row]
        #expect(cell.style == app.theme.cursor && "▀■▄".contains(cell.character))
        let place = projection.down(y) + 0x1p-20 - projection.down(y).rounded(.down)
        #expect((cell.character == "▀") ? place <= 0.5 : cell.character == "■" || place >= 0.5)
      }
      let mono = app(id, colors: .none, markers: markers)
      let marked = mono.view.cells.filter { "●◆".contains($0.character) }
      #expect(!marked.isEmpty)
    }
  }

  /// Plot and labels take all but a column of what the panels leave, which is 56 of 80.
  @Test(arguments: Catalogue.entries.map(\.id))
  func atEightyColumnsThePlotHasFiftySix(_ id: String) {
    let drawn = layout(app(id))
    #expect(drawn.plotBox.x == 0 && drawn.plotArea.maxX == 56 && drawn.cursorPanel.x == 57)
    let legend = drawn.legend
    if legend.y != drawn.title.y { #expect(legend.maxX - 1 <= drawn.cursorPanel.x - 3) }
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func theMarksOfFAndItsDerivativeNeverMerge(_ id: String) {
    for (width, height) in [(80, 24), (40, 12), (120, 36)] {
      let app = app(id, width: width, height: height)
      let (projection, frame) = (layout(app).plot.projection, app.view)
      let area = projection.area
      let cursor = app.theme.cursor
      let marked = (area.y..<area.maxY).flatMap { y in
        (area.x..<area.maxX).filter { frame[$0, y].style == cursor }.map { (x: $0, y: y) }
      }
      #expect(marked.count == 1 || marked.count == 2, "\(width)×\(height): \(marked)")
      #expect(Set(marked.map(\.x)).count == 1)
      #expect(marked.allSatisfy { "▀■▄".contains(frame[$0.x, $0.y].character) })
      guard marked.count == 2, marked[0].y + 1 == marked[1].y else { continue }
      let touches =
        frame[marked[0].x, marked[0].y].character == "▄"
        && frame[marked[1].x, marked[1].y].character == "▀"
      #expect(!touches)
    }
  }

  @Test(arguments: ["sigmoid", "tanh", "relu", "bce", "exponential"])
  func namesStepAsideForTheCursor(_ id: String) {
    for keys in ["", "d"] {
      var app = app(id).typing(keys)
      let wide = layout(app).plotArea
      for column in wide.x..<wide.maxX {
        _ = app.update(.mouse(Mouse(.press, x: column, y: wide.y + 3)))
        let (area, frame) = (layout(app).plotArea, app.view)
        let projection = layout(app).plot.projection
        guard let cursor = projection.column(of: app.curves.cursor) else { continue }
        for y in area.y..<area.maxY {
          for x in max(area.x, cursor - 1)..<min(area.maxX, cursor + 2) {
            let character = frame[x, y].character
            #expect(!character.isLetter && !"′″".contains(character), "\(id), \(column)")
          }
        }
      }
    }
  }
}
