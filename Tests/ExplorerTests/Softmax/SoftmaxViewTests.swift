import Plotting
import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

@Suite struct SoftmaxViewTests {
  static let views = [
    "", "g", "g<Space*3>", "s", "F", "D", "a", "S", "zz", "ZZ", "Fa", "sa", ":",
  ]

  /// A larger magnitude is ever lighter on a dark background, ever darker on a light one.
  @Test(arguments: Appearance.Background.allCases)
  func theColoursOfTheMatrixAreInOrder(background: Appearance.Background) {
    let theme = Theme(
      Appearance(colors: .palette, background: background, markers: .braille))
    for sign in [-1, 1] {
      let luminances = (1...theme.heatmapLevels).map { level in
        theme.heatmapPalette.style(sign * level).background?.relativeLuminance ?? .nan
      }
      let inOrder = background == .dark ? luminances.sorted() : luminances.sorted(by: >)
      #expect(luminances == inOrder)
      #expect(Set(luminances).count == luminances.count)
    }
  }

  @Test func everySizeIsDrawnInEveryView() {
    for (index, keys) in Self.views.enumerated() {
      let count = [2, 3, 40][index % 3]
      let bench = SoftmaxBench((0..<count).map { Double($0 % 5) }).typing(keys)
      for width in [0, 1, 2, 30, 60, 61, 80, 137, 200] {
        for height in [0, 1, 3, 4, 17, 18, 19, 24, 37, 60] {
          let size = Size(width: width, height: height)
          // Keys that ask where things are drawn.
          let resized = bench.receiving(.resize(size)).typing("z.")
          #expect(resized.app.view.size == size)
        }
      }
    }
  }

  @Test(arguments: [60, 66, 72, 80, 100, 120])
  func withoutColourTheKeyToTheMatrixIsNeverCut(width: Int) {
    for logits in [[2, 1, 0.1], [2, 1, 0.1, -1], [0, 0, 0, 0, 0, 0]] {
      let size = Size(width: width, height: 24)
      let bench = SoftmaxBench(logits, colors: .none).receiving(.resize(size))
      let line = bench.view.picture.split(separator: "\n").first { $0.contains("|entry|") }
      #expect(line?.contains("…") != true, "\(width): \(line ?? "")")
    }
  }

  @Test func noKeyNorWordIsBoundTwice() {
    let infos = SoftmaxScreen.commands.infos + Workbench.commands.infos
    let keys = infos.flatMap(\.keys).flatMap(\.choices).flatMap(\.keys)
    // Backspace goes back a step while steps are told, and sets defaults at other times.
    let single = keys.filter { $0 != .backspace }
    #expect(Dictionary(grouping: single) { $0 }.filter { $0.value.count > 1 }.isEmpty)
    let words = infos.flatMap { [$0.word] + $0.formerly }
    #expect(Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.isEmpty)
  }

  /// What a key runs and what stands as an example is accepted as a line.
  @Test func keysAndExamplesAreLines() throws {
    for info in SoftmaxScreen.commands.infos {
      for choice in info.keys.flatMap(\.choices) {
        guard case .run(let arguments) = choice.press else { continue }
        let order = Order(info.word, arguments)
        #expect(try SoftmaxScreen.commands.order(order.line, for: SoftmaxScreen()) == order)
      }
      let example = info.word + " " + info.grammar.example
      #expect(try SoftmaxScreen.commands.order(example, for: SoftmaxScreen()) != nil, "\(example)")
    }
  }

  @Test func anyKeyInAnyStateTrapsNothing() {
    var generator = TestRandom(seed: 7)
    let characters = Array("hjklHJKL[]{};'aICdMsFOrRA*=vtT<>ucognfpzZSEyYN wWD,.-+0123456789e")
    let named: [Key] = [
      .left, .right, .up, .down, .enter, .escape, .backspace, .delete, .insert, .pageUp, .pageDown,
      .home, .end, .shift(.down), .shift(.right), .control("r"), .control("u"), .control("x"), .tab,
    ]
    var bench = SoftmaxBench([2, 1, 0.1])
    for step in 0..<3000 {
      let isNamed = generator.next() % 3 == 0
      let key =
        isNamed
        ? named[Int(generator.next() % UInt64(named.count))]
        : Key(characters[Int(generator.next() % UInt64(characters.count))])
      bench = bench.receiving(.key(key))
      if step % 7 == 0 { #expect(bench.view.size == bench.app.size) }
      if step % 50 == 0 {
        let size = Size(
          width: Int(generator.next() % 160), height: Int(generator.next() % 60))
        bench = bench.receiving(.resize(size)).receiving(
          .mouse(Mouse(.press, x: size.width / 2, y: size.height / 3)))
      }
    }
  }

  @Test func arrowsAndLettersMoveAlike() {
    let bench = SoftmaxBench((0..<30).map(Double.init))
    for (arrows, letters) in [
      ("<Down><Down><Up>", "jjk"), ("<Right><Right><Right><Left>", "lllh"),
      ("<S-Down>", "J"), ("<Down><S-Up>", "jK"), ("<S-Right><S-Left>", "LH"),
    ] {
      let (first, second) = (bench.typing(arrows).sheet, bench.typing(letters).sheet)
      #expect(first.row == second.row && first.column == second.column)
      #expect(first.focus == second.focus)
    }
    #expect(bench.typing("<S-Down>").sheet.row == 10)
    #expect(bench.typing("<Right><S-Right>").sheet.column == 10)
    #expect(bench.typing("jj<Right>").sheet.column == 2)
  }

  @Test func escapeBacksOutStepByStep() {
    let deep = SoftmaxBench().typing("g<Right>")
    #expect(deep.sheet.view == .loss && deep.sheet.focus == .panel)
    let once = deep.typing("<Esc>")
    #expect(once.sheet.view == .loss && once.sheet.focus == .logits)
    #expect(once.typing("<Esc>").sheet.view == .jacobian)
  }

  // MARK: The heatmap

  /// From numbers to aggregated pixels as the vector grows.
  @Test func detailFallsAsTheMatrixGrows() {
    func detail(_ count: Int) -> String {
      let sheet = SoftmaxSheet(SoftmaxState(logits: (0..<count).map { Double($0 % 9) / 3 }))
      let layout = SoftmaxLayout(body: Rect(x: 0, y: 1, width: 80, height: 21), sheet: sheet)
      return "\(layout.window.detail)"
    }
    #expect(detail(3) == "numbers(decimals: 4)")
    #expect(detail(5) == "numbers(decimals: 4)")
    #expect(detail(8) == "numbers(decimals: 3)")
    #expect(detail(16) == "glyphs")
    #expect(detail(64) == "aggregated")
    #expect(detail(4096) == "aggregated")
  }

  @Test func zoomLeadsFromTheWholeMatrixToDigits() {
    let bench = SoftmaxBench((0..<512).map { Double($0 % 9) / 3 })
    let body = Rect(x: 0, y: 1, width: 80, height: 21)
    var seen = 513
    var bench2 = bench
    for _ in 0..<20 {
      let window = SoftmaxLayout(body: body, sheet: bench2.sheet).window
      #expect(window.rows.count <= seen)
      #expect(window.rows.contains(bench2.sheet.row))
      #expect(window.columns.contains(bench2.sheet.column))
      seen = window.rows.count
      bench2 = bench2.typing("z")
    }
    let closest = SoftmaxLayout(body: body, sheet: bench2.sheet).window
    #expect("\(closest.detail)" == "numbers(decimals: 9)")
    #expect(bench2.status.contains("closest"))
    let back = bench2.typing(String(repeating: "Z", count: 30))
    #expect(SoftmaxLayout(body: body, sheet: back.sheet).window.rows == 0..<512)
  }

  /// A closer look than colours at numbers that are all zeros would show less.
  @Test func numbersComeWithDigitsThatTellSomething() {
    var bench = SoftmaxBench((0..<64).map { Double($0 % 9) / 3 })
    for _ in 0..<12 {
      bench = bench.typing("z")
      let window = bench.layout.window
      guard window.showsNumbers else { continue }
      #expect(window.detail != .numbers(decimals: 1))
    }
    let tiny = SoftmaxBench([1, 2, 3]).typing("T1e12<Enter>zzz")
    #expect(tiny.picture.contains("e−1"))
  }

  @Test func theCursorReadsTheExactEntryAtEveryZoom() {
    let bench = SoftmaxBench((0..<300).map { Double($0 % 11) / 3 }).typing("JJ<Right>")
    for zoom in 0..<8 {
      let zoomed = bench.typing(String(repeating: "z", count: zoom))
      #expect(zoomed.sheet.row == 20 && zoomed.sheet.column == 20)
      #expect(zoomed.reading == bench.reading)
    }
  }

  @Test func panningMovesAScreenful() {
    let bench = SoftmaxBench((0..<512).map { Double($0 % 9) / 3 }).typing("zzzzzz")
    let paged = bench.typing("<PgDn>.")
    #expect(paged.sheet.row > 5 && paged.sheet.column > 2)
    #expect(paged.typing("<PgUp>,").sheet.row == 0)
  }

  @Test func aKeyToTheColoursIsAlwaysThere() {
    for count in [3, 16, 64, 512] {
      let bench = SoftmaxBench((0..<count).map { Double($0 % 9) / 3 })
      // Numbers tell entries apart, colours alone do by their powers of ten.
      let (first, second) = count == 3 ? ("linear", "log") : ("log", "linear")
      #expect(bench.picture.contains(first))
      #expect(bench.typing("S").picture.contains(second))
      #expect(bench.typing(":\"extent 0.3\"<Enter>").picture.contains("+0.3"))
      #expect(bench.typing(":\"extent 0.3\"<Enter>").picture.contains("fixed"))
      #expect(
        !bench.typing(":\"extent 0.3\"<Enter>:\"extent auto\"<Enter>").picture.contains("fixed"))
    }
  }

  @Test func aClickSelectsWhatIsUnderIt() throws {
    let bench = SoftmaxBench([2, 1, 0.1])
    let layout = bench.layout
    let entry = layout.window.rect(row: 2, column: 1)
    let clicked = bench.receiving(.mouse(Mouse(.press, x: entry.x + 1, y: entry.y)))
    #expect(clicked.sheet.row == 2 && clicked.sheet.column == 1)
    #expect(clicked.sheet.focus == .panel)
    let line = layout.line(of: 1, in: layout.visiblePlaces(bench.sheet))
    let logit = bench.receiving(.mouse(Mouse(.press, x: 5, y: line)))
    #expect(logit.sheet.row == 1 && logit.sheet.focus == .logits)
  }

  /// ASCII means ASCII, whatever the view.
  @Test func asciiPicturesHoldNothingElse() {
    for keys in Self.views {
      for variant in ["", "v", "vv", "vvv"] {
        let bench = SoftmaxBench([2, -.infinity, 0.1], colors: .none, markers: .ascii)
        let picture = bench.typing(variant + keys).picture
        let foreign = picture.filter { !$0.isASCII }
        #expect(foreign.isEmpty, "\(foreign)")
        #expect(!picture.contains("?") || picture.contains("? help"))
      }
    }
  }
}
