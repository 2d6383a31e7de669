import Testing

@testable import TerminalCells

/// Frames as lines of text.
@Suite struct FrameTextTests {
  private func frame(_ pieces: [(text: String, style: Style)], width: Int = 12) -> Frame {
    var frame = Frame(Size(width: width, height: 2))
    var x = 0
    for piece in pieces { x = frame.write(piece.text, x: x, y: 0, piece.style) }
    return frame
  }

  @Test func withoutColoursThereAreNoControlCharactersAndNoTrailingBlanks() {
    let frame = frame([(" ∇ ", Style(51, .bold)), ("f  ", Style(nil, on: 17))])
    #expect(FrameText.lines(of: frame, colors: .none) == [" ∇ f", ""])
  }

  @Test func eachStyleIsSaidOnceAndNoneReachesBeyondItsLine() {
    let frame = frame([("ab", Style(51, .bold)), ("c", Style(1)), ("d", Style())])
    #expect(
      FrameText.lines(of: frame, colors: .twoHundredFiftySix)
        == ["\u{1B}[0;1;38;5;51mab\u{1B}[0;31mc\u{1B}[0md", ""])
    let open = self.frame([("e", Style(12, on: 3, [.dim, .underline, .reverse]))])
    #expect(
      FrameText.lines(of: open, colors: .sixteen)[0] == "\u{1B}[0;2;4;7;94;43me\u{1B}[0m")
  }

  @Test func aColourThatThereIsNotIsLeftOut() {
    let frame = frame([("a", Style(214)), ("b", Style(9, .bold)), ("c", Style(2))])
    #expect(
      FrameText.lines(of: frame, colors: .eight)[0]
        == "\u{1B}[0ma\u{1B}[0;1mb\u{1B}[0;32mc\u{1B}[0m")
  }

  @Test func blanksAreKeptOnlyWhereTheyAreSeen() {
    let shaded = frame([("a", Style()), ("  ", Style(nil, on: 4))])
    #expect(FrameText.lines(of: shaded, colors: .eight)[0] == "a\u{1B}[0;44m  \u{1B}[0m")
    let apart = frame([("a", Style(1)), ("  ", Style()), ("b", Style(1)), ("  ", Style(2))])
    #expect(FrameText.lines(of: apart, colors: .eight)[0] == "\u{1B}[0;31ma  b\u{1B}[0m")
  }

  @Test func coloursByComponentsAreToldWhereThereAreAll() {
    let ramp = frame([("a", Style(Color(red: 1, green: 2, blue: 255), on: 214))])
    #expect(
      FrameText.lines(of: ramp, colors: .direct)[0]
        == "\u{1B}[0;38;2;1;2;255;48;5;214ma\u{1B}[0m")
    #expect(
      FrameText.lines(of: ramp, colors: .twoHundredFiftySix)[0]
        == "\u{1B}[0;48;5;214ma\u{1B}[0m")
  }
}
