import NeuralFunctions
import Plotting
import TerminalCells

extension CurvesScreen {
  public func draw(with painter: inout Painter, in body: Rect) {
    let layout = CurvesLayout(
      body: body, model: model, styles: painter.theme.plotStyles, chrome: painter.chrome)
    PlotPanel(model: model, layout: layout).draw(with: &painter)
    let readings = CurvesReadings(model)
    CursorPanel(model: model, readings: readings).draw(with: &painter, in: layout.cursorPanel)
    ParameterPanel(model: model).draw(with: &painter, in: layout.parameterPanel)
    WhyPanel(model: model, readings: readings).draw(with: &painter, in: layout.whyPanel)
    SecantPanel(model: model).draw(with: &painter, in: layout.secantPanel)
    FunctionList(model: model, height: layout.listPanel.inset(by: 1).height)
      .draw(with: &painter, in: layout.listPanel)
    DerivationPanel(model)
      .draw(with: &painter, in: layout.derivationPanel)
  }
}

extension Theme {
  var plotStyles: PlotArea.Styles { PlotArea.Styles(axis: quiet, label: quiet, zero: gridline) }
}

extension Painter {
  var chrome: Chrome { isASCII ? .ascii : .unicode }

  var markerSet: MarkerSet {
    switch theme.appearance.markers {
    case .braille: .braille
    case .blocks: .quadrants
    case .ascii: .ascii
    }
  }
}
