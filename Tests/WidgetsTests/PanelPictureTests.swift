import TestSupport
import Plotting
import TerminalCells
import Testing
import Widgets

/// Panels as pictures, in all alphabets and at awkward sizes.
@Suite struct PanelPictureTests {
  static let panels: [(name: String, panel: Panel)] = [
    (
      "text",
      .text(
        TextPanel([
          .init("σ′ = σ·(1 − σ)", .title),
          .init("a sentence that is too long for the line and goes on in the next"),
          .init("≤ −0.5 → ½"),
        ]))
    ),
    (
      "table",
      .table(
        TablePanel(
          [.init("name"), .init("value", isNumber: true), .init("note", role: .quiet)],
          [["x", "1.25", "cursor"], ["f(x)", "−0.0960", ""], ["slope", "12.5", "rising"]],
          selected: 1))
    ),
    (
      "bars",
      .bars(
        BarsPanel([.init("p₀", 0.659), .init("p₁", 0.2424), .init("p₂", 0.0986), .init("p₃", .nan)])
      )
    ),
    (
      "signed-bars",
      .bars(BarsPanel([.init("x₀", 2), .init("x₁", -1), .init("x₂", 0)], selected: 1))
    ),
    (
      "sliders",
      .sliders(
        SliderPanel(
          [
            Slider("alpha", symbol: "α", value: 0.2, default: 0.01, in: 0...1, step: 0.01),
            Slider(
              "t", symbol: "T", value: 1, default: 1, in: 0.01...100, step: 1, scale: .logarithmic),
            Slider("w", value: 9, default: 1, in: -4...4, step: 0.1),
          ], selected: 1))
    ),
    (
      "plot",
      .plot(
        PlotPanel(
          Viewport(x: AxisRange(-3, 3), y: AxisRange(-1, 1)),
          [
            .init("f") { $0 / (1 + $0 * $0) },
            .init("f′", .derivative, dash: .dashed) {
              (1 - $0 * $0) / ((1 + $0 * $0) * (1 + $0 * $0))
            },
          ], points: [.init(x: 1, y: 0.5)], labels: [.init("peak", x: 1.2, y: 0.7)], cursor: 1))
    ),
    (
      "heatmap",
      .heatmap(
        HeatmapPanel(
          rows: 3, columns: 3, scale: DivergingScale(extent: 0.25, levels: 9),
          selected: MatrixIndex(row: 1, column: 2)
        ) { row, column in row == column ? 0.2 : -0.1 })
    ),
    (
      "contours",
      .contours(
        ContourPanel(
          Viewport(x: AxisRange(-2, 2), y: AxisRange(-2, 2)), levels: [0.5, 1, 2],
          path: [.init(x: -1.5, y: 1.5), .init(x: -0.5, y: 1), .init(x: 0, y: 0)],
          points: [.init(x: 0, y: 0)]
        ) { x, y in x * x + y * y / 2 })
    ),
    (
      "boxes",
      .boxes(
        BoxPanel(
          [
            .init("x", [.init("1.5")]),
            .init("w·x + b", [.init("2"), .init("∂ 0.25", .derivative)]),
            .init("σ", [.init("0.88")]),
          ], arrows: ["1.5", "2"], selected: 1))
    ),
  ]

  private static func picture(
    _ panel: Panel, _ size: Size, _ markers: Appearance.Markers, title: String
  ) -> String {
    let theme = Theme(Appearance(colors: .none, markers: markers))
    var painter = Painter(size, theme: theme)
    Placed("panel", in: Rect(size), title: title, panel).draw(with: &painter)
    return painter.frame.picture
  }

  @Test(arguments: panels.map(\.name))
  func inAllAlphabets(name: String) throws {
    let panel = try #require(Self.panels.first { $0.name == name }).panel
    var text = ""
    for markers in Appearance.Markers.allCases {
      for size in [Size(width: 48, height: 12), Size(width: 22, height: 6)] {
        text += "\(markers.name), \(size.width)×\(size.height)\n"
        text += Self.picture(panel, size, markers, title: name) + "\n\n"
      }
    }
    expectPicture(text, name)
  }

  @Test(arguments: panels.map(\.name))
  func everySizeIsDrawnWithinItsFrameAndInASCIIAllIsASCII(name: String) throws {
    let panel = try #require(Self.panels.first { $0.name == name }).panel
    for width in [0, 1, 2, 3, 5, 8, 13, 21, 34, 80] {
      for height in [0, 1, 2, 3, 4, 5, 8, 13, 30] {
        let size = Size(width: width + 4, height: height + 2)
        let rect = Rect(x: 2, y: 1, width: width, height: height)
        var painter = Painter(
          size, theme: Theme(Appearance(colors: .none, markers: .ascii)))
        let placed = Placed("panel", in: rect, title: name, panel)
        placed.draw(with: &painter)
        for y in 0..<size.height {
          for x in 0..<size.width {
            let cell = painter.frame[x, y]
            #expect(cell.character.isASCII)
            if !rect.contains(x: x, y: y) { #expect(cell.character == " ", "\(width)×\(height)") }
            _ = placed.place(x: x, y: y, looks: Appearance(markers: .ascii))
          }
        }
      }
    }
  }

  @Test func whatIsUnderThePointerIsInThePanelsOwnUnits() throws {
    func place(_ name: String, x: Int, y: Int) -> PanelPlace? {
      let panel = Self.panels.first { $0.name == name }!.panel
      return Placed("panel", in: Rect(x: 0, y: 0, width: 44, height: 12), panel)
        .place(x: x, y: y, looks: Appearance())
    }
    #expect(place("table", x: 5, y: 3) == .item(1))
    #expect(place("table", x: 5, y: 1) == nil)
    #expect(place("text", x: 5, y: 3) == .item(1))
    #expect(place("bars", x: 20, y: 2) == .item(1))
    #expect(place("sliders", x: 3, y: 2) == .item(1))
    #expect(place("sliders", x: 41, y: 1) == .value(0, 1))
    #expect(place("sliders", x: 15, y: 2) == .value(1, 0.01))
    guard case .point(let x, let y)? = place("plot", x: 24, y: 5) else {
      Issue.record("no point")
      return
    }
    #expect(abs(x) < 0.5 && abs(y) < 0.3)
  }
}

/// The bench as pictures.
@Suite struct WorkbenchPictureTests {
  @Test(arguments: [
    (80, 24, ""), (80, 24, "d l l ] :am"), (40, 10, "l"), (30, 9, ""), (29, 8, ""), (100, 30, "?"),
  ])
  func benches(width: Int, height: Int, keys: String) throws {
    var text = ""
    for markers in [Appearance.Markers.braille, .ascii] {
      let bench = Workbench.forTests(width: width, height: height, markers: markers)
      text += try bench.playing(keys).view.picture + "\n\n"
    }
    let name = keys.filter { $0.isLetter || $0 == "?" }.replacing("?", with: "help")
    expectPicture(text, "bench-\(width)x\(height)-\(name)")
  }

  /// What draws itself has all of its rectangle; what has no frame, the places of the frame, too.
  @Test func aPanelMayDoWithoutAFrame() {
    let (rect, looks) = (Rect(x: 2, y: 1, width: 9, height: 2), Appearance(colors: .none))
    let drawn = Placed(
      "drawn", in: rect, title: "unseen",
      .drawn(
        DrawnPanel(place: { x, y, rect, _ in .item(10 * (y - rect.y) + x - rect.x) }) {
          painter, rect in
          painter.write("∂ drawn", x: rect.x, y: rect.y)
        }))
    let text = Placed(
      "text", in: rect, isFramed: false, .text(TextPanel([.init("a"), .init("b")])))
    var painter = Painter(Size(width: 12, height: 3), theme: Theme(looks))
    drawn.draw(with: &painter)
    #expect(painter.frame.text(row: 1) == "  ∂ drawn   ")
    #expect(drawn.place(x: 4, y: 2, looks: looks) == .item(12))
    #expect(drawn.place(x: 1, y: 2, looks: looks) == nil)
    text.draw(with: &painter)
    #expect(painter.frame.text(row: 2) == "   b        ")
    #expect(text.place(x: 2, y: 2, looks: looks) == .item(1))
  }
}
