import NeuralFunctions
import Plotting
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// What sentence and strip say of gradient health is so, and whole.
/// What each state does to learning is told, whole.
@Suite struct HealthEffectTests {
  private func picture(_ id: String, _ size: (Int, Int), _ keys: String) -> Workbench {
    Workbench.forTests(on: id, width: size.0, height: size.1).typing(keys)
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func theStateAtTheCursorIsExplainedBesideThePlot(id: String) {
    for size in [(80, 24), (100, 30), (120, 36)] {
      for keys in ["g", "g<Home>", "gn", "gi"] {
        let app = picture(id, size, keys)
        let model = app.curves
        let panel = CurvesLayout(body: app.body, model: model).healthPanel
        let frame = app.view
        let text = (panel.y..<panel.maxY).map { y in
          String((panel.x..<panel.maxX).map { frame[$0, y].character })
        }.joined().filter { $0 != " " }
        let sentence = HealthEffect(model.health.state(at: model.cursor), model)?.sentence ?? "?"
        #expect(text.contains(sentence.filter { $0 != " " }), "\(size) \(keys): \(frame.picture)")
      }
    }
  }

  @Test func statesSayWhatTheyDoToLearning() {
    func told(_ id: String, _ keys: String) -> String {
      let app = picture(id, (100, 30), keys)
      return HealthEffect(app.curves.health.state(at: app.curves.cursor), app.curves)?.sentence
        ?? ""
    }
    #expect(
      told("sigmoid", "g:4<Enter>")
        == "Saturated: |σ′| < 0.1, so little gradient passes back, and the weights before it hardly learn."
    )
    #expect(told("relu", "g:-1<Enter>").hasPrefix("Dead: r′ = 0, so no gradient passes back"))
    #expect(
      told("relu", "g:input-w=2<Enter>:-1<Enter>").hasPrefix(
        "A dead unit: for these inputs its output is 0 and no gradient passes"))
    #expect(told("mse", "g:3<Enter>").hasPrefix("Amplifying: |L′| > 1, so the gradient is large"))
    let pages = picture("sigmoid", (80, 24), "gwW").view.picture
    #expect(pages.contains("Dead: σ′ = 0"))
  }
}

@Suite struct HealthTellingTests {
  private func on(_ id: String, _ keys: String, _ size: (Int, Int) = (160, 30)) -> Workbench {
    Workbench.forTests(on: id, width: size.0, height: size.1).typing(keys)
  }

  // MARK: Edges beside 0

  @Test func whatIsNarrowBesideZeroIsToldAsItIs() {
    #expect(
      on("bce-clamped", "g").statusLine.contains(
        "Dead (|L′| = 0) for ŷ ≤ 3.72e−44; amplifying (|L′| > 1) from 3.72e−44 to 1."))
    let relu = on("squared-relu", "i:w=1e20<Enter>g").statusLine
    #expect(
      relu.contains(
        "Dead (|d/dx| = 0) for x ≤ 0; saturated (|d/dx| < 0.1) from 0 to 5e−42; "
          + "amplifying (|d/dx| > 1) for x > 5e−41."), "\(relu)")
    let tanh = on("tanh", "i:w=1e-20<Enter>:eps=1e-30<Enter>g").statusLine
    #expect(tanh.contains("Healthy everywhere in sight"), "\(tanh)")
  }

  /// At every scale about 0 the state of a slope is that of the stretch in which it lies.
  @Test(arguments: Catalogue.entries.map(\.id))
  func statesAtEveryScaleAreThoseOfTheirStretch(id: String) {
    for weight in [1, 1e20, -1e20, 1e-20, 1e150] {
      let function = DrawnFunction(
        Catalogue.entry(named: id)!, FunctionSettings(weight: weight))
      let lower = max(-6, function.shape.domain.lower)
      let upper = min(6, function.shape.domain.upper)
      guard lower < upper, function.parts.allSatisfy({ $0.shape.inflectionSpacing == nil }) else {
        continue
      }
      let health = GradientHealth(function: function, threshold: 0.1)
      let all = GradientStretches(of: health, in: lower...upper, focus: 0).all
      for exponent in -300...0 {
        for x in [1.37, -1.37].map({ $0 * Double("1e\(exponent)")! })
        where x > lower && x < upper {
          let slope = function.derivative(x).magnitude
          let isClear = [0.1, 1].allSatisfy { (slope / $0 - 1).magnitude > 1e-6 }
          guard isClear, slope.isFinite, let stretch = all.first(where: { $0.end >= x }) else {
            continue
          }
          let isTold =
            stretch.state == health.state(at: x)
            || [stretch.state, health.state(at: x)].allSatisfy { $0 == .dead || $0 == .saturated }
          if !isTold { Issue.record("\(id) of \(weight)x at \(x): \(slope) in \(stretch)") }
        }
      }
    }
  }

  // MARK: The strip

  private func strip(_ app: Workbench) -> (marks: [HealthMark], projection: Projection) {
    let model = app.curves
    let plot = CurvesLayout(body: app.body, model: model).plot
    return (model.memory.healthStrip(of: model, on: plot.projection)!.marks, plot.projection)
  }

  @Test func whatOneMarkCannotTellIsMixed() {
    for window in ["-1000 1000", "-1e6 1e6", "-1e300 1e300"] {
      let app = on("sine", ":\"x \(window)\"<Enter>g", (100, 30))
      #expect(strip(app).marks.allSatisfy { $0 == .mixed }, "\(window)")
      #expect(app.view.picture.contains("~ mixed"))
    }
    // A wave that is never steep is saturated all over.
    let flat = on("sine", ":\"x -1e6 1e6\"<Enter>i:w=0.01<Enter>g", (100, 30))
    #expect(strip(flat).marks.allSatisfy { $0 == .state(.saturated) })
    #expect(!flat.view.picture.contains("mixed"))
  }

  /// A mark tells what is met at places all over its column.
  @Test(arguments: Catalogue.entries.map(\.id))
  func marksTellTheirColumns(id: String) {
    for keys in [
      "", ":\"x -1003 1000\"<Enter>", ":\"x -1e6 1e6\"<Enter>", "i:w=30<Enter>:b=0.1<Enter>",
    ] {
      let app = on(id, keys + "g", (100, 30))
      let health = app.curves.health
      let (marks, projection) = strip(app)
      for (column, mark) in marks.enumerated() {
        let range = projection.xRange(ofColumn: projection.area.x + column)
        let states = (0..<60).map { step -> GradientHealth.State in
          let x = range.lowerBound + 2 * range.halfWidth * (Double(step) + 0.5) / 60
          return health.state(at: x)
        }
        var runs: [GradientHealth.State] = []
        for state in states where runs.last != state { runs.append(state) }
        if runs.count > 3 { #expect(mark == .mixed, "\(id)\(keys) in \(range): \(runs)") }
        if runs.count == 1, case .state(let state) = mark, state != runs[0] {
          // It begins and ends between two of the places, or is dead by the formula.
          #expect(runs[0] == .healthy || state == .dead, "\(id)\(keys) in \(range): \(runs)")
        }
      }
    }
  }

  // MARK: The sentence

  /// In a window of 80 columns each state in sight is named, with where it is.
  @Test(arguments: Catalogue.entries.map(\.id))
  func everyStateInSightIsNamed(id: String) {
    for keys in [
      "", ":\"x -10 10\"<Enter>", ":\"x -6 30\"<Enter>", ":eps=0.5<Enter>", "i:w=2<Enter>",
      "i:w=1.7<Enter>:b=0.3<Enter>:\"x -1003 1000\"<Enter>",
    ] {
      let app = on(id, keys + "g", (80, 24))
      guard let stretches = app.curves.memory.healthStretches(of: app.curves),
        !stretches.isTooCoarse
      else { continue }
      let line = app.statusLine
      let states = stretches.all.map(\.state) + stretches.points.map(\.state)
      for state in states where state != .healthy {
        #expect(line.lowercased().contains(state.word), "\(id)\(keys): \(line)")
      }
      #expect(!line.contains("in places"), "\(id)\(keys): \(line)")
    }
  }

  @Test func theSlopeUsedAtAPointAloneIsTold() {
    for id in ["mae", "pinball"] {
      #expect(on(id, "g", (80, 24)).statusLine.contains("Saturated (|L′| < 0.1) only at ŷ = 0."))
    }
    let steep = on("mae", "i:w=3<Enter>g", (80, 24)).statusLine
    #expect(
      steep.contains("Saturated only at ŷ = 0; amplifying everywhere but ŷ = 0."), "\(steep)")
    let difference = on("relu", "p:pinball<Enter>Dg", (80, 24)).statusLine
    #expect(difference.contains("Saturated (|Δ′| < 0.1) only at ŷ = 0."), "\(difference)")
    #expect(
      on("leaky-relu", "g", (80, 24)).statusLine.contains("Saturated (|lr′| < 0.1) for x ≤ 0"))
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func sentencesAreWhole(id: String) {
    for keys in [
      "", ":\"x -1003 1000\"<Enter>", "i:w=1.7<Enter>:b=0.3<Enter>:\"x -1003 1000\"<Enter>",
    ] {
      for size in [(80, 24), (60, 24), (100, 30)] {
        let line = on(id, keys + "g", size).statusLine
        #expect(!line.contains("…>") && !line.hasSuffix("…"), "\(id)\(keys): \(line)")
        let text = line.split(separator: " ").joined(separator: " ")
        #expect(text.hasSuffix("."), "\(id)\(keys) at \(size): \(line)")
      }
    }
  }
}
