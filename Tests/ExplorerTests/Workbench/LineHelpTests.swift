import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// What `:help` and Tab know of functions, parameters and the other screen.
@Suite struct LineHelpTests {
  private func page(_ words: String, _ keys: String = "", height: Int = 40) -> String {
    Workbench.forTests(width: 100, height: height).typing("\(keys):\"help \(words)\"<Enter>")
      .view.picture
  }

  @Test func helpKnowsFunctionsByTheirNames() {
    for words in ["leaky-relu", "leaky relu", "LeakyReLU", "curves leaky-relu"] {
      let page = page(words)
      #expect(page.contains("show leaky ReLU") && page.contains("alpha=0.01"), "\(page)")
    }
    #expect(page("gelu", "2").contains("curves gelu  "))
    #expect(page("bce", "2").contains("target=1") || page("bce", "2").contains("target=0.5"))
  }

  @Test func everyFunctionHasAPageOnWhichNothingIsCut() {
    for entry in Library().entries {
      let app = Workbench.forTests(height: 200).typing(":\"help \(entry.id)\"<Enter>")
      #expect(app.isHelpOpen)
      #expect(!app.view.picture.contains("…"), "\(app.view.picture)")
    }
  }

  @Test func helpKnowsTheParametersOfThePresentFunction() {
    let page = page("alpha", ":\"elu\"<Enter>:\"alpha=2\"<Enter>")
    #expect(page.contains("alpha=VALUE") && page.contains("ELU"))
    #expect(page.contains("now") && page.contains("2"))
    #expect(self.page("weight").contains("input-w=VALUE"))
  }

  @Test func helpKnowsTheOtherScreensWords() {
    #expect(page("softmax temperature").contains("softmax temperature TEMPERATURE"))
    #expect(page("sparsemax").contains("sparsemax"))
    #expect(page("variant").contains("softmax variant"))
    #expect(
      page("softmax").contains("go to Softmax")
        && page("softmax", height: 90).contains("x NUMBERS…"))
    #expect(page("x2", "2").contains("logit INDEX VALUE"))
    #expect(page("save").contains("FILE") && !page("save").contains("text"))
  }

  @Test func whatIsUnknownIsNamedWithWhatMayBeMeant() {
    let app = Workbench.forTests().typing(":\"help leaky-rely\"<Enter>")
    #expect(app.status.text == "There is no help on 'leaky-rely'; did you mean leaky-relu?")
  }

  @Test func anOpenPageIsPartOfTheScript() throws {
    for words in ["leaky-relu", "softmax x", "keys", "alpha"] {
      var app = Workbench.forTests().typing(":\"elu\"<Enter>:\"help \(words)\"<Enter>")
      app.type("<Down>")
      let script = app.script.joined(separator: "; ")
      var again = Workbench.forTests()
      try again.run(script)
      #expect(again.view == app.view, "\(script)")
    }
  }

  @Test(arguments: [
    ("gel", ["gelu", "gelu-tanh"]), ("help alp", ["alpha"]), ("softmax vari", ["variant"]),
    ("softmax; temp", ["temperature"]), ("softmax variant sp", ["sparsemax"]),
    ("elu; alp", ["alpha="]), ("leaky-relu al", ["alpha="]),
    ("leaky-relu alpha=0.3 inp", ["input-w=", "input-b="]),
    ("pin elu al", ["alpha="]), ("function leaky-relu al", ["alpha="]),
    ("markers half", ["half-blocks"]),
    ("help softmax temp", ["temperature"]),
  ])
  func theLineIsCompleted(line: String, words: [String]) {
    let app = Workbench.forTests().typing(":\"elu\"<Enter>")
    #expect(app.completion(of: line)?.words == words)
  }
}

/// `leaky-relu alpha=0.3`: a function, and then what is set of it.
@Suite struct FunctionWithSettingsTests {
  private func state(_ script: String) throws -> CurvesState {
    var bench = Workbench.forTests()
    try bench.run(script)
    return (bench.screens[0] as? CurvesScreen)!.state
  }

  private func refusal(_ script: String) -> String? {
    do {
      _ = try state(script)
      return nil
    } catch { return (error as? Refusal)?.sentence }
  }

  @Test(arguments: [
    "leaky-relu alpha=0.3", "leaky relu alpha = 0.3", "LeakyReLU α=0.3", "leaky-relu, alpha= 0.3",
    "function leaky-relu alpha=0.3", "function leaky relu alpha=0.3", "leaky-relu; alpha=0.3",
    "curves leaky-relu alpha=0.3",
  ])
  func aFunctionAndItsParametersAreOneLine(line: String) throws {
    let state = try state(line)
    #expect(state.function == "leaky-relu")
    #expect(state.presentSettings.parameters == ["alpha": 0.3])
  }

  @Test func severalAreSetAtOnceAndTheOthersStay() throws {
    #expect(
      try state("elu input-w=2; relu; elu alpha=0.5, input-b=1").presentSettings
        == FunctionSettings(parameters: ["alpha": 0.5], weight: 2, bias: 1))
    #expect(
      try state("elu; alpha=0.5, input-w=3").presentSettings
        == FunctionSettings(parameters: ["alpha": 0.5], weight: 3))
    #expect(try state("bce y=0.25").presentSettings.target == 0.25)
    #expect(try state("pin leaky relu alpha=0.2").pins.first?.settings.parameters == ["alpha": 0.2])
  }

  @Test func whatIsRefusedChangesNothing() {
    #expect(
      refusal("leaky-relu beta=1")
        == "leaky-relu has no setting 'beta=1'. Available: alpha=, input-w=, input-b=.")
    #expect(
      refusal("leaky-rely alpha=1") == "There is no function 'leaky-rely'; did you mean leaky-relu?"
    )
    #expect(refusal("elu alpha=x")?.hasPrefix("alpha: 'x' is not a number") == true)
    #expect(refusal("elu alpha=-1")?.contains("alpha") == true)
    #expect(refusal("elu alpha=")?.hasPrefix("alpha: ") == true)
  }

  @Test func aVariantAndItsTemperatureAreOneLine() throws {
    var bench = Workbench.forTests()
    try bench.run("softmax log-softmax T=0.5")
    #expect(bench.softmax.vector.temperature == 0.5)
    #expect(SoftmaxScreen.variants[bench.softmax.vector.variant] == "log-softmax")
    #expect(throws: Refusal("T must be a finite number above 0 (got -1).")) {
      try bench.run("sparsemax T = -1")
    }
  }

  @Test func whatBelongsToTheOtherScreenSaysSo() {
    var app = Workbench.forTests().typing("2:\"gelu\"<Enter>")
    #expect(app.status.text == "'gelu' belongs to Curves: curves gelu goes there.")
    app = Workbench.forTests().typing(":\"variant sparsemax\"<Enter>")
    #expect(app.status.text == "'variant' belongs to Softmax: softmax variant goes there.")
  }
}
