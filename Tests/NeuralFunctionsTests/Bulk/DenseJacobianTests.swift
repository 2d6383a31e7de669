import NeuralFunctions
import TestSupport
import Testing

@Suite("Dense Jacobian")
struct DenseJacobianTests {
  @Test("Entries are those of the O(K) form", arguments: [1, 2, 3, 8, 17])
  func entries(count: Int) throws {
    var random = TestRandom(seed: UInt64(count))
    var logits = (0..<count).map { _ in Double.random(in: -20...20, using: &random) }
    if count > 2 { logits[1] = -.infinity }
    let jacobian = try Softmax().jacobian(at: logits)
    let p = try Softmax().value(logits)
    var entries = [Double](repeating: .nan, count: count * count)
    var span = entries.mutableSpan
    try Jacobian.write(diagonal: jacobian.diagonal.span, left: p.span, right: p.span, into: &span)
    for row in 0..<count {
      for column in 0..<count {
        let (found, expected) = (entries[row * count + column], jacobian[row, column])
        #expect(ulpError(found, expected) <= 3, "entry (\(row), \(column))")
        if found == 0 { #expect(found.sign == .plus) }
      }
    }
  }

  @Test("Float entries")
  func floatEntries() throws {
    let (diagonal, left, right): ([Float], [Float], [Float]) = ([9, 8], [1, 2], [3, 4])
    var entries = [Float](repeating: 0, count: 4)
    var span = entries.mutableSpan
    try Jacobian.write(
      diagonal: diagonal.span, left: left.span, right: right.span, into: &span)
    #expect(entries == [9, -4, -6, 8])
  }

  @Test("Lengths that do not fit are refused by name")
  func lengthMismatch() {
    let (two, three) = ([1.0, 2], [1.0, 2, 3])
    func refusal(_ left: [Double], _ right: [Double], _ count: Int) -> LengthMismatch? {
      var entries = [Double](repeating: 0, count: count)
      var span = entries.mutableSpan
      do {
        try Jacobian.write(diagonal: two.span, left: left.span, right: right.span, into: &span)
        return nil
      } catch { return error }
    }
    #expect(refusal(two, two, 4) == nil)
    #expect(refusal(three, two, 4) == LengthMismatch(argument: "left", expected: 2, found: 3))
    #expect(refusal(two, three, 4) == LengthMismatch(argument: "right", expected: 2, found: 3))
    #expect(refusal(two, two, 5) == LengthMismatch(argument: "entries", expected: 4, found: 5))
  }
}
