import Glibc
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// Events at random over states at random: nothing traps, and what holds goes on holding.
///
/// `NABLA_FUZZ_EVENTS=1000000 swift test -c release -Xswiftc -enable-testing --filter Fuzz` is the
/// long run. It says each seed when it begins, so that the seed of a trap is the last one said;
/// `NABLA_FUZZ_SEED` begins there again.
@Suite struct FuzzTests {
  private static func setting(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  static let events = setting("NABLA_FUZZ_EVENTS") ?? 2_000
  private static let isLong = setting("NABLA_FUZZ_EVENTS") != nil
  private static let firstSeed = UInt64(setting("NABLA_FUZZ_SEED") ?? 1)
  private static let eventsPerSeed = 250

  /// Seeds dealt to two runs side by side.
  @Test(arguments: [0, 1])
  func anythingMayHappen(run: Int) {
    let seeds = max(1, Self.events / Self.eventsPerSeed)
    for offset in stride(from: run, to: seeds, by: 2) {
      let seed = Self.firstSeed + UInt64(offset)
      if Self.isLong { Self.say("fuzz seed \(seed)") }
      let faults = Self.faults(seed: seed)
      #expect(faults.isEmpty, "seed \(seed): \(faults.joined(separator: "; "))")
    }
  }

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// Half a megabyte into every kind of field.
  @Test func hugePastesAreTakenOrRefused() {
    for opening in [
      "", "/", ":", "]<Enter>", "2", "2<Enter>", "2E", "2T", "2A", "2g<Right>E", "2s<Right>E", "2:",
    ] {
      var generator = FuzzGenerator(seed: 77)
      var app = Workbench.forTests()
      app.type(opening)
      for event in [generator.hugePaste(), generator.hugePaste(), .key(.enter)] {
        _ = app.update(event)
        let faults = FuzzInvariants(app).faults + FuzzInvariants(app.view, of: app).faults
        #expect(faults.isEmpty, "after '\(opening)': \(faults.joined(separator: "; "))")
      }
    }
  }

  /// No name is as long: looking for it is over at once, however long it is.
  @Test func aLongSearchIsNotGoneThroughForEachName() {
    var app = Workbench.forTests()
    app.type("/")
    _ = app.update(.paste(String(repeating: "softmax of relu ", count: 8192)))
    let begin = ContinuousClock.now
    for _ in 0..<3 { app.type("<Down>e") }
    #expect(ContinuousClock.now - begin < .seconds(2))
    #expect(FuzzInvariants(app).faults.isEmpty)
  }

  /// What one seed's events break, with the events before.
  private static func faults(seed: UInt64) -> [String] {
    var generator = FuzzGenerator(seed: seed)
    var app = generator.app()
    var last: [Event] = []
    for step in 0..<eventsPerSeed {
      let event = generator.event(in: app)
      let before = app
      let clock = ContinuousClock.now
      let effects = app.update(event)
      let time = ContinuousClock.now - clock
      if isLong && time > .milliseconds(20) { say("slow: \(time), seed \(seed), \(event)") }
      last = last.suffix(5) + [event]
      var faults = FuzzInvariants(app).faults
      if let fault = unexpected(effects, from: event) { faults.append(fault) }
      if let fault = refusal(in: app, before: before, after: event) { faults.append(fault) }
      if step % 50 == 49 { faults += FuzzInvariants(app.view, of: app).faults }
      if !faults.isEmpty { return faults + ["event \(step)", "events \(last)"] }
    }
    return []
  }

  /// Only keys ask something of the world.
  private static func unexpected(_ effects: [Effect], from event: Event) -> String? {
    if case .key = event { return effects.count > 1 ? "effects \(effects)" : nil }
    return effects.isEmpty ? nil : "effects \(effects) without a key"
  }

  /// Nothing is refused to one who typed and pasted nothing.
  private static func refusal(in app: Workbench, before: Workbench, after event: Event) -> String? {
    switch event {
    case .key, .paste, .burst, .pasteStalled, .pasteRefused: return nil
    case .mouse, .resize, .background, .tick:
      let now = app.status
      let isNew = now.kind == .refusal && now != before.status
      return isNew ? "refused without a key: \(now.text)" : nil
    }
  }
}
