import NeuralFunctions
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// Every parser on text at random: a value or one printable sentence, never a trap.
@Suite struct FuzzParserTests {
  private static let rounds = FuzzTests.events / 10

  private func eachText(_ seed: UInt64, _ check: (String) -> Void) {
    var generator = FuzzGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let entry = generator.entry()
      check(generator.chance(2) ? entry : mutated(entry, &generator))
      check(generator.text(upTo: 30))
    }
  }

  /// `text` with characters dropped, doubled and strewn in.
  private func mutated(_ text: String, _ generator: inout FuzzGenerator) -> String {
    var characters = Array(text)
    for _ in 0...generator.int(0...3) {
      let place = generator.int(0...characters.count)
      switch generator.int(0...2) {
      case 0 where place < characters.count: characters.remove(at: place)
      case 1 where place < characters.count: characters.insert(characters[place], at: place)
      default: characters.insert(contentsOf: generator.text(upTo: 2), at: place)
      }
    }
    return String(characters)
  }

  private func expectSentence(_ sentence: String, for text: String) {
    let isOneLine = !sentence.contains(where: \.isNewline)
    let isPrintable = !sentence.unicodeScalars.contains {
      $0.properties.generalCategory == .control
    }
    #expect(
      isOneLine && isPrintable && sentence.count > 10 && sentence.count < 400,
      "\(text.debugDescription): \(sentence.debugDescription)")
  }

  @Test func numbers() {
    eachText(1) { text in
      do throws(NumberParser.Failure) {
        let value = try NumberParser.number(text)
        // A finite number is read back from its own digits.
        if value.isFinite { #expect((try? NumberParser.number("\(value)")) == value) }
        #expect(value.isFinite || text.lowercased().contains(value.isNaN ? "nan" : "inf"))
      } catch { expectSentence(error.description, for: text) }
    }
  }

  @Test(arguments: ["1\u{0}", "1\u{0}2", "0x1\u{0}p", "\u{0}1", "1e5\u{0}\u{1B}[2J"])
  func nothingHidesBehindANul(text: String) {
    #expect(throws: NumberParser.Failure.notANumber(text)) { try NumberParser.number(text) }
  }

  @Test func softmaxCommandLines() {
    let bench = Workbench.forTests()
    eachText(7) { text in
      let screen = SoftmaxScreen()
      do throws(Refusal) { _ = try SoftmaxScreen.commands.order(text, for: screen) } catch {
        expectSentence(error.sentence, for: text)
      }
      let words = LineText.words(text[...])
      expectCompletion(
        of: text, among: SoftmaxScreen.commands.candidates(after: words, of: screen))
      let completion = bench.completion(of: text)
      if let completed = completion?.completed { #expect(completed.count > text.count) }
    }
  }

  @Test func vectors() {
    eachText(2) { text in
      do throws(VectorParser.Failure) {
        let logits = try VectorParser.logits(text)
        #expect(VectorParser.acceptedCount.contains(logits.count))
        #expect(logits.allSatisfy { $0 < .infinity })
      } catch { expectSentence(error.description, for: text) }
    }
  }

  @Test func commandLines() {
    var screen = CurvesScreen()
    screen.state.showsAffineInput = true
    let known = CurvesScreen.commands.candidates(after: [], of: screen)
    eachText(3) { text in
      do throws(Refusal) {
        let order = try CurvesScreen.commands.order(text, for: screen)
        if order?.word == "at" { #expect(order?.arguments.number(0)?.isFinite == true) }
        if let line = order?.line {
          #expect(try CurvesScreen.commands.order(line, for: screen) == order, "\(line)")
        }
      } catch { expectSentence(error.sentence, for: text) }
      expectCompletion(of: text, among: known)
    }
  }

  private func expectCompletion(of text: String, among words: [String]) {
    if let completed = WordCompletion.completion(of: text, among: words) {
      #expect(completed.count > text.count)
    }
  }

  @Test func names() {
    let known = Catalogue.entries.map(\.id)
    eachText(4) { text in
      if let nearest = NameSuggestion.nearest(to: text, among: known) {
        #expect(known.contains(nearest))
      }
      for name in known.prefix(3) where FuzzyMatch.score(text, in: name) != nil {
        #expect(text.filter { !$0.isWhitespace }.lowercased().count <= name.count)
      }
    }
  }
}
