import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The Softmax screen for the back row: probabilities as large bars with large digits, and beside them the
/// matrix or the numbers of the view.
struct LargeSoftmax: Sendable {
  let sheet: SoftmaxSheet
  let layout: LargeSoftmaxLayout

  /// Nil where all panels are shown: there is no room for large digits, or nobody presents.
  init?(_ sheet: SoftmaxSheet, in context: ScreenContext) {
    guard let layout = LargeSoftmaxLayout(sheet, in: context.body, context.appearance) else {
      return nil
    }
    (self.sheet, self.layout) = (sheet, layout)
  }

  var placed: [Placed] {
    let classes = drawn(SoftmaxPanels.logits, in: layout.list) { painter, _ in
      LargeClasses(sheet: sheet, layout: layout).draw(with: &painter)
    }
    let beside = drawn(SoftmaxPanels.beside, in: layout.panel) { painter, _ in
      switch sheet.detail {
      case .jacobian, .stability: LargeMatrix(sheet: sheet, layout: layout).draw(with: &painter)
      case .nudge(let readings):
        LargeNumbers(sheet, layout, readings).draw(with: &painter)
      case .loss(let readings):
        LargeNumbers(sheet, layout, readings).draw(with: &painter)
        drawStep(readings, with: &painter)
      }
    }
    return [classes, beside]
  }

  private func drawn(
    _ name: String, in rect: Rect, _ draw: @escaping @Sendable (inout Painter, Rect) -> Void
  ) -> Placed {
    let layout = layout
    return Placed(
      name, in: rect,
      .drawn(DrawnPanel(place: { x, y, _, _ in layout.target(x: x, y: y) }, draw: draw)))
  }

  /// The step of the derivation that was told last, which Space goes on from.
  private func drawStep(_ readings: LossReadings, with painter: inout Painter) {
    let lines = LossDerivation(sheet, readings).lines
    guard let step = lines.last(where: { $0.weight == .strong }) else { return }
    let width = layout.footer.width - 2
    let broken = TextWrap.formula(painter.spelled(step.text), width: width)
    for (row, line) in broken.prefix(layout.footer.height).enumerated() {
      painter.write(
        line, x: layout.footer.x + 1, y: layout.footer.y + row, painter.theme.title, limit: width)
    }
  }
}

/// A number in large digits where it has room so, the shortest wording last.
struct LargeNumber: Sendable {
  private let wordings: [String]

  /// - Parameter isSigned: whether what is above 0 has its sign, too.
  init(_ value: Double, isSigned: Bool = false, nearlyOne: NearlyOne? = nil) {
    if let nearlyOne {
      wordings = [nearlyOne.text(), nearlyOne.text(width: 10)]
      return
    }
    guard value.isFinite else {
      wordings = [value.isNaN ? "none" : NumberText.word(value).withTrueMinus]
      return
    }
    let text = value == 0 ? "0" : NumberText.brief(value, digits: 3)
    let full = (isSigned ? NumberText.signed(text, value) : text).withTrueMinus
    // A zero before the point may go.
    let short = full.replacing("0.", with: ".", maxReplacements: 1)
    let isBelowOne = full.drop { "+−".contains($0) }.hasPrefix("0.")
    let plain = NumberText.fitting(value, width: 9, most: 3).withTrueMinus
    wordings =
      isBelowOne
      ? [full, short] + [Self.twoDigits(value, isSigned: isSigned)].compactMap { $0 } + [plain]
      : [full, plain]
  }

  /// A number below 1 in two digits, for which there is more often room in large ones: what cannot be read
  /// from afar is no good in three.
  private static func twoDigits(_ value: Double, isSigned: Bool) -> String? {
    guard value != 0, value.magnitude < 1 else { return nil }
    let zeros = -NumberText.decimalExponent(value.magnitude).rounded(.down) - 1
    guard zeros < 4 else { return nil }
    let text = NumberText.fixed(value, decimals: Int(zeros) + 2)
    guard text.contains("0.") else { return nil }
    return (isSigned ? NumberText.signed(text, value) : text).withTrueMinus
      .replacing("0.", with: ".", maxReplacements: 1)
  }

  /// Draws it into three rows, in the middle of `rect` or at its left.
  func draw(with painter: inout Painter, in rect: Rect, _ style: Style, isCentered: Bool = false) {
    let isASCII = painter.isASCII
    let y = rect.y + (rect.height - LargeDigits.height) / 2
    for wording in wordings {
      let text = painter.spelled(wording)
      guard let digits = LargeDigits(text, isASCII: isASCII), digits.width <= rect.width else {
        continue
      }
      let x = isCentered ? rect.x + (rect.width - digits.width) / 2 : rect.x
      return painter.writeLarge(text, x: x, y: y, style, limit: rect.width)
    }
    let text = wordings.first { painter.width(of: $0) <= rect.width } ?? wordings.last ?? ""
    let x = isCentered ? rect.x + max(0, (rect.width - painter.width(of: text)) / 2) : rect.x
    painter.write(text, x: x, y: y + 1, style, limit: rect.width)
  }

  /// The columns of its widest form in large digits.
  func width(isASCII: Bool) -> Int {
    wordings.lazy.compactMap { LargeDigits($0, isASCII: isASCII)?.width }.first ?? 0
  }
}
