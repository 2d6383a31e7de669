import TerminalCells
import Testing

@testable import Explorer

/// The line after `:`.
@Suite struct SoftmaxCommandTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  @Test(arguments: [":1 2<enter>", ":1,2<enter>", ":goto 1 2<enter>", ":goto 1,2<enter>"])
  func goesToAnEntry(_ script: String) {
    let model = bench.typing(script).model
    #expect(model.row == 1 && model.column == 2 && model.focus == .panel)
  }

  @Test func goesToALogit() {
    let model = bench.typing("<right>:2<enter>").model
    #expect(model.row == 2 && model.selectedLogit == 2 && model.focus == .logits)
  }

  @Test func doesWhatTheKeysDo() {
    #expect(bench.typing(":T 0.5<enter>").model.vector.temperature == 0.5)
    #expect(bench.typing(":variant sparsemax<enter>").model.variant.id == "sparsemax")
    #expect(bench.typing(":log-softmax<enter>").model.variant.id == "log-softmax")
    #expect(bench.typing(":step 0.5<enter>").model.step == 0.5)
    #expect(bench.typing(":y 0,1,0<enter>").model.vector.targets == [0, 1, 0])
    #expect(bench.typing(":dx 1,2,3<enter>").model.vector.nudge == [1, 2, 3])
    #expect(bench.typing(":extent 0.3<enter>").model.fixedExtent == 0.3)
    #expect(bench.typing(":loss<enter>").model.view == .loss)
    #expect(bench.typing(":loss<enter>:matrix<enter>").model.view == .jacobian)
    #expect(bench.typing(":q<enter>").effects == [.quit])
    #expect(bench.typing(":help<enter>").app.helpScroll == 0)
  }

  @Test func randomTakesALengthAndCanBeUndone() {
    let random = bench.typing(":random 64<enter>")
    #expect(random.logits.count == 64 && Set(random.logits).count > 32)
    #expect(random.typing("u").logits == [2, 1, 0.1])
    #expect(random.logits == bench.typing(":random 64<enter>").logits)
  }

  @Test func isCompletedAndRemembered() {
    #expect(bench.typing(":spars<tab><enter>").model.variant.id == "sparsemax")
    #expect(bench.typing(":variant log<tab><enter>").model.variant.id == "log-softmax")
    let ran = bench.typing(":T 0.5<enter>:T 2<enter>")
    #expect(ran.typing(":<up><up><enter>").model.vector.temperature == 0.5)
    // A refused line stays for mending, and Esc leaves everything as it was.
    let refused = ran.typing(":T 0<enter>")
    let isTyping = refused.app.screen.isTyping
    #expect(refused.isRefused && isTyping)
    #expect(refused.typing("<esc>").model.vector == ran.model.vector)
  }

  @Test func aPastedLineIsTextWhileItIsOpen() {
    #expect(bench.typing(":x ").pasting("7 8\n9").typing("<enter>").logits == [7, 8, 9])
  }
}
