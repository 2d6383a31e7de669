import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// Whole frames of the softmax screen against pictures that were looked at.
@Suite struct SoftmaxPictureTests {
  static let scripts: [(name: String, keys: String)] = [
    ("matrix", "<Right>"), ("log-softmax", "v<Right>"), ("diagonal", "D"),
    ("digits", "a"), ("loss", "g<Down><Space><Space><Space>"),
    ("soft-target", "g<Right>{[[[<Space>"), ("nudge", "s"), ("log-scale", "S"),
  ]

  @Test(arguments: scripts)
  func eachViewInUnicodeAndASCII(_ name: String, _ keys: String) {
    let bench = SoftmaxBench([2, 1, 0.1]).typing(keys)
    expectPicture(bench.view, "softmax-\(name)")
    let plain = SoftmaxBench([2, 1, 0.1], colors: .none, markers: .ascii).typing(keys)
    expectPicture(plain.app.view, "softmax-\(name)-ascii")
  }

  @Test func stabilityOfAThousand() {
    expectPicture(SoftmaxBench([1000, 1001, 1002]).typing("F").app.view, "softmax-stability")
  }

  /// Without colour, shades and signs carry what colours do.
  @Test(arguments: [8, 16, 64])
  func largerMatricesWithoutColour(_ count: Int) {
    let logits = (0..<count).map { Double(($0 * 37) % 23) / 5 }
    for (name, markers) in [("mono", Appearance.Markers.braille), ("ascii", .ascii)] {
      let bench = SoftmaxBench(logits, colors: .none, markers: markers).typing("<Right>jjlll")
      expectPicture(bench.view, "softmax-\(count)-\(name)")
    }
  }

  @Test func masksAreShownAsMasks() {
    expectPicture(SoftmaxBench([2, -.infinity, 0.1]).app.view, "softmax-mask")
  }
}
