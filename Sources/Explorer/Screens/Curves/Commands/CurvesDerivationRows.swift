import TerminalCells
import Widgets

/// The steps from the definition to the derivative, told one by one, and what else to know.
extension CurvesScreen {
  /// Before the parameters, whose defaults have Backspace while nothing is told.
  static let telling: [Row] = [
    .steps(
      "tell-step",
      keys: [
        KeyLine(
          hint: "step", "while why is open, tell the next step, or go one back",
          [([" "], 1), ([.backspace], -1)])
      ], "explain a given number of further steps of the derivation", undo: .none,
      unless: isNotTelling
    ) { screen, steps, _ in screen.tell(by: steps) }
  ]

  static let derivation: [Row] = [
    .general(
      "why", [.init("state", .toggle, isOptional: true)], example: "on",
      keys: [
        KeyLine(
          ["w"], "why: how the derivative follows, step by step; again, all steps; again, none")
      ],
      "show how the derivative follows from the definition; alone, all steps of it, or none again",
      state: { [[.toggle($0.state.derivation != nil)]] }
    ) { screen, arguments, _ in screen.explain(arguments.toggle(0)) },
    .general(
      "told", [.init("steps", .whole(1...DerivationState.mostSteps))], example: "3",
      "how many steps of the derivation are told", undo: .none,
      state: { screen in screen.state.derivation.map { [[.whole($0.told)]] } ?? [] }
    ) { screen, arguments, _ in
      screen.state.openDerivation.told = arguments.whole(0) ?? 1
    },
    .toggle(
      "numbers", keys: [KeyLine(["#"], "the numbers at the cursor beside the steps of why")],
      "put the numbers at the cursor beside the steps of the derivation", undo: .none,
      { $0.state.derivation?.showsNumbers ?? false },
      set: { screen, isOn, _ in screen.showNumbers(isOn) }),
    .plain(
      "more",
      keys: [
        KeyLine(["W"], "about the function: range, conventions, source, accuracy; and back")
      ], "show what else to know: range, conventions, source, accuracy", undo: .none
    ) { screen, context in screen.turnPage(in: context) },
    .general(
      "why-page", [.init("page", .whole(0...Int.max))], example: "1",
      "which page about the function is shown; 0 for the steps", undo: .none,
      state: { screen in screen.state.derivation.map { [[.whole($0.page)]] } ?? [] }
    ) { screen, arguments, _ in
      let page = arguments.whole(0) ?? 0
      if page > 0 || screen.state.derivation != nil { screen.state.openDerivation.page = page }
    },
  ]

  private static func isNotTelling(_ screen: CurvesScreen) -> String? {
    screen.state.derivation == nil ? "Steps are told of the derivation, which w opens." : nil
  }

  // MARK: Acts

  /// - Parameter isShown: nil to go on: to the first step, to all steps, and to none.
  private mutating func explain(_ isShown: Bool?) {
    switch (isShown, state.derivation) {
    case (true, nil), (nil, nil): state.derivation = DerivationState()
    case (false, _): state.derivation = nil
    case (true, _): break
    case (nil, .some(let derivation)) where derivation.page > 0: state.openDerivation.page = 0
    case (nil, .some(let derivation)):
      let count = model.countOfSteps
      if derivation.told < count {
        state.openDerivation.told = count
      } else {
        state.derivation = nil
      }
    }
  }

  /// From a page about the function back to the steps; else so many steps on.
  private mutating func tell(by steps: Int) {
    guard state.openDerivation.page == 0 else {
      state.openDerivation.page = 0
      return
    }
    let count = model.countOfSteps
    let told = min(state.openDerivation.told, count)
    let next = min(count, max(1, told + steps))
    state.openDerivation.told = next
    guard next == told else { return }
    session.notice =
      steps < 0
      ? "This is the first step; w shows all." : "All steps are told; w closes the derivation."
  }

  private mutating func showNumbers(_ isOn: Bool) {
    guard isOn || state.derivation != nil else { return }
    state.openDerivation.showsNumbers = isOn
    state.openDerivation.page = 0
    if isOn && !model.hasNumbersOfSteps {
      session.notice =
        "No numbers belong to the steps of \(model.function.name) here; the last line has them."
    }
  }

  private mutating func turnPage(in context: ScreenContext) {
    guard state.derivation != nil else {
      state.openDerivation.page = 1
      return
    }
    let model = self.model
    let pages = DerivationPanel(model, isASCII: context.appearance.isPlain)
      .pages(in: layout(in: context).derivationPanel)
    let page = min(model.derivationPage, pages)
    state.openDerivation.page = page == pages ? 0 : page + 1
  }
}

extension CurvesState {
  /// The derivation, which is opened where it is closed.
  var openDerivation: DerivationState {
    get { derivation ?? DerivationState() }
    set { derivation = newValue }
  }
}
