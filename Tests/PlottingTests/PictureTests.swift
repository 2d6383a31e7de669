import Glibc
import Plotting
import TerminalCells
import TestSupport
import Testing

/// Whole plots as pictures, recorded beside the tests.
@Suite("A picture of")
struct PictureTests {
  private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  private func sigmoidSlope(_ x: Double) -> Double { sigmoid(x) * (1 - sigmoid(x)) }

  /// What the curves screen draws: f, f′, tangent, cursor.
  private func curves(_ markers: MarkerSet, _ size: Size) -> Frame {
    var frame = Frame(size)
    let chrome: Chrome = markers == .ascii ? .ascii : .unicode
    let layout = PlotArea(Viewport(x: -6...6, y: -0.05...1.05), chrome: chrome)
      .layout(in: frame.bounds)
    layout.drawAxes(into: &frame)
    layout.drawCursor(x: 1.25, Style(), into: &frame)
    let sampler = Sampler(layout.projection, for: markers)
    let (y, slope) = (sigmoid(1.25), sigmoidSlope(1.25))
    var canvas = Canvas(layout.plot.size, markers: markers)
    canvas.draw(
      .line(throughX: 1.25, y: y, slope: slope, in: layout.projection),
      Stroke())
    canvas.draw(
      sampler.curve(sigmoidSlope).trace, Stroke(weight: .strong, dash: .dashed, asciiGlyph: "x"))
    canvas.draw(sampler.curve(sigmoid).trace, Stroke(weight: .strong))
    canvas.render(into: &frame, at: layout.plot)
    layout.drawMarker(x: 1.25, y: slope, as: .openDot, Style(), into: &frame)
    layout.drawMarker(x: 1.25, y: y, Style(), into: &frame)
    return frame
  }

  @Test(arguments: MarkerSet.allCases)
  func sigmoidWithItsSlope(_ markers: MarkerSet) {
    expectPicture(curves(markers, Size(width: 80, height: 24)), "sigmoid-\(markers)")
  }

  private func plot(
    _ viewport: Viewport, _ markers: MarkerSet, breaks: [Break] = [],
    _ function: (Double) -> Double
  ) -> Frame {
    var frame = Frame(Size(width: 60, height: 16))
    let chrome: Chrome = markers == .ascii ? .ascii : .unicode
    let layout = PlotArea(viewport, chrome: chrome).layout(in: frame.bounds)
    layout.drawAxes(into: &frame)
    let curve = Sampler(layout.projection, for: markers).curve(breaks: breaks, function)
    var canvas = Canvas(layout.plot.size, markers: markers)
    canvas.draw(curve.trace, Stroke())
    canvas.render(into: &frame, at: layout.plot)
    layout.drawEndMarkers(curve.endMarkers, Style(), into: &frame)
    return frame
  }

  @Test(arguments: [MarkerSet.braille, .ascii])
  func polesThatNobodyDeclared(_ markers: MarkerSet) {
    expectPicture(plot(Viewport(x: -3...3, y: -5...5), markers) { tan($0) }, "tan-\(markers)")
  }

  @Test(arguments: [MarkerSet.braille, .ascii])
  func aJumpWithItsEnds(_ markers: MarkerSet) {
    let jump = Break(x: 0, kind: .jump, left: 0, right: 1, used: 0)
    expectPicture(
      plot(Viewport(x: -3...3, y: -0.2...1.2), markers, breaks: [jump]) { $0 > 0 ? 1 : 0 },
      "jump-\(markers)")
  }

  @Test func aWaveFasterThanTheColumns() {
    expectPicture(plot(Viewport(x: -3...3, y: -1.2...1.2), .braille) { sin(50 * $0) }, "wave")
  }

  @Test func aDomainThatEnds() {
    expectPicture(plot(Viewport(x: -3...3, y: -1...2), .braille) { sqrt($0) }, "sqrt")
  }

  @Test func valuesNearTheSmallest() {
    expectPicture(
      plot(Viewport(x: -3...3, y: -1e-300...1e-300), .braille) { $0 * 3e-301 }, "tiny")
  }

  @Test func aWindowAcrossAllOfDouble() {
    let all = AxisRange(-.infinity, .infinity)
    expectPicture(plot(Viewport(x: all, y: all), .braille) { $0 }, "everything")
  }

  @Test func aWindowOfTheLeastWidth() {
    let narrow = AxisRange(1e6, 1e6 + 1e-12)
    expectPicture(plot(Viewport(x: narrow, y: narrow), .braille) { $0 }, "narrowest")
  }
}
