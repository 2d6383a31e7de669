import NeuralFunctions
import Plotting
import TerminalCells

/// A function and its derivative as curves, read at a cursor.
public struct CurvesScreen: Screen {
  var model: CurvesModel
  let memory = CurvesMemory()

  /// The screen on its first function.
  public init() { model = CurvesModel() }

  /// The screen on one function.
  public init(entry: CatalogueEntry, settings: FunctionSettings = FunctionSettings()) {
    let index = Catalogue.entries.firstIndex { $0.id == entry.id } ?? 0
    model = CurvesModel(selected: index, settings: settings)
  }

  public var title: String { "Curves" }
  public var minimumSize: Size { Size(width: 40, height: 9) }
  public var field: OpenField? {
    model.prompt.map { OpenField($0.question(in: model), $0.editor) }
  }
  public var candidates: [String] { model.prompt?.candidates(in: model) ?? [] }
  public var keys: [KeyHelp] { isTyping ? Self.typingKeys : Self.keymap.help }
}
