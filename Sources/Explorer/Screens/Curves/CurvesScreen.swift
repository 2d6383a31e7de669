import NeuralFunctions
import Plotting
import TerminalCells

/// A function and its derivative as curves, read at a cursor.
public struct CurvesScreen: Screen {
  var model: CurvesModel
  let memory = CurvesMemory()

  /// The screen on one function of a library, the first if none is named.
  public init(
    entry: CatalogueEntry? = nil, settings: FunctionSettings = FunctionSettings(),
    library: Library = Library()
  ) {
    model = CurvesModel(entry, settings: settings, library: library)
  }

  public var title: String { "Curves" }
  public var minimumSize: Size { Size(width: 40, height: 9) }
  public var field: OpenField? {
    model.prompt.map { OpenField($0.question(in: model), $0.editor) }
  }
  public var candidates: [String] { model.prompt?.candidates(in: model) ?? [] }
  public var keys: [KeyHelp] { isTyping ? Self.typingKeys : Self.keymap.help }
}
