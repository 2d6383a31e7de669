import NeuralFunctions
import RealModule
import Testing

@testable import Explorer
@testable import Widgets

/// Functions are known by their identifiers, whatever else the library holds.
@Suite struct LibraryTests {
  /// A function made at run time: what it says of itself belongs to the value.
  private struct Line: ScalarFunction {
    var description = FunctionDescription(
      identifier: "my-line", aliases: ["mine"], name: "my line", family: .other, symbol: "m",
      formula: "m(x) = k·x", derivativeFormula: "m′ = k", use: "A line.", source: "a test",
      accuracy: "exact")
    var parameters = [
      ParameterDescription(
        name: "k", symbol: "k", meaning: "slope", defaultValue: 2, accepted: .finite,
        slider: -4...4, step: 0.5)
    ]
    var slope = 2.0
    subscript(parameter name: String) -> Double? {
      get { name == "k" ? slope : nil }
      set { if name == "k", let newValue { slope = newValue } }
    }
    var shape: FunctionShape { FunctionShape(range: .finite, window: -3...3) }
    func readableValue<T: Real>(_ x: T) -> T { T(Int(slope)) * x }
    func readableDerivative<T: Real>(_ x: T) -> T { T(Int(slope)) }
    func readableSecondDerivative<T: Real>(_ x: T) -> T { 0 }
    func value(_ x: Double) -> Double { slope * x }
    func derivative(_ x: Double) -> Double { slope }
  }

  private let entry = { (id: String) in Catalogue.entry(named: id)! }

  private func app(_ library: Library) -> Workbench {
    .forTests(Workbench.screens(curves: CurvesScreen(library: library)))
  }

  @Test func aFunctionMadeAtRunTimeIsChosenSetAndDrawn() {
    let app = app(Library(Catalogue.entries + [CatalogueEntry(Line())]))
    let mine = app.typing(":mine<Enter>")
    #expect(mine.curves.entry.id == "my-line")
    let read = mine.typing(":1.5<Enter>")
    #expect(read.statusLine.hasPrefix(" my line at x = 1.5 is 3, rising at 2"))
    #expect(mine.typing(":k=-1<Enter>:1.5<Enter>").statusLine.contains("is −1.5, falling at 1"))
    #expect(mine.typing("]").curves.settings.parameters == ["k": 2.5])
    #expect(app.typing("/\"my l\"<Enter>").curves.entry.id == "my-line")
    #expect(mine.typing("p:tanh<Enter>").curves.pins.map(\.name) == ["my line"])
  }

  @Test func aFunctionInsertedBeforeTheChosenOneChangesNothingOfIt() {
    let few = ["sigmoid", "elu", "gelu"].map(entry)
    let script = ":elu<Enter>:alpha=0.5<Enter>p:gelu<Enter>:elu<Enter>:0.5<Enter>"
    let before = app(Library(few)).typing(script).curves
    let after = app(Library([CatalogueEntry(Line()), entry("tanh")] + few)).typing(script).curves
    #expect(after.state == before.state && after.cursor == before.cursor)
  }

  @Test func settingsAreKeptOnlyForWhatWasSet() {
    let app = app(Library())
    #expect(app.typing("jjjkk").curves.state.settings == SettingsByFunction())
    let set = app.typing(":elu<Enter>]")
    #expect(set.curves.state.settings != SettingsByFunction())
    #expect(set.typing(":tanh<Enter>:elu<Enter>").curves.settings.parameters["alpha"] == 1.05)
    #expect(set.typing("[").curves.state.settings == SettingsByFunction())
    #expect(set.typing("<BS>").curves.state.settings == SettingsByFunction())
  }

  @Test func whatWasSetInAnotherOrderIsEqual() {
    let ids = ["tanh", "elu", "selu"]
    var (forwards, backwards) = (SettingsByFunction(), SettingsByFunction())
    for id in ids { forwards[id] = FunctionSettings(weight: 2) }
    for id in ids.reversed() { backwards[id] = FunctionSettings(weight: 2) }
    #expect(forwards == backwards)
    for id in ids { forwards[id] = FunctionSettings() }
    #expect(forwards == SettingsByFunction())
  }

  @Test func steppingStopsAtTheEndsOfTheList() {
    let library = Library(["sigmoid", "elu", "gelu"].map(entry))
    #expect(app(library).typing("jJ").curves.entry.id == "gelu")
    #expect(app(library).typing("jK").curves.entry.id == "sigmoid")
    #expect(app(library).typing("jjjjk").curves.entry.id == "elu")
  }
}
