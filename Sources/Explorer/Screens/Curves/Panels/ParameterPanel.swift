import TerminalCells
import Widgets
import Wording

/// A slider line for each parameter and the target.
struct ParameterPanel {
  let model: CurvesModel

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let sliders = model.sliders
    let inner = painter.panel(rect, title: "parameters  [ ] change")
    let selected = model.selectedSlider?.subject
    for (offset, slider) in sliders.enumerated() where offset < inner.height {
      let isSelected = slider.subject == selected
      draw(slider, isSelected: isSelected, y: inner.y + offset, with: &painter, in: inner)
    }
  }

  private func draw(
    _ slider: ParameterSlider, isSelected: Bool, y: Int, with painter: inout Painter, in inner: Rect
  ) {
    let theme = painter.theme
    let style = isSelected ? theme.key : theme.text
    painter.write(isSelected ? "▸" : " ", x: inner.x, y: y, theme.key)
    let afterName = painter.write(slider.symbol, x: inner.x + 2, y: y, style, limit: 9)
    let value = NumberText.brief(slider.value).withTrueMinus
    let valueEnd = painter.write(value, x: max(afterName + 1, inner.x + 5), y: y, style)
    let start = max(valueEnd + 1, inner.x + 13)
    let width = inner.maxX - start - 1
    guard width >= 4 else { return }
    let span = slider.range.upperBound - slider.range.lowerBound
    let place = (slider.value - slider.range.lowerBound) / span
    let knob = Int((min(1, max(0, place)) * Double(width - 1)).rounded())
    let track = painter.isASCII ? "-" : "─"
    painter.write(String(repeating: track, count: width), x: start, y: y, theme.quiet)
    painter.write(painter.isASCII ? "O" : "●", x: start + knob, y: y, theme.cursor)
  }
}
