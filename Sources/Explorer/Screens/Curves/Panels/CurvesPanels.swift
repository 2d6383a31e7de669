import TerminalCells
import Widgets

/// The panels of the screen, each drawn by a type of its own.
struct CurvesPanels {
  /// What lines and tests call them.
  static let (plot, list) = ("plot", "functions")

  private let model: CurvesModel
  private let layout: CurvesLayout

  init(_ model: CurvesModel, in context: ScreenContext) {
    self.model = model
    layout = CurvesLayout(
      body: context.body, model: model, chrome: context.appearance.chrome, memory: model.memory,
      isPresenting: context.appearance.isPresenting)
  }

  var placed: [Placed] {
    let (model, layout) = (model, layout)
    let readings = model.readings
    return [
      Placed(
        Self.plot, in: layout.plotBox,
        .drawn(
          DrawnPanel(place: { x, y, _, _ in layout.point(x: x, y: y) }) { painter, _ in
            CurvesPlotPanel(model: model, layout: layout, memory: model.memory, readings: readings)
              .draw(with: &painter)
          })),
      drawn("large readings", in: layout.largeReadings) { painter, rect in
        LargeReadingsPanel(model: model, readings: readings).draw(with: &painter, in: rect)
      },
      drawn("cursor", in: layout.cursorPanel) { painter, rect in
        CursorPanel(model: model, readings: readings).draw(with: &painter, in: rect)
      },
      drawn("parameters", in: layout.parameterPanel) { painter, rect in
        ParameterPanel(model: model).draw(with: &painter, in: rect)
      },
      drawn("health", in: layout.healthPanel) { painter, rect in
        HealthPanel(model: model).draw(with: &painter, in: rect)
      },
      drawn("why", in: layout.whyPanel) { painter, rect in
        WhyPanel(model: model, readings: readings).draw(with: &painter, in: rect)
      },
      drawn("secant", in: layout.secantPanel) { painter, rect in
        SecantPanel(model: model).draw(with: &painter, in: rect)
      },
      list,
      drawn("derivation", in: layout.derivationPanel) { painter, rect in
        DerivationPanel(model, isASCII: painter.isASCII).draw(with: &painter, in: rect)
      },
    ]
  }

  private var list: Placed {
    let model = model
    @Sendable func functions(in rect: Rect) -> FunctionList {
      FunctionList(
        model: model, height: SidePanel.interior(of: rect, isLast: true).height,
        memory: model.memory)
    }
    return Placed(
      Self.list, in: layout.listPanel,
      .drawn(
        DrawnPanel(place: { x, y, rect, _ in functions(in: rect).place(x: x, y: y, in: rect) }) {
          painter, rect in
          let key = CurvesMemory.ListKey(
            function: model.state.function, search: model.search, rect: rect,
            appearance: painter.theme.appearance)
          painter.draw(in: rect, for: key, remembering: model.memory.list) {
            functions(in: rect).draw(with: &$0, in: rect)
          }
        }))
  }

  private func drawn(
    _ name: String, in rect: Rect, _ draw: @escaping @Sendable (inout Painter, Rect) -> Void
  ) -> Placed { Placed(name, in: rect, .drawn(DrawnPanel(draw: draw))) }
}

extension CurvesLayout {
  /// The point of the plane under a cell; nil outside the axes.
  func point(x: Int, y: Int) -> PanelPlace? {
    guard plotArea.contains(x: x, y: y) else { return nil }
    return .point(x: plot.projection.x(atColumn: x), y: plot.projection.y(atRow: y))
  }
}

extension FunctionList {
  /// The function under a cell.
  func place(x: Int, y: Int, in rect: Rect) -> PanelPlace? {
    let inner = SidePanel.interior(of: rect, isLast: true)
    guard inner.contains(x: x, y: y), lines.indices.contains(y - inner.y),
      case .entry(let place) = lines[y - inner.y]
    else { return nil }
    return .item(place)
  }
}
