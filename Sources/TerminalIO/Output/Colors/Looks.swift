import CNcurses
import TerminalCells

/// Styles as curses takes them: a blank that has the attributes and colours, made once for each.
struct Looks {
  private let colors: ColorNumbering
  private let attributes: Attributes
  private let attributesWithoutColor: Attributes
  private var pairs: ColorPairs
  private var blanks: [cchar_t] = []
  private var places = IntegerTable()
  /// Runs of one style are the rule.
  private var last: (style: Style, blank: cchar_t)?

  /// - Parameter pairLimit: how many colour pairs there are.
  init(_ description: ScreenDescription, colors: ColorNumbering, pairLimit: Int) {
    self.colors = colors
    attributes = description.attributes
    attributesWithoutColor = description.attributesWithoutColor
    pairs = ColorPairs(limit: pairLimit)
  }

  /// Nil if no colour pair is left for it.
  mutating func blank(_ style: Style) -> cchar_t? {
    if let last, last.style == style { return last.blank }
    guard let blank = knownBlank(style) ?? makeBlank(style) else { return nil }
    last = (style, blank)
    return blank
  }

  /// Forgets all that was given out, so that there are pairs again.
  mutating func removeAll() {
    pairs.removeAll()
    blanks.removeAll()
    places.removeAll()
    last = nil
  }

  private func knownBlank(_ style: Style) -> cchar_t? {
    places[style.number].map { blanks[Int($0)] }
  }

  private mutating func makeBlank(_ style: Style) -> cchar_t? {
    let shown = possible(style)
    let wanted = ColorPairs.Colors(foreground: shown.foreground, background: shown.background)
    let pair = pairs.number(of: wanted) { [colors] number, wanted in
      func code(_ color: Color?) -> Int32 { color.flatMap { colors.number(of: $0) } ?? -1 }
      return init_extended_pair(number, code(wanted.foreground), code(wanted.background)) == OK
    }
    guard let pair else { return nil }
    let blank = shim_blank(Self.mask(shown.attributes), pair)
    places[style.number] = Int32(blanks.count)
    blanks.append(blank)
    return blank
  }

  /// A colour that the terminal does not have is its default one. Of attributes and colours that do
  /// not go together, the colours stay: only what is marked by being reversed would be lost.
  func possible(_ style: Style) -> Style {
    var style = style
    style.attributes.formIntersection(attributes)
    if let color = style.foreground, colors.number(of: color) == nil { style.foreground = nil }
    if let color = style.background, colors.number(of: color) == nil { style.background = nil }
    let isColored = style.foreground != nil || style.background != nil
    let clashing = style.attributes.intersection(attributesWithoutColor)
    guard isColored, !clashing.isEmpty else { return style }
    if clashing.contains(.reverse) { return Style(nil, on: nil, style.attributes) }
    style.attributes.subtract(clashing)
    return style
  }

  private static func mask(_ attributes: Attributes) -> attr_t {
    var mask: attr_t = 0
    if attributes.contains(.bold) { mask |= shim_bold() }
    if attributes.contains(.dim) { mask |= shim_dim() }
    if attributes.contains(.underline) { mask |= shim_underline() }
    if attributes.contains(.reverse) { mask |= shim_reverse() }
    return mask
  }
}
