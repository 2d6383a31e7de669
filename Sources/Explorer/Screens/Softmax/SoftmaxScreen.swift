import TerminalCells

/// Softmax and its kin: an editable vector, its probabilities, and the Jacobian live.
public struct SoftmaxScreen: Screen {
  var model: SoftmaxModel

  /// - Parameter logits: the vector to begin with; nil for a small example.
  public init(logits: [Double]? = nil) {
    model = SoftmaxModel(logits: logits ?? SoftmaxModel.startingLogits)
  }

  public var title: String { "Softmax" }
  public var minimumSize: Size { Size(width: 40, height: 9) }
  public var field: OpenField? {
    model.prompt.map {
      OpenField(model.question($0), $0 == .command ? model.command.editor : model.field.editor)
    }
  }
  public var candidates: [String] {
    model.prompt == .command ? model.command.candidates(among: SoftmaxCommandLine.known) : []
  }
  public var keys: [KeyHelp] { isTyping ? typingKeys : viewKeymap.help + Self.keymap.help }

  public var status: Status {
    if let refusal = model.refusal { return .refusal(refusal) }
    let sentence = SoftmaxSentence(model)
    return model.notice.map { Status($0) } ?? Status(sentence.text, short: sentence.shortText)
  }

  public func draw(with painter: inout Painter, in body: Rect) {
    let layout = SoftmaxLayout(body: body, model: model, appearance: painter.theme.appearance)
    LogitPanel(model: model, layout: layout).draw(with: &painter)
    switch model.detail {
    case .jacobian: JacobianPanel(model: model, layout: layout).draw(with: &painter)
    case .nudge(let readings):
      NudgePanel(model: model, layout: layout, readings: readings).draw(with: &painter)
    case .loss(let readings):
      LossPanel(model: model, layout: layout, readings: readings).draw(with: &painter)
    case .stability(let readings):
      StabilityPanel(model: model, layout: layout, readings: readings).draw(with: &painter)
    }
    SoftmaxReadingPanel(model: model).draw(with: &painter, in: layout.readingPanel)
  }
}
