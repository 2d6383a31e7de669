import Testing
import Wording

@testable import Explorer

@Suite struct SoftmaxEditingTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  static let edits: [(keys: String, logits: [Double])] = [
    ("<enter>3<enter>", [3, 1, 0.1]),
    ("<down><enter>-inf<enter>", [2, -.infinity, 0.1]),
    ("-4<enter>", [-4, 1, 0.1]),
    (".5<enter>", [0.5, 1, 0.1]),
    ("<enter>5<down>6<enter>", [5, 1, 0.1]),
    ("<enter>5<down><enter>6<enter>", [5, 6, 0.1]),
    ("<enter>7<esc>", [2, 1, 0.1]),
    ("]", [2.1, 1, 0.1]), ("}", [3, 1, 0.1]), ("[[", [1.8, 1, 0.1]),
    (")]", [2.5, 1, 0.1]), ("(]", [2.01, 1, 0.1]), ("((]", [2.001, 1, 0.1]),
    ("a", [2, 0, 1, 0.1]), ("i", [0, 2, 1, 0.1]), ("d", [2, 2, 1, 0.1]), ("x", [1, 0.1]),
    ("<down>M", [2, -.infinity, 0.1]), ("<down>MM", [2, 1, 0.1]),
    ("<end>}}}s", [3.1, 2, 1]),
    ("=", [3.1 / 3, 3.1 / 3, 3.1 / 3]),
    ("c<enter>", [102, 101, 100.1]), ("*<enter>", [4, 2, 0.2]),
    ("*-1<enter>", [-2, -1, -0.1]),
    ("<right><right>]", [2, 1.1, 0.1]),
    ("<backspace>]<backspace>", [2, 1, 0.1]),
    ("e5 6<enter>", [5, 6]), ("e<end>, 7<enter>", [2, 1, 0.1, 7]),
    ("e<backspace>5 6<enter>", [5, 6]),
    (":x 4,5,6<enter>", [4, 5, 6]), (":x1=7<enter>", [2, 7, 0.1]), (":add 1<enter>", [3, 2, 1.1]),
    (":scale 2<enter>", [4, 2, 0.2]), (":mask<enter>", [-.infinity, 1, 0.1]),
  ]

  @Test(arguments: edits)
  func keysEditTheVector(_ script: String, _ expected: [Double]) {
    let after = bench.typing(script)
    #expect(after.logits.count == expected.count)
    for (found, wanted) in zip(after.logits, expected) {
      #expect(found == wanted || (found - wanted).magnitude < 1e-15)
    }
  }

  @Test(arguments: [
    "]", "a", "i", "d", "x", "<down>M", "=", "r", "c<enter>", "*<enter>", "v", "<less>",
    "<enter>9<enter>", "t3<enter>", "g<down>y", "g<right>].2<enter>", "n<right>]", "R7<enter>",
    "<end>}}}s", "gY<ctrl-u>0,1,0<enter>", "nN<ctrl-u>1,2,3<enter>",
  ])
  func undoAndRedoCoverEveryChange(_ script: String) {
    let changed = bench.typing(script)
    #expect(changed.model.vector != bench.model.vector)
    let isTyping = changed.app.screen.isTyping
    #expect(!changed.isRefused && !isTyping)
    // No script holds more changes than that.
    let undone = changed.typing("uuuuu")
    #expect(undone.model.vector == bench.model.vector)
    let redone = undone.typing("<ctrl-r><ctrl-r><ctrl-r><ctrl-r><ctrl-r>")
    #expect(redone.model.vector == changed.model.vector)
  }

  @Test func aHeldKeyIsOneStepBack() {
    let held = bench.typing("]]]]]")
    #expect(held.logits[0] == 2.5)
    #expect(held.typing("u").logits[0] == 2)
  }

  static let badEntries: [(keys: String, word: String)] = [
    ("<enter>inf<enter>", "-inf"), ("<enter>nan<enter>", "logit"), ("<enter>two<enter>", "two"),
    ("<enter>1e999<enter>", "large"), ("t0<enter>", "above 0"), ("t-1<enter>", "above 0"),
    ("e<ctrl-u>1<enter>", "2 to 4096"), ("e<ctrl-u>1, x<enter>", "x"),
    ("e1,,2<enter>", "missing"), (":foo<enter>", "T 0.5"), (":T<enter>", "number"),
    (":T x<enter>", "number"), (":goto 9<enter>", "0 to 2"), (":1,9<enter>", "0 to 2"),
    (":goto a<enter>", "3 5"), (":variant x<enter>", "sparsemax"), (":step 7<enter>", "0.1"),
    (":random 1<enter>", "2 to 4096"), (":x 1,,2<enter>", "missing"), (":x9=1<enter>", "0 to 2"),
    (":sparsmax<enter>", "sparsemax"),
    ("c-inf<enter>", "finite"), ("R-3<enter>", "whole"), ("E-1<enter>", "above 0"),
    ("gY<ctrl-u>1,1,1<enter>", "sum"), ("gY<ctrl-u>1,0<enter>", "3"),
    ("g<right><enter>1.5<enter>", "0 to 1"),
    ("nN<ctrl-u>1,inf,2<enter>", "inite"),
  ]

  @Test(arguments: badEntries)
  func aBadEntryIsRefusedInOneSentenceAndTheOldVectorStays(_ script: String, _ word: String) {
    let after = bench.typing(script)
    #expect(after.isRefused)
    #expect(after.status.contains(word), "\(after.status)")
    #expect(after.status.hasSuffix(".") || after.status.hasSuffix("?"))
    #expect(after.model.vector == bench.model.vector)
    // What was typed stays for mending, and Esc leaves it.
    let isTyping = after.app.screen.isTyping
    #expect(isTyping)
    let isLeft = !after.typing("<esc>").app.screen.isTyping
    #expect(isLeft)
  }

  @Test func theLastTwoLogitsAndTheLastFiniteOneStay() {
    let two = bench.typing("x").typing("x")
    #expect(two.isRefused && two.logits.count == 2)
    let masked = SoftmaxBench([1, -.infinity]).typing("M")
    #expect(masked.isRefused && masked.logits == [1, -.infinity])
    let nudged = SoftmaxBench([-.infinity, 1]).typing("]")
    #expect(nudged.isRefused && nudged.logits == [-.infinity, 1])
  }

  @Test func aVectorHoldsAtMost4096Logits() {
    let full = SoftmaxBench((0..<4096).map { Double($0 % 7) })
    #expect(full.logits.count == 4096)
    let more = full.typing("a")
    #expect(more.isRefused && more.logits.count == 4096)
    let pasted = bench.pasting(String(repeating: "1 ", count: 4097))
    #expect(pasted.isRefused && pasted.logits == [2, 1, 0.1])
  }

  @Test(arguments: ["1, 2, 3", "[1 2 3]", "1\n2\n3\n", "(1;2;3)", " 1,2\r\n3 "])
  func aPastedListReplacesTheVector(_ text: String) {
    #expect(bench.pasting(text).logits == [1, 2, 3])
    #expect(bench.pasting(text).typing("u").logits == [2, 1, 0.1])
    #expect(bench.typing("e<ctrl-u>").pasting(text).typing("<enter>").logits == [1, 2, 3])
  }

  @Test func randomVectorsRepeatWithTheirSeed() {
    let once = bench.typing("R42<enter>r")
    let twice = bench.typing("rrrR42<enter>r")
    #expect(once.logits == twice.logits)
    #expect(once.logits != once.typing("r").logits)
    #expect(once.status.contains("42"))
  }

  @Test func targetAndNudgeStayWithTheirLogit() {
    // Class 2 is the target; sorting moves it to the front.
    let sorted = SoftmaxBench([1, 2, 3]).typing("g<end>ys")
    #expect(sorted.logits == [3, 2, 1])
    #expect(sorted.model.vector.targets == [1, 0, 0])
    #expect(sorted.typing("<home>a").model.vector.targets == [1, 0, 0, 0])
    #expect(sorted.typing("<home>i").model.vector.targets == [0, 1, 0, 0])
    // Without its class the target falls to the first one.
    #expect(sorted.typing("<home>x").model.vector.targets == [1, 0])
    let nudge = bench.typing("nN<ctrl-u>1,2,3<enter><home>x").model.vector.nudge
    #expect(nudge == [2, 3])
  }

  @Test func addingAConstantChangesNothingAndSaysSo() {
    let after = SoftmaxBench([3, 1, 2]).typing("c<enter>")
    #expect(after.logits == [103, 101, 102])
    #expect(after.status.contains("no p changed"))
  }
}
