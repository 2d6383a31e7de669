import TerminalCells
import Testing

@testable import TerminalIO

@Suite struct MouseTests {
  private func events(_ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(bytes, into: &events)
    return events
  }

  @Test(arguments: [
    ("<0;5;6M", Mouse(.press, x: 4, y: 5)), ("<0;5;6m", Mouse(.release, x: 4, y: 5)),
    ("<32;5;6M", Mouse(.drag, x: 4, y: 5)), ("<64;1;1M", Mouse(.wheelUp, x: 0, y: 0)),
    ("<65;1;1M", Mouse(.wheelDown, x: 0, y: 0)), ("<4;300;200M", Mouse(.press, x: 299, y: 199)),
    ("<80;2;2M", Mouse(.wheelUp, x: 1, y: 1)),
  ])
  func readsDecimalReports(report: String, mouse: Mouse) {
    #expect(events(Array("\u{1B}[\(report)".utf8)) == [.mouse(mouse)])
  }

  @Test(arguments: [
    "<0;0;0M", "<0;0;5M", "<1;5;5M", "<2;5;5M", "<35;5;5M", "<66;5;5M", "<128;5;5M", "<0;5M",
    "<0;5;6;7M", "<;5;6M", "<-1;5;6M", "<99999999999999999999999;5;6M",
  ])
  func otherButtonsMotionAndNonsenseAreNoEvents(report: String) {
    #expect(events(Array("\u{1B}[\(report)".utf8)).isEmpty)
  }

  @Test func absurdPlacesOverflowNothing() {
    let found = events(Array("\u{1B}[<0;99999999999999999999;4294967296M".utf8))
    let limit = ControlSequence.largestParameter
    #expect(found == [.mouse(Mouse(.press, x: limit - 1, y: limit - 1))])
  }

  @Test func readsTheOlderReports() {
    let start: [UInt8] = [0x1B, 0x5B, 0x4D]
    #expect(events(start + [32, 33, 34]) == [.mouse(Mouse(.press, x: 0, y: 1))])
    #expect(events(start + [35, 33, 34]) == [.mouse(Mouse(.release, x: 0, y: 1))])
    #expect(events(start + [96, 255, 33]) == [.mouse(Mouse(.wheelUp, x: 222, y: 0))])
    #expect(events(start + [64, 33, 34]) == [.mouse(Mouse(.drag, x: 0, y: 1))])
    #expect(events(start + [0, 0, 0] + [0x61]) == [.key(Key("a"))])
    #expect(events(start + [0x1B, 0x1B, 0x1B] + [0x61]) == [.key(Key("a"))])
  }
}
