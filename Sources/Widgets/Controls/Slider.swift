import TerminalCells
import Wording

/// A number on a line from one end to the other, moved in steps.
public struct Slider: Sendable, Hashable {
  public enum Scale: Sendable, Hashable {
    case linear, logarithmic
  }

  /// What lines call it.
  public var name: String
  public var symbol: String
  public var meaning: String
  public var value: Double
  public var defaultValue: Double
  public var range: ClosedRange<Double>
  public var step: Double
  public var scale: Scale

  public init(
    _ name: String, symbol: String? = nil, meaning: String = "", value: Double,
    default defaultValue: Double, in range: ClosedRange<Double>, step: Double,
    scale: Scale = .linear
  ) {
    self.name = name
    self.symbol = symbol ?? name
    self.meaning = meaning
    self.value = value
    self.defaultValue = defaultValue
    self.range = range
    self.step = step
    self.scale = scale
  }

  /// The value some steps further, inside the slider's range unless it was outside before.
  public func moved(by steps: Int) -> Double {
    let next = nudged(value, by: steps, of: step)
    let reach = min(range.lowerBound, value)...max(range.upperBound, value)
    return min(max(next, reach.lowerBound), reach.upperBound)
  }

  /// Where on the line the value lies, from 0 to 1; beyond the ends it is held there.
  public var place: Double {
    let place =
      switch scale {
      case .linear:
        (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
      case .logarithmic:
        (NumberText.decimalExponent(value) - NumberText.decimalExponent(range.lowerBound))
          / (NumberText.decimalExponent(range.upperBound)
            - NumberText.decimalExponent(range.lowerBound))
      }
    return place.isNaN ? 0 : min(1, max(0, place))
  }

  /// The value at a place on the line, a whole number of steps.
  public func value(at place: Double) -> Double {
    let place = min(1, max(0, place.isNaN ? 0 : place))
    switch scale {
    case .linear:
      let value = range.lowerBound * (1 - place) + range.upperBound * place
      let steps = ((value - range.lowerBound) / step).rounded()
      guard let count = Int(exactly: steps) else { return value }
      return min(range.upperBound, nudged(range.lowerBound, by: count, of: step))
    case .logarithmic:
      let (low, high) = (
        NumberText.decimalExponent(range.lowerBound), NumberText.decimalExponent(range.upperBound)
      )
      // Two digits: what can be told apart on a line of characters.
      let exponent = low * (1 - place) + high * place
      let text = NumberText.scientific(NumberText.power(ofTen: exponent), digits: 2)
      return Double(text) ?? range.lowerBound
    }
  }
}

/// A line for each slider; the chosen one stands out.
public struct SliderPanel: Sendable {
  public var sliders: [Slider]
  public var selected: Int

  public init(_ sliders: [Slider], selected: Int = 0) {
    self.sliders = sliders
    self.selected = selected
  }

  /// The columns of a slider's line.
  private func track(in rect: Rect) -> Range<Int> {
    let start = rect.x + 14
    return start..<max(start, rect.maxX - 1)
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    for (offset, slider) in sliders.enumerated() where offset < rect.height {
      draw(slider, isSelected: offset == selected, y: rect.y + offset, with: &painter, in: rect)
    }
  }

  private func draw(
    _ slider: Slider, isSelected: Bool, y: Int, with painter: inout Painter, in rect: Rect
  ) {
    let theme = painter.theme
    let style = isSelected ? theme.key : theme.text
    painter.write(isSelected ? "▸" : " ", x: rect.x, y: y, theme.key)
    let afterName = painter.write(
      slider.symbol, x: rect.x + 2, y: y, style, limit: max(0, min(9, rect.width - 2)))
    let value = NumberText.brief(slider.value).withTrueMinus
    let valueEnd = painter.write(
      value, x: max(afterName + 1, rect.x + 5), y: y, style,
      limit: max(0, rect.maxX - max(afterName + 1, rect.x + 5)))
    let track = track(in: rect)
    guard track.count >= 4, valueEnd < track.lowerBound else { return }
    let knob = Int((slider.place * Double(track.count - 1)).rounded())
    let line = painter.isASCII ? "-" : "─"
    painter.write(
      String(repeating: line, count: track.count), x: track.lowerBound, y: y, theme.quiet)
    let isBeyond = !slider.range.contains(slider.value)
    let glyph = isBeyond ? (knob == 0 ? "◂" : "▸") : painter.isASCII ? "O" : "●"
    painter.write(glyph, x: track.lowerBound + knob, y: y, theme.cursor)
  }

  func place(x: Int, y: Int, in rect: Rect) -> PanelPlace? {
    let index = y - rect.y
    guard sliders.indices.contains(index) else { return nil }
    let track = track(in: rect)
    guard track.count >= 4, track.contains(x) else { return .item(index) }
    let place = Double(x - track.lowerBound) / Double(track.count - 1)
    return .value(index, sliders[index].value(at: place))
  }
}
