import TerminalCells

/// Softmax and its kin: an editable vector, its probabilities, and the Jacobian live.
public struct SoftmaxScreen: Screen {
  var model: SoftmaxModel

  /// - Parameter logits: the vector to begin with; nil for a small example.
  public init(logits: [Double]? = nil) {
    model = SoftmaxModel(logits: logits ?? SoftmaxModel.startingLogits)
  }

  public var title: String { "Softmax" }
  public var minimumSize: Size { Size(width: 60, height: 15) }
  public var field: OpenField? { model.prompt.map { OpenField($0.question, model.field.editor) } }
  public var keys: [KeyHelp] { isTyping ? Self.typingKeys : Self.keymap.help }
}
