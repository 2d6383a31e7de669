import Testing

@testable import NeuralFunctions

@Suite("The largest entries of a grid of blocks")
struct JacobianBlocksTests {
  private let logits = (0..<97).map { (index: Int) -> Double in
    index == 40 ? -30 : Double(index * 37 % 23) / 5
  }

  private func parts(_ count: Int, of range: Range<Int>) -> [Range<Int>] {
    (0..<count).map { part in
      range.lowerBound + part * range.count / count..<range.lowerBound + (part + 1) * range.count
        / count
    }
  }

  @Test func areThoseOfEachBlockByItself() {
    let jacobians = [
      Softmax(temperature: 0.7).uncheckedJacobian(at: logits),
      LogSoftmax(temperature: 1).uncheckedJacobian(at: logits),
      Sparsemax(temperature: 2).uncheckedJacobian(at: logits),
      Softmin(temperature: 1).uncheckedJacobian(at: logits),
    ]
    for jacobian in jacobians {
      for (down, across) in [(1, 1), (7, 12), (97, 97), (13, 97)] {
        for range in [0..<97, 20..<60, 50..<51] {
          let (rows, columns) = (parts(down, of: range), parts(across, of: 10..<97))
          let entries = jacobian.largestEntries(rows: rows, columns: columns)
          let single = rows.flatMap { rows in
            columns.map { jacobian.largestEntry(rows: rows, columns: $0)?.value ?? 0 }
          }
          #expect(entries == single)
        }
      }
    }
  }

  @Test func rangesOutsideTheMatrixGiveNothing() {
    let jacobian = Softmax(temperature: 1).uncheckedJacobian(at: [1, 2, 3])
    #expect(jacobian.largestEntries(rows: [], columns: [0..<1]) == [])
    #expect(jacobian.largestEntries(rows: [0..<4, 1..<1, -1..<1], columns: [0..<3]) == [0, 0, 0])
  }
}
