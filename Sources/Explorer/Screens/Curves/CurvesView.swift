import NeuralFunctions
import Plotting
import TerminalCells

extension CurvesScreen {
  public func draw(with painter: inout Painter, in body: Rect) {
    let layout = CurvesLayout(
      body: body, model: model, chrome: painter.chrome, memory: memory)
    let readings = CurvesReadings(model)
    PlotPanel(model: model, layout: layout, memory: memory, readings: readings)
      .draw(with: &painter)
    CursorPanel(model: model, readings: readings).draw(with: &painter, in: layout.cursorPanel)
    ParameterPanel(model: model).draw(with: &painter, in: layout.parameterPanel)
    WhyPanel(model: model, readings: readings, memory: memory).draw(
      with: &painter, in: layout.whyPanel)
    SecantPanel(model: model).draw(with: &painter, in: layout.secantPanel)
    FunctionList(
      model: model, height: SidePanel.interior(of: layout.listPanel, isLast: true).height,
      memory: memory
    )
    .draw(with: &painter, in: layout.listPanel)
    DerivationPanel(model, isASCII: painter.isASCII)
      .draw(with: &painter, in: layout.derivationPanel)
  }
}
