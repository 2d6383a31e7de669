import TerminalCells
import Testing

@testable import TerminalIO

@Suite struct ColorPairsTests {
  private func colors(_ foreground: Color?, _ background: Color? = nil) -> ColorPairs.Colors {
    ColorPairs.Colors(foreground: foreground, background: background)
  }

  @Test func aPairIsMadeOnceForTwoColours() {
    var pairs = ColorPairs()
    var made: [Int32] = []
    let wanted = [colors(1), colors(1, 2), colors(nil, 1), colors(1), colors(nil), colors(1, 2)]
    let numbers = wanted.map { wanted in
      pairs.number(of: wanted) { number, _ in
        made.append(number)
        return true
      }
    }
    #expect(numbers == [1, 2, 3, 1, 0, 2])
    #expect(made == [1, 2, 3])
  }

  @Test func theyEndAtTheLimitAndBeginAnew() {
    var pairs = ColorPairs(limit: 3)
    let number = { (pairs: inout ColorPairs, color: Color) in
      pairs.number(of: self.colors(color)) { _, _ in true }
    }
    #expect(number(&pairs, 1) == 1 && number(&pairs, 2) == 2 && number(&pairs, 3) == nil)
    #expect(number(&pairs, 2) == 2)
    pairs.removeAll()
    #expect(number(&pairs, 3) == 1)
    #expect(ColorPairs.most < 65_536)
  }

  @Test func whatIsRefusedIsNotKept() {
    var pairs = ColorPairs()
    #expect(pairs.number(of: colors(1)) { _, _ in false } == nil)
    #expect(pairs.number(of: colors(1)) { _, _ in true } == 1)
  }

  @Test func theTableHoldsWhatWasPutIn() {
    var table = IntegerTable()
    // Keys that differ in their upper bits alone, in their lower, and by nothing regular.
    let keys = (0..<3_000).map { UInt64($0) << 40 } + (1..<3_000).map { UInt64($0) &* 0x1_0001 }
    for (index, key) in keys.enumerated() { table[key] = Int32(index) }
    for (index, key) in keys.enumerated() { #expect(table[key] == Int32(index)) }
    #expect(table[7] == nil)
    table[0] = -1
    #expect(table[0] == -1)
  }
}
