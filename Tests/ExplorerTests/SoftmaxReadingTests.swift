import NeuralFunctions
import Testing
import Wording

@testable import Explorer

@Suite struct SoftmaxReadingTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  @Test func theEntryIsSubstitutedAsInTheBooks() {
    #expect(
      bench.typing("<right><right>").reading[0]
        == "∂p₀/∂x₁ = p₀·(0 − p₁) = 0.65900 × (−0.24243) = −0.15976")
    #expect(
      bench.typing("<right><right>").status
        == "softmax: raising x₁ by 0.1 lowers p₀ by about 0.0160.")
    #expect(bench.status == "softmax: raising x₀ by 0.1 raises p₀ by about 0.0225.")
  }

  /// What is read must multiply out to what is read, to its last digit.
  @Test(arguments: 1...8)
  func substitutedNumbersMultiplyOut(_ seed: Int) throws {
    for temperature in ["1", "0.3"] {
      let after = bench.typing("R\(seed)<enter>ra")
        .typing("t\(temperature)<enter>")
      let jacobian = after.model.readings.jacobian
      for row in 0..<jacobian.count {
        for column in 0..<jacobian.count {
          let text = SubstitutedEntry(jacobian, row: row, column: column).text
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
    #expect(logSoftmax.model.variant.id == "log-softmax")
    #expect(logSoftmax.reading[1].contains("not 0"))
    #expect(logSoftmax.reading[2].hasPrefix("not symmetric"))
    for count in 2...3 {
      let other = bench.typing(String(repeating: "v", count: count))
      #expect(other.reading.contains { $0.hasPrefix("symmetric") })
    }
    #expect(bench.typing("vvvv").model.variant.id == "softmax")
  }

  /// The vector that the screen begins with is one of them: x₀ − x₁ = 1.
  @Test func sparsemaxSaysThatItStandsOnAKink() {
    let kink = bench.typing("vvv")
    #expect(kink.model.variant.id == "sparsemax")
    #expect(kink.status == "A kink: x₁ is on the edge of sparsemax’s support, used as outside.")
    #expect(kink.reading[1].hasPrefix("a kink: x₁ is on the edge of the support"))
    #expect(kink.typing("n").reading.contains { $0.contains("on one side of that kink alone") })
    let beside = kink.typing("]")
    #expect(!beside.reading.contains { $0.contains("kink:") })
    #expect(beside.status.hasPrefix("sparsemax: raising x₀"))
  }

  @Test func aKeyOfAnotherViewSaysWhichOne() {
    #expect(bench.typing("y").status == "y is a key of the loss view, which g opens.")
    #expect(bench.typing("N").status == "N is a key of the J·Δx view, which n opens.")
  }

  @Test func aMaskIsNotTakenForUnderflow() {
    let masked = SoftmaxBench([2, -.infinity, 0.1], width: 120, height: 36).typing("gjy   ")
    #expect(masked.reading.contains { $0.hasSuffix("step 2 gives nan: p₁ is 0, masked") })
    let small = SoftmaxBench([2, -800, 0.1], width: 120, height: 36).typing("gjy   ")
    #expect(small.reading.contains { $0.hasSuffix("p₁ underflowed") })
  }

  @Test func refusalsNameOnlyWhatIsAccepted() {
    for keys in ["<enter>abc<enter>", "tx<enter>", "Ex<enter>", "nNx<enter>", "t1e400<enter>"] {
      let said = bench.typing(keys).status
      #expect(said.contains("accepted"), "\(keys): \(said)")
      #expect(!said.contains(" inf") && !said.contains("nan"), "\(keys): \(said)")
    }
    #expect(bench.typing("Rabc<enter>").status == "A seed is a whole number from 0 up.")
    #expect(bench.typing("nN1<enter>").status.hasPrefix("That is 1 number; as many"))
    #expect(bench.typing("nN1,inf,2<enter>").status.hasPrefix("Number 2 is inf; finite numbers"))
  }

  @Test func sumsAreThoseOfTheEntriesAsRounded() throws {
    let readings = bench.model.readings
    let worst = try #require(readings.largestRowSum)
    #expect(worst == (0..<3).map { readings.jacobian.rowSum($0).magnitude }.max())
    #expect(worst < 1e-16)
  }

  @Test func theDiagonalAloneIsExposed() {
    let wrong = bench.typing("<right><right>o")
    #expect(wrong.picture.contains("WRONG"))
    #expect(wrong.reading[0] == "∂p₀/∂x₁ is said to be 0; it is −0.15976")
    #expect(wrong.reading[1].contains("would sum to 0.2247"))
    #expect(!wrong.typing("o").picture.contains("WRONG"))
    // At a class that is not the target it says that nothing is to be learnt.
    #expect(wrong.reading[3].contains("∂L/∂x₁ would be 0, truly p − y gives 0.2424"))
  }

  @Test func allDigitsOfTheProbabilitiesAreShownOnDemand() {
    let all = bench.typing("p")
    for p in all.model.readings.outputs { #expect(all.picture.contains("\(p)")) }
    #expect(!bench.picture.contains("\(all.model.readings.outputs[1])"))
  }

  @Test func entropyReachesItsMaximumForEqualLogits() {
    let readings = bench.typing("=").model.readings
    #expect((readings.entropy - readings.largestEntropy).magnitude < 1e-15)
    let masked = SoftmaxBench([0, 0, -.infinity]).model.readings
    #expect((masked.largestEntropy - 0.6931471805599453).magnitude < 1e-16)
  }

  @Test func theNudgeErrorIsOfSecondOrder() throws {
    let after = bench.typing("n")
    guard case .nudge(let readings) = after.model.detail else {
      Issue.record("no nudge view")
      return
    }
    #expect(readings.nudge == [0.1, 0, 0])
    let actual = try #require(readings.actual)
    #expect((actual[0] - readings.predicted[0]).magnitude == readings.largestError)
    let ratio = readings.largestError / readings.largestErrorAtHalf
    #expect(ratio > 3.5 && ratio < 4.5)
    // The nudge follows the selected logit until it is edited.
    guard case .nudge(let next) = after.typing("<down>").model.detail else { return }
    #expect(next.nudge == [0, 0.1, 0])
  }

  @Test func sparsemaxIsLinearWhereItsSupportStays() {
    let after = SoftmaxBench([0.5, 0.4, 0.3]).typing("vvvn(")
    guard case .nudge(let readings) = after.model.detail else {
      Issue.record("no nudge view")
      return
    }
    #expect(readings.largestError < 1e-15)
  }
}
