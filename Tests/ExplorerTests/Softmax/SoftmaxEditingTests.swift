import Testing
import Wording

@testable import Explorer

@Suite struct SoftmaxEditingTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  static let edits: [(keys: String, logits: [Double])] = [
    ("<Enter>3<Enter>", [3, 1, 0.1]),
    ("<Down><Enter>-inf<Enter>", [2, -.infinity, 0.1]),
    ("-4<Enter>", [-4, 1, 0.1]),
    ("+.5<Enter>", [0.5, 1, 0.1]),
    ("<Enter>5<Down>6<Enter>", [5, 1, 0.1]),
    ("<Enter>5<Down><Enter>6<Enter>", [5, 6, 0.1]),
    ("<Enter>7<Esc>", [2, 1, 0.1]),
    ("]", [2.1, 1, 0.1]), ("}", [3, 1, 0.1]), ("[[", [1.8, 1, 0.1]),
    ("']", [2.5, 1, 0.1]), (";]", [2.01, 1, 0.1]), (";;]", [2.001, 1, 0.1]),
    ("I", [2, 0, 1, 0.1]), ("<Ins>", [0, 2, 1, 0.1]), ("C", [2, 2, 1, 0.1]),
    ("<Del>", [1, 0.1]), ("<C-x>", [1, 0.1]),
    ("<Down>M", [2, -.infinity, 0.1]), ("<Down>MM", [2, 1, 0.1]),
    ("<End>}}}O", [3.1, 2, 1]),
    ("U", [3.1 / 3, 3.1 / 3, 3.1 / 3]),
    ("A<Enter>", [102, 101, 100.1]), ("*<Enter>", [4, 2, 0.2]),
    ("*-1<Enter>", [-2, -1, -0.1]),
    ("<Right><Right>]", [2, 1.1, 0.1]),
    ("<BS>]<BS>", [2, 1, 0.1]),
    ("E5<Space>6<Enter>", [5, 6]), ("E<End>,7<Enter>", [2, 1, 0.1, 7]),
    ("E<BS>5<Space>6<Enter>", [5, 6]), ("<Enter>5,6<Enter>", [5, 6]),
    (":\"x 4,5,6\"<Enter>", [4, 5, 6]), (":x1=7<Enter>", [2, 7, 0.1]),
    (":\"x1 = 7\"<Enter>", [2, 7, 0.1]), (":\"logit 1 7\"<Enter>", [2, 7, 0.1]),
    (":\"entry 7\"<Enter>", [7, 1, 0.1]), (":\"add 1\"<Enter>", [3, 2, 1.1]),
    (":\"multiply 2\"<Enter>", [4, 2, 0.2]), (":mask<Enter>", [-.infinity, 1, 0.1]),
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
    "]", "I", "<Ins>", "C", "<Del>", "<Down>M", "U", "R", "A<Enter>", "*<Enter>", "v", "<lt>",
    "<Enter>9<Enter>", "T3<Enter>", "g<Down>c", "g<Right><Enter>.2<Enter>", "s<Right>]",
    ":\"seed 7\"<Enter>", "<End>}}}O", "g<Right>E<C-u>0,1,0<Enter>", "s<Right>E<C-u>1,2,3<Enter>",
  ])
  func undoAndRedoCoverEveryChange(_ script: String) {
    let changed = bench.typing(script)
    #expect(changed.sheet.vector != bench.sheet.vector)
    #expect(!changed.isRefused && !changed.isTyping)
    // No script holds more changes than that.
    let undone = changed.typing("uuuuu")
    #expect(undone.sheet.vector == bench.sheet.vector)
    let redone = undone.typing("<C-r><C-r><C-r><C-r><C-r>")
    #expect(redone.sheet.vector == changed.sheet.vector)
  }

  @Test func aHeldKeyIsOneStepBack() {
    let held = bench.typing("]]]]]")
    #expect(held.logits[0] == 2.5)
    #expect(held.typing("u").logits[0] == 2)
  }

  static let badEntries: [(keys: String, word: String)] = [
    ("<Enter>inf<Enter>", "-inf"), ("<Enter>nan<Enter>", "logit"), ("<Enter>two<Enter>", "two"),
    ("<Enter>1e999<Enter>", "large"), ("T0<Enter>", "above 0"), ("T-1<Enter>", "above 0"),
    ("E<C-u>1<Enter>", "2 to 4096"), ("E<C-u>1,x<Enter>", "x"),
    ("E1,,2<Enter>", "missing"), (":foo<Enter>", "Unknown command"), (":T<Enter>", "number"),
    (":\"T x\"<Enter>", "number"), (":\"goto 9\"<Enter>", "0 to 2"), (":1,9<Enter>", "0 to 2"),
    (":\"goto a\"<Enter>", "3 5"), (":\"variant x\"<Enter>", "sparsemax"),
    (":\"step 7\"<Enter>", "0.1"),
    (":\"random 1\"<Enter>", "2 to 4096"), (":\"x 1,,2\"<Enter>", "missing"),
    (":x9=1<Enter>", "0 to 2"),
    (":sparsmax<Enter>", "sparsemax"),
    ("A-inf<Enter>", "finite"), (":\"seed -3\"<Enter>", "whole"),
    (":\"extent -1\"<Enter>", "above 0"), (":\"scale 2\"<Enter>", "linear"),
    ("g<Right>E<C-u>1,1,1<Enter>", "sum"), ("g<Right>E<C-u>1,0<Enter>", "3"),
    ("g<Right><Enter>1.5<Enter>", "0 to 1"),
    ("s<Right>E<C-u>1,inf,2<Enter>", "inite"),
  ]

  @Test(arguments: badEntries)
  func aBadEntryIsRefusedInOneSentenceAndTheOldVectorStays(_ script: String, _ word: String) {
    let after = bench.typing(script)
    #expect(after.isRefused)
    #expect(after.status.contains(word), "\(after.status)")
    #expect(after.status.hasSuffix(".") || after.status.hasSuffix("?"))
    #expect(after.sheet.vector == bench.sheet.vector)
    // What was typed stays for mending, and Esc leaves it.
    #expect(after.isTyping)
    #expect(!after.typing("<Esc>").isTyping)
  }

  @Test func theLastTwoLogitsAndTheLastFiniteOneStay() {
    let two = bench.typing("<Del>").typing("<Del>")
    #expect(two.isRefused && two.logits.count == 2)
    let masked = SoftmaxBench([1, -.infinity]).typing("M")
    #expect(masked.isRefused && masked.logits == [1, -.infinity])
    let nudged = SoftmaxBench([-.infinity, 1]).typing("]")
    #expect(nudged.isRefused && nudged.logits == [-.infinity, 1])
  }

  @Test func aVectorHoldsAtMost4096Logits() {
    let full = SoftmaxBench((0..<4096).map { Double($0 % 7) })
    #expect(full.logits.count == 4096)
    let more = full.typing("I")
    #expect(more.isRefused && more.logits.count == 4096)
    let pasted = bench.pasting(String(repeating: "1 ", count: 4097))
    #expect(pasted.isRefused && pasted.logits == [2, 1, 0.1])
  }

  @Test(arguments: ["1, 2, 3", "[1 2 3]", "1\n2\n3\n", "(1;2;3)", " 1,2\r\n3 "])
  func aPastedListReplacesTheVector(_ text: String) {
    #expect(bench.pasting(text).logits == [1, 2, 3])
    #expect(bench.pasting(text).typing("u").logits == [2, 1, 0.1])
    #expect(bench.typing("E<C-u>").pasting(text).typing("<Enter>").logits == [1, 2, 3])
  }

  @Test func randomVectorsRepeatWithTheirSeed() {
    let once = bench.typing(":\"seed 42\"<Enter>R")
    let twice = bench.typing("RRR:\"seed 42\"<Enter>R")
    #expect(once.logits == twice.logits)
    #expect(once.logits != once.typing("R").logits)
    #expect(once.status.contains("42"))
  }

  @Test func targetAndNudgeStayWithTheirLogit() {
    // Class 2 is the target; sorting moves it to the front.
    let sorted = SoftmaxBench([1, 2, 3]).typing("g<End>cO")
    #expect(sorted.logits == [3, 2, 1])
    #expect(sorted.sheet.vector.targets == [1, 0, 0])
    #expect(sorted.typing("<Home>I").sheet.vector.targets == [1, 0, 0, 0])
    #expect(sorted.typing("<Home><Ins>").sheet.vector.targets == [0, 1, 0, 0])
    // Without its class the target falls to the first one.
    #expect(sorted.typing("<Home><Del>").sheet.vector.targets == [1, 0])
    let nudge = bench.typing("s<Right>E<C-u>1,2,3<Enter><Home><Del>").sheet.vector.nudge
    #expect(nudge == [2, 3])
  }

  @Test func addingAConstantChangesNothingAndSaysSo() {
    let after = SoftmaxBench([3, 1, 2]).typing("A<Enter>")
    #expect(after.logits == [103, 101, 102])
    #expect(after.status.contains("no p changed"))
  }
}
