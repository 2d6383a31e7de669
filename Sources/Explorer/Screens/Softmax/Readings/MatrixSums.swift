import NeuralFunctions
import Wording

/// The sums of the rows and columns in sight as text.
struct MatrixSums: Sendable {
  /// What they follow from.
  struct Key: Equatable {
    var logits: [Double]
    var temperature: Double
    var variant: Int
    var showsDiagonalOnly: Bool
    var rows: Range<Int>
    var columns: Range<Int>
    /// How many characters have room below a column.
    var room: Int
    /// How many have room beside a row.
    var roomBeside: Int
  }

  let rows: [String]
  let columns: [String]

  init(_ jacobian: Jacobian, _ probabilities: [Double], _ key: Key) {
    let diagonal = jacobian.diagonal
    rows = key.rows.map {
      Self.text(
        key.showsDiagonalOnly ? diagonal[$0] : jacobian.rowSum($0), width: key.roomBeside)
    }
    columns = key.columns.map { column in
      if key.showsDiagonalOnly { return Self.text(diagonal[column]) }
      return NearlyOne(sumOfColumn: column, of: jacobian, probabilities)?.text(width: key.room)
        ?? Self.text(jacobian.columnSum(column))
    }
  }

  /// As wide as the columns kept for sums, where it takes that.
  private static func text(_ sum: Double, width most: Int = NumberText.widthOfAny) -> String {
    let width = max(6, min(most, NumberText.leastWidth(of: sum)))
    return NumberText.fitting(sum, width: width, most: 4).withTrueMinus
  }
}
