import NeuralFunctions
import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// Every state of the Curves screen is a text that leads there from a fresh start.
@Suite struct CurvesScriptTests {
  private func bench(_ size: Size = Size(width: 100, height: 30)) -> Workbench {
    Workbench(appearance: Appearance(), size: size, screens: [CurvesScreen()])
  }

  private func state(_ bench: Workbench) -> CurvesState {
    (bench.screen as? CurvesScreen)?.state ?? CurvesState(Catalogue.entries[0])
  }

  private func playing(_ keys: String) throws -> Workbench {
    var bench = bench()
    for event in try KeyScript.events(keys) { _ = bench.update(event) }
    return bench
  }

  @Test(arguments: [
    ("", []),
    ("j", ["function tanh"]),
    (
      "/ \"relu\" <Enter> d t g",
      ["function relu", "derivatives second", "tangent off", "health on"]
    ),
    (": \"x -3 3\" <Enter> : \"0\" <Enter>", ["x -3 3", "at 0"]),
    (
      ": \"elu\" <Enter> ] p : \"gelu\" <Enter> D",
      ["settings elu alpha=1.05", "function gelu", "pin elu alpha=1.05", "difference on"]
    ),
    ("s ; ; S", ["secant on", "secant-kind central", "h 0.1"]),
    ("i o ]", ["settings sigmoid input-b=0.1", "input on", "choose input-b"]),
    ("w W a", ["why on", "digits on", "why-page 1"]),
    ("w <Space> <Space> #", ["why on", "told 3", "numbers on"]),
    ("w <Space> w w", []),
    (": \"-1.5\" <Enter> : \"bce\" <Enter>", ["function bce", "cursor -1.5"]),
  ])
  func theScriptSaysWhatDiffersFromAFreshStart(keys: String, lines: [String]) throws {
    let script = try playing(keys).script
    // Where the window or the height follow from the keys, they are told, too.
    for line in lines { #expect(script.contains(line), "\(keys): \(script)") }
  }

  @Test func aNameAParameterAndANumberAreLines() throws {
    var bench = bench()
    try bench.run("gelu; input-w = 2; 0x1.8p+1")
    #expect(state(bench).function == "gelu" && state(bench).at == 3)
    #expect(state(bench).presentSettings == FunctionSettings(weight: 2))
    try bench.run("input-b = 1; leaky relu; alpha=0.2; y -1 2")
    #expect(state(bench).presentSettings.parameters == ["alpha": 0.2])
  }

  /// Arguments of keys that anyone might press, and lines and clicks between them.
  private func event(_ random: inout FuzzGenerator, _ bench: Workbench) -> Event {
    switch random.int(0...11) {
    case 0: return .resize(Size(width: random.int(40...130), height: random.int(12...45)))
    case 1:
      let actions: [Mouse.Action] = [.press, .drag, .wheelUp, .wheelDown]
      return .mouse(
        Mouse(random.pick(actions), x: random.int(0...119), y: random.int(1...39)))
    case 2:
      return .paste(random.entry())
    default:
      let keys: [Key] =
        bench.screen.commandInfos.flatMap(\.keys).flatMap(\.choices).flatMap(\.keys)
        + [":", "u", .control("r"), .enter, .escape, .enter, "j", "k", "]", "[", "p", "D"]
      return .key(random.pick(keys))
    }
  }

  @Test(arguments: Walks.seeds(17))
  func aWalkIsReachedByItsScript(seed: UInt64) throws {
    var random = FuzzGenerator(seed: seed)
    var bench = bench(Size(width: random.int(40...130), height: random.int(12...45)))
    for step in 0..<240 {
      _ = bench.update(event(&random, bench))
      if step % 8 != 0 { continue }
      let script = bench.script.joined(separator: "\n")
      var again = Workbench(
        appearance: bench.appearance, size: bench.size, screens: [CurvesScreen()])
      do { try again.run(script) } catch {
        Issue.record("seed \(seed), step \(step): \(error.sentence)\n\(script)")
        continue
      }
      #expect(state(again) == state(bench), "seed \(seed), step \(step):\n\(script)")
      if state(again) != state(bench) { return }
      if !bench.isTyping && bench.status == bench.screen.status {
        #expect(again.view == bench.view, "seed \(seed), step \(step):\n\(script)")
      }
      let (once, stateOnce) = (again.view, state(again))
      do { try again.run(script) } catch { Issue.record("twice: \(error.sentence)\n\(script)") }
      #expect(again.view == once && state(again) == stateOnce, "twice, seed \(seed):\n\(script)")
    }
  }

  @Test func readingsAreToldByName() throws {
    var bench = bench()
    try bench.run("relu; at 0")
    let json = bench.screen.readingsAsJSON
    #expect(json.contains("\"kind\": \"kink\"") && json.contains("\"slope-right\": 1"))
    #expect(json.contains("\"x\": 0") && json.contains("\"function\": \"relu\""))
  }
}
