import NeuralFunctions
import Plotting
import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// What panels tell of composed functions is theirs, whole, and in digits enough.
@Suite struct ComposedTellingTests {
  private static let inputs = ["", "; input-w 1.7", "; input-w -1e-9", "; input-w 3e7; input-b -2"]
  private static let places = ["0", "11.37", "136.13", "-0.8", "1e-7"]

  private func on(_ id: String, _ lines: String, _ size: (Int, Int) = (80, 24)) -> Workbench {
    Workbench.forTests(on: id, width: size.0, height: size.1).running(lines)
  }

  private func model(_ id: String, _ input: FunctionSettings, less other: String?) -> CurvesModel {
    var state = CurvesState(Catalogue.entry(named: id)!, settings: input)
    if let other {
      state.pins = [PinnedFunction(function: other, settings: FunctionSettings())]
      state.showsDifference = true
    }
    return CurvesModel(state, showsAsAsked: true)
  }

  // MARK: Numbers of panels

  @Test(arguments: Catalogue.entries.map(\.id))
  func readingsShowThreeDigits(id: String) {
    var checked = 0
    defer { #expect(checked > 0, "\(id): no number was read") }
    for input in Self.inputs {
      for x in Self.places {
        let app = on(id, "at \(x)\(input); at \(x)").typing("dd")
        let model = app.curves
        let values = [
          model.function.value(model.cursor), model.function.derivative(model.cursor),
          model.function.secondDerivative(model.cursor),
        ]
        let panel = CurvesLayout(body: app.body, model: model).cursorPanel
        let frame = app.view
        for (row, value) in values.enumerated() where value.isFinite && value != 0 {
          let line = (panel.x..<panel.maxX).map { frame[$0, panel.y + 1 + row].character }
          let words = String(line).split(separator: " ")
          guard words.last != "used", let text = words.last.map(String.init),
            let number = Double(text.replacing("−", with: "-"))
          else { continue }
          checked += 1
          // A distance from a whole number is its own measure.
          let isDistance = words.dropLast().contains { ["−", "+", "to", "≈"].contains($0) }
          if isDistance { continue }
          let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }.count
          #expect(
            digits >= 3 || number == value,
            "\(id)\(input) at \(x), derivative \(row): \(String(line)) is \(value)")
        }
      }
    }
  }

  /// Nor is any digit cut where all are shown.
  @Test(arguments: Catalogue.entries.map(\.id))
  func allDigitsAreShownWhole(id: String) {
    for size in [(80, 24), (100, 30), (120, 36)] {
      for input in ["", "; input-w -1.7"] {
        let app = on(id, "digits on; at 50\(input)", size).typing("d")
        let (model, frame) = (app.curves, app.view)
        let panel = CurvesLayout(body: app.body, model: model).cursorPanel
        for y in panel.y..<panel.maxY {
          let line = String((panel.x..<panel.maxX).map { frame[$0, y].character })
          let digits = line.replacing("(…)", with: "")
          #expect(!digits.contains("…"), "\(id)\(input) at \(size): \(line)")
        }
      }
    }
  }

  @Test func secondDerivativesOfNarrowPanelsHaveTheirDigits() {
    let softsign = on("softsign", "input-w 1.7; at 11.37").typing("d").view.picture
    #expect(softsign.contains("d²/dx²       −0.000688"))
    let softplus = on("softplus", "input-w 1.7; at 136.13").typing("d").view.picture
    #expect(softplus.contains("9.037") && softplus.contains("e−101"))
  }

  // MARK: Whys

  @Test(arguments: [21, 27])
  func whysOfComposedFunctionsFit(_ width: Int) {
    var checked = 0
    defer { #expect(checked > 1000) }
    for entry in Catalogue.entries {
      for (w, b) in [(1e-9, 0.0), (-1.7, 0.3), (3e7, -2)] {
        for x in [0, 1, 11.37, 1e9] {
          for other in [nil, "softplus"] {
            var model = model(entry.id, FunctionSettings(weight: w, bias: b), less: other)
            model.placeCursor(at: x)
            guard let formula = model.function.substitutedDerivative(at: model.cursor) else {
              continue
            }
            checked += 1
            let text = SubstitutionText(
              formula, result: CurvesReadings(model).derivativeReading, isASCII: false)
            for line in text.lines(width: width) where TextWidth.columns(of: line) > width {
              Issue.record("\(entry.id) w \(w) at \(x) less \(other ?? "-"): \(line)")
            }
          }
        }
      }
    }
  }

  @Test func aNumberIsNotShownTwiceInTwoRoundings() {
    var checked = 0
    defer { #expect(checked > 10) }
    for entry in Catalogue.entries {
      for x in [1, -2, 0.3] {
        var model = model(entry.id, FunctionSettings(), less: nil)
        model.placeCursor(at: x)
        guard let formula = model.function.substitutedDerivative(at: model.cursor) else { continue }
        let text = SubstitutionText(
          formula, result: CurvesReadings(model).derivativeReading, isASCII: false)
        guard formula.substitution.pieces == [.number(formula.result)] else { continue }
        checked += 1
        #expect(text.line == "\(text.formula) = \(text.result)")
        #expect(text.lines(width: 60).count == 2, "\(text.lines(width: 60))")
      }
    }
    let selu = on("selu", "at 1", (100, 30)).view.picture
    #expect(selu.contains("= 1.051") && !selu.contains("= 1.0507"))
  }

  @Test func anOperandThatIsNearlyOneDoesNotSayOne() {
    let softplus = on("softplus", "input-w 1.7; at 136.13", (120, 40)).view.picture
    #expect(softplus.contains("1.7 × (1 − 3.13e−101)"), "\(softplus)")
    let difference = on("softplus", "pin relu; difference on; at 50", (120, 40)).view.picture
    #expect(difference.contains("(1 − 1.93e−22) − 1"), "\(difference)")
  }

  // MARK: Derivations

  @Test func theDerivationOfADifferenceIsItsOwn() {
    let picture = on("elu", "pin; selu; difference on; at 0; why on; why", (120, 40)).view.picture
    #expect(picture.contains("from SELU − ELU to its derivative"))
    #expect(picture.contains("Δ′(x) = selu′(x) − elu′(x)"))
    #expect(picture.contains("at x = 0 Δ′: left 0.7581, right 0.05070, used 0.7581"))
    #expect(picture.contains("elu′(x) = 1 for x > 0"))
  }

  /// Whatever is drawn: its own slopes on a break, by its own name.
  @Test func slopesOfDerivationsAreThoseOfWhatIsDrawn() {
    let ids = Catalogue.entries.map(\.id)
    for index in stride(from: 0, to: ids.count * ids.count, by: 31) {
      let (first, second) = (ids[index / ids.count], ids[index % ids.count])
      for (input, other) in [
        (FunctionSettings(), second), (FunctionSettings(weight: 2, bias: 1), second),
        (FunctionSettings(weight: -1.5, bias: 0.25), nil),
      ] {
        let start = model(first, input, less: other)
        if other != nil && !start.canShowDifference { continue }
        for point in start.shape.breakpoints.prefix(2) where point.isShown {
          var model = start
          model.placeCursor(at: point.x, snapping: false)
          let text = PlaceText(model, isASCII: false).text ?? ""
          func side(_ value: Double) -> String {
            value.isNaN ? "none" : NumberText.brief(value).withTrueMinus
          }
          let slopes = point.derivative
          let told =
            "\(model.function.quantities.slope.unicode): left \(side(slopes.left)), right "
            + "\(side(slopes.right)), used \(side(slopes.used))"
          #expect(text.contains(told), "\(model.function.name) at \(point.x): \(text)")
        }
      }
    }
  }

  /// −x but for the slopes that both parts use at 0.
  @Test func aUsedSlopeThatNoSideHasIsTold() {
    let app = on("relu", "pin; input-w -1; difference on; at 0", (120, 30))
    #expect(app.statusLine.contains("no break, slope −1 on both sides, 0 used (PyTorch)"))
    #expect(app.view.picture.contains("tangent −x"), "\(app.view.picture)")
    #expect(on("prelu", "a=1; at 0").statusLine.contains("rising at 1 per unit"))
  }

  @Test func twoOfOneNameAreNumbered() {
    let picture = on("mse", "pin mae; difference on; at 2", (140, 40)).view.picture
    #expect(picture.contains("Δ′ = L₁′ − L₂′"))
    let why = on("mse", "pin mae; difference on; at 2; why on; why", (140, 40)).view.picture
    #expect(why.contains("L₁, mean squared error:") && why.contains("L(ŷ) = (y − ŷ)²"))
    let inputs = on("relu", "pin; input-w 2; input-b 1; difference on; at 2", (160, 40))
    #expect(inputs.view.picture.contains("Δ′ = d/dx r(2x + 1) − r′"))
  }

  @Test func theChainRuleIsAStep() {
    let picture = on("selu", "input-w 1.7; at 1; why on; why", (120, 36)).view.picture
    #expect(picture.contains("from selu(1.7x) to its derivative"))
    #expect(picture.contains("d/dx selu(1.7x) = 1.7·selu′(1.7x)"))
  }

  // MARK: Tangents

  /// Of an input w·x + b the slope is d/dx, not that of the function named.
  @Test func tangentsInWordsNameTheSlopeThatIsMeant() {
    var checked = 0
    defer { #expect(checked > 100) }
    for entry in Catalogue.entries {
      for settings in [FunctionSettings(), FunctionSettings(weight: 2.3, bias: 0.7)] {
        var model = model(entry.id, settings, less: nil)
        for x in [0.37, 8, -30, 709] {
          model.placeCursor(at: x)
          let readings = CurvesReadings(model)
          guard readings.reasonForNoTangent == nil else { continue }
          for width in [8, 12, 17, 24] {
            let text = TangentText(readings, of: model.function, spelled: \.unicode).text(
              digits: Array(4...17) + [3], width: width)
            guard text.contains("Δ") else { continue }
            checked += 1
            let slope = settings.hasAffineInput ? "d/d" : "′"
            #expect(text.contains(slope), "\(entry.id) at \(x) in \(width): \(text)")
            #expect(settings.hasAffineInput != text.contains("′·"), "\(text)")
          }
        }
      }
    }
  }

  // MARK: Too large

  /// What is finite in exact arithmetic is not said to be infinite.
  @Test func whatOverflowsIsNotInfinite() {
    let exponential = on("exponential", "x 700 720; at 709.9; secant on").typing("d").view.picture
    #expect(exponential.contains("exp(x)   > 1.79e308") && !exponential.contains(" inf"))
    #expect(exponential.contains("none: f too large") && !exponential.contains("nan"))
    let sigmoid = on("sigmoid", "input-w 1e308; at 1e-308").typing("d").view.picture
    #expect(sigmoid.contains("< −1.79e308"))
    let entropy = on("cross-entropy-term", "at 1e-309")
    #expect(entropy.view.picture.contains("< −1.79e308"))
    #expect(entropy.statusLine.contains("more than 1.79e308"), "\(entropy.statusLine)")
    #expect(on("bce", "at 0").view.picture.contains("inf"))
  }

  // MARK: Windows

  @Test func aWindowTooNarrowIsRefusedInWords() {
    let app = on("cross-entropy-term", "").typing(":\"x 0 1e-310\"<Enter>")
    #expect(app.statusLine.contains("x accepts two numbers at least 1.823e-304 apart there."))
    let one = on("tanh", "").typing(":\"x 1 1.0000000000000002\"<Enter>")
    #expect(one.statusLine.contains("at least 1.421e-14 apart"))
    #expect(one.curves.xRange == on("tanh", "").curves.xRange)
    let height = on("tanh", "").typing(":\"y 0 1e-310\"<Enter>")
    #expect(height.statusLine.contains("y accepts two numbers at least"))
  }
}

extension Workbench {
  /// The bench after lines of commands.
  fileprivate func running(_ lines: String) -> Workbench {
    lines.split(separator: ";").reduce(self) { app, line in
      app.typing(":\"\(line.drop { $0 == " " })\"<Enter>")
    }
  }
}
