import TerminalCells
import Widgets
import Wording

/// What is drawn, and what stands for what in the plot: in one line where both fit, else in two.
struct PlotHeader {
  let model: CurvesModel
  let layout: CurvesLayout
  /// The lines of which something is to be seen.
  let inSight: [PlottedLine]
  /// The marks of gradient health that are shown and in sight.
  let health: [HealthMark]

  func draw(with painter: inout Painter) {
    let room = layout.title.width - 2
    let lines = PlotTitle(model: model, isASCII: painter.isASCII).lines(
      width: room, hasSettings: layout.parameterPanel.isEmpty, most: layout.title.height)
    for (row, line) in lines.enumerated() {
      painter.write(
        line, x: layout.title.x + 1, y: layout.title.y + row, painter.theme.title, limit: room)
    }
    PlotLegend(
      model: model, inSight: inSight, health: health, isASCII: painter.isASCII,
      alwaysNamesPins: layout.cursorPanel.isEmpty,
      namesCurves: layout.namesCurves
    )
    .draw(with: &painter, in: layout.legend, endsRight: layout.legend.y == layout.title.y)
  }
}

/// The function's name and formula, and what the letters of the formula stand for where no panel
/// tells: "y = 1, γ = 2".
struct PlotTitle {
  let model: CurvesModel
  let isASCII: Bool

  /// All of it in one line, or else the formula in lines of its own below the name.
  ///
  /// An input w·x + b is in the first line whole, whatever else has to go.
  func lines(width: Int, hasSettings: Bool, most: Int = .max) -> [String] {
    func fits(_ text: String) -> Bool { TextWidth.columns(of: text) <= width }
    let whole = whole(hasSettings: hasSettings)
    if fits(whole) { return [whole] }
    let formula = TextWrap.formula(model.function.formula.text(ascii: isASCII), width: width)
    let named = [name, hasSettings ? settings : ""].filter { !$0.isEmpty }.separated(by: "  ")
    let calls = model.function.call.map { [$0.text(ascii: isASCII)] } ?? []
    let lines = [([named, name] + calls).first(where: fits) ?? calls.last ?? name]
    if lines.count + formula.count <= most { return lines + formula }
    // Where there is a line alone, as much of all as it holds.
    return calls.isEmpty ? [whole] : lines
  }

  func whole(hasSettings: Bool) -> String {
    [name, hasSettings ? settings : "", model.function.formula.text(ascii: isASCII)]
      .filter { !$0.isEmpty }.separated(by: "  ")
  }

  private var name: String { model.function.title.text(ascii: isASCII) }

  private var settings: String {
    guard !model.showsDifference else { return "" }
    let text = ParameterSlider.all(of: model.entry, settings: model.settings)
      .map { "\($0.symbol.unicode) = \(NumberText.brief($0.value).withTrueMinus)" }
      .separated(by: ", ")
    return isASCII ? PlainText.ascii(text) : text
  }
}
