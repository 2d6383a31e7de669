import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// Whatever a script did on whichever screens, one `u` takes it back and one Ctrl-R does it again.
@Suite struct UndoAcrossScreensTests {
  private struct Whole: Equatable {
    let selected: Int
    let curves: CurvesState?
    let softmax: SoftmaxState?

    init(_ bench: Workbench) {
      selected = bench.selected
      curves = bench.screens.compactMap { $0 as? CurvesScreen }.first?.state
      softmax = bench.softmaxScreen?.state
    }
  }

  @Test func aLineForSoftmaxTypedOnCurvesLeadsBack() {
    var app = Workbench.forTests().typing("jjd")
    let before = Whole(app)
    app.type(":\"softmax x 1,2,3; variant sparsemax; temperature 2\"<Enter>")
    let after = Whole(app)
    #expect(after.selected == 1 && after.softmax?.vector.logits == [1, 2, 3])
    app.type("u")
    #expect(Whole(app) == before)
    app.type("<C-r>")
    #expect(Whole(app) == after)
  }

  @Test(arguments: Walks.seeds(16))
  func aScriptRunAnywhereIsOneStep(seed: UInt64) throws {
    var random = FuzzGenerator(seed: seed)
    var bench = Workbench.forTests(width: random.int(60...120), height: random.int(18...40))
    var scripts = 0
    for step in 0..<500 {
      _ = bench.update(Self.event(&random, bench))
      guard step % 5 == 0, !bench.isTyping, bench.page == nil else { continue }
      let before = Whole(bench)
      let script = Self.script(&random, bench)
      guard (try? bench.run(script)) != nil, Whole(bench) != before else { continue }
      scripts += 1
      bench.page = nil
      let after = Whole(bench)
      _ = bench.update(.key("u"))
      #expect(Whole(bench) == before, "seed \(seed), step \(step), undone: \(script)")
      _ = bench.update(.key(.control("r")))
      #expect(Whole(bench) == after, "seed \(seed), step \(step), redone: \(script)")
      guard Whole(bench) == after else { return }
      if random.chance(2) { _ = bench.update(.key("u")) }
    }
    #expect(scripts > 20, "too few scripts did anything: \(scripts)")
  }

  /// Several lines, some of which go to the other screen.
  private static func script(_ random: inout FuzzGenerator, _ bench: Workbench) -> String {
    var place = bench.selected
    let lines = (0..<random.int(2...5)).map { _ in
      var lead = ""
      if random.chance(3) {
        place = random.int(0...1)
        lead = bench.screens[place].word + " "
      }
      let info = random.pick(bench.screens[place].commandInfos)
      return lead + info.word + " " + info.grammar.example
    }
    return lines.joined(separator: "; ")
  }

  private static func event(_ random: inout FuzzGenerator, _ bench: Workbench) -> Event {
    switch random.int(0...9) {
    case 0: .key(random.pick([.tab, "1", "2", "u", .control("r")]))
    case 1:
      .mouse(
        Mouse(
          random.pick([.press, .drag, .wheelUp, .wheelDown]), x: random.int(0...119),
          y: random.int(0...39)))
    case 2: .key(random.pick([.escape, .enter]))
    default:
      .key(random.pick(bench.keyLines.flatMap(\.choices).flatMap(\.keys).filter { $0 != "q" }))
    }
  }
}
