import TerminalCells
import Wording

/// Columns and rows as they are typed.
enum ScreenSize {
  private static let largest = Size(width: 1024, height: 512)

  /// The size that an option's value names.
  static func size(_ text: String, least: Size) throws -> Size {
    let numbers = text.split(omittingEmptySubsequences: false) { "xX×".contains($0) }
      .map { Int($0) ?? 0 }
    guard numbers.count == 2, (least.width...largest.width).contains(numbers[0]),
      (least.height...largest.height).contains(numbers[1])
    else {
      throw CommandFailure.usage(
        "--size \(NumberParser.quotable(text)): columns and rows from \(least.width)x\(least.height) to \(largest.width)x\(largest.height) are accepted, as in 80x24."
      )
    }
    return Size(width: numbers[0], height: numbers[1])
  }
}
