import TerminalCells

/// What stands for what in the plot, in a line above it: in as many words as there is room for.
struct PlotLegend {
  let model: CurvesModel
  let layout: CurvesLayout
  /// The states of gradient health that are shown and in sight.
  let states: [GradientHealth.State]

  private typealias Item = (sample: String, name: String, style: Style)

  /// How much is said of each line.
  private enum Wording: CaseIterable {
    case full
    /// Without what the panel at the cursor says too: pins, and the kind of secant.
    case short
    /// In abbreviations.
    case least
  }

  /// What does not even fit in abbreviations is left out: what the plot's symbols mean before the
  /// lines through the cursor.
  func draw(with painter: inout Painter) {
    guard layout.legend.height > 0 else { return }
    func width(of item: Item) -> Int {
      painter.width(of: item.sample) + 1 + painter.width(of: item.name)
    }
    func fits(_ wording: Wording) -> Bool {
      let gap = gap(wording)
      return 2 + items(wording, painter).reduce(-gap) { $0 + width(of: $1) + gap }
        < layout.legend.width
    }
    let wording = Wording.allCases.first(where: fits) ?? .least
    var x = layout.legend.x + 2
    for item in items(wording, painter) {
      guard x + width(of: item) < layout.legend.maxX else { continue }
      let end = painter.write(item.sample, x: x, y: layout.legend.y, item.style)
      x = painter.write(item.name, x: end + 1, y: layout.legend.y) + gap(wording)
    }
  }

  private func gap(_ wording: Wording) -> Int { wording == .least ? 2 : 3 }

  private func items(_ wording: Wording, _ painter: Painter) -> [Item] {
    let (theme, isASCII) = (painter.theme, painter.isASCII)
    let names = model.function.quantities.brief.map(painter.spelled)
    let isLeast = wording == .least
    var items: [Item] = [(isASCII ? "/\\" : "━━", names[0], theme.function)]
    if model.derivatives != .none {
      items.append((isASCII ? ". ." : "┅┅", names[1], theme.derivative))
    }
    if model.derivatives == .second {
      items.append((isASCII ? ": :" : "··", names[2], theme.secondDerivative))
    }
    for state in states {
      let name = isLeast ? state.abbreviation : state.word
      items.append((String(state.glyph(isASCII: isASCII)), name, theme.quiet))
    }
    if wording == .full || layout.cursorPanel.isEmpty {
      for (index, pin) in model.drawnPins.enumerated() {
        let name = isLeast ? painter.spelled(pin.function.symbol) : pin.name
        items.append(("\(index + 1)", name, theme.pins[index]))
      }
    }
    if model.showsTangent {
      items.append((isASCII ? "` `" : "· ·", isLeast ? "tan" : "tangent", theme.tangent))
    }
    if model.secant != nil {
      items.append((isASCII ? "~ ~" : "··", secantName(wording), theme.secant))
    }
    return items
  }

  private func secantName(_ wording: Wording) -> String {
    switch wording {
    case .full: model.secant?.kind == .central ? "central secant" : "forward secant"
    case .short: "secant"
    case .least: "sec"
    }
  }
}
