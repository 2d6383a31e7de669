import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import TerminalIO

/// Bytes at random, cut up at random: events come, nothing traps, and nothing stays pending.
@Suite struct FuzzDecoderTests {
  private static let pieces: [[UInt8]] = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "[", "<", ";", ":", "?", "$", "M", "m",
    "~", "A", "u", "0", "9", "99999999999999999999", "200~", "201~", "\u{1B}[200~", "\u{1B}[201~",
    "\u{1B}[M", "\u{7}", "\u{1B}\\", "é", "漢", "👍", "\r", "\n", "q", "-1",
  ].map { Array($0.utf8) }

  private static func bytes(_ random: inout TestRandom) -> [UInt8] {
    (0..<Int.random(in: 1...60, using: &random)).flatMap { _ in
      Bool.random(using: &random)
        ? pieces.randomElement(using: &random)! : [UInt8.random(in: 0...255, using: &random)]
    }
  }

  @Test func anyBytesWillDo() {
    for seed: UInt64 in 1...400 {
      var random = TestRandom(seed: seed)
      var decoder = InputDecoder()
      decoder.pasteLimit = 200
      for _ in 0..<20 {
        var events: [Event] = []
        decoder.decode(Self.bytes(&random), into: &events)
        // A reader that is told to wait is told when to stop, and then nothing is left.
        if Bool.random(using: &random) || decoder.patience() != nil {
          decoder.timeOut(at: .now + .seconds(60), into: &events)
          #expect(decoder.patience() == nil, "seed \(seed)")
        }
        for event in events { check(event, seed) }
      }
    }
  }

  @Test func piecesComeToTheSameAsTheWhole() {
    for seed: UInt64 in 1...400 {
      var random = TestRandom(seed: seed)
      let bytes = Self.bytes(&random)
      var (whole, pieces) = (InputDecoder(), InputDecoder())
      var (expected, found): ([Event], [Event]) = ([], [])
      whole.decode(bytes, into: &expected)
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...7, using: &random)
        pieces.decode(rest.prefix(count), into: &found)
        rest = rest.dropFirst(count)
      }
      whole.timeOut(at: .now + .seconds(60), into: &expected)
      pieces.timeOut(at: .now + .seconds(60), into: &found)
      #expect(keyByKey(found) == keyByKey(expected), "seed \(seed)")
    }
  }

  /// What comes at once may be a list, which it is not piece by piece.
  private func keyByKey(_ events: [Event]) -> [Event] {
    events.flatMap { event in
      guard case .burst(let text) = event else { return [event] }
      return text.map {
        .key($0 == "\n" ? Key(.enter) : $0 == "\t" ? Key(.tab) : Key(.character($0)))
      }
    }
  }

  private func check(_ event: Event, _ seed: UInt64) {
    switch event {
    case .key(let key):
      if case .character(let character) = key.code {
        let isControl = character.unicodeScalars.contains {
          $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
        }
        #expect(!isControl, "seed \(seed): \(key)")
      }
    case .mouse(let mouse):
      #expect(mouse.x >= 0 && mouse.y >= 0, "seed \(seed): \(mouse)")
      let largest = ControlSequence.largestParameter
      #expect(mouse.x < largest && mouse.y < largest, "seed \(seed): \(mouse)")
    case .paste(let text), .burst(let text):
      let isControl = text.unicodeScalars.contains {
        $0 != "\n" && $0 != "\t" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
      }
      #expect(!isControl && text.utf8.count <= 600, "seed \(seed)")
    case .background, .pasteStalled, .pasteRefused: break
    case .resize, .tick: Issue.record("seed \(seed): a size or time from bytes")
    }
  }
}
