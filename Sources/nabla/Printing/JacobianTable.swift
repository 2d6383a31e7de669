import NeuralFunctions
import TerminalIO

/// A Jacobian for people: every digit, rows and columns named, in blocks of as many columns as fit.
struct JacobianTable {
  private let jacobian: Jacobian
  private let output: String
  private let corner: String
  private let width: Int

  /// What is read elsewhere is taken to be read in as many columns.
  private static let usualWidth = 80
  private static let gap = "  "

  /// - Parameters:
  ///   - output: how an output is written, without its index.
  ///   - width: how many columns of the terminal there are.
  init(_ jacobian: Jacobian, of output: Notation, width: Int? = nil) {
    self.jacobian = jacobian
    self.output = output.printed
    corner = PrintedCharacters.areASCII ? "d\(output.ascii)/dx" : "∂\(output.unicode)/∂x"
    self.width = width ?? PrintedOutput.terminalSize?.width ?? Self.usualWidth
  }

  func print() throws {
    let names = TextTable.aligned([corner] + (0..<jacobian.count).map { "\(output)\($0)" })
    let nameWidth = names.map(\.count).max() ?? 0
    var start = 0
    while start < jacobian.count {
      if start > 0 { try StandardOutput.print("") }
      var lines = names.map { $0.padded(to: nameWidth) }
      var used = nameWidth
      let first = start
      repeat {
        let column = self.column(start)
        let columnWidth = column.map(\.count).max() ?? 0
        used += Self.gap.count + columnWidth
        // One column at least, however narrow it is.
        if used > width && start > first { break }
        for row in lines.indices { lines[row] += Self.gap + column[row].padded(to: columnWidth) }
        start += 1
      } while start < jacobian.count
      for line in lines { try StandardOutput.print(String(line.trimmingTrailingBlanks)) }
    }
  }

  private func column(_ index: Int) -> [String] {
    TextTable.aligned(
      ["x\(index)"] + (0..<jacobian.count).map { OutputFormat.digits(jacobian[$0, index]) })
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
