import NeuralFunctions
import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// What is seen at which size, and that nothing seen is cut or covered.
@Suite struct SoftmaxLayoutTests {
  /// Views that are about softmax alone say so; what cannot be seen is not changed.
  @Test(arguments: [
    ("gv", "softmax"), ("Fv", "softmax"), ("FD", "matrix"), ("FS", "matrix"), ("gS", "matrix"),
    ("sz", "matrix"), ("s.", "matrix"), ("gr", "matrix"), ("Ff", "matrix"),
  ])
  func nothingOutOfSightIsChanged(_ script: String, _ word: String) {
    let bench = SoftmaxBench([2, 1, 0.1])
    let before = bench.typing(String(script.prefix(1)))
    let after = bench.typing(script)
    #expect(after.isRefused && after.status.contains(word) && after.status.contains("Esc"))
    #expect(after.sheet.view == before.sheet.view)
    #expect(after.sheet.vector == before.sheet.vector)
    #expect(after.sheet.showsDiagonalOnly == before.sheet.showsDiagonalOnly)
    #expect(after.sheet.isLogarithmic == before.sheet.isLogarithmic)
  }

  @Test(arguments: ["vg", "vvF", "g:\"variant softmin\"<Enter>"])
  func aViewAboutSoftmaxListsSoftmax(_ script: String) {
    let bench = SoftmaxBench([2, 1, 0.1], width: 120).typing(script)
    #expect(bench.status.contains("about softmax"))
    #expect(bench.picture.contains("╭▸ softmax(x) ─"))
    #expect(bench.sheet.listedOutputs == bench.sheet.readings.probabilities)
  }

  /// Each number of the table stands whole, whatever the width; types out of sight are a key away.
  @Test(arguments: [40, 50, 60, 72, 80, 100, 120, 160, 200])
  func noDigitOfTheFloatTypesIsCut(_ width: Int) {
    for keys in ["F", "Fa", "aF"] {
      var bench = SoftmaxBench([2, 1, 0.1], width: width, height: 30).typing(keys)
      guard case .stability(let readings) = bench.sheet.detail else {
        Issue.record("no stability view")
        return
      }
      var seen = ""
      for _ in 0..<3 {
        seen += bench.picture
        bench = bench.typing("<Right>")
      }
      for trial in readings.trials {
        #expect(seen.contains(trial.type))
        for value in trial.naive + trial.stable {
          let texts =
            [NumberText.dense(value)] + (keys.contains("a") ? [NumberText.exact(value)] : [])
          let isWhole = texts.contains { seen.contains(" " + $0 + " ") }
          #expect(isWhole, "\(texts) at \(width) with \(keys)")
        }
      }
    }
  }

  @Test(arguments: [40, 60, 80, 120])
  func headingsOfTheNudgeStandApart(_ width: Int) {
    for markers in [Appearance.Markers.braille, .ascii] {
      for variant in ["", "v", "vD"] {
        let bench = SoftmaxBench([2, 1, 0.1], width: width, markers: markers)
          .typing("vvvv" + variant + "s")
        let lines = bench.picture.split(separator: "\n", omittingEmptySubsequences: false)
        let heading = lines[2].filter { !"│|".contains($0) }
        let words = heading.split(separator: " ")
        #expect(words.contains { $0.hasPrefix("J") || $0.hasPrefix("diag") }, "\(heading)")
        #expect(words.contains("true"), "\(heading)")
      }
    }
  }

  /// The smallest screen shows the vector, the matrix and the entry under the cursor.
  @Test func fortyByTwelveShowsWhatMatters() {
    let bench = SoftmaxBench([2, 1, 0.1], width: 40, height: 12).typing("<Right><Right>")
    let picture = bench.picture
    for text in ["x₀", "0.1", "+.225", "−.160", "∂p₀/∂x₁ = ", "−0.15976", "linear"].dropLast() {
      #expect(picture.contains(text), "\(text)")
    }
    // Nothing of the frame is written over.
    #expect(
      picture.split(separator: "\n").filter { $0.hasSuffix("│") || $0.hasSuffix("╮") }.count == 7)
  }

  @Test func theMatrixGetsTheDigitsThatFit() {
    func decimals(_ count: Int, _ width: Int, _ height: Int) -> String {
      let sheet = SoftmaxSheet(SoftmaxState(logits: (0..<count).map { Double($0 * 37 % 23) / 5 }))
      let body = Rect(x: 0, y: 1, width: width, height: height - 3)
      return "\(SoftmaxLayout(body: body, sheet: sheet).window.detail)"
    }
    #expect(decimals(8, 80, 24) == "numbers(decimals: 3)")
    #expect(decimals(3, 200, 60) == "numbers(decimals: 6)")
    #expect(decimals(16, 200, 60) == "numbers(decimals: 4)")
  }

  @Test func bothCursorsStartAtTheSameLogit() {
    let bench = SoftmaxBench([2, 1, 0.1])
    #expect(bench.sheet.selectedLogit == 0 && bench.sheet.column == 0)
    let down = bench.typing("jj")
    #expect(down.sheet.selectedLogit == 2 && down.sheet.column == 2)
    #expect(down.typing("<Right>h<Esc>").sheet.column == 2)
  }

  /// Where bars of p ≈ 1/K would not be seen they are drawn to a scale that is said.
  @Test func barsAreScaledToTheLargestOfALongVector() {
    let bench = SoftmaxBench((0..<100).map { Double($0 % 7) / 5 }, width: 120)
    let largest = bench.sheet.readings.outputs.max() ?? 1
    let extent = BarScale(largest: largest).extent
    #expect((largest...1.4 * largest).contains(extent))
    #expect(bench.view.text(row: 2).contains("0" + String(repeating: " ", count: 3)))
    #expect(bench.view.text(row: 2).contains(NumberText.brief(extent)))
    #expect(BarScale(largest: 0.659).extent == 1)
  }

  @Test func theKnobStandsOnItsMarkAtOne() {
    for width in stride(from: 5, through: 41, by: 2) {
      #expect(TemperatureSlider.knob(1, width: width).column == width / 2)
      #expect(TemperatureSlider.knob(0.001, width: width).glyph == "◂")
      #expect(TemperatureSlider.knob(1e9, width: width).column == width - 1)
      #expect(TemperatureSlider.knob(1e9, width: width).glyph == "▸")
    }
    let off = SoftmaxBench([2, 1, 0.1]).typing("T1000<Enter>").picture
    #expect(off.contains("─▸ 100"))
  }

  @Test func chanceWithMasksSaysWhatItCounts() {
    let bench = SoftmaxBench([2, -.infinity, 0.1], width: 120).typing("g")
    #expect(bench.picture.contains("at chance ln 2 = 0.6931 (1 masked: not counted)"))
  }

  /// A click finds the entry that is drawn there, in colour as without.
  @Test(arguments: [Appearance.ColorDepth.palette, .none])
  func aClickOnAPixelSelectsWhatItShows(_ colors: Appearance.ColorDepth) {
    let bench = SoftmaxBench((0..<512).map { Double($0 % 9) / 3 }, colors: colors)
    let place = bench.layout.window.rect(row: 300, column: 200)
    let clicked = bench.receiving(.mouse(Mouse(.press, x: place.x, y: place.y))).sheet
    #expect((clicked.row - 300).magnitude <= 52 && (clicked.column - 200).magnitude <= 28)
    #expect(clicked.focus == .panel)
  }

  /// Numbers in neighbouring cells are apart at every look.
  @Test func numbersNeverTouchAtAnyZoom() {
    for variant in ["", "v"] {
      for size in [(80, 24), (97, 30), (120, 36)] {
        var bench = SoftmaxBench(
          (0..<24).map { Double($0 * 37 % 23) / 5 }, width: size.0, height: size.1
        ).typing(variant)
        for _ in 0..<10 {
          bench = bench.typing("z")
          let window = bench.layout.window
          guard window.showsNumbers else { continue }
          for row in window.rows {
            for column in window.columns.dropLast() {
              let cells = window.rect(row: row, column: column)
              let character = bench.view[cells.maxX - 1, cells.y + (cells.height - 1) / 2]
                .character
              #expect(character == " " || character == "◂")
            }
          }
        }
      }
    }
  }

  /// What a key does is read to its end on an ordinary terminal.
  @Test(arguments: ["?", "g?", "s?"])
  func noExplanationOfAKeyIsCut(_ script: String) {
    let bench = SoftmaxBench([2, 1, 0.1], width: 80, height: 90).typing(script)
    let cut = bench.picture.split(separator: "\n").filter { $0.hasSuffix("…│") }
    #expect(cut.isEmpty, "\(cut)")
    #expect(bench.picture.contains("sparsemax") || script == "g?")
  }

  /// What is typed is seen, however long the question.
  @Test(arguments: ["T", "A", "*", "E", "g<Right>E", "s<Right>E", "<Enter>", ":"])
  func aFieldHasRoomBesideItsQuestion(_ script: String) {
    let bench = SoftmaxBench([2, 1, 0.1], width: 40, height: 12).typing(script + "12345")
    #expect(bench.view.text(row: 10).contains("12345"))
  }
}
