import TerminalCells
import Widgets

/// Softmax and its kin: an editable vector, its probabilities, and the Jacobian live.
public struct SoftmaxScreen: Screen {
  public static let word = "softmax"
  public static let title = "Softmax"
  public static let minimumSize = Size(width: 40, height: 9)

  public var session: Session<SoftmaxState>
  private let memory = SoftmaxMemory()

  /// - Parameter logits: the vector to begin with; nil for a small example.
  public init(logits: [Double]? = nil) {
    session = Session(SoftmaxState(logits: logits ?? SoftmaxState.startingLogits))
  }

  public var fresh: SoftmaxScreen { SoftmaxScreen() }

  var state: SoftmaxState {
    get { session.state }
    set { session.state = newValue }
  }

  /// The state with what follows from it.
  var sheet: SoftmaxSheet { SoftmaxSheet(state, open: openEntry, memory: memory) }

  private var openEntry: SoftmaxSheet.OpenEntry? {
    guard let field = session.field, let word = field.line.split(separator: " ").first,
      let kind = SoftmaxSheet.OpenEntry.Kind(rawValue: String(word))
    else { return nil }
    return .init(kind: kind, editor: field.editor)
  }

  public var status: Status {
    let sentence = SoftmaxSentence(sheet)
    return Status(sentence.text, short: [sentence.shortText])
  }

  public func panels(in context: ScreenContext) -> [Placed] {
    SoftmaxPanels(sheet, in: context).placed
  }

  func layout(in context: ScreenContext) -> SoftmaxLayout {
    SoftmaxLayout(body: context.body, sheet: sheet, appearance: context.appearance)
  }
}
