import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// Which panel the keys move in and which number they are at is seen at every length of the vector, in
/// every view and size, without colour too.
@Suite struct SoftmaxFocusTests {
  static let counts = [2, 3, 5, 8, 16, 64, 512, 4096]
  static let sizes = [(40, 12), (80, 24), (100, 30), (120, 36), (200, 60)]

  private func benches(_ count: Int, _ size: (Int, Int)) -> [SoftmaxBench] {
    let logits = (0..<count).map { Double($0 * 37 % 101) / 12 }
    // Long vectors take long to draw; without colour the most has to be told otherwise.
    let depths: [Appearance.ColorDepth] = count > 64 ? [.none] : [.palette, .sixteen, .none]
    return depths.map {
      SoftmaxBench(logits, width: size.0, height: size.1, colors: $0)
    }
  }

  private func isMarked(_ panel: Rect, _ frame: Frame) -> Bool {
    frame[panel.x + 1, panel.y].character == "▸"
  }

  @Test(arguments: counts, sizes)
  func onePanelIsMarked(_ count: Int, _ size: (Int, Int)) {
    for bench in benches(count, size) {
      for view in ["", "g", "s", "F"] {
        for focus in ["", "<Right>"] {
          let bench = bench.typing(view + focus)
          let (layout, frame) = (bench.layout, bench.view)
          let isInPanel = bench.state.focus == .panel
          #expect(isMarked(layout.logitPanel, frame) == !isInPanel)
          #expect(isMarked(layout.jacobianPanel, frame) == isInPanel)
        }
      }
    }
  }

  /// In the matrix: marks around the number, or one in the cell with its row and column named.
  @Test(arguments: counts, sizes)
  func theCellIsMarked(_ count: Int, _ size: (Int, Int)) {
    for bench in benches(count, size) {
      for keys in ["<Right>", "<Right><Down>", "v<Right><Right>", "!"] {
        let bench = bench.typing(keys)
        let (window, frame) = (bench.layout.window, bench.view)
        let rect = window.rect(row: bench.state.row, column: bench.state.column)
        let y = rect.y + (rect.height - 1) / 2
        let line = (rect.x - 1..<rect.maxX).map { frame[$0, y].character }
        if window.showsNumbers {
          #expect(line.contains("▸") && line.contains("◂"), "\(String(line)) of \(count)")
        } else {
          let isReversed = frame[rect.x, rect.y].style.attributes.contains(.reverse)
          #expect(line.contains("◆") || isReversed, "\(String(line)) of \(count) at \(size)")
          #expect(frame[window.rect.x - 1, rect.y].character == "▸")
          let name = bench.sheet.inputName(bench.state.column)
          #expect(bench.view.text(row: window.rect.y - 1).contains(name))
        }
      }
    }
  }

  /// In a table: a mark at the row, and marks around the number that is edited.
  @Test(arguments: counts, sizes)
  func theNumberOfATableIsMarked(_ count: Int, _ size: (Int, Int)) {
    for bench in benches(count, size) {
      for view in ["g", "s"] {
        let plain = bench.typing(view + "<Down>")
        let focused = plain.typing("<Right>")
        let layout = focused.layout
        let place = layout.visiblePlaces(focused.sheet)
        let y = layout.line(of: focused.sheet.place(of: focused.state.row), in: place)
        let panel = layout.jacobianPanel.inset(by: 1)
        let line = String((panel.x..<panel.maxX).map { focused.view[$0, y].character })
        #expect(line.hasPrefix("▸"), "\(line)")
        let number = line.dropFirst().split(separator: "▸").last?.split(separator: "◂").first
        let edited = view == "g" ? "0" : "+0.1"
        #expect(number?.hasPrefix(edited) == true, "\(line) of \(count) at \(size)")
        #expect(!plain.view.text(row: y).dropFirst(panel.x).contains("◂"))
      }
    }
  }

  /// No number touches its neighbour or is cut, and no wording ends in an ellipsis.
  @Test(arguments: counts.dropLast(), sizes)
  func numbersStandWholeAndApart(_ count: Int, _ size: (Int, Int)) {
    for bench in benches(count, size) {
      for keys in [
        "", "<Right>", "v", "vv<Right>", "g", "g<Right>", "s", "s<Right>", "F", "o", "og",
      ] {
        let bench = bench.typing(keys)
        let (layout, frame) = (bench.layout, bench.view)
        for rect in [layout.logitPanel, layout.jacobianPanel] {
          for y in rect.y..<rect.maxY {
            let line = String((rect.x..<rect.maxX).map { frame[$0, y].character })
            #expect(!line.contains("…"), "\(line) by \(keys) of \(count) at \(size)")
          }
        }
        let window = layout.window
        guard bench.state.view == .jacobian, window.showsNumbers else { continue }
        for row in window.rows {
          for column in window.columns {
            let cells = window.rect(row: row, column: column)
            let y = cells.y + (cells.height - 1) / 2
            let line = String((cells.x..<cells.maxX).map { frame[$0, y].character })
            #expect(" ◂▸".contains(line.last ?? "x"), "\(line)")
            let text = line.filter { !" ◂▸".contains($0) }
            let number = text.replacing("−", with: "-").replacing("+", with: "")
            // A sign is left of what is so small that no digit has room.
            let entry = bench.sheet.readings.jacobian[row, column].magnitude
            guard entry == 0 || entry >= 1e-9 else { continue }
            #expect(Double(number) != nil || text.hasPrefix("1−"), "\(text) by \(keys) at \(size)")
          }
        }
      }
    }
  }

  /// The numbers of all entries are seen from 80 × 24 on for up to eight logits.
  @Test(arguments: [2, 3, 5, 8], sizes.dropFirst())
  func fewEntriesAreAllNumbers(_ count: Int, _ size: (Int, Int)) {
    for bench in benches(count, size) {
      let window = bench.layout.window
      #expect(window.showsNumbers)
      #expect(window.rows.count == count && window.columns.count == count)
    }
  }
}
