import Glibc
import TerminalCells
import Testing

@testable import Explorer

/// Every number on the Softmax screen is whole, in true minus signs, and no nearer to 1 than it is.
@Suite struct SoftmaxNumberTests {
  static let vectors: [[Double]] = [
    [0, -8, 3], [1e-5, 7, -9], [-9, 0, 7], [40, 0, -3], [3, -5, 0.0001, -0.5, 2, 1, 1],
    [2, 1, 0.1],
    [123456, 123455, 0], [1, -700, 30, 2], [0.5, 0.5], [12, -3, 4, 4, 1, 0, 0, -20, 5],
  ]

  /// Of each entry in sight the text, without the marks of the cursor.
  private func entries(_ bench: SoftmaxBench) -> [String] {
    let layout = bench.layout
    guard layout.window.showsNumbers else { return [] }
    let frame = bench.view
    return layout.window.rows.flatMap { row in
      layout.window.columns.map { column in
        let rect = layout.window.rect(row: row, column: column)
        let line = (rect.x..<rect.maxX).map {
          frame[$0, rect.y + (rect.height - 1) / 2].character
        }
        return String(line.filter { !" ▸◂".contains($0) })
      }
    }
  }

  /// The cursor's marks take nothing of a number, and each shows three digits that count or all, but
  /// where its cell is too narrow for that.
  @Test(arguments: vectors, [(80, 24), (100, 30), (120, 40), (60, 20)])
  func theSelectedEntryKeepsItsNumber(_ vector: [Double], _ size: (Int, Int)) {
    for scale in ["", "T0.3<Enter>", "v"] {
      var bench = SoftmaxBench(vector, width: size.0, height: size.1).typing(scale)
      bench = bench.typing("<Right>")
      let plain = entries(bench)
      let room = bench.layout.window.entrySize.width - 1
      for text in plain where text.count > 1 {
        let parts = text.dropFirst().split(separator: "e", maxSplits: 1)
        let digits = parts[0].filter(\.isNumber).drop { $0 == "0" }.count
        let number = Double(text.replacing("−", with: "-").replacing("+", with: ""))
        let isExact = number.map(bench.hasEntry) ?? false
        let isDistance = text.hasPrefix("1−") || text.hasPrefix("−1+")
        // "−1.23e−4" with as long an exponent.
        let exponent = number.map { Int(log10($0.magnitude).rounded(.down)) } ?? 0
        let hasNoRoom = 5 + "e\(exponent)".count > room
        #expect(
          digits >= 3 || isExact || isDistance || text == "+inf" || digits >= 1 && hasNoRoom,
          "\(text) of \(vector) in \(room)")
        #expect(parts.count < 2 || parts[1].contains(where: \.isNumber), "\(text)")
      }
      for step in 1..<vector.count * 2 {
        bench = bench.typing(step % 2 == 1 ? "<Right>" : "<Down>")
        let marked = entries(bench)
        if marked.count == plain.count { #expect(marked == plain) }
      }
    }
  }

  @Test(arguments: vectors)
  func minusSignsAreTrueOnes(_ vector: [Double]) {
    for keys in ["", "g<Space*3>", "s", "F", "v", "vv", "vvvD", "T1e-3<Enter>", ";;;"] {
      let picture = SoftmaxBench(vector, width: 120, height: 40).typing(keys).picture
      #expect(picture.firstMatch(of: /e-[0-9]|[ (=]-[0-9]/) == nil, "\(vector) \(keys): \(picture)")
    }
  }

  @Test func aProbabilityThatRoundsToOneTellsWhatIsMissing() {
    let bench = SoftmaxBench([40, 0, -3], width: 100, height: 40)
    #expect(bench.typing("g").picture.contains("1−4.46e−18"))
    #expect(bench.picture.contains("1−4.46e−18"))
    #expect(bench.reading.contains { $0.hasSuffix("largest: p₀ = 1 − 4.46e−18") })
    #expect(bench.reading[0] == "∂p₀/∂x₀ = p₀·(1 − p₀) = (1 − 4.46e−18) × 4.4599e−18 = 4.4599e−18")
    // −Σ p log p, of which the last three terms are 4.46e−18, 40·4.25e−18 and 43·2.12e−19.
    #expect(bench.reading.contains { $0.hasPrefix("entropy 1.835e−16 of") })
    let loss = bench.typing("g<Space*3>").reading
    #expect(loss[0].hasPrefix("L = −Σ yₖ log pₖ = −log(1 − 4.46e−18) = 4.4599e−18 nats"))
    #expect(loss[1].contains("−1/(1 − 4.46e−18) = −1 − 4.46e−18"))
    #expect(loss[2].hasSuffix("4.4599e−18 × (−1 − 4.46e−18) = −4.4599e−18"))
    #expect(loss.last?.contains("p₀ − y₀ = (1 − 4.46e−18) − 1 = −4.4599e−18") == true)
  }

  /// Entries, sums and operands of log-softmax and softmin, which are made of such probabilities.
  @Test func whatIsMadeOfNearlyOneTellsWhatIsMissing() {
    let logs = SoftmaxBench([0, -136.13, 3], width: 100, height: 30).typing("v<Right><Right><Down>")
    #expect(logs.picture.contains("1−3.59e−61") && logs.picture.contains("1−1.08e−60"))
    #expect(logs.reading[0] == "∂(log p₁)/∂x₁ = 1 − p₁ = 1 − 3.59e−61")
    #expect(logs.reading[1].contains("1 − K·p₁ = 1 − 1.08e−60, not 0"))
    let sure = SoftmaxBench([40, 0, -3], width: 100, height: 30).typing("v<Right><Down>")
    #expect(sure.reading[0] == "∂(log p₁)/∂x₀ = 0 − p₀ = −1 + 4.46e−18")
    #expect(sure.reading[1].contains("1 − K·p₀ = −2 + 1.34e−17, not 0"))
    let least = SoftmaxBench([30, -30, 0], width: 100, height: 30).typing("vv<Right>")
    #expect(
      least.reading[0]
        == "∂p₀/∂x₀ = −p₀·(1 − p₀) = −8.7565e−27 × (1 − 8.76e−27) = −8.7565e−27")
    let cold = SoftmaxBench([40, 0, -3], width: 100, height: 30).typing("T0.5<Enter>v<Right><Down>")
    #expect(cold.reading[0].contains("[(−1 + "), "\(cold.reading[0])")
  }

  /// Of all numbers that stand in columns; a mark alone, or a distance, tells no digits.
  @Test(arguments: vectors + [[1e-10, -1.234e-10, 3e-9], [745, 0, 0.3], [3, -1.5e-12, 3, -700]])
  func numbersInColumnsShowThreeDigits(_ vector: [Double]) {
    for size in [(80, 24), (100, 30), (60, 20)] {
      for keys in ["", "v", "vv", "g", "s", "F", "T0.3<Enter>s"] {
        let bench = SoftmaxBench(vector, width: size.0, height: size.1).typing(keys)
        // Those in cells are held to more above.
        let inCells = Set(entries(bench))
        let box = bench.picture.split(separator: "\n").prefix { !$0.hasPrefix("╰") }.dropFirst(3)
        for line in box where !line.contains("T ") && !line.contains("step") && !line.contains("=")
        {
          for word in line.split(whereSeparator: { " │▸◂".contains($0) })
          where word.contains("e−") && !inCells.contains(String(word)) {
            let parts = word.split(separator: "e", maxSplits: 1)
            let digits = parts[0].filter(\.isNumber).count
            let isExact = Double(word.replacing("−", with: "-")).map { number in
              (vector + bench.sheet.listedOutputs + bench.sheet.nudge).contains {
                $0.magnitude == number.magnitude
              } || number.magnitude < 1e-300
            }
            let isDistance = word.dropFirst().prefix { $0 != "e" }.contains { "−+".contains($0) }
            #expect(digits >= 3 || isExact == true || isDistance, "\(word) in \(line) by \(keys)")
          }
        }
      }
    }
  }

  @Test func aSumThatIsOnlyRoundingSaysSo() {
    let picture = SoftmaxBench([40, 0, -3], width: 100, height: 40).typing("g").picture
    #expect(picture.contains("Σ (p − y) = 0 up to rounding (−4.81e−35)"))
  }

  /// However low the window, every word of the readings can be had, and how is said.
  @Test(arguments: [(80, 24), (60, 18), (80, 13), (40, 12), (50, 14)])
  func readingsAreLostInNoWindow(_ size: (Int, Int)) {
    for keys in ["<Right>", "g<Space*3>", "s", "F", "vv", "D"] {
      var bench = SoftmaxBench([40, 0, -3, 1.25], width: size.0, height: size.1).typing(keys)
      let wanted = bench.reading.joined(separator: " ").split(separator: " ").map(String.init)
      var seen = ""
      for _ in 0..<40 {
        seen += bench.picture
        bench = bench.typing("W")
      }
      // What is shortened to its ends leaves out the middle of an equation; a box leaves out nothing.
      guard size.1 >= 18 else {
        #expect(seen.contains("W more: 1 of"))
        continue
      }
      for word in wanted { #expect(seen.contains(word), "\(keys) at \(size): \(word)") }
    }
  }
}

extension SoftmaxBench {
  /// Whether `number` is an entry of the matrix, or one that was rounded to itself.
  fileprivate func hasEntry(_ number: Double) -> Bool {
    let jacobian = sheet.readings.jacobian
    return (0..<sheet.count).contains { row in
      (0..<sheet.count).contains { jacobian[row, $0] == number }
    }
  }
}
