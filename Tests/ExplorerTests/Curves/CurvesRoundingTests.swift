import NeuralFunctions
import Plotting
import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// What Doubles cannot tell is neither hidden nor made up.
@Suite struct CurvesRoundingTests {
  private func said(_ id: String, _ script: String, width: Int = 160) -> String {
    Workbench.forTests(width: width, height: 30).typing(":\(id)<Enter>\(script)").statusLine
  }

  private func difference(_ first: String, _ second: String, _ script: String) -> Workbench {
    Workbench.forTests(width: 160, height: 40)
      .typing(":\(second)<Enter>p:\(first)<Enter>D\(script)")
  }

  private func function(_ id: String) -> DrawnFunction {
    DrawnFunction(Catalogue.entry(named: id)!, FunctionSettings())
  }

  // MARK: Touching ε

  @Test func aTouchedLevelIsExcluded() {
    let everywhere = "everywhere in sight but at x = "
    #expect(said("tanh", "i:w=0.1<Enter>:eps=0.1<Enter>g").contains(everywhere + "0."))
    #expect(said("sigmoid", "i:w=0.4<Enter>:eps=0.1<Enter>g").contains(everywhere + "0."))
    #expect(said("tanh", ":eps=1<Enter>g").contains(everywhere + "0."))
    #expect(said("softsign", ":eps=1<Enter>g").contains(everywhere + "0."))
    let sine = said("sine", ":eps=1<Enter>g")
    #expect(sine.contains("but at x = −3.14, 0 and 3.14."), "\(sine)")
    #expect(said("tanh", ":eps=1<Enter>g", width: 50).contains("everywhere but x = 0"))
  }

  @Test(arguments: ["softplus", "soft-margin", "log-cosh", "bce-with-logits", "log-sigmoid"])
  func aLevelComeNearToIsTold(_ id: String) {
    for window in ["300 500", "-500 -300", "-10000 10000"] {
      let app = Workbench.forTests(width: 160, height: 30)
        .typing(":\(id)<Enter>i:w=0.1<Enter>:eps=0.1<Enter>:\"x \(window)\"<Enter>g")
      let model = app.curves
      let health = GradientHealth(function: model.function, threshold: 0.1)
      let range = model.xRange.closedRange
      let stretches = GradientStretches(of: health, in: range, focus: 0).all
      // Sentence and strip go by one rule: what a Double says at a place.
      for step in 0...400 {
        let x =
          range.lowerBound + (range.upperBound - range.lowerBound) * (Double(step) + 0.5) / 401
        let told = stretches.first { $0.start <= x && x <= $0.end }?.state
        #expect(told == health.state(at: x), "\(id) at \(x) over \(window)")
      }
      let touches = stretches.contains { $0.level != nil }
      #expect(app.statusLine.contains("is 0.1 but for rounding") == touches, "\(id) \(window)")
    }
  }

  // MARK: Nearly one

  /// Slopes by mpmath, to three digits of their distance.
  @Test func distancesHaveTheirOwnDigits() {
    let slopes: [(String, Double, String)] = [
      ("log-cosh", 20, "1 − 8.50e−18"), ("log-cosh", 30, "1 − 1.75e−26"),
      ("soft-margin", -45, "−1 + 2.86e−20"), ("bce-with-logits", -50, "−1 + 1.93e−22"),
      ("mish", 25, "1 + 1.89e−20"), ("gelu", 8, "1 + 3.98e−14"),
      ("gelu-tanh", 7, "1 + 2.77e−14"), ("tanh", 1e-9, "1 − 1e−18"),
    ]
    for (id, x, wanted) in slopes {
      let function = self.function(id)
      let text = CurveReading.slope(of: function, at: x).text()
      #expect(text == wanted, "\(id) at \(x)")
    }
  }

  /// Without a distance of its own, a number tells no digit that its Double does not have.
  @Test func distancesFromDoublesPromiseNoMore() {
    #expect(said("sine", ":1.5707963<Enter>").contains("is 1 but for rounding"))
    let gaussian = Workbench.forTests(width: 160, height: 30)
      .typing(":gaussian<Enter>dd:1e-8<Enter>").view.picture
    #expect(!gaussian.contains("7e−16"))
    for entry in Catalogue.entries {
      let function = DrawnFunction(entry, FunctionSettings())
      for x in [8, -8, 20, -20, 25, 30, -30, 45, -50, 1e-9, 1.5707963]
      where function.shape.domain.contains(x) {
        let slope = function.derivative(x)
        guard slope.magnitude == 1, !function.takesSlope(slope, at: x) else { continue }
        let text = CurveReading.slope(of: function, at: x).text()
        #expect(Double(text) == nil, "\(entry.id) at \(x): \(text)")
      }
    }
  }

  @Test func aPlaceIsNotRoundedToAnother() {
    #expect(said("hinge", ":0.9999999999999999<Enter>").contains("z = 0.9999999999999999 is 1.11"))
    #expect(said("relu", ":0.9999999999999999<Enter>").contains("x = 0.9999999999999999 is"))
    #expect(said("relu", ":0.30000000000000004<Enter>").contains("x = 0.3 is 0.3"))
  }

  // MARK: Differences

  /// log(1 + e^−x), by mpmath.
  @Test func smallDifferencesAreNotNothing() {
    let softplus = function("softplus")
    let relu = function("relu")
    let difference = DrawnFunction.difference(softplus, relu)
    for (x, value) in [(31.0, 3.442477108469977e-14), (34, 1.7139084315420122e-15)] {
      #expect((difference.value(x) / value - 1).magnitude < 1e-13)
      #expect((difference.derivative(x) / -value - 1).magnitude < 1e-12)
      #expect((DrawnFunction.difference(relu, softplus).value(x) / -value - 1).magnitude < 1e-13)
    }
    let line = self.difference("softplus", "relu", ":34<Enter>").statusLine
    #expect(line.contains("1.714e−15") && line.contains("falling"), "\(line)")
  }

  @Test func whatIsEqualByItsShapeIsFlat() {
    let exact = difference("celu", "elu", ":-2<Enter>").statusLine
    #expect(exact.contains("is 0, flat"), "\(exact)")
    let saturated = difference("sigmoid", "tanh", ":50<Enter>").statusLine
    #expect(saturated.contains("is −1.929e−22"), "\(saturated)")
    for (width, height) in [(160, 40), (80, 24)] {
      let far = Workbench.forTests(width: width, height: height)
        .typing(":relu<Enter>i:w=2<Enter>p:softplus<Enter>:w=2<Enter>D:30<Enter>").statusLine
      #expect(far.contains("0 but for rounding"), "\(far)")
    }
  }

  // MARK: Points

  @Test func everySteepestInflectionIsSteepest() {
    for id in ["sine", "snake"] {
      let function = self.function(id)
      let points = NotablePoints(of: function, in: -20...20, focus: 0).all
      func places(_ kind: String) -> [Double] {
        points.filter { $0.kind.name == kind }.map { $0.x }
      }
      let most = places("inflection").map { function.derivative($0).magnitude }.max() ?? 0
      for x in places("inflection") where function.derivative(x).magnitude > most - 1e-9 {
        #expect(places("steepest").contains { ($0 - x).magnitude < 1e-6 }, "\(id) at \(x)")
      }
      for x in places("steepest") { #expect(function.derivative(x).magnitude > most - 1e-9) }
    }
  }
}
