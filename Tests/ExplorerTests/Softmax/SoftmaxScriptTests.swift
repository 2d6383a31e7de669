import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// Every state of the softmax screen is a text that leads there from a fresh start.
@Suite struct SoftmaxScriptTests {
  private func bench(_ screen: SoftmaxScreen = SoftmaxScreen(), _ size: Size? = nil) -> Workbench {
    Workbench(
      appearance: Appearance(colors: .palette), size: size ?? Size(width: 80, height: 24),
      screens: [screen])
  }

  private func state(_ bench: Workbench) -> SoftmaxState? {
    (bench.screens[0] as? SoftmaxScreen)?.state
  }

  static let scripts: [(keys: String, lines: [String])] = [
    ("", []), ("j]", ["x 2, 1.1, 0.1", "at 1"]), ("<Right>", ["at 0 0"]),
    ("jM", ["x 2, -inf, 0.1", "hidden 0, 1, 0", "at 1"]),
    ("gjc<Space>", ["class 1", "view loss", "at 1", "told 1"]),
    ("g<Right>[", ["y 0.9, 0.04999999999999999, 0.04999999999999999", "view loss", "focus panel"]),
    ("s<Right>]", ["dx 0.2, 0, 0", "view change", "focus panel"]),
    ("vT.5<Enter>'", ["variant log-softmax", "temperature 0.5", "step 0.5"]),
    ("R", ["x 1.63, -1.94, 1.6", "seed 2"]), ("zS", ["scale logarithmic", "zoom 1"]),
    ("Da", ["digits on", "diagonal on"]), ("-0<Enter>", ["x -0, 1, 0.1"]),
  ]

  @Test(arguments: scripts)
  func theScriptSaysWhatDiffersFromAFreshStart(keys: String, lines: [String]) throws {
    var bench = bench()
    for event in try KeyScript.events(keys) { _ = bench.update(event) }
    if keys != "R" { #expect(Set(bench.script) == Set(lines)) }
    var again = self.bench()
    try again.run(bench.script.joined(separator: "; "))
    #expect(state(again) == state(bench))
  }

  @Test func aVectorToBeginWithIsTheOneThatIsGoneBackTo() throws {
    var bench = bench(SoftmaxScreen(logits: [1, 2, 3]))
    #expect(bench.script == ["start 1, 2, 3"])
    for event in try KeyScript.events("]]") { _ = bench.update(event) }
    #expect(bench.script == ["start 1, 2, 3", "x 1.2, 2, 3"])
    var again = self.bench()
    try again.run(bench.script.joined(separator: "\n"))
    _ = again.update(.key(.backspace))
    #expect(state(again)?.vector.logits == [1, 2, 3])
  }

  @Test func aScriptIsOneStepOfUndo() throws {
    var bench = bench()
    _ = bench.update(.key("]"))
    try bench.run("x 1, 2, 3; view loss; told 2; class 2")
    #expect(state(bench)?.view == .loss && state(bench)?.vector.targets == [0, 0, 1])
    _ = bench.update(.key("u"))
    #expect(state(bench)?.view == .jacobian && state(bench)?.vector.logits == [2.1, 1, 0.1])
  }

  @Test func aRefusedLineIsNamedAndChangesNothing() throws {
    var bench = bench()
    let before = state(bench)
    #expect(throws: Refusal("Line 2: temperature must be above 0 (got -1).")) {
      try bench.run("x 1, 2\ntemperature -1")
    }
    #expect(state(bench) == before)
  }

  @Test func readingsHaveNames() throws {
    var bench = bench()
    try bench.run("class 1; at 0 1; loss")
    let screen = try #require(bench.screens[0] as? SoftmaxScreen)
    func number(_ name: String) -> Double? {
      guard case .number(let value)? = SoftmaxScreen.readings.value(name, of: screen) else {
        return nil
      }
      return value
    }
    let readings = screen.sheet.readings
    #expect(number("p[0]") == readings.probabilities[0] && number("p[3]") == nil)
    #expect(number("selected") == 0 && number("class") == 1)
    #expect(number("loss").map { ($0 - 1.4170300162778335).magnitude < 1e-15 } == true)
    #expect(bench.screen.readingsAsJSON.contains("\"x\": [2, 1, 0.1]"))
    let names = SoftmaxScreen.readings.readings.map(\.name)
    #expect(Set(names).count == names.count)
  }

  // MARK: Walks

  @Test(arguments: Walks.seeds(10))
  func aWalkIsReachedByItsScript(seed: UInt64) throws {
    var generator = FuzzGenerator(seed: seed)
    let size = Size(width: generator.int(40...140), height: generator.int(12...45))
    var bench = bench(SoftmaxScreen(logits: generator.logits()), size)
    for step in 0..<600 {
      let event = Self.event(&generator, bench)
      _ = bench.update(event)
      if step % 20 != 0 { continue }
      let script = bench.script.joined(separator: "\n")
      var again = self.bench(SoftmaxScreen(), bench.size)
      again.appearance = bench.appearance
      try again.run(script)
      let isSame = state(again) == state(bench) && again.script == bench.script
      #expect(isSame, "seed \(seed), step \(step), \(event): \(script.prefix(2000))")
      if !bench.isTyping && bench.status == bench.screen.status {
        #expect(again.view == bench.view, "seed \(seed), step \(step): \(script.prefix(2000))")
      }
      let once = state(again)
      try again.run(script)
      #expect(state(again) == once, "twice, seed \(seed): \(script.prefix(2000))")
      guard isSame else { return }
    }
  }

  private static func event(_ generator: inout FuzzGenerator, _ bench: Workbench) -> Event {
    switch generator.int(0...11) {
    case 0: return .resize(Size(width: generator.int(0...140), height: generator.int(0...45)))
    case 1, 2:
      let action = generator.pick([Mouse.Action.press, .drag, .wheelUp, .wheelDown])
      return .mouse(Mouse(action, x: generator.int(0...139), y: generator.int(0...44)))
    case 3: return .paste(generator.entry())
    case 4...8:
      let known = bench.keyLines.flatMap(\.choices).flatMap(\.keys)
      return .key(generator.pick(known))
    default:
      if bench.isTyping {
        return .key(generator.pick([.enter, .escape, .tab, "-", "0", "1", ".", "5", ",", "9"]))
      }
      return .key(generator.pick(["u", .control("r"), "-", "+", "m", "b", .escape, ":", "M", "E"]))
    }
  }
}
