import TerminalCells
import Testing

@testable import TerminalIO

@Suite struct ColorTests {
  @Test(
    arguments: [
      (16, (0, 0, 0)), (21, (0, 0, 255)), (51, (0, 255, 255)), (208, (255, 135, 0)),
      (231, (255, 255, 255)), (232, (8, 8, 8)), (244, (128, 128, 128)), (255, (238, 238, 238)),
    ] as [(UInt8, (Int, Int, Int))])
  func paletteIsXterms(index: UInt8, components: (Int, Int, Int)) {
    #expect(Palette.components(of: index) == components)
  }

  @Test func directNumbersPackTheComponents() {
    #expect(Palette.directNumber(of: 208, bits: (8, 8, 8)) == 0xFF8700)
    #expect(Palette.directNumber(of: 231, bits: (5, 6, 5)) == 0xFFFF)
    #expect(Palette.directNumber(of: 208, bits: (5, 6, 5)) == 31 << 11 | 33 << 5)
  }

  @Test func directNumbersBelowEightAreTheTerminalsOwnColours() {
    for index in UInt8(0)..<8 {
      #expect(Palette.directNumber(of: Color(index), bits: (8, 8, 8)) == Int32(index))
    }
    for index in UInt8(17)...255 {
      #expect(Palette.directNumber(of: Color(index), bits: (8, 8, 8)) >= 8)
    }
  }

  @Test func directNumbersAreThoseOfOtherColoursToo() {
    let color = Color(red: 1, green: 2, blue: 3)
    #expect(Palette.directNumber(of: color, bits: (8, 8, 8)) == 0x010203)
    // None of them is one of the first eight, but black.
    for blue in UInt8(1)..<8 {
      let color = Color(red: 0, green: 0, blue: blue)
      #expect(Palette.directNumber(of: color, bits: (8, 8, 8)) == 8)
    }
    #expect(Palette.directNumber(of: Color(red: 0, green: 0, blue: 0), bits: (8, 8, 8)) == 0)
  }

  @Test func aColourIsByNumberOrByComponents() {
    let color = Color(red: 0, green: 0, blue: 5)
    #expect(color.index == nil && color.components! == (0, 0, 5))
    #expect(Color(5).index == 5 && Color(5).components == nil && color != Color(5))
    let style = Style(color, on: Color(255), .bold)
    #expect(style.foreground == color && style.background == 255 && style.attributes == .bold)
  }

  @Test func depthGoesByTheNumberOfColours() {
    #expect(ColorDepth(colors: -1, isDirect: false) == .none)
    #expect(ColorDepth(colors: 8, isDirect: false) == .eight)
    #expect(ColorDepth(colors: 16, isDirect: false) == .sixteen)
    #expect(ColorDepth(colors: 88, isDirect: false) == .sixteen)
    #expect(ColorDepth(colors: 256, isDirect: false) == .twoHundredFiftySix)
    #expect(ColorDepth(colors: 1 << 24, isDirect: true) == .direct)
  }

  @Test func theOptionGoesBeforeTheEnvironment() {
    #expect(ColorChoice.auto.depth(terminal: .direct, noColor: true) == .none)
    #expect(ColorChoice.always.depth(terminal: .direct, noColor: true) == .direct)
    #expect(ColorChoice.never.depth(terminal: .direct, noColor: false) == .none)
    #expect(ColorChoice.eight.depth(terminal: .twoHundredFiftySix, noColor: true) == .eight)
    #expect(ColorChoice.twoHundredFiftySix.depth(terminal: .eight, noColor: false) == .eight)
    #expect(ColorChoice.direct.depth(terminal: .eight, noColor: true) == .direct)
    #expect(ColorChoice.direct.depth(terminal: .none, noColor: false) == .none)
    for choice in ColorChoice.allCases { #expect(ColorChoice(choice.name) == choice) }
    #expect(ColorChoice("") == nil)
    #expect(ColorChoice("17") == nil)
  }

  @Test func theBackgroundIsReadFromTheEnvironment() {
    #expect(Capabilities.lightBackground(colorFGBG: "0;15") == true)
    #expect(Capabilities.lightBackground(colorFGBG: "15;default;0") == false)
    #expect(Capabilities.lightBackground(colorFGBG: "15;default") == nil)
    #expect(Capabilities.lightBackground(colorFGBG: "") == nil)
    #expect(Capabilities.lightBackground(colorFGBG: nil) == nil)
    #expect(Capabilities.lightBackground(colorFGBG: "1;99999999999999999999") == nil)
  }

  @Test func aPipeGetsColoursOnlyIfTheyAreAskedFor() {
    for terminal in [ColorDepth.none, .eight, .twoHundredFiftySix] {
      #expect(ColorChoice.auto.printedDepth(terminal: terminal) == .none)
      #expect(ColorChoice.never.printedDepth(terminal: terminal) == .none)
      #expect(ColorChoice.sixteen.printedDepth(terminal: terminal) == .sixteen)
    }
    #expect(ColorChoice.always.printedDepth(terminal: .eight) == .eight)
    #expect(ColorChoice.always.printedDepth(terminal: .none) == .twoHundredFiftySix)
  }
}
