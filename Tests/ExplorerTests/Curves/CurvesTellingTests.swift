import NeuralFunctions
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// That nothing the Curves screen has to tell is cut or left out.
@Suite struct CurvesTellingTests {
  private func on(_ id: String, _ size: (width: Int, height: Int) = (80, 24)) -> Workbench {
    Workbench.forTests(on: id, width: size.width, height: size.height)
  }

  private static let sizes = [(80, 24), (100, 30), (120, 36)]

  // MARK: Points

  private static let names = [
    "zero", "minimum", "maximum", "inflection", "kink", "jump", "pole", "edge of saturation",
    "steepest", "crossing",
  ]

  @Test(arguments: Catalogue.entries.map(\.id))
  func everyStopTellsAtWhatItStopped(id: String) {
    // What is told in the narrowest window that shows all panels is told in others.
    var app = on(id).typing("<Home>")
    for _ in 0..<12 {
      let before = app.curves.cursor
      app.type("n")
      guard app.curves.cursor != before else { break }
      let line = app.statusLine
      #expect(Self.names.contains { line.contains($0) } && !line.contains("…"), "\(line)")
    }
  }

  @Test func aPointWithSeveralNamesTellsAll() {
    func stops(_ id: String) -> [String] {
      var app = on(id, (120, 36)).typing("<Home>")
      return (0..<12).map { _ in
        app.type("n")
        return app.statusLine
      }
    }
    #expect(stops("tanh").contains { $0.contains("zero, inflection") })
    #expect(stops("mse").contains { $0.contains("zero, minimum") })
    #expect(stops("mae").contains { $0.contains("kink") && $0.contains("zero, minimum") })
    #expect(stops("sine").contains { $0.contains("x = −4.712") && $0.contains("flat; maximum") })
    #expect(!stops("relu").contains { $0.contains("minimum") })
  }

  // MARK: Derivations

  /// A letter in a derivation is the argument, a parameter, or said to be something.
  @Test(arguments: Catalogue.entries)
  func lettersOfDerivationsAreDefined(entry: CatalogueEntry) {
    let model = CurvesModel(entry)
    let text = DerivationText(model, isASCII: false).steps.map(\.equation).joined(
      separator: " ; ")
    let description = entry.description
    var known: Set<String> = ["e", "d", "n", "x", "π", "Σ", "a", description.variable.unicode]
    known.formUnion(entry.parameters.map(\.symbol.unicode))
    if let target = entry.target { known.insert(target.symbol.unicode) }
    // Exponents and indices are no letters of their own.
    let letters = text.split { !$0.isLetter }.filter {
      $0.count == 1 && $0.allSatisfy { $0.isASCII || ("α"..."ω").contains($0) }
    }
    for letter in Set(letters.map { String($0) }) {
      guard !known.contains(letter), !description.symbol.unicode.contains(letter) else {
        continue
      }
      let isDefined =
        text.contains("\(letter) = ") || text.contains("\(letter)(x) = ")
        || text.contains("\(letter)′(x) = ")
      #expect(isDefined, "\(letter) in \(description.identifier)")
    }
  }

  @Test func tAndUAreSaid() {
    let panel = { (id: String) in on(id, (120, 36)).typing("ww").view.picture }
    #expect(panel("mish").contains("t = tanh(log(1 + eˣ))"))
    #expect(panel("gelu-tanh").contains("u = √(2/π)·(x + 0.044715x³)"))
    #expect(panel("silu").contains("with σ(x) = 1 / (1 + e⁻ˣ)"))
  }

  // MARK: Titles

  @Test(arguments: Catalogue.entries)
  func formulasAreShownWhole(entry: CatalogueEntry) {
    let formula = entry.description.formula.unicode.filter { $0 != " " }
    for size in Self.sizes + [(60, 20)] {
      let lines = on(entry.id, size).view.picture.split(separator: "\n")
      let text = lines.dropFirst().prefix(4).joined().filter { $0 != " " }
      #expect(text.contains(formula), "\(size) \(text)")
    }
  }

  // MARK: Numbers

  private func value(_ app: Workbench, _ label: String) -> String? {
    app.view.picture.split(separator: "\n").compactMap { line -> String? in
      guard let range = line.range(of: "\(label) ") else { return nil }
      let text = line[range.upperBound...].split(separator: " ").first.map(String.init)
      return text.flatMap { Double($0.replacing("−", with: "-")) == nil ? nil : $0 }
    }.first
  }

  @Test func digitsFollowTheWindow() {
    let app = on("tanh", (100, 30)).typing(":\"x 1.0000001 1.0000002\"<Enter>")
    #expect(value(app, "tanh(x)")?.hasPrefix("0.7615942") == true)
    let next = app.typing("<Right>")
    #expect(value(app, "tanh(x)") != value(next, "tanh(x)"))
    #expect(app.statusLine.contains("0.7615942"))
  }

  @Test(arguments: [("sigmoid", "10"), ("tanh", "6"), ("sigmoid", "20"), ("tanh", "-12")])
  func whatIsNearlyOneDoesNotSayOne(id: String, x: String) {
    for size in Self.sizes {
      let app = on(id, size).typing(":\(x)<Enter>")
      let panel = app.view.picture
      #expect(!panel.contains("1.00000 ") && !panel.contains("1.000000 "), "\(panel)")
      #expect(!app.statusLine.contains(" is 1,") && !app.statusLine.contains(" is −1,"))
    }
  }

  /// The printed equation gives the value at the cursor, to the fourth digit or the last it shows.
  @Test(arguments: [
    ("exponential", 12.0), ("sigmoid", 1.0), ("tanh", 6.0), ("gelu", -0.3), ("mse", 300.0),
    ("softplus", 40.0), ("squareplus", -7.0), ("poisson-nll", 3.0), ("exponential", -3.0),
  ])
  func tangentsPassThroughTheirPoint(id: String, x: Double) throws {
    var model = CurvesModel(Catalogue.entry(named: id)!)
    model.placeCursor(at: x)
    let readings = CurvesReadings(model)
    let text = TangentText(readings, of: model.function, spelled: \.unicode).text(
      digits: Array(4...17), width: 60)
    let plain = text.replacing("−", with: "-")
    let parts = plain.split(
      separator: Character(model.function.variable.unicode), maxSplits: 1,
      omittingEmptySubsequences: false)
    let slope = try #require(Double(parts[0].isEmpty ? "1" : String(parts[0])))
    let rest = parts.count > 1 ? parts[1].replacing(" ", with: "") : "0"
    let intercept = try #require(Double(rest.isEmpty ? "0" : rest))
    let found = slope * x + intercept
    #expect((found - readings.value).magnitude <= readings.value.magnitude * 1e-3, "\(text)")
  }

  // MARK: Overflow

  @Test func whatOverflowsIsSaid() {
    func picture(_ id: String, _ script: String) -> String {
      on(id, (100, 30)).typing(script).view.picture
    }
    let mse = picture("mse", ":\"x -1e160 1e160\"<Enter>")
    #expect(mse.contains("L overflows left of −1.341e154 and right of 1.341e154"))
    #expect(!mse.contains("L′ overflows"))
    #expect(picture("exponential", ":\"x 0 1000\"<Enter>").contains("exp overflows right of 709.8"))
    #expect(picture("mse", ":\"x 1e200 1e201\"<Enter>").contains("L overflows everywhere here"))
    for entry in Catalogue.entries {
      #expect(!on(entry.id).typing("dd").view.picture.contains("overflows"), "\(entry.id)")
    }
  }

  // MARK: Names that mislead

  @Test(arguments: ["CrossEntropyLoss", "cross_entropy", "ce", "NLLLoss", "KLDivLoss"])
  func aNameOfAnotherFunctionLeadsThere(name: String) {
    #expect(Catalogue.entry(named: name) == nil)
    let said = on("relu").typing(":\(name)<Enter>").statusLine
    #expect(said.contains("\(name) takes") && !said.contains("…"), "\(said)")
  }

  @Test func frameworksNamesMeanTheirFunction() {
    #expect(Catalogue.entry(named: "BCELoss")?.id == "bce-clamped")
    #expect(Catalogue.entry(named: "PoissonNLLLoss")?.id == "poisson-nll-log")
  }
}
