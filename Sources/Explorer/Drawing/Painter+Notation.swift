import NeuralFunctions
import TerminalCells
import Widgets

extension Painter {
  public func spelled(_ notation: Notation) -> String {
    isASCII ? notation.ascii : notation.unicode
  }

  @discardableResult
  public mutating func write(
    _ notation: Notation, x: Int, y: Int, _ style: Style? = nil, limit: Int? = nil
  ) -> Int {
    write(spelled(notation), x: x, y: y, style, limit: limit)
  }
}
