import TerminalCells
import Widgets
import Wording

/// What is shown of the vector.
extension SoftmaxScreen {
  mutating func show(_ view: SoftmaxState.View) {
    state.readingPage = 0
    state.view = state.view == view ? .jacobian : view
    state.focus = .logits
    sayWhoseViewThisIs()
  }

  /// Where a view is about softmax and the variant is another, says so.
  mutating func sayWhoseViewThisIs() {
    let sheet = sheet
    guard state.isAboutSoftmax, sheet.variant.id != sheet.listedVariant.id else { return }
    let name = sheet.variant.description.name
    session.notice = "This view is about softmax; \(name) stays the variant of the matrix."
  }

  /// Tells so many steps of the derivation of p − y.
  mutating func tell(_ steps: Int) {
    state.readingPage = 0
    state.lossStep = min(LossReadings.lastStep, max(0, steps))
  }

  /// Goes on from the page that is shown, after the last to the first.
  mutating func turnReadings(in context: ScreenContext) {
    let painter = Painter(Size(width: 0, height: 0), theme: Theme(context.appearance))
    let count = SoftmaxReadingPanel(sheet: sheet)
      .countOfPages(in: layout(in: context).readingPanel, painter)
    state.readingPage = (state.readingPage % count + 1) % count
  }

  mutating func goBack() {
    if state.focus == .panel {
      state.focus = .logits
    } else {
      state.view = .jacobian
      state.showsDiagonalOnly = false
    }
  }

  mutating func zoom(by steps: Int, in context: ScreenContext) {
    let looks = layout(in: context).looks
    let wanted = state.zoom + steps
    state.zoom = min(looks.closest, max(looks.farthest, wanted))
    if state.zoom != wanted {
      session.notice = steps > 0 ? "This is the closest look." : "This is the farthest look."
    }
  }

  /// - Parameter word: nil for the order that is not seen now.
  mutating func setOrder(_ word: String?) {
    let isByValue = word.map { $0 == SoftmaxState.Order.value.word } ?? (state.order == .index)
    state.order = isByValue ? .value : .index
    guard word == nil else { return }
    session.notice =
      isByValue
      ? "Listed by output, the largest first (^ goes there); x itself stays as it is."
      : "Listed by index."
  }

  /// - Parameter word: nil for the scale that is not seen now.
  mutating func setScale(_ word: String?, in context: ScreenContext) {
    if let word {
      state.isLogarithmic = word == "auto" ? nil : word == "logarithmic"
      return
    }
    let isLogarithmic = !layout(in: context).isLogarithmic
    state.isLogarithmic = isLogarithmic
    session.notice = "The scale of the colours is now \(isLogarithmic ? "logarithmic" : "linear")."
  }
}
