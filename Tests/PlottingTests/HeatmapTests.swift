import Glibc
import Plotting
import TerminalCells
import Testing

@Suite("A heatmap")
struct HeatmapTests {
  private let p = [0.6590, 0.2424, 0.0986]
  private let mono = HeatmapPalette { _ in Style() }
  private let color = HeatmapPalette { Style(0, on: Color(UInt8(100 + $0))) }

  private func jacobian(_ row: Int, _ column: Int) -> Double {
    (row == column ? p[row] : 0) - p[row] * p[column]
  }

  private func drawn(
    _ width: Int, _ height: Int, _ palette: HeatmapPalette,
    _ change: (inout Heatmap) -> Void = { _ in }
  ) -> Frame {
    var frame = Frame(Size(width: width, height: height))
    var heatmap = Heatmap(
      rows: 3, columns: 3, scale: DivergingScale(extent: 0.5, levels: 9), palette: palette)
    change(&heatmap)
    heatmap.draw(into: &frame, in: frame.bounds, value: jacobian)
    return frame
  }

  @Test func writesAsManyDecimalsAsFit() {
    #expect(
      drawn(21, 3, mono).picture == """
        +.2247 −.1597 −.0650
        −.1597 +.1836 −.0239
        −.0650 −.0239 +.0889
        """)
    #expect(
      drawn(15, 3, mono).picture == """
        +.22 −.16 −.06
        −.16 +.18 −.02
        −.06 −.02 +.09
        """)
    // Where not even a digit of an entry has room, its sign and a shade stand for it.
    #expect(drawn(12, 3, mono).picture.hasSuffix("\n−.2 +.2 −░░\n−░░ −░░ +░░"))
  }

  @Test func fallsBackToSignsAndShadesAndPixels() {
    #expect(drawn(6, 3, color).picture == "+ − −\n− + −\n− − +")
    #expect(drawn(6, 3, mono).picture == "+▒−░░░\n−░+▒−░\n−░░░+░")
    // A shade has room for a sign beside it: where there is none for both, entries share a mark.
    #expect(drawn(4, 3, mono).picture.split(separator: "\n").allSatisfy { $0.count == 4 })
    let pixels = drawn(3, 2, color)
    #expect(pixels.picture == "▀▀▀\n▀▀▀")
    let scale = DivergingScale(extent: 0.5, levels: 9)
    func shade(_ row: Int, _ column: Int) -> Color {
      Color(UInt8(100 + scale.level(of: jacobian(row, column))))
    }
    #expect(pixels[1, 0].style == Style(shade(0, 1), on: shade(1, 1)))
    #expect(pixels[2, 1].style == Style(shade(2, 2)))
  }

  @Test func marksTheCursorAtEveryDetail() {
    for (width, height) in [(21, 3), (12, 3), (6, 3), (3, 3), (3, 2), (2, 1)] {
      for palette in [mono, color] {
        let marked = drawn(width, height, palette) { $0.cursor = MatrixIndex(row: 2, column: 1) }
        #expect(marked != drawn(width, height, palette), "\(width)×\(height)")
        let outside = drawn(width, height, palette) { $0.cursor = MatrixIndex(row: 7, column: 0) }
        #expect(outside == drawn(width, height, palette))
      }
    }
  }

  @Test func scrollsWhenItsDetailIsFixed() {
    let heatmap = drawn(7, 2, mono) {
      $0.detail = .numbers(decimals: 4)
      $0.origin = MatrixIndex(row: 1, column: 2)
    }
    #expect(heatmap.picture == "−.0239\n+.0889")
    let last = drawn(7, 2, mono) {
      $0.detail = .numbers(decimals: 4)
      $0.origin = MatrixIndex(row: 99, column: -5)
    }
    #expect(last.picture == "−.1597\n−.0650")
  }

  @Test func losesNoLargeEntryWhenAggregating() {
    let palette = color
    for peak in stride(from: 0, to: 4096, by: 331) {
      var heatmap = Heatmap(
        rows: 4096, columns: 4096, scale: DivergingScale(extent: 1, levels: 9), palette: palette)
      heatmap.cursor = MatrixIndex(row: peak, column: 4095 - peak)
      var frame = Frame(Size(width: 33, height: 9))
      var asked = 0
      let layout = heatmap.draw(
        into: &frame, in: frame.bounds,
        extremes: { rows, columns in
          rows.flatMap { rows in
            columns.map { columns in
              asked += rows.count * columns.count
              return rows.contains(peak) && columns.contains(4095 - peak) ? -1 : 0.01
            }
          }
        }, value: { _, _ in 0 })
      #expect(layout.detail == .aggregated)
      // Every entry belongs to exactly one pixel.
      #expect(asked == 4096 * 4096)
      let cell = layout.rect(row: peak, column: 4095 - peak)
      let style = frame[cell.x, cell.y].style
      // The peak stands under the cursor, which keeps the colour of level -9.
      #expect(style.background == Color(91))
      #expect(layout.entry(x: cell.x, y: cell.y).map { $0.column <= 4095 - peak } == true)
    }
  }

  @Test func findsTheEntryOfEachOfItsCells() {
    for (width, height) in [(40, 12), (21, 3), (6, 3), (3, 3), (3, 2)] {
      let heatmap = Heatmap(
        rows: 3, columns: 3, scale: DivergingScale(extent: 0.5, levels: 9), palette: color)
      let layout = heatmap.layout(in: Rect(x: 4, y: 5, width: width, height: height))
      for row in 0..<3 {
        for column in 0..<3 {
          let rect = layout.rect(row: row, column: column)
          #expect(!rect.isEmpty && rect.intersection(layout.rect) == rect)
          let found = layout.entry(x: rect.maxX - 1, y: rect.maxY - 1)
          #expect(found?.column == column && (found?.row ?? 9) <= row)
        }
      }
      #expect(layout.entry(x: 3, y: 5) == nil && layout.entry(x: 4, y: layout.rect.maxY) == nil)
      #expect(layout.rect(row: 3, column: 0).isEmpty)
    }
  }

  @Test func writesWhatIsNotAFixedNumber() {
    var frame = Frame(Size(width: 56, height: 1))
    let values = [0, .nan, .infinity, -.infinity, 1e-9, -2.5e-300, 0.00005, 1e300]
    var heatmap = Heatmap(
      rows: 1, columns: 8, scale: DivergingScale(extent: 1, levels: 3), palette: mono)
    heatmap.detail = .numbers(decimals: 4)
    heatmap.draw(into: &frame, in: frame.bounds) { values[$1] }
    let words = frame.picture.split(separator: " ").map(String.init)
    #expect(words == ["0", "NaN", "+inf", "−inf", "+1e−9", "−░░", "+5e−5", "+1e300"])
  }

  @Test func drawsAtEverySizeAndShape() {
    for (width, height) in oddSizes {
      for (rows, columns) in [(0, 0), (1, 1), (0, 7), (5, 0), (17, 3), (300, 300), (1, .max)] {
        for detail in [
          nil, HeatmapDetail.numbers(decimals: 99), .numbers(decimals: -1), .glyphs, .pixels,
          .aggregated,
        ] {
          for palette in [mono, color] {
            var heatmap = Heatmap(
              rows: rows, columns: columns,
              scale: DivergingScale(extent: 1e300, levels: 4, kind: .signedLog(decades: 3)),
              palette: palette, detail: detail)
            heatmap.origin = MatrixIndex(row: .max, column: -3)
            heatmap.cursor = MatrixIndex(row: -1, column: 2)
            var frame = Frame(Size(width: width, height: height))
            let bounds = frame.bounds
            let layout = heatmap.draw(
              into: &frame, in: bounds,
              extremes: { rows, columns in rows.flatMap { _ in columns.map { _ in -1 } } },
              value: { _, _ in 1 })
            #expect(layout.rect.intersection(bounds) == layout.rect)
          }
        }
      }
    }
  }
}

@Suite("The marks of a heatmap without colours")
struct HeatmapMarkTests {
  private let values = [-0.25, -0.02, -0.002, -0.0002, 0, 0.0002, 0.002, 0.02, 0.25]

  private func palettes() -> [HeatmapPalette] {
    [HeatmapPalette { _ in Style() }, HeatmapPalette(glyphs: .ascii) { _ in Style() }]
  }

  /// What stands in a cell is what stands in the key, and each magnitude has its own.
  @Test func areThoseOfTheKey() {
    let scale = DivergingScale(extent: 0.25, levels: 4, kind: .signedLog(decades: 4))
    for palette in palettes() {
      var cells = Frame(Size(width: 18, height: 1))
      let heatmap = Heatmap(
        rows: 1, columns: 9, scale: scale, palette: palette, detail: .glyphs)
      heatmap.draw(into: &cells, in: cells.bounds) { values[$1] }
      var key = Frame(Size(width: 18, height: 2))
      ColorBar(scale: scale, palette: palette).draw(into: &key, in: key.bounds)
      #expect(cells.text(row: 0) == key.text(row: 0))
      let marks = (0..<9).map {
        String([cells[2 * $0, 0].character, cells[2 * $0 + 1, 0].character])
      }
      // A sign stands where it changes, and holds from there.
      let signs = marks.map { "+−-·.".contains($0.first ?? " ") }
      #expect(signs == [true, false, false, false, true, true, false, false, false])
      // The shades of both sides are the same.
      for index in 0..<4 { #expect(marks[index].last == marks[8 - index].last) }
      #expect(Set(marks.map(\.last)).count == 5)
    }
  }

  /// A number without a colour behind it has its shade above and below.
  @Test func standAboveAndBelowNumbersWhereThereIsRoom() {
    let palette = HeatmapPalette { _ in Style() }
    let heatmap = Heatmap(
      rows: 1, columns: 3, scale: DivergingScale(extent: 1, levels: 4), palette: palette,
      detail: .numbers(decimals: 2))
    var frame = Frame(Size(width: 18, height: 3))
    heatmap.draw(into: &frame, in: frame.bounds) { [-0.2, 0, 1][$1] }
    #expect(
      frame.picture
        == "░░░░░       █████\n −.20     0 +1.00\n░░░░░       █████")
    var low = Frame(Size(width: 18, height: 2))
    heatmap.draw(into: &low, in: low.bounds) { [-0.2, 0, 1][$1] }
    #expect(!low.picture.contains("█"))
  }

  @Test func keepTheirShadeUnderTheCursor() {
    for palette in palettes() {
      for detail in [HeatmapDetail.glyphs, .pixels, .aggregated] {
        var heatmap = Heatmap(
          rows: 3, columns: 3, scale: DivergingScale(extent: 1, levels: 4), palette: palette,
          detail: detail)
        heatmap.cursor = MatrixIndex(row: 1, column: 1)
        var frame = Frame(Size(width: 6, height: 3))
        heatmap.draw(into: &frame, in: frame.bounds) { _, _ in -0.3 }
        #expect(frame[2, 1].style.attributes == .reverse && frame[3, 1].style == Style())
        #expect(frame[2, 1].character == frame[0, 0].character)
      }
    }
  }
}

/// Among shades a sign is written where it changes; each entry's is that of the last one at its left.
@Suite("The signs of a heatmap without colours")
struct HeatmapSignTests {
  @Test(arguments: [HeatmapDetail.glyphs, .pixels, .aggregated])
  func areReadFromTheLeft(_ detail: HeatmapDetail) {
    var random = SystemRandomNumberGenerator()
    let values: [[Double]] = (0..<40).map { _ in
      (0..<40).map { _ in [-0.7, -0.01, 0, 0.3].randomElement(using: &random) ?? 0 }
    }
    let palette = HeatmapPalette { _ in Style() }
    let heatmap = Heatmap(
      rows: 40, columns: 40, scale: DivergingScale(extent: 1, levels: 4), palette: palette,
      detail: detail)
    var frame = Frame(Size(width: 80, height: 40))
    heatmap.draw(into: &frame, in: frame.bounds) { values[$0][$1] }
    for row in 0..<40 {
      var sign = Character(" ")
      for column in 0..<40 {
        let first = frame[2 * column, row].character
        let isSign = "+−·".contains(first)
        if isSign { sign = first }
        let value = values[row][column]
        #expect(sign == (value == 0 ? "·" : value < 0 ? "−" : "+"))
        // None is written that is known already.
        if column > 0, value != 0, (values[row][column - 1] < 0) == (value < 0),
          values[row][column - 1] != 0
        {
          #expect(!isSign)
        }
      }
    }
  }
}

@Suite("The labels of a logarithmic key")
struct ColorBarLabelTests {
  /// Powers of ten stand where they belong, apart from each other, on every bar wide enough.
  @Test(arguments: [0.25, 1, 0.06, 0.1, 3e-7, 5e19], [4, 6, 9])
  func arePowersOfTenAtTheirPlaces(_ extent: Double, _ levels: Int) {
    let decades = levels == 4 ? 4 : 6
    let scale = DivergingScale(extent: extent, levels: levels, kind: .signedLog(decades: decades))
    for palette in [
      HeatmapPalette { _ in Style() }, HeatmapPalette { Style(0, on: Color(UInt8(100 + $0))) },
    ] {
      for width in 27...120 {
        var frame = Frame(Size(width: width, height: 2))
        let end = ColorBar(scale: scale, palette: palette).draw(into: &frame, in: frame.bounds)
        let text = frame.text(row: 1)
        let labels = text.split(separator: " ")
        #expect(labels.count >= 3 && labels.count % 2 == 1, "\(text)")
        if end >= 36 { #expect(labels.count >= 5, "no power of ten: \(text)") }
        for label in labels {
          let value = Double(label.replacing("−", with: "-"))
          #expect(value != nil, "\(text)")
          guard let value, value != 0, value.magnitude < 0.99 * extent else { continue }
          let share = 1 + log10(value.magnitude / extent) / Double(decades)
          let middle = Double(end) / 2 * (1 + (value < 0 ? -share : share))
          let start = Double(text.distance(from: text.startIndex, to: label.startIndex))
          let offset = start + Double(label.count) / 2 - middle
          #expect(offset.magnitude <= 2.5, "\(label) is off by \(offset) in \(text)")
        }
      }
    }
  }
}

@Suite("A diverging scale")
struct DivergingScaleTests {
  @Test func isSymmetricAndKeepsTheSignOfTheSmallest() {
    for kind in [DivergingScale.Kind.linear, .signedLog(decades: 6), .signedLog(decades: -1)] {
      let scale = DivergingScale(extent: 0.25, levels: 9, kind: kind)
      for value in [
        .leastNonzeroMagnitude, 1e-300, 1e-9, 0.01, 0.1, 0.2, 0.25, 1, 1e308, .infinity,
      ] {
        let level = scale.level(of: value)
        #expect((1...9).contains(level) && scale.level(of: -value) == -level)
      }
      #expect(scale.level(of: 0) == 0 && scale.level(of: -0.0) == 0 && scale.level(of: .nan) == 0)
      #expect(scale.level(of: 0.25) == 9)
    }
  }

  @Test func growsEvenlyOrByDecades() {
    let linear = DivergingScale(extent: 1, levels: 10)
    #expect([0.05, 0.15, 0.95].map { linear.level(of: $0) } == [1, 2, 10])
    let log = DivergingScale(extent: 1, levels: 6, kind: .signedLog(decades: 6))
    #expect(
      [3e-7, 3e-6, 3e-5, 3e-4, 3e-3, 3e-2, 0.3].map { log.level(of: $0) }
        == [1, 1, 2, 3, 4, 5, 6])
  }

  @Test func fitsToARoundNumber() {
    func extent(_ value: Double) -> Double {
      DivergingScale.fitting(largestMagnitude: value, levels: 3).extent
    }
    #expect(extent(0.2247) == 0.25 && extent(0.2) == 0.2 && extent(0.9) == 1)
    // No scale is so wide that its strongest colours go unused.
    for value in stride(from: 0.01, to: 20, by: 0.013) {
      #expect((value...1.34 * value).contains(extent(value)))
    }
    #expect(extent(0) == 1 && extent(.nan) == 1 && extent(.infinity) == 1)
    #expect(extent(1.7e308) == 1.7e308 && extent(.leastNonzeroMagnitude) > 0)
  }

  @Test func isShownByABarWithItsEnds() {
    let mono = HeatmapPalette { _ in Style() }
    let bar = ColorBar(scale: DivergingScale(extent: 0.5, levels: 4), palette: mono)
    var frame = Frame(Size(width: 18, height: 2))
    bar.draw(into: &frame, in: frame.bounds)
    #expect(frame.picture == "−█▓▓▒▒░░· +░▒▒▓▓██\n−0.5     0    +0.5")
    var wide = Frame(Size(width: 36, height: 2))
    ColorBar(
      scale: DivergingScale(extent: 0.5, levels: 4, kind: .signedLog(decades: 4)), palette: mono
    )
    .draw(into: &wide, in: wide.bounds)
    #expect(wide.text(row: 1) == "−0.5 −0.01 −1e−3  0 +1e−3 +0.01 +0.5")
    var line = Frame(Size(width: 16, height: 1))
    bar.draw(into: &line, in: line.bounds)
    #expect(line.picture == "· +░▒▒▓▓██ ±0.5")
    for (width, height) in oddSizes {
      var small = Frame(Size(width: width, height: height))
      bar.draw(into: &small, in: small.bounds)
      for label in small.picture.split(whereSeparator: { " \n".contains($0) })
      where label.contains(where: \.isNumber) {
        #expect(
          ["−0.5", "−0.25", "0", "+0.25", "+0.5", "±0.5"].contains(String(label)), "a label was cut"
        )
      }
    }
  }
}
