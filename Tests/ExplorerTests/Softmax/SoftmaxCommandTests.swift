import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// The line after `:`.
@Suite struct SoftmaxCommandTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  @Test(arguments: [
    ":1<Space>2<Enter>", ":1,2<Enter>", ":\"goto 1 2\"<Enter>", ":\"at 1,2\"<Enter>",
  ])
  func goesToAnEntry(_ script: String) {
    let sheet = bench.typing(script).sheet
    #expect(sheet.row == 1 && sheet.column == 2 && sheet.focus == .panel)
  }

  @Test func goesToALogit() {
    let sheet = bench.typing("<Right>:2<Enter>").sheet
    #expect(sheet.row == 2 && sheet.selectedLogit == 2 && sheet.focus == .logits)
  }

  @Test func doesWhatTheKeysDo() {
    #expect(bench.typing(":\"T 0.5\"<Enter>").sheet.vector.temperature == 0.5)
    #expect(bench.typing(":\"variant sparsemax\"<Enter>").sheet.variant.id == "sparsemax")
    #expect(bench.typing(":nn.LogSoftmax<Enter>").sheet.variant.id == "log-softmax")
    #expect(bench.typing(":log-softmax<Enter>").sheet.variant.id == "log-softmax")
    #expect(bench.typing(":\"step 0.5\"<Enter>").sheet.step == 0.5)
    #expect(bench.typing(":\"y 0,1,0\"<Enter>").sheet.vector.targets == [0, 1, 0])
    #expect(bench.typing(":\"dx 1,2,3\"<Enter>").sheet.vector.nudge == [1, 2, 3])
    #expect(bench.typing(":\"extent 0.3\"<Enter>").sheet.fixedExtent == 0.3)
    #expect(bench.typing(":loss<Enter>").sheet.view == .loss)
    #expect(bench.typing(":loss<Enter>:matrix<Enter>").sheet.view == .jacobian)
    #expect(bench.typing(":q<Enter>").effects == [.quit])
    #expect(bench.typing(":help<Enter>").app.page?.scroll == 0)
  }

  @Test func randomTakesALengthAndCanBeUndone() {
    let random = bench.typing(":\"random 64\"<Enter>")
    #expect(random.logits.count == 64 && Set(random.logits).count > 32)
    #expect(random.typing("u").logits == [2, 1, 0.1])
    #expect(random.logits == bench.typing(":\"random 64\"<Enter>").logits)
  }

  @Test func isCompletedAndRemembered() {
    #expect(bench.typing(":spars<Tab><Enter>").sheet.variant.id == "sparsemax")
    #expect(bench.typing(":\"variant log\"<Tab><Enter>").sheet.variant.id == "log-softmax")
    let ran = bench.typing(":\"T 0.5\"<Enter>:\"T 2\"<Enter>")
    #expect(ran.typing(":<Up><Up><Enter>").sheet.vector.temperature == 0.5)
    // A refused line stays for mending, and Esc leaves everything as it was.
    let refused = ran.typing(":\"T 0\"<Enter>")
    #expect(refused.isRefused && refused.isTyping)
    #expect(refused.typing("<Esc>").sheet.vector == ran.sheet.vector)
  }

  @Test func aPastedLineIsTextWhileItIsOpen() {
    #expect(bench.typing(":x<Space>").pasting("7 8\n9").typing("<Enter>").logits == [7, 8, 9])
  }
}
