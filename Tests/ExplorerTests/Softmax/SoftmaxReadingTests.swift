import NeuralFunctions
import Testing
import Wording

@testable import Explorer

@Suite struct SoftmaxReadingTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  @Test func theEntryIsSubstitutedAsInTheBooks() {
    #expect(
      bench.typing("<Right><Right>").reading[0]
        == "∂p₀/∂x₁ = p₀·(0 − p₁) = 0.65900 × (−0.24243) = −0.15976")
    #expect(
      bench.typing("<Right><Right>").status
        == "softmax: raising x₁ by 0.1 lowers p₀ by about 0.0160.")
    #expect(bench.status == "softmax: raising x₀ by 0.1 raises p₀ by about 0.0225.")
  }

  /// What is read must multiply out to what is read, to its last digit.
  @Test(arguments: 1...8)
  func substitutedNumbersMultiplyOut(_ seed: Int) throws {
    for temperature in ["1", "0.3"] {
      let after = bench.typing(":\"seed \(seed)\"<Enter>RI")
        .typing("T\(temperature)<Enter>")
      let jacobian = after.sheet.readings.jacobian
      for row in 0..<jacobian.count {
        for column in 0..<jacobian.count {
          let text = SubstitutedEntry(
            jacobian, row: row, column: column, after.sheet.readings.outputs
          ).text
          let parts = text.split(separator: "=").suffix(2)
          let numbers = parts.flatMap { part in
            part.split { " ()[]×/".contains($0) }
              .compactMap { Double($0.replacing("−", with: "-")) }
          }
          let expected = temperature == "1" ? 3 : 4
          try #require(numbers.count == expected, "\(text)")
          let product = numbers[0] * numbers[1] / (expected == 4 ? numbers[2] : 1)
          let shown = Double(NumberText.significant(product, digits: 5))
          #expect(shown == numbers.last, "\(text)")
        }
      }
    }
  }

  @Test func invariantsAreToldPerVariant() {
    #expect(bench.reading[2].hasPrefix("symmetric"))
    let logSoftmax = bench.typing("v")
    #expect(logSoftmax.sheet.variant.id == "log-softmax")
    #expect(logSoftmax.reading[1].contains("not 0"))
    #expect(logSoftmax.reading[2].hasPrefix("not symmetric"))
    for count in 2...3 {
      let other = bench.typing(String(repeating: "v", count: count))
      #expect(other.reading.contains { $0.hasPrefix("symmetric") })
    }
    #expect(bench.typing("vvvv").sheet.variant.id == "softmax")
  }

  /// The vector that the screen begins with is one of them: x₀ − x₁ = 1.
  @Test func sparsemaxSaysThatItStandsOnAKink() {
    let kink = bench.typing("vvv")
    #expect(kink.sheet.variant.id == "sparsemax")
    #expect(kink.status == "A kink: x₁ is on the edge of sparsemax’s support, used as outside.")
    #expect(kink.reading[1].hasPrefix("a kink: x₁ is on the edge of the support"))
    #expect(kink.typing("s").reading.contains { $0.contains("on one side of that kink alone") })
    let beside = kink.typing("]")
    #expect(!beside.reading.contains { $0.contains("kink:") })
    #expect(beside.status.hasPrefix("sparsemax: raising x₀"))
  }

  @Test func aKeyOfAnotherViewSaysWhichOne() {
    let sentence = "The target and the steps to p − y belong to the loss, which g opens."
    #expect(bench.typing("c").status == sentence && bench.typing("<Space>").status == sentence)
    #expect(bench.typing("y").status == "y does nothing here; ? lists the keys.")
  }

  @Test func aMaskIsNotTakenForUnderflow() {
    let masked = SoftmaxBench([2, -.infinity, 0.1], width: 120, height: 36).typing("gjc<Space*3>")
    #expect(masked.reading.contains { $0.hasSuffix("step 2 gives nan: p₁ is 0, masked") })
    let small = SoftmaxBench([2, -800, 0.1], width: 120, height: 36).typing("gjc<Space*3>")
    #expect(small.reading.contains { $0.hasSuffix("p₁ underflowed") })
  }

  @Test func refusalsNameOnlyWhatIsAccepted() {
    for keys in [
      "<Enter>abc<Enter>", "Tx<Enter>", ":\"extent x\"<Enter>", "s<Right>Ex<Enter>",
      "T1e400<Enter>",
    ] {
      let said = bench.typing(keys).status
      #expect(said.contains("accept"), "\(keys): \(said)")
      #expect(!said.contains(" inf") && !said.contains("nan"), "\(keys): \(said)")
    }
    #expect(
      bench.typing(":\"seed abc\"<Enter>").status
        == "seed accepts a whole number 0 or greater, as in seed 42 (got 'abc').")
    #expect(
      bench.typing("s<Right>E1<Enter>").status
        == "dx must be 3 numbers, one per logit (got 1).")
    #expect(
      bench.typing("s<Right>E1,inf,2<Enter>").status.hasPrefix(
        "dx: Number 2 is inf; finite numbers"))
  }

  @Test func sumsAreThoseOfTheEntriesAsRounded() throws {
    let readings = bench.sheet.readings
    let worst = try #require(readings.largestRowSum)
    #expect(worst == (0..<3).map { readings.jacobian.rowSum($0).magnitude }.max())
    #expect(worst < 1e-16)
  }

  @Test func theDiagonalAloneIsExposed() {
    let wrong = bench.typing("<Right><Right>D")
    #expect(wrong.picture.contains("WRONG"))
    #expect(wrong.reading[0] == "∂p₀/∂x₁ is said to be 0; it is −0.15976")
    #expect(wrong.reading[1].contains("would sum to 0.2247"))
    #expect(!wrong.typing("D").picture.contains("WRONG"))
    // At a class that is not the target it says that nothing is to be learnt.
    #expect(wrong.reading[3].contains("∂L/∂x₁ would be 0, truly p − y gives 0.2424"))
  }

  @Test func allDigitsOfTheProbabilitiesAreShownOnDemand() {
    let all = bench.typing("a")
    for p in all.sheet.readings.outputs { #expect(all.picture.contains("\(p)")) }
    #expect(!bench.picture.contains("\(all.sheet.readings.outputs[1])"))
  }

  @Test func entropyReachesItsMaximumForEqualLogits() {
    let readings = bench.typing("U").sheet.readings
    #expect((readings.entropy - readings.largestEntropy).magnitude < 1e-15)
    let masked = SoftmaxBench([0, 0, -.infinity]).sheet.readings
    #expect((masked.largestEntropy - 0.6931471805599453).magnitude < 1e-16)
  }

  @Test func theNudgeErrorIsOfSecondOrder() throws {
    let after = bench.typing("s")
    guard case .nudge(let readings) = after.sheet.detail else {
      Issue.record("no nudge view")
      return
    }
    #expect(readings.nudge == [0.1, 0, 0])
    let actual = try #require(readings.actual)
    #expect((actual[0] - readings.predicted[0]).magnitude == readings.largestError)
    let ratio = readings.largestError / readings.largestErrorAtHalf
    #expect(ratio > 3.5 && ratio < 4.5)
    // The nudge follows the selected logit until it is edited.
    guard case .nudge(let next) = after.typing("<Down>").sheet.detail else {
      Issue.record("no nudge view after ↓")
      return
    }
    #expect(next.nudge == [0, 0.1, 0])
  }

  @Test func sparsemaxIsLinearWhereItsSupportStays() {
    let after = SoftmaxBench([0.5, 0.4, 0.3]).typing("vvvs;")
    guard case .nudge(let readings) = after.sheet.detail else {
      Issue.record("no nudge view")
      return
    }
    #expect(readings.largestError < 1e-15)
  }
}
