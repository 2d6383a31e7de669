import NeuralFunctions
import Plotting
import TerminalCells
import Widgets

/// A function and its derivative as curves, read at a cursor.
public struct CurvesScreen: Screen {
  public static let word = "curves"
  public static let title = "Curves"
  public static let minimumSize = Size(width: 40, height: 9)

  public var session: Session<CurvesState>
  let library: Library
  let memory = CurvesMemory()

  /// The screen on one function of a library, the first if none is named.
  public init(
    entry: CatalogueEntry? = nil, settings: FunctionSettings = FunctionSettings(),
    library: Library = Library()
  ) {
    self.library = library
    session = Session(CurvesState(entry ?? library.first, settings: settings))
  }

  public var fresh: CurvesScreen { CurvesScreen(library: library) }

  /// Where the cursor stands is no step of its own; steps take it along.
  public static func isStep(from before: CurvesState, to after: CurvesState) -> Bool {
    var moved = before
    (moved.at, moved.told) = (after.at, after.told)
    return moved != after
  }

  var state: CurvesState {
    get { session.state }
    set { session.state = newValue }
  }

  /// The state with what follows from it.
  var model: CurvesModel {
    CurvesModel(state, library: library, search: search, memory: memory)
  }

  /// What is typed after `/`, while that is open.
  private var search: String? {
    session.field.flatMap { $0.line == Self.findWord ? $0.text : nil }
  }

  public func panels(in context: ScreenContext) -> [Placed] {
    CurvesPanels(model, in: context).placed
  }

  /// Where things stand: asked for only by what needs it, since many keys may come between frames.
  func layout(in context: ScreenContext) -> CurvesLayout {
    CurvesLayout(
      body: context.body, model: model, chrome: context.appearance.chrome, memory: memory,
      isPresenting: context.appearance.isPresenting)
  }

  /// The width of the box of the plot, which is soon known.
  func plotWidth(in context: ScreenContext) -> Int {
    CurvesLayout.boxes(
      in: context.body, model: model, isPresenting: context.appearance.isPresenting
    ).plot.width - 2
  }

  // MARK: Mouse

  public func line(for pointing: Pointing, in context: ScreenContext) -> String? {
    switch (pointing.action, pointing.panel, pointing.place) {
    case (.press, CurvesPanels.list, .item(let place)):
      Order("function", [.word(library.entries[place].id)]).line
    case (.wheelUp, CurvesPanels.list, _): "list -1"
    case (.wheelDown, CurvesPanels.list, _): "list 1"
    case (.press, CurvesPanels.plot, .point(let x, _)),
      (.drag, CurvesPanels.plot, .point(let x, _)):
      Order("at", [.number(snapped(x))]).line
    case (.wheelUp, CurvesPanels.plot, .point(let x, let y)):
      Order("zoom", [.whole(1), .number(x), .number(y)]).line
    case (.wheelDown, CurvesPanels.plot, .point(let x, let y)):
      Order("zoom", [.whole(-1), .number(x), .number(y)]).line
    default: nil
    }
  }

  public func line(forPasted text: String) throws(Refusal) -> String {
    throw Refusal("Nothing is open to paste into; : opens a line for an x or a command.")
  }
}
