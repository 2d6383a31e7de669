import Plotting
import TerminalCells
import Testing

@Suite("A bar")
struct BarTests {
  @Test func isAsLongAsItsFraction() {
    #expect(Bar.text(1, width: 4) == "████")
    #expect(Bar.text(0.5, width: 4) == "██")
    #expect(Bar.text(0.40625, width: 4) == "█▋")
    #expect(Bar.text(0.5, width: 5, glyphs: .ascii) == "###")
    #expect(Bar.text(7, width: 2) == "██" && Bar.text(.infinity, width: 2) == "██")
  }

  @Test func isEmptyOnlyForZero() {
    #expect(Bar.text(0, width: 9) == "" && Bar.text(-1, width: 9) == "")
    #expect(Bar.text(.nan, width: 9) == "")
    #expect(Bar.text(1e-300, width: 9) == "▏" && Bar.text(1e-300, width: 9, glyphs: .ascii) == "#")
    #expect(Bar.text(1, width: 0) == "" && Bar.text(1, width: -4) == "")
  }

  @Test func growsToBothSidesOfZero() {
    func signed(_ value: Double, _ glyphs: BarGlyphs = .eighths, width: Int = 8) -> Frame {
      var frame = Frame(Size(width: width, height: 1))
      Bar.drawSigned(
        value, extent: 2, into: &frame, in: frame.bounds, positive: Style(1), negative: Style(2),
        glyphs: glyphs)
      return frame
    }
    #expect(signed(2).picture == "    ████")
    #expect(signed(1.25).picture == "    ██▌")
    // Where there is no bar the axis is seen, at the edge where both sides begin.
    #expect(signed(-2).picture == "████▏")
    #expect(signed(.nan).picture == "    ▏" && signed(0).picture == "    ▏")
    #expect(signed(-1, .ascii, width: 9).picture == "  ##|")
    #expect(signed(1, .ascii, width: 9).picture == "    |##")
    // Half a cell filled from the right is a half from the left, reversed.
    let partial = signed(-1.25)
    #expect(partial.picture == " ▌██▏")
    #expect(partial[1, 0].style == Style(2, .reverse) && partial[2, 0].style == Style(2))
  }

  @Test func fillsEveryRowOfItsRectangle() {
    var frame = Frame(Size(width: 4, height: 3))
    Bar.draw(0.5, into: &frame, in: Rect(x: 0, y: 0, width: 4, height: 2))
    #expect(frame.picture == "██\n██\n")
  }

  @Test func isDrawnAtEverySize() {
    for (width, height) in oddSizes {
      for value in [-1, 0, 0.3, .nan, -.infinity, 1e308] {
        for extent in [1, 0, -1, .nan, .leastNonzeroMagnitude] {
          var frame = Frame(Size(width: width, height: height))
          let bounds = frame.bounds
          Bar.draw(value, into: &frame, in: bounds)
          Bar.drawSigned(value, extent: extent, into: &frame, in: bounds, glyphs: .ascii)
          #expect(frame.size.width == width)
        }
      }
    }
  }
}

@Suite("A miniature")
struct MiniatureTests {
  @Test func isOneLineOfItsWidth() {
    let viewport = Viewport(x: -3...3, y: -0.2...3)
    #expect(Miniature.text(viewport, width: 8) { max(0, $0) } == "⣀⣀⣀⣀⣀⠤⠒⠉")
    #expect(Miniature.text(viewport, width: 0) { $0 } == "")
    let step = Viewport(x: -3...3, y: -1...1)
    #expect(Miniature.text(step, width: 6) { $0 < 0 ? -0.9 : 0.9 } == "⣀⣀⣀⠉⠉⠉")
  }
}
