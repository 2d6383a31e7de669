import NeuralFunctions
import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// The screens as they are drawn for the back row of a room.
@Suite struct PresentingTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 120, height: 36),
  ]

  private func bench(
    _ size: Size, _ script: String = "", on id: String = "sigmoid", logits: [Double]? = nil,
    markers: Appearance.Markers = .braille, colors: Appearance.ColorDepth = .none,
    isNarrow: Bool = false
  ) -> Workbench {
    let entry = Catalogue.entry(named: id)!
    var appearance = Appearance(colors: colors, markers: markers)
    appearance.isPresenting = true
    appearance.isNarrow = isNarrow
    return Workbench(
      appearance: appearance, size: size,
      screens: Workbench.screens(
        curves: CurvesScreen(entry: entry, library: Library([entry])),
        softmax: SoftmaxScreen(logits: logits))
    ).typing(script)
  }

  // MARK: Pictures

  @Test(arguments: sizes, [Appearance.Markers.braille, .ascii])
  func bothScreens(_ size: Size, _ markers: Appearance.Markers) {
    let name = "\(size.width)x\(size.height)" + (markers == .ascii ? "-ascii" : "")
    expectPicture(bench(size, "lll", markers: markers).view, "present-curves-\(name)")
    expectPicture(bench(size, "2<Right>", markers: markers).view, "present-softmax-\(name)")
  }

  @Test func otherAlphabetsAndViews() {
    let size = Self.sizes[0]
    expectPicture(bench(size, "lllg", markers: .blocks).view, "present-blocks")
    expectPicture(bench(size, "lll", isNarrow: true).view, "present-narrow")
    expectPicture(bench(size, "w", on: "tanh").view, "present-why")
    expectPicture(bench(Self.sizes[1], "dspi", on: "gelu").view, "present-many")
    expectPicture(bench(size, "2g<Down><Space>").view, "present-loss")
    expectPicture(bench(size, "2s").view, "present-change")
    expectPicture(
      bench(size, "2<Right>", logits: [1, 2, 3, 4, 5, 6], colors: .palette).view, "present-six")
    expectPicture(bench(Size(width: 48, height: 14), "lll").view, "present-small")
  }

  // MARK: What is read

  /// Whether a frame has a number in large digits.
  private func shows(_ number: String, _ frame: Frame, isASCII: Bool = false) -> Bool {
    guard let rows = LargeDigits(number, isASCII: isASCII)?.rows else { return false }
    let text = (0..<frame.size.height).map { Array(frame.text(row: $0)) }
    return (0...text.count - rows.count).contains { y in
      (0...max(0, frame.size.width - rows[0].count)).contains { x in
        rows.indices.allSatisfy { row in
          let padded = text[y + row] + Array(repeating: " ", count: frame.size.width)
          return String(padded[x..<x + rows[row].count]) == rows[row]
        }
      }
    }
  }

  @Test(arguments: sizes, [false, true])
  func theNumbersAtTheCursorAreLarge(_ size: Size, isASCII: Bool) throws {
    var bench = bench(size, markers: isASCII ? .ascii : .braille)
    try bench.run("at 0")
    let minus = isASCII ? "-" : "−"
    let atZero = bench.view
    for number in ["0", "0.5", "0.25"] { #expect(shows(number, atZero, isASCII: isASCII)) }
    try bench.run("at -2")
    let below = bench.view
    #expect(shows("\(minus)2", below, isASCII: isASCII))
    for number in ["0.5", "0.25"] { #expect(!shows(number, below, isASCII: isASCII)) }
  }

  @Test func whatIsNearlyOneDoesNotSayOne() throws {
    for size in Self.sizes {
      for (place, told) in [("30", "0.9999999999999"), ("50", "1 − 1.93e−22")] {
        var bench = bench(size)
        try bench.run("x -60 60; at \(place)")
        let frame = bench.view
        let isTold = (0..<bench.body.maxY).contains { frame.text(row: $0).contains(told) }
        #expect(isTold || shows(told, frame), "at \(place)")
      }
    }
  }

  @Test func whatIsUsedAtAKinkIsSaidToBe() throws {
    for size in Self.sizes {
      var bench = bench(size, on: "relu")
      try bench.run("at 0")
      #expect((0..<bench.body.maxY).contains { bench.view.text(row: $0).contains("used") })
    }
  }

  @Test func probabilitiesAndEntriesAreLarge() {
    for size in Self.sizes {
      let frame = bench(size, "2<Right>", logits: [2, 1, 0.1]).view
      for number in ["0.659", "0.242"] { #expect(shows(number, frame)) }
      #expect(shows("+0.225", frame) || shows("+.225", frame))
      #expect(shows("−0.160", frame) || shows("−.160", frame))
      let loss = bench(size, "2g", logits: [2, 1, 0.1]).view
      #expect(shows("−0.341", loss) || shows("−.341", loss))
    }
  }

  @Test func theSentenceIsWholeInTwoRows() {
    let bench = bench(Self.sizes[0], "lllg", on: "gelu")
    let frame = bench.view
    let told = [frame.text(row: 21), frame.text(row: 22)].map { $0.trimmingBlanks }
      .joined(separator: " ").trimmingBlanks
    #expect(told == bench.status.text)
    #expect(told.count > 78, "a sentence of one row is no test")
    #expect(frame[0, 21].style.attributes.contains(.reverse))
    #expect(frame[79, 22].style.attributes.contains([.reverse, .bold]))
  }

  // MARK: The key

  @Test func theKeySwitchesAndSaysSoAndIsNoStep() throws {
    var bench = Workbench.forTests()
    let (before, script) = (bench.view, bench.script)
    bench.type("<F5>")
    #expect(bench.appearance.isPresenting && bench.status.kind == .notice)
    #expect(bench.script == script, "how it looks is no part of the state")
    bench.type("g<F5>")
    #expect(bench.script != script)
    bench.type("u")
    #expect(!bench.appearance.isPresenting && bench.script == script, "undo leaves looks alone")
    bench.type("<F5><F5>l h")
    #expect(bench.view.picture == before.picture)
    for _ in 0..<2 { try bench.run("present on") }
    #expect(bench.appearance.isPresenting)
    bench.move(to: Size(width: 90, height: 30), Appearance(colors: .eight))
    #expect(bench.appearance.isPresenting && bench.appearance.colors == .eight)
    try bench.run("present off")
    #expect(!bench.appearance.isPresenting)
  }

  // MARK: The mouse

  @Test func aClickFindsWhatIsThere() throws {
    var bench = bench(Self.sizes[1], "2", logits: [2, 1, 0.1])
    let layout = try #require(
      LargeSoftmaxLayout(bench.softmaxScreen!.sheet, in: bench.body, bench.appearance))
    let entry = try #require(layout.entry(row: 2, column: 1))
    bench.type("<click:\(entry.x + 2),\(entry.y + 1)>")
    #expect(bench.softmax.row == 2 && bench.softmax.column == 1 && bench.softmax.isInMatrix)
    let row = layout.row(1, in: layout.list)
    bench.type("<click:\(row.x + 4),\(row.y + 2)>")
    #expect(bench.softmax.row == 1 && bench.softmax.focus == .logits)

    var curves = self.bench(Self.sizes[1])
    let plot = curves.curvesScreen.layout(in: curves.context).plotArea
    curves.type("<click:\(plot.maxX - 1),\(plot.y + 3)>")
    #expect(curves.curves.cursor > 5)
  }

  // MARK: At all sizes

  private static let scripts = [
    "", "dg", "spi", "wD", "lla", "/s", "2", "2<Right>", "2g<Right>", "2s", "2F", "2v<Right>z",
    "2M",
  ]

  @Test func nothingOverlapsNorLeavesItsPlace() {
    for script in Self.scripts {
      for count in [2, 3, 5, 9, 40] {
        if !script.hasPrefix("2") && count > 2 { continue }
        var bench = bench(
          Self.sizes[0], script, on: "elu", logits: (0..<count).map { Double($0 % 7) - 2.5 })
        for width in [40, 47, 59, 60, 63, 64, 71, 80, 100, 120, 200] {
          for height in [12, 15, 16, 20, 24, 30, 60] {
            _ = bench.update(.resize(Size(width: width, height: height)))
            let (body, placed) = (bench.body, bench.screen.panels(in: bench.context))
            let rects = placed.map(\.rect).filter { !$0.isEmpty }
            for (index, rect) in rects.enumerated() {
              #expect(rect.intersection(body) == rect, "'\(script)' \(width)x\(height)")
              for other in rects[(index + 1)...] {
                #expect(rect.intersection(other).isEmpty, "'\(script)' \(width)x\(height)")
              }
            }
            let faults = FuzzInvariants(bench.view, of: bench).faults
            #expect(faults.isEmpty, "'\(script)' \(width)x\(height): \(faults)")
          }
        }
      }
    }
  }

  /// Numbers and names of the large parts are whole.
  @Test func nothingLargeIsCut() {
    for markers in [Appearance.Markers.braille, .ascii] {
      for script in ["lll", "hhhd", "lllp", "2", "2<Right>", "2s", "2g"] {
        for size in Self.sizes + [Size(width: 200, height: 60), Size(width: 64, height: 18)] {
          let bench = bench(size, script, on: "tanh", markers: markers)
          // In the line of keys it is part of a hint.
          for row in 0..<size.height - 1 {
            let text = bench.view.text(row: row)
            #expect(!text.contains("…"), "'\(script)' at \(size): \(text)")
          }
        }
      }
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
