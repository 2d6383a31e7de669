import NeuralFunctions
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// NaN, infinities, the ends of Double and numbers of 400 digits in every field there is: taken or
/// refused in a sentence, and drawn.
@Suite struct HardNumberTests {
  private static let numbers = [
    "nan", "inf", "-inf", "1e308", "-1e308", "5e-324", "-5e-324", "-1e400",
    String(repeating: "9", count: 400), "0." + String(repeating: "3", count: 400),
  ]

  private func check(_ app: Workbench, draws: Bool = true, _ what: String) {
    let faults =
      FuzzInvariants(app).faults + (draws ? FuzzInvariants(app.view, of: app).faults : [])
    #expect(faults.isEmpty, "\(what): \(faults.joined(separator: "; "))")
  }

  /// Types the number, then moves, zooms and looks about with whatever came of it.
  private func check(
    _ start: Workbench, opening: String, _ number: String, thenPress keys: String
  ) throws {
    var app = start
    app.type("\(opening)\"\(number)\"<Enter>")
    check(app, "\(opening)\(number.prefix(20)) accepted")
    for event in try KeyScript.events("<Esc>" + keys) {
      _ = app.update(event)
      check(app, draws: false, "\(opening)\(number.prefix(20)), \(event)")
    }
    check(app, "\(opening)\(number.prefix(20)) \(keys)")
  }

  @Test(arguments: [
    ":", ":\"x -1 \"", ":\"x 0 \"", ":\"y -1 \"", ":\"y 0 \"", ":eps=", ":w=", ":b=",
  ])
  func curvesLine(opening: String) throws {
    for name in ["sigmoid", "bce"] {
      let app = Workbench.forTests([
        CurvesScreen(entry: Catalogue.entry(named: name)!)
      ])
      for number in Self.numbers {
        try check(app, opening: opening, number, thenPress: "<Right>n+-fegsw")
      }
    }
  }

  /// The ends of a domain may both overflow on their way through x = (bound − b)/w.
  @Test func everyWeightWithEveryBias() throws {
    let bounded = Catalogue.entries.filter {
      let domain = $0.defaultFunction.shape.domain
      return domain.lower > -.infinity || domain.upper < .infinity
    }
    #expect(bounded.count > 4)
    for entry in bounded {
      for weight in ["5e-324", "-5e-324", "1e-308", "1e308"] {
        for bias in ["3", "-3", "1e308", "0"] {
          try check(
            Workbench.forTests([CurvesScreen(entry: entry)]),
            opening: "i:w=\(weight)<Enter>:b=", bias,
            thenPress: "<Right>nf")
        }
      }
    }
  }

  @Test func everyParameter() throws {
    for entry in Catalogue.entries {
      let count = ParameterSlider.all(of: entry, settings: FunctionSettings()).count
      let app = Workbench.forTests([CurvesScreen(entry: entry)])
      for index in 0..<count {
        for number in Self.numbers.prefix(7) {
          try check(
            app, opening: String(repeating: "o", count: index) + "<Enter>", number,
            thenPress: "]f")
        }
      }
    }
  }

  @Test(arguments: [
    "<Enter>", "E", "E\"1, \"", "T", "A", "*", ":\"seed \"", ":\"extent \"", "g<Right>E",
    "s<Right>E",
    "g<Right><Enter>", "s<Right><Enter>",
  ])
  func softmaxFields(opening: String) throws {
    for number in Self.numbers {
      try check(
        Workbench.forTests([SoftmaxScreen()]), opening: opening, number,
        thenPress: "]<Right>ns<Esc>g<Esc>O")
    }
  }
}
