import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// What is refused is named, with what is accepted, in one form.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("softmax y 0.5, 0.6", "y must be 3 numbers, one per logit (got 2)."),
    ("softmax y 1", "y must be 3 numbers, one per logit (got 1)."),
    ("softmax dx 1", "dx must be 3 numbers, one per logit (got 1)."),
    ("softmax hidden 1, 2, 3, 4", "hidden must be 3 numbers, one per logit (got 4)."),
    ("tab 3", "tab accepts 1 or 2 (got 3)."), ("eps 0", "eps must be above 0 (got 0)."),
    ("eps −1", "eps must be above 0 (got −1)."), ("h -1", "h must be above 0 (got -1)."),
    ("softmax extent 0", "extent must be above 0 (got 0)."),
    ("softmax step 0", "step must be above 0 (got 0)."),
    ("elu alpha=0.3 alpha=0.4", "elu accepts alpha= once."),
    ("pin elu alpha=0.3, alpha=0.4", "elu accepts alpha= once."),
    ("relu; alpha=1", "Command 2 ('alpha=1'): ReLU has no parameter 'alpha'. Available: eps."),
    (
      "bce at=1", "bce has no setting 'at=1'. Available: target=, input-w=, input-b=."
    ),
    (
      "save a; save a", "Command 2 ('save a'): a is saved twice; save accepts a new file each time."
    ),
  ])
  func refusalsNameWhatIsRefused(_ lines: String, _ sentence: String) {
    var bench = Workbench.forTests()
    #expect(throws: Refusal(sentence)) { try bench.run(lines) }
    #expect(bench.takeEffects().isEmpty && bench.script.isEmpty)
  }

  @Test(arguments: [
    ("softmax entry a", "x₀: "), ("softmax x2 = a", "x₂: "), ("elu alpha=", "alpha: "),
    ("softmax sparsemax T=a", "T: "),
  ])
  func whatIsNoNumberIsNamed(_ line: String, _ name: String) {
    var bench = Workbench.forTests()
    do {
      try bench.run(line)
      Issue.record("\(line) was accepted")
    } catch {
      #expect(error.sentence.hasPrefix(name), "\(error.sentence)")
    }
  }

  @Test func helpSaysThatZeroIsRefused() throws {
    for word in ["eps", "h", "softmax temperature", "softmax extent", "softmax step"] {
      var bench = Workbench.forTests()
      try bench.run("help \(word)")
      #expect(bench.view.picture.contains("above 0"), "\(word)")
    }
  }
}
