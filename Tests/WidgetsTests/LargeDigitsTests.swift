import TerminalCells
import TestSupport
import Testing

@testable import Widgets

@Suite struct LargeDigitsTests {
  private static let numbers = ["0.12345", "−6.789e−10", "+4"]

  @Test(arguments: [Appearance.Markers.braille, .ascii])
  func numbersAreThreeRowsHigh(markers: Appearance.Markers) {
    var painter = Painter(
      Size(width: 44, height: 12), theme: Theme(Appearance(colors: .none, markers: markers)))
    for (index, number) in Self.numbers.enumerated() {
      painter.writeLarge(number, x: 1, y: 4 * index, painter.theme.text, limit: 43)
    }
    expectPicture(painter.frame, markers == .ascii ? "large-digits-ascii" : "large-digits")
  }

  @Test(arguments: [true, false])
  func everyCharacterOfANumberIsTold(isASCII: Bool) throws {
    let shapes = try "0123456789e.−+".map {
      try #require(LargeDigits(String($0), isASCII: isASCII)).rows
    }
    #expect(Set(shapes).count == shapes.count)
    #expect(shapes.allSatisfy { $0.allSatisfy { $0.count == shapes[0][0].count || $0.count == 1 } })
    let digits = try #require(LargeDigits("−6.789e−10", isASCII: isASCII))
    #expect(digits.rows.count == LargeDigits.height)
    #expect(digits.rows.allSatisfy { $0.count == digits.width })
    #expect(digits.rows.allSatisfy { !isASCII || $0.allSatisfy(\.isASCII) })
  }

  @Test func wordsAndWhatHasNoRoomStayAsTheyAre() {
    var painter = Painter(Size(width: 12, height: 6), theme: Theme(Appearance(colors: .none)))
    painter.writeLarge("none", x: 0, y: 0, painter.theme.text, limit: 12)
    painter.writeLarge("0.1234", x: 0, y: 3, painter.theme.text, limit: 12)
    #expect(painter.frame.text(row: 1).hasPrefix("none"))
    #expect(painter.frame.text(row: 4).hasPrefix("0.1234"))
    #expect(painter.frame.text(row: 3).allSatisfy { $0 == " " })
  }
}
