import TerminalCells
import Wording

/// What is drawn, and what stands for what in the plot: in one line where both fit, else in two.
struct PlotHeader {
  let model: CurvesModel
  let layout: CurvesLayout
  /// The lines of which something is to be seen.
  let inSight: [PlottedLine]
  /// The states of gradient health that are shown and in sight.
  let states: [GradientHealth.State]

  func draw(with painter: inout Painter) {
    let room = layout.title.width - 2
    painter.write(
      PlotTitle(model: model, isASCII: painter.isASCII).text(
        width: room, hasSettings: layout.parameterPanel.isEmpty),
      x: layout.title.x + 1, y: layout.title.y, painter.theme.title, limit: room)
    PlotLegend(
      model: model, inSight: inSight, states: states, isASCII: painter.isASCII,
      alwaysNamesPins: layout.cursorPanel.isEmpty
    )
    .draw(with: &painter, in: layout.legend, endsRight: layout.legend.y == layout.title.y)
  }
}

/// The function's name and formula, and what the letters of the formula stand for where no panel
/// tells: "y = 1, γ = 2".
struct PlotTitle {
  let model: CurvesModel
  let isASCII: Bool

  /// All of it; an input w·x + b is in it whole, whatever else has to go.
  func text(width: Int, hasSettings: Bool) -> String {
    let whole = whole(hasSettings: hasSettings)
    guard let call = model.function.call?.text(ascii: isASCII) else { return whole }
    return [whole, name, call].first { TextWidth.columns(of: $0) <= width } ?? call
  }

  func whole(hasSettings: Bool) -> String {
    [name, hasSettings ? settings : "", model.function.formula.text(ascii: isASCII)]
      .filter { !$0.isEmpty }.separated(by: "  ")
  }

  private var name: String { model.function.title.text(ascii: isASCII) }

  private var settings: String {
    guard !model.view.showsDifference else { return "" }
    let text = Slider.all(of: model.entry, settings: model.settings)
      .map { "\($0.symbol.unicode) = \(NumberText.brief($0.value).withTrueMinus)" }
      .separated(by: ", ")
    return isASCII ? PlainText.ascii(text) : text
  }
}
