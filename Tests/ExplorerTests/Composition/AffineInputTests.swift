import NeuralFunctions
import Testing

@testable import Explorer
@testable import Widgets

/// The input w·x + b is exact, and what is said of it names it.
@Suite struct AffineInputTests {
  private func on(_ id: String, _ keys: String, width: Int = 80) -> Workbench {
    Workbench.forTests(on: id, width: width, height: 24).typing("i" + keys)
  }

  @Test func theRootIsThatOfTheDoubles() {
    #expect(AffineInput(weight: 0.1, bias: -0.3).preimage(of: 0) == 2.9999999999999996)
    #expect(AffineInput(weight: 3, bias: -1).preimage(of: 0) == 1.0 / 3)
    #expect(AffineInput(weight: 1e-300, bias: 1e300).preimage(of: 0) == nil)
    #expect(AffineInput(weight: -2, bias: 0).preimage(of: 0)?.sign == .plus)
  }

  /// Against a neighbour on either side: no other Double is nearer to the root.
  @Test func noDoubleIsNearerToTheRoot() {
    for w in stride(from: -3.7, through: 4, by: 0.3) {
      for b in stride(from: -5.9, through: 6, by: 0.7) {
        guard let x = AffineInput(weight: w, bias: b).preimage(of: 0) else { continue }
        func miss(_ x: Double) -> Double { b.addingProduct(w, x).magnitude }
        let slack = w.magnitude * x.ulp * 1e-9
        #expect(miss(x) <= miss(x.nextUp) + slack && miss(x) <= miss(x.nextDown) + slack)
      }
    }
  }

  @Test(arguments: ComposedFunctions.ofAffineInput)
  func aBreakpointIsStoodOnThoughItsPlaceRounds(tested: ComposedFunctions.Case) {
    for point in tested.function.shape.breakpoints {
      #expect(tested.function.value(point.x) == point.value.used)
      let slope = tested.function.derivative(point.x)
      #expect(slope == point.derivative.used || slope.isNaN)
    }
  }

  @Test func theGridPointNearestToAKinkStandsOnIt() {
    // What is typed stands as it is, beside the kink.
    let typed = on("relu", ":w=0.1<Enter>:b=-0.3<Enter>:3<Enter>", width: 120)
    #expect(typed.curves.cursor == 3)
    #expect(typed.statusLine.contains("r(0.1x − 0.3) at x = 3 is 2.776e−17, rising: d/dx = 0.1."))
    let step = typed.typing("<Left><Right>")
    #expect(step.curves.cursor == 2.9999999999999996)
    #expect(step.statusLine.contains("r(0.1x − 0.3) at x = 3 is 0: a kink, d/dx 0 left, 0.1 right"))
    var moving = on("relu", ":w=0.1<Enter>:b=-0.3<Enter>:2.5<Enter>")
    var met = false
    for _ in 0..<60 {
      moving = moving.typing("<Right>")
      met = met || moving.statusLine.contains("kink")
    }
    #expect(met)
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func allThatIsSaidNamesTheInput(id: String) {
    let app = on(id, ":input-w=2<Enter>:bias=0.25<Enter>:0.125<Enter>")
    let description = Catalogue.entry(named: id)!.description
    let (symbol, variable) = (description.symbol.unicode, description.variable.unicode)
    let call = "\(symbol)(2\(variable) + 0.25)"
    let picture = app.view.picture
    #expect(app.statusLine.contains(call), "\(app.statusLine)")
    #expect(app.statusLine.contains("d/d\(variable)") || app.statusLine.contains("flat"))
    #expect(picture.split(separator: "\n")[1].contains(call), "\(picture)")
    #expect(picture.contains("\(symbol)(w\(variable)+b) ") && picture.contains("d/d\(variable)  "))
    #expect(!app.statusLine.contains("…"))
  }

  @Test func theWindowHoldsStillWhileTheInputMoves() {
    for id in ["relu", "tanh", "mse", "bce"] {
      let app = on(id, "")
      let before = app.curves.viewport
      for keys in [":w=1.3<Enter>:w=2<Enter>", ":b=0.4<Enter>:b=0.5<Enter>", ":w=-3<Enter>"] {
        #expect(app.typing(keys).curves.viewport == before, "\(id) \(keys)")
      }
      #expect(app.typing(":w=2<Enter>f").curves.viewport.x == before.x)
    }
    let fitted = on("tanh", "]]]]]]]]]]]]]]]]]]]]").typing("f").curves
    #expect(fitted.viewport.y != on("tanh", "").curves.viewport.y)
  }
}
