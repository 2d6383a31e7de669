import NeuralFunctions
import Plotting
import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// Whatever the function, the point and the window: what is said is what is there, whole.
@Suite struct CurvesTruthTests {
  static let points = [8, -8, 30, -30, 0.37, 1e9, -1e9, 0, 709, 1e-9]

  private func model(
    _ id: String, _ change: (inout FunctionSettings) -> Void = { _ in }
  ) -> CurvesModel {
    var settings = FunctionSettings()
    change(&settings)
    return CurvesModel(Catalogue.entry(named: id), settings: settings)
  }

  private func models(at points: [Double] = points) -> [CurvesModel] {
    Catalogue.entries.flatMap { entry in
      points.map { x in
        var model = model(entry.id)
        // As the window is after a jump: as wide as before, about x.
        let half = model.shape.window.halfWidth
        model.setWindow(x: AxisRange(x - half, x + half))
        model.placeCursor(at: x, snapping: false)
        return model
      }
    }
  }

  private func difference(_ first: String, _ second: String, _ script: String = "") -> Workbench {
    Workbench.forTests().typing(":\(second)<Enter>\(script)p").typing(":\(first)<Enter>D")
  }

  // MARK: Whole numbers

  /// In panels as wide as at 80×24, 100×30 and 180 columns.
  @Test(arguments: [21, 27, 49])
  func whysAreBrokenBetweenNumbersNotInThem(_ width: Int) {
    for model in models() {
      guard let formula = model.function.substitutedDerivative(at: model.cursor) else { continue }
      let text = SubstitutionText(
        formula, result: CurvesReadings(model).derivativeReading, isASCII: false)
      let lines = text.lines(width: width)
      #expect(
        lines.allSatisfy { TextWidth.columns(of: $0) <= width },
        "\(model.entry.id) at \(model.cursor): \(lines)")
      // Where all digits fit in lines, the lines say all.
      func joined(_ text: String) -> String { text.replacing(" ", with: "") }
      if width > 40 { #expect(joined(lines.joined()) == joined(text.line)) }
      #expect(lines.last?.hasSuffix(text.result) == true)
    }
  }

  /// A why that is too long for its panel says where the rest is, and there it is.
  @Test func whatDoesNotFitIsAKeyAway() {
    for (id, x) in [("focal", "0.3"), ("gelu-tanh", "8"), ("mish", "1.2"), ("focal", "0.9")] {
      let app = Workbench.forTests(width: 80, height: 24).typing(":\(id)<Enter>:\(x)<Enter>")
      let model = app.curves
      let all = WhyPanel.height(of: model, width: 24, isASCII: false)
      if app.view.picture.contains("… w tells all of it") || all > 16 {
        let derivation = Workbench.forTests(width: 160, height: 50)
          .typing(":\(id)<Enter>:\(x)<Enter>w").view.picture
        #expect(derivation.contains("at "), "\(derivation)")
      }
      #expect(app.view.picture.contains("why"))
    }
  }

  @Test func tangentsAreNeverCut() {
    for model in models() {
      let readings = CurvesReadings(model)
      if let reason = readings.reasonForNoTangent {
        #expect(reason.hasPrefix("none at a ") || reason.hasPrefix("none: "))
        #expect(reason.count <= 22, "\(reason)")
        continue
      }
      let text = TangentText(readings, of: model.function, spelled: \.unicode).text(
        digits: Array(4...17) + [3], width: 17)
      #expect(text.count <= 17, "\(model.entry.id) at \(model.cursor): \(text)")
    }
    var exponential = model("exponential")
    exponential.placeCursor(at: 709)
    let readings = CurvesReadings(exponential)
    let text = TangentText(readings, of: exponential.function, spelled: \.unicode).text(
      digits: Array(4...17) + [3], width: 17)
    #expect(text == "8.22e307(x − 708)")
  }

  // MARK: Rounding

  @Test(arguments: [
    ("selu", 1.3, 0.0), ("selu", 2.6, 0), ("relu", 0.7, 0), ("leaky-relu", -1.1, 0),
    ("hard-sigmoid", 0.37, 0.5), ("identity", 1e9, 0), ("softplus", 40, 0),
  ])
  func interceptsThatAreRoundingAreExact(_ id: String, _ x: Double, _ intercept: Double) {
    var model = model(id)
    model.placeCursor(at: x)
    #expect(CurvesReadings(model).tangent.intercept == intercept)
  }

  @Test func interceptsOfStraightPiecesAreWhatIsMeant() {
    let hinge = Workbench.forTests().typing(":hinge<Enter>:y=-1<Enter>:1.3<Enter>")
    #expect(CurvesReadings(hinge.curves).tangent.intercept == 1)
    #expect(hinge.view.picture.contains("z + 1"))
    let elu = difference("selu", "elu", ":alpha=1.6732632423543772<Enter>").typing(":0.37<Enter>")
    #expect(CurvesReadings(elu.curves).tangent.intercept == 0)
    let sigmoids = difference("hard-sigmoid", "sparse-sigmoid").typing(":0.37<Enter>")
    #expect(CurvesReadings(sigmoids.curves).tangent.intercept == 0)
  }

  @Test func whatIsOneForADoubleTellsWhatIsMissing() {
    for (id, x, told) in [
      ("sigmoid", 40.0, "1 − 4.25e−18"), ("tanh", 30, "1 − 1.75e−26"),
      ("tanh", -30, "−1 + 1.75e−26"), ("softsign", 1e17, "1 − 1e−17"),
      ("gelu", 9, "9 − 1.02e−18"), ("elu", -40, "−1 + 4.25e−18"),
      ("gaussian", 1e-9, "1 − 1e−18"),
    ] {
      var model = model(id)
      model.placeCursor(at: x)
      let reading = CurvesReadings(model).valueReading
      #expect(reading.text() == told, "\(id)")
      #expect(reading.inWords(width: 12, allDigits: false) == told, "\(id)")
    }
    var slope = model("softplus")
    slope.placeCursor(at: 45)
    #expect(CurvesReadings(slope).derivativeReading.text() == "1 − 2.86e−20")
    slope.placeCursor(at: -800)
    #expect(CurvesReadings(slope).valueReading.text() == "rounds to 0")
  }

  /// What a function says of its distance from a number is its value less that number.
  @Test func distancesAgreeWithValues() {
    for entry in Catalogue.entries {
      let function = entry.made(with: FunctionSettings())
      for x in stride(from: -12.0, through: 12, by: 0.37) {
        for number in [1, -1, x] {
          func check(_ excess: Double?, _ value: Double, _ what: String) {
            guard let excess else { return }
            let slack = 4 * max(value.magnitude, number.magnitude).ulp
            #expect((excess - (value - number)).magnitude <= slack, "\(entry.id) \(what) at \(x)")
          }
          check(function.excess(over: number, at: x), function.value(x), "value")
          check(function.derivativeExcess(over: number, at: x), function.derivative(x), "slope")
        }
      }
    }
  }

  /// The sentence and the panel tell one number, perhaps in more digits here than there.
  @Test func sentenceAndPanelAgree() {
    for model in models() {
      let readings = CurvesReadings(model)
      for reading in [readings.valueReading, readings.derivativeReading] {
        let panel = reading.text(width: readings.leastWidth)
        let words = reading.inWords(width: readings.leastWidth, allDigits: false)
        func number(_ text: String) -> Double? { Double(text.replacing("−", with: "-")) }
        let isShort = NumberText.brief(reading.value).withTrueMinus == words
        if reading.digits > 4 && number(panel) != nil && !isShort {
          #expect(panel == words, "\(model.entry.id) at \(model.cursor)")
        }
        guard let a = number(panel), let b = number(words) else {
          #expect(
            panel == words || panel.filter { $0 != " " } == words.filter { $0 != " " }
              || panel.hasPrefix("rounds to") || panel.contains("e") || panel.hasPrefix("≈"),
            "\(model.entry.id) at \(model.cursor): \(panel) and \(words)")
          continue
        }
        #expect(
          (a - b).magnitude <= 2e-3 * max(a.magnitude, b.magnitude) || a == b,
          "\(model.entry.id) at \(model.cursor): \(panel) and \(words)")
      }
    }
  }

  // MARK: Places

  @Test(arguments: [
    ("cross-entropy-term", "1e-300"), ("cross-entropy-term", "1e-16"), ("relu", "1e-17"),
    ("relu", "-4e-324"), ("hard-tanh", "1.0000000000000002"), ("step", "1e-30"),
  ])
  func whatIsTypedStandsAsItIs(_ id: String, _ x: String) throws {
    let wanted = try #require(Double(x))
    let app = Workbench.forTests().typing(":\(id)<Enter>:\(x)<Enter>")
    #expect(app.curves.cursor == wanted)
    // Also after something else has changed.
    #expect(app.typing("i:w=1<Enter>g").curves.cursor == wanted)
  }

  @Test func gridMovesStillMeetAKink() {
    let app = Workbench.forTests().typing(":relu<Enter>i:w=0.1<Enter>:b=-0.3<Enter>:2.9<Enter>")
    let there = (0..<40).lazy.map { app.typing(String(repeating: "l", count: $0)) }
      .first { $0.curves.cursor >= 2.99 }
    #expect(there?.curves.cursor == 2.9999999999999996)
  }

  // MARK: Health

  private func stretches(_ model: CurvesModel, epsilon: Double = 0.1) -> [String] {
    let range = model.xRange.closedRange
    return GradientStretches(
      of: GradientHealth(function: model.function, threshold: epsilon), in: range,
      focus: model.cursor
    ).all.filter { $0.level == nil }.map { "\($0.state)" }
  }

  /// |f′| touches ε, or comes up to it at infinity: there is no stretch of its own but one that is said
  /// to be at ε by rounding.
  @Test(arguments: [
    ("tanh", 0.1), ("softplus", 0.1), ("soft-margin", 0.1), ("log-cosh", 0.1), ("sigmoid", 0.4),
    ("sine", 0.1), ("log-sigmoid", 0.1), ("softsign", 0.1), ("bce-with-logits", 0.1),
  ])
  func aTouchIsNoStretch(_ id: String, _ weight: Double) {
    var model = model(id) { $0.weight = weight }
    for half in [6.0, 60, 1e3, 1e6] where id != "sine" || half <= 60 {
      model.setWindow(x: AxisRange(-half, half))
      #expect(stretches(model) == ["saturated"], "\(id) over ±\(half)")
    }
  }

  /// What comes down to ε from above is above it all the way.
  @Test(arguments: ["silu", "gelu", "mish"])
  func whatComesDownToALevelStaysAboveIt(_ id: String) {
    var model = model(id) { $0.weight = 0.1 }
    for half in [60, 1e3, 1e6] {
      model.setWindow(x: AxisRange(-half, half))
      #expect(stretches(model) == ["saturated", "healthy"], "\(id) over ±\(half)")
    }
  }

  @Test func aLevelOnAStraightPieceIsNotBelowIt() {
    let model = model("leaky-relu") { $0.parameters = ["alpha": 1 - 0.9] }
    #expect(stretches(model) == ["healthy"])
  }

  // MARK: Overflow

  @Test func theDoublesAreLeftWhereTheyAreLeft() {
    func note(_ id: String, _ x: ClosedRange<Double>) -> String {
      var model = model(id)
      model.setWindow(x: AxisRange(x))
      return OverflowNotes(model).notes.first?.last ?? ""
    }
    #expect(note("mse", -1e308...1e308) == "L overflows left of −1.341e154 and right of 1.341e154")
    #expect(note("exponential", 700...1e5).hasSuffix("right of 709.8"))
    #expect(note("squared-relu", 0...1e300).hasSuffix("right of 1.341e154"))
    #expect(note("exponential", 709...1e300).hasSuffix("right of 709.8"))
    #expect(note("exponential", 800...1e300).hasSuffix("everywhere here"))
    #expect(note("sigmoid", -1e308...1e308) == "")
  }

  /// 0 is a pole, and left of it nothing is defined: too large is only what is finite beside the pole.
  @Test(arguments: ["bce", "cross-entropy-term", "poisson-nll"])
  func polesDoNotOverflow(_ id: String) throws {
    _ = try #require(Catalogue.entry(named: id))
    for window in [-1.0...1.0, -1...2, -1e-300...1e-300, 0...0x1p-1030] {
      var model = model(id)
      model.setWindow(x: AxisRange(window))
      let notes = OverflowNotes(model).notes.map { $0.last ?? "" }
      let symbol = model.function.symbol.unicode
      #expect(!notes.contains { $0.hasPrefix(symbol + " ") }, "\(id): \(notes)")
      #expect(!notes.contains { $0.contains("left of") }, "\(id): \(notes)")
    }
    var model = model("cross-entropy-term")
    model.setWindow(x: AxisRange(-1e-307, 1e-307))
    #expect(OverflowNotes(model).notes.first?.last == "L′ overflows from 0 to 5.563e−309")
  }

  /// What is finite has a picture where the function itself has none.
  @Test func finiteSlopesAreDrawnWhereValuesOverflow() {
    for (id, window) in [("mse", -1e160...1e160), ("squared-relu", 0...1e300)] {
      var model = model(id)
      model.setWindow(x: AxisRange(window))
      let most = window.upperBound
      #expect(model.viewport.y.upper >= model.function.derivative(most), "\(id)")
    }
  }

  /// Beside each edge that is told the function is finite, and behind it not.
  @Test func everyEdgeIsExact() {
    for entry in Catalogue.entries {
      for window in [-1e308...1e308, 0...1e300, -800...1e5, 700...720] {
        var model = model(entry.id)
        model.setWindow(x: AxisRange(window))
        let note = OverflowNotes(model).notes.first?.last ?? ""
        let function = model.function
        for word in ["left of ", "right of "] {
          guard let range = note.range(of: word), note.hasPrefix(function.symbol.unicode + " ")
          else {
            continue
          }
          let text = note[range.upperBound...].prefix { $0 != " " }.replacing("−", with: "-")
          guard let edge = Double(text) else {
            Issue.record("\(note)")
            continue
          }
          let outside = edge + (word == "left of " ? -1 : 1) * max(edge.magnitude * 1e-3, 1e-3)
          let inside = edge - (word == "left of " ? -1 : 1) * max(edge.magnitude * 1e-3, 1e-3)
          #expect(function.value(inside).isFinite, "\(entry.id): \(note)")
          #expect(!function.value(outside).isFinite, "\(entry.id): \(note)")
        }
      }
    }
  }

  // MARK: Names

  @Test func namesHaveTrueMinusSigns() {
    let app = Workbench.forTests(width: 120, height: 40)
      .typing(":relu<Enter>i:w=3<Enter>:b=-1<Enter>p")
    #expect(app.curves.pins.map(\.name) == ["ReLU w 3 b −1"])
  }

  @Test func aJumpTellsItsValuesHoweverNarrow() {
    let app = difference("step", "sigmoid").typing(":0<Enter>")
    let short = app.status.shortTexts[0]
    #expect(short.contains("from −0.5 to 0.5"), "\(short)")
  }

  @Test func aStationaryInflectionIsFlat() {
    var app = Workbench.forTests().typing(":snake<Enter>")
    var stops = 0
    for _ in 0..<8 {
      app = app.typing("n")
      guard app.status.text.contains("inflection") else { continue }
      stops += 1
      #expect(!app.status.text.contains("e−3"), "\(app.status.text)")
    }
    #expect(stops > 0)
  }

  /// Two inflections closer than any samples: where softplus bends exactly as much as a scaled sigmoid.
  @Test func inflectionsOfADifferenceCloseTogetherAreBothFound() {
    let app = difference("tanh", "sigmoid")
    let found = DifferenceInflections(
      of: app.curves.function, in: -20...20, narrowerThan: 1e-3
    ).ranges
    let signs = stride(from: -20.0, to: 20, by: 1e-3).map {
      app.curves.function.secondDerivative($0)
    }
    let changes = zip(signs, signs.dropFirst()).filter { $0 * $1 < 0 }.count
    #expect(found.count >= changes)
  }
}
