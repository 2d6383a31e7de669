/// The steps that can be undone, of all screens together.
///
/// A step remembers what was in front and the states of the screens that it changed, so that undo shows
/// what it brings back, on whichever tab that is.
struct UndoHistory: Sendable {
  /// What stands in front: a tab, and perhaps a page over it.
  struct Front: Sendable, Hashable {
    var tab: Int
    var page: OpenPage?
  }

  struct Moment: Sendable {
    let front: Front
    /// States by the places of their screens.
    let states: [(place: Int, state: any Sendable)]
  }

  private var past: [Moment] = []
  private var future: [Moment] = []
  /// The command that ran last: runs of one are undone together.
  private var last: (place: Int, word: String)?

  private static let deepest = 200

  /// Takes in what a command did on the screen at `place`.
  mutating func note(_ act: ScreenAct, at place: Int, from front: Front) {
    let isSame = last.map { $0 == (place, act.word) } ?? false
    guard act.undo != .none, let before = act.before else {
      // Another command ends a run, and what changes nothing begins none.
      if !isSame { last = nil }
      return
    }
    if act.undo == .run && isSame && !past.isEmpty { return }
    record(Moment(front: front, states: [(place, before)]))
    last = (place, act.word)
  }

  /// Remembers what is about to be left; there is nothing to redo any more.
  mutating func record(_ moment: Moment) {
    endRun()
    future.removeAll()
    push(moment)
  }

  private mutating func push(_ moment: Moment) {
    past.append(moment)
    if past.count > Self.deepest { past.removeFirst() }
  }

  /// The next act of the same command is a step of its own.
  mutating func endRun() { last = nil }

  /// The moment before the last step that changed what `present` tells of the same screens.
  mutating func undo(
    isPresent: (Moment) -> Bool, present: (Moment) -> Moment
  ) -> Moment? {
    endRun()
    while let moment = past.popLast() {
      if isPresent(moment) { continue }
      future.append(present(moment))
      return moment
    }
    return nil
  }

  mutating func redo(present: (Moment) -> Moment) -> Moment? {
    endRun()
    guard let moment = future.popLast() else { return nil }
    push(present(moment))
    return moment
  }
}

extension Workbench {
  var front: UndoHistory.Front { .init(tab: selected, page: page) }

  /// Takes in what commands did on the screens since `front` was in front.
  mutating func noteActs(since front: UndoHistory.Front) {
    for place in screens.indices where screens[place].hasActed {
      for act in screens[place].takeActs() { undoHistory.note(act, at: place, from: front) }
    }
  }

  /// Makes all that changed since `earlier` one step of undo.
  mutating func recordStep(since earlier: Workbench) {
    let changed = screens.indices.filter { !screens[$0].hasState(of: earlier.screens[$0]) }
    undoHistory = earlier.undoHistory
    for place in screens.indices { _ = screens[place].takeActs() }
    guard !changed.isEmpty || front != earlier.front else { return }
    for place in changed { screens[place].closeField() }
    undoHistory.record(earlier.moment(of: changed))
  }

  private func moment(of places: [Int]) -> UndoHistory.Moment {
    .init(front: front, states: places.map { ($0, screens[$0].anyState) })
  }

  mutating func undo() throws(Refusal) {
    let now = self
    let moment = undoHistory.undo(isPresent: now.isPresent) {
      now.moment(of: $0.states.map(\.place))
    }
    guard let moment else { throw Refusal("Nothing to undo.") }
    restore(moment)
  }

  mutating func redo() throws(Refusal) {
    let now = self
    let moment = undoHistory.redo { now.moment(of: $0.states.map(\.place)) }
    guard let moment else { throw Refusal("Nothing to redo.") }
    restore(moment)
  }

  /// Whether nothing of a moment would be seen: what a run of commands changed and changed back.
  private func isPresent(_ moment: UndoHistory.Moment) -> Bool {
    moment.states.isEmpty
      ? moment.front == front : moment.states.allSatisfy { screens[$0.place].hasState($0.state) }
  }

  private mutating func restore(_ moment: UndoHistory.Moment) {
    for (place, state) in moment.states { screens[place].restore(state) }
    select(moment.front.tab)
    page = moment.front.page
  }
}
