import NeuralFunctions
import TerminalCells
import TestSupport
import Testing
import RealModule
import Wording

@testable import Explorer
@testable import Widgets

/// How a derivation is told beside the plot.
@Suite struct DerivationTests {
  private static let sizes = [(80, 24), (100, 30), (120, 36), (200, 60), (40, 12)]

  private func on(_ id: String, _ size: (Int, Int), _ keys: String = "") -> Workbench {
    Workbench.forTests(on: id, width: size.0, height: size.1).typing(keys)
  }

  private func layout(_ app: Workbench) -> CurvesLayout {
    CurvesLayout(body: app.body, model: app.curves)
  }

  private func rows(_ rect: Rect, _ app: Workbench) -> [String] {
    let frame = app.view
    return (rect.y..<rect.maxY).map { y in
      String((rect.x..<rect.maxX).map { frame[$0, y].character })
    }
  }

  /// The rows of the step marked as the newest, and what follows it.
  private func newest(_ app: Workbench) -> String {
    rows(layout(app).derivationPanel, app).drop { !$0.hasPrefix("▸") }.joined()
      .filter { $0 != " " }
  }

  // MARK: The plot

  @Test(arguments: Catalogue.entries.map(\.id))
  func thePlotKeepsItsRows(id: String) {
    let least = [10, 14, 18, 34, 2]
    for (size, least) in zip(Self.sizes, least) {
      for keys in ["w", "gw", "gddww", "wW", "w#", "ipwww"] {
        let app = on(id, size, keys)
        let rows = layout(app).plotArea.height
        #expect(rows >= least, "\(size) \(keys): \(rows)")
      }
    }
  }

  @Test(arguments: Self.sizes)
  func nothingMovesAsStepsAreTold(size: (Int, Int)) {
    var app = on("tanh", size, "w")
    let panel = layout(app).derivationPanel
    for key in ["<Space>", "<Space>", "l", "L", "<BS>", "w", "W"] {
      app.type(key)
      #expect(layout(app).derivationPanel == panel, "\(key)")
    }
  }

  // MARK: Steps

  @Test(arguments: Catalogue.entries.map(\.id))
  func everyStepIsReachedAndReadWhole(id: String) {
    for size in Self.sizes + [(60, 24)] {
      var app = on(id, size, "w")
      let steps = DerivationText(app.curves, isASCII: false).steps
      for (place, step) in steps.enumerated() {
        let panel = rows(layout(app).derivationPanel, app)
        // In a narrow panel the rule stands in the heading.
        let text = panel[0].filter { $0 != " " } + newest(app)
        let equation = StepEquation(step.equation)
        let words = [equation.right, step.rule ?? ""].joined(separator: " ").split(separator: " ")
        let missing = words.filter { !text.contains($0) }
        #expect(missing.isEmpty, "\(id) \(size) step \(place + 1): \(missing)\n\(app.view.picture)")
        #expect(panel[0].contains("\(place + 1) of \(steps.count)"))
        #expect(!panel.joined().contains("…") || step.equation.contains("…"), "\(panel)")
        app.type("<Space>")
      }
      #expect(app.curvesScreen.session.notice?.contains("All steps are told") == true)
    }
  }

  @Test func leftSidesStandOnceAndSignsInOneColumn() {
    let app = on("sigmoid", (200, 60), "ww")
    let panel = rows(layout(app).derivationPanel, app).dropFirst().prefix(12)
    let signs = panel.compactMap { row in
      row.firstIndex(of: "=").map { row.distance(from: row.startIndex, to: $0) }
    }
    #expect(Set(signs).count == 1, "\(panel.joined(separator: "\n"))")
    #expect(panel.filter { $0.contains("σ′(x) =") }.count == 1)
    let relu = on("relu", (100, 30), "ww").view.picture
    #expect(relu.contains("x > 0: r′(x) = d/dx x = 1"), "\(relu)")
    #expect(relu.contains("x = 0: r′ is undefined; 0 is used"))
    let mse = on("mse", (100, 30), "ww").view.picture
    #expect(mse.contains("∝ ŷ − y"))
  }

  @Test func rulesStandInOneColumnWhereTheyFit() {
    let app = on("tanh", (200, 60), "ww")
    let panel = rows(layout(app).derivationPanel, app)
    let places = ["definition", "sinh and cosh by eˣ", "quotient rule"].compactMap { rule in
      panel.compactMap { row in
        row.range(of: rule).map { row.distance(from: row.startIndex, to: $0.lowerBound) }
      }.first
    }
    #expect(places.count == 3 && Set(places).count == 1, "\(panel.joined(separator: "\n"))")
  }

  // MARK: Keys

  @Test func spaceTellsTheNextStepAndBackspaceGoesBack() {
    var app = on("sigmoid", (100, 30), "w<Space><Space>")
    #expect(app.view.picture.contains("step 3 of 12"))
    app.type("<BS>")
    #expect(app.view.picture.contains("step 2 of 12"))
    app.type("<BS><BS>")
    #expect(app.statusLine.contains("This is the first step"))
    app.type("w")
    #expect(app.view.picture.contains("step 12 of 12"))
    app.type("w")
    #expect(app.curvesScreen.state.derivation == nil)
    app.type("<Space>")
    #expect(app.statusLine.contains("which w opens"))
  }

  @Test func backspaceSetsDefaultsWhileNothingIsTold() {
    var app = on("leaky-relu", (100, 30), "]w<BS>")
    #expect(app.curves.settings.parameters["alpha"] != nil)
    app.type("ww<BS>")
    #expect(app.curves.settings.parameters["alpha"] == nil)
  }

  @Test func anotherFunctionIsToldWholeIfTheLastOneWas() {
    #expect(on("sigmoid", (100, 30), "wwj").view.picture.contains("step 6 of 6"))
    #expect(on("sigmoid", (100, 30), "w<Space>j").view.picture.contains("step 1 of 6"))
  }

  @Test func tellingIsNoStepOfUndo() {
    let app = on("sigmoid", (100, 30), "w<Space><Space>u")
    #expect(app.curvesScreen.state.derivation == nil)
  }

  @Test func oldScriptsAreRead() throws {
    var app = on("sigmoid", (100, 30))
    try app.run("why on; why-page 2")
    #expect(app.view.picture.contains("about sigmoid"))
    try app.run("why-page 0; told 5")
    #expect(app.view.picture.contains("step 5 of 12"))
    let readings = app.curvesScreen
    #expect(readings.model.countOfSteps == 12)
  }

  // MARK: Facts

  @Test(arguments: Catalogue.entries)
  func factsArePagesOfTheirOwn(entry: CatalogueEntry) {
    let description = entry.description
    let words = ([description.use, description.accuracy] + description.remarks)
      .flatMap { $0.split(separator: " ").map(String.init) }
    for size in Self.sizes {
      var app = on(entry.id, size, "w")
      #expect(!app.view.picture.contains("Accuracy:"))
      app.type("W")
      var seen = ""
      var pages = 0
      while app.curvesScreen.state.derivation?.page ?? 0 > 0, pages < 40 {
        seen += rows(layout(app).derivationPanel, app).dropFirst().joined()
        app.type("W")
        pages += 1
      }
      let text = seen.filter { $0 != " " }
      let missing = words.filter { !text.contains($0) }
      #expect(missing.isEmpty, "\(size) \(missing)")
      #expect(app.view.picture.contains("step 1 of"), "after the last page come the steps again")
    }
  }

  // MARK: Numbers

  @Test func numbersStandBesideTheStepsOnRequest() {
    let plain = on("sigmoid", (200, 60), ":1<Enter>ww")
    #expect(!plain.view.picture.contains("1 / (1 + 0.36788)"))
    let app = plain.typing("#")
    let picture = app.view.picture
    #expect(picture.contains("= 1 / (1 + 0.36788) = 0.7311"), "\(picture)")
    #expect(picture.contains("= 1.3679⁻² × 0.36788 = 0.1966"), "\(picture)")
    #expect(picture.contains("= 0.73106 × 0.26894 = 0.1966"))
    #expect(picture.contains("at x = 1: σ′ = σ(x)·σ(−x) = 0.73106 × 0.26894 = 0.1966"))
    let elu = on("elu", (100, 30), "w#")
    #expect(elu.statusLine.contains("No numbers belong to the steps of ELU"))
  }

  /// Each line of numbers is worked out anew, from what it shows.
  @Test(arguments: ["sigmoid", "tanh", "relu", "bce", "cross-entropy-term", "mse"])
  func numbersComeToWhatTheySay(id: String) throws {
    let entry = try #require(Catalogue.entry(named: id))
    var count = 0
    for target in entry.target == nil ? [nil] : [0.0, 0.25, 0.7, 1] {
      for x in [
        -300.0, -30, -8, -3.3, -1, -0.4, -0.01, 0, 1e-9, 0.02, 0.3, 0.5, 0.97, 1, 2.5, 7, 19, 40,
      ] {
        var settings = FunctionSettings()
        if let target { settings.target = target }
        var model = CurvesModel(entry, settings: settings)
        guard model.shape.domain.contains(x) else { continue }
        model.placeCursor(at: x, snapping: false)
        for formula in model.function.substitutedSteps(at: x) {
          guard let formula, let text = StepNumbersText(formula)?.text else { continue }
          let sides = text.components(separatedBy: " = ")
          let result = try #require(Double(sides[sides.count - 1].replacing("−", with: "-")))
          let found = try #require(ShownArithmetic.value(of: sides[0]), "\(text)")
          count += 1
          #expect(
            (found - result).magnitude <= 1.2e-3 * result.magnitude, "\(id) at \(x): \(text)")
          #expect(
            text.split(separator: " ").allSatisfy { $0 != "1.0000" && $0 != "1.000" }, "\(text)")
        }
      }
    }
    #expect(count > 8)
  }

  // MARK: Notation

  @Test(arguments: Catalogue.entries.map(\.id))
  func everythingIsSpelledInASCII(id: String) {
    for keys in ["ww", "wwW", "wwWW", "wwWWW", "gwW"] {
      let app = Workbench.forTests(on: id, width: 100, height: 30, markers: .ascii).typing(keys)
      let panel = layout(app).derivationPanel
      let frame = app.view
      let text = (panel.y..<panel.maxY).map { frame.text(row: $0) }.joined()
      #expect(text.utf8.allSatisfy { $0 < 0x80 } && !text.contains("?"), "\(text)")
    }
  }

  // MARK: Pictures

  @Test(arguments: Self.sizes)
  func pictures(size: (Int, Int)) {
    expectPicture(
      on("sigmoid", size, ":1<Enter>w<Space*8>").view,
      "why-\(size.0)x\(size.1)")
    expectPicture(
      on("tanh", size, ":1<Enter>gw#w<BS><BS>").view, "why-numbers-\(size.0)x\(size.1)")
  }

  @Test func picturesOfOtherPages() {
    expectPicture(on("sigmoid", (80, 24), "gwW").view, "why-facts")
    let ascii = Workbench.forTests(on: "relu", width: 80, height: 24, markers: .ascii)
    expectPicture(ascii.typing("ww").view, "why-ascii")
  }
}

/// Works out arithmetic as it is written on screen.
private struct ShownArithmetic {
  private var rest: [Character]

  static func value(of text: String) -> Double? {
    var reader = ShownArithmetic(rest: text.filter { $0 != " " }.map { $0 == "−" ? "-" : $0 })
    let value = reader.sum()
    return reader.rest.isEmpty ? value : nil
  }

  private mutating func take(_ characters: String) -> Character? {
    guard let first = rest.first, characters.contains(first) else { return nil }
    return rest.removeFirst()
  }

  private mutating func sum() -> Double {
    var value = product()
    while let sign = take("+-") {
      let next = product()
      value += sign == "+" ? next : -next
    }
    return value
  }

  private mutating func product() -> Double {
    var value = power()
    while let sign = take("×/") {
      let next = power()
      value = sign == "×" ? value * next : value / next
    }
    return value
  }

  private mutating func power() -> Double {
    if take("-") != nil { return -power() }
    var value = atom()
    if take("⁻") != nil { value = 1 / value }
    if take("²") != nil { value *= value }
    return value
  }

  private mutating func atom() -> Double {
    if take("([") != nil {
      let value = sum()
      return take(")]") == nil ? .nan : value
    }
    if rest.starts(with: "log") {
      rest.removeFirst(3)
      return Double.log(power())
    }
    var digits = ""
    while let first = rest.first,
      first.isASCII && first.isNumber || first == "." || first == "e"
        || first == "-" && digits.last == "e"
    {
      digits.append(rest.removeFirst())
    }
    return Double(digits) ?? .nan
  }
}
