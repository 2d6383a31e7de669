import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// What is seen and reached of vectors too long to be looked through.
@Suite struct SoftmaxLongVectorTests {
  private let logits: [Double] = (0..<512).map { index in
    let small = Double(index * 37 % 101) / 12
    return index == 193 ? small + 6 : small
  }

  // MARK: Places

  @Test(arguments: ["", "<Right>", "g", "g<Right>", "s", "F", "<End>", "<Right>jjlll", "o", "n"])
  func theLargestIsAKeyAwayFromAnywhere(_ keys: String) {
    let before = SoftmaxBench(logits).typing(keys)
    let bench = before.typing("^")
    #expect(bench.state.row == 193 && bench.state.selectedLogit == 193)
    #expect(bench.state.view == before.state.view && bench.state.focus == before.state.focus)
    #expect(bench.status.hasPrefix("p₁₉₃ = ") && bench.status.hasSuffix("of the 512 outputs."))
  }

  @Test(arguments: ["", "<Right>", "g<Right>", "s", "F", "<Right>jjlll", "v", "vv", "vvv", "D"])
  func theStrongestEntryIsAKeyAwayFromAnywhere(_ keys: String) {
    let bench = SoftmaxBench(Array(logits[180..<210])).typing(keys + "!")
    let jacobian = bench.sheet.readings.jacobian
    let here = jacobian[bench.state.row, bench.state.column].magnitude
    for row in 0..<30 {
      for column in 0..<30 where !bench.state.showsDiagonalOnly || row == column {
        #expect(jacobian[row, column].magnitude <= here)
      }
    }
    #expect(bench.state.isInMatrix && bench.status.contains("strongest of the 30 × 30 entries"))
  }

  @Test func equalOutputsAreSaidToBeEqual() {
    #expect(
      SoftmaxBench([1, 1, 1]).typing("j^").status
        == "p₀ = 0.3333 is the largest output, as are 2 others.")
    #expect(SoftmaxBench([1, 1, 0]).typing("^").status.hasSuffix("as is another."))
  }

  // MARK: Order

  @Test func theListIsSortedAndNothingElse() {
    let plain = SoftmaxBench(logits, width: 120, height: 36)
    let sorted = plain.typing("o")
    #expect(sorted.state.vector == plain.state.vector)
    #expect(sorted.state.row == 0 && sorted.state.column == 0)
    #expect(sorted.typing("o").state == plain.state)
    let outputs = sorted.sheet.listedOutputs
    let listed = (0..<512).map { sorted.sheet.logit(at: $0) }
    #expect(listed.sorted() == Array(0..<512))
    for (one, next) in zip(listed, listed.dropFirst()) {
      #expect(outputs[one] > outputs[next] || outputs[one] == outputs[next] && one < next)
    }
    for logit in stride(from: 0, to: 512, by: 31) {
      #expect(sorted.sheet.logit(at: sorted.sheet.place(of: logit)) == logit)
    }
  }

  /// Each line has the name, the logit and the output of the same logit.
  @Test(arguments: ["o", "og", "os", "oF", "vo"])
  func eachLineIsAboutOneLogit(_ keys: String) {
    let bench = SoftmaxBench(logits, width: 120, height: 36).typing("^" + keys)
    let layout = bench.layout
    let visible = layout.visiblePlaces(bench.sheet)
    #expect(visible.count > 5)
    for place in visible {
      let logit = bench.sheet.logit(at: place)
      let words = bench.view.text(row: layout.line(of: place, in: visible))
        .split(whereSeparator: { " │▸".contains($0) }).map(String.init)
      #expect(words.contains(bench.sheet.inputName(logit)), "\(words)")
      if keys == "og" { #expect(words.contains("\(logit)"), "\(words)") }
      if keys == "os" || keys == "oF" {
        #expect(words.contains(SoftmaxSheet.indexed("p", logit)), "\(words)")
      }
    }
  }

  @Test func keysMoveAlongTheOrderThatIsSeen() {
    let bench = SoftmaxBench([0, 3, 1, 2]).typing("o<Home>")
    let rows = (0..<5).map { bench.typing("<j*\($0)>".replacing("<j*0>", with: "")).state.row }
    #expect(rows == [1, 3, 2, 0, 0])
    #expect(bench.typing("<End>").state.row == 0)
    #expect(bench.typing("jk").state.row == 1 && bench.typing("j]").logits[3] == 2.1)
    // In the matrix rows are rows.
    #expect(bench.typing("<Right>j").state.row == 2)
  }

  @Test func aClickFindsTheLogitThatIsListedThere() {
    let bench = SoftmaxBench(logits, width: 120, height: 36).typing("^o")
    let layout = bench.layout
    let visible = layout.visiblePlaces(bench.sheet)
    let place = visible.lowerBound + 4
    let y = layout.line(of: place, in: visible)
    let clicked = bench.receiving(
      .mouse(Mouse(.press, x: layout.logitPanel.x + 4, y: y)))
    #expect(clicked.state.row == bench.sheet.logit(at: place))
  }

  @Test func theOrderIsAStateOfItsOwn() {
    let bench = SoftmaxBench(logits).typing(":\"order value\"<Enter>")
    #expect(bench.state.order == .value)
    #expect(bench.typing(":\"order index\"<Enter>").state.order == .index)
    #expect(bench.typing(":\"order up\"<Enter>").isRefused)
  }

  // MARK: Mass

  @Test func theMassIsToldInWords() {
    #expect(MassStrip.percentage(0.9718) == "97.2 %")
    #expect(MassStrip.percentage(0.99999) == "over 99.9 %")
    #expect(MassStrip.percentage(1) == "100 %")
    #expect(MassStrip.percentage(0.00244) == "0.244 %")
    let bench = SoftmaxBench(logits, width: 120, height: 36)
    let top = bench.sheet.listedOutputs.sorted(by: >).prefix(10).reduce(0, +)
    #expect((bench.sheet.readings.topShare - top).magnitude < 1e-15)
    let words = "the 10 largest of all 512 hold \(MassStrip.percentage(top))"
    #expect(bench.picture.contains(words))
    let largest = MassStrip.percentage(bench.sheet.listedOutputs[193])
    #expect(bench.typing("o^").picture.contains("the largest, x₁₉₃, holds \(largest)"))
    #expect(bench.typing("o^j").picture.contains("the 2 largest, down to x"))
  }

  /// The strip is highest where the largest output is, whichever the characters.
  @Test(arguments: [Appearance.Markers.braille, .ascii])
  func theStripShowsWhereTheMassIs(_ markers: Appearance.Markers) {
    let bench = SoftmaxBench(logits, markers: markers)
    let strip = bench.layout.massRect
    #expect(!strip.isEmpty)
    let y = strip.maxY - 1
    let columns = strip.width - 2
    let highest = (0..<columns).filter {
      "█#".contains(bench.view[strip.x + 1 + $0, y].character)
    }
    #expect(highest == [193 * columns / 512])
  }

  @Test func aListThatIsSeenWholeNeedsNoStrip() {
    #expect(SoftmaxBench([2, 1, 0.1]).layout.massRect.isEmpty)
    #expect(SoftmaxBench(logits).typing("g").layout.massRect.isEmpty)
    #expect(SoftmaxBench(logits, width: 40, height: 12).layout.massRect.isEmpty)
  }

  @Test(arguments: [("512", ""), ("512-sorted", "o^")])
  func picturesOfAListAndItsMass(_ name: String, _ keys: String) {
    let bench = SoftmaxBench(logits, width: 100, height: 30).typing(keys)
    expectPicture(bench.view, "softmax-\(name)")
    let plain = SoftmaxBench(
      logits, width: 100, height: 30, colors: .none, markers: .ascii
    ).typing(keys)
    expectPicture(plain.view, "softmax-\(name)-ascii")
  }
}
