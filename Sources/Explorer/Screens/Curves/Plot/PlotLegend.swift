import TerminalCells
import Widgets
import Wording

/// What stands for what in the plot, in as many words as there is room for.
struct PlotLegend {
  let model: CurvesModel
  /// The lines of which something is to be seen.
  let inSight: [PlottedLine]
  /// The marks of gradient health that are shown and in sight.
  let health: [HealthMark]
  let isASCII: Bool
  /// Whether pins are named even in few words, as where no panel names them.
  var alwaysNamesPins = false
  /// Whether curves and pins are named here, and not beside what is read of them.
  var namesCurves = true

  private typealias Item = (sample: String, name: String, line: PlottedLine?)

  /// How much is said of each line.
  private enum Wording: CaseIterable {
    case full
    /// Without what stands beside the curves, and at the cursor, too: pins and the kind of secant.
    case short
    /// In abbreviations.
    case least
  }

  /// How many columns it takes in its shortest form that is not abbreviated.
  var shortWidth: Int { totalWidth(of: items(.short), gap: gap(.short)) }

  /// What does not even fit in abbreviations is left out: what the plot's symbols mean before the
  /// lines through the cursor.
  func draw(with painter: inout Painter, in rect: Rect, endsRight: Bool) {
    guard !rect.isEmpty else { return }
    let room = rect.width - 2
    let wording =
      Wording.allCases.first { totalWidth(of: items($0), gap: gap($0)) <= room } ?? .least
    let shown = items(wording)
    let space = gap(wording)
    var x = rect.x + 1
    if endsRight { x = max(x, rect.maxX - 1 - totalWidth(of: shown, gap: space)) }
    for item in shown {
      guard x + width(of: item) < rect.maxX else { continue }
      let style = item.line?.style(painter.theme) ?? painter.theme.quiet
      let end = painter.write(item.sample, x: x, y: rect.y, style)
      x = painter.write(item.name, x: end + 1, y: rect.y) + space
    }
  }

  private func gap(_ wording: Wording) -> Int { wording == .least ? 2 : 3 }

  private func width(of item: Item) -> Int {
    TextWidth.columns(of: item.sample) + 1 + TextWidth.columns(of: item.name)
  }

  private func totalWidth(of items: [Item], gap: Int) -> Int {
    items.reduce(-gap) { $0 + width(of: $1) + gap }
  }

  private func items(_ wording: Wording) -> [Item] {
    let isLeast = wording == .least
    let curves: [PlottedLine] = [.function, .derivative, .secondDerivative]
    var items = namesCurves ? curves.filter(inSight.contains).map { item($0, wording) } : []
    for mark in health {
      items.append(
        (String(mark.glyph(isASCII: isASCII)), isLeast ? mark.abbreviation : mark.word, nil))
    }
    if namesCurves && (wording == .full || alwaysNamesPins) {
      items += inSight.filter { if case .pin = $0 { true } else { false } }.map {
        item($0, wording)
      }
    }
    return items
      + [.tangent, .secant].filter(inSight.contains).map { item($0, wording) }
  }

  private func item(_ line: PlottedLine, _ wording: Wording) -> Item {
    (line.sample(isASCII: isASCII), name(of: line, wording), line)
  }

  private func name(of line: PlottedLine, _ wording: Wording) -> String {
    let names = model.function.quantities.brief
    switch line {
    case .function: return names[0].text(ascii: isASCII)
    case .derivative: return names[1].text(ascii: isASCII)
    case .secondDerivative: return names[2].text(ascii: isASCII)
    case .tangent: return wording == .least ? "tan" : "tangent"
    case .secant:
      switch wording {
      case .full:
        let way = model.secant?.ends(of: model.function, at: model.cursor)?.way
        return way.map { "\($0.rawValue) secant" } ?? "secant"
      case .short: return "secant"
      case .least: return "sec"
      }
    case .pin(let index):
      guard model.drawnPins.indices.contains(index) else { return "" }
      let pin = model.drawnPins[index]
      if wording == .least {
        return isASCII ? pin.function.symbol.ascii : pin.function.symbol.unicode
      }
      return isASCII ? PlainText.ascii(pin.name) : pin.name
    }
  }
}
