/// A screen as tmux tells it with escape sequences, taken apart into what is to be seen.
///
/// The text itself will not do for comparisons: whether a blank at the end of a line was ever
/// written, and in which colour of no letter, shows in it and nowhere on the screen.
struct StyledScreen: Hashable {
  struct Style: Hashable {
    var foreground: Int?
    var background: Int?
    /// Bold 1, dim 2, underlined 4, reversed 7.
    var attributes: Set<Int> = []
  }

  struct Cell: Hashable {
    var character: Character
    var style: Style
  }

  private(set) var lines: [[Cell]] = []

  init(_ captured: String) {
    var style = Style()
    for line in captured.split(separator: "\n", omittingEmptySubsequences: false) {
      var cells: [Cell] = []
      var rest = line
      while let character = rest.popFirst() {
        guard character == "\u{1B}" else {
          // The letter's colour shows on no blank.
          var shown = style
          if character == " " && !style.attributes.contains(7) { shown.foreground = nil }
          if character == " " { shown.attributes.subtract([1, 2]) }
          cells.append(Cell(character: character, style: shown))
          continue
        }
        guard rest.popFirst() == "[", let end = rest.firstIndex(where: \.isLetter) else { continue }
        if rest[end] == "m" { style.apply(rest[..<end]) }
        rest = rest[rest.index(after: end)...]
      }
      while let last = cells.last, last == Cell(character: " ", style: Style()) {
        cells.removeLast()
      }
      lines.append(cells)
    }
  }
}

extension StyledScreen.Style {
  fileprivate mutating func apply(_ parameters: Substring) {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: self = Self()
      case 1, 2, 4, 7: attributes.insert(number)
      case 22: attributes.subtract([1, 2])
      case 24, 27: attributes.remove(number - 20)
      case 30...37: foreground = number - 30
      case 40...47: background = number - 40
      case 38 where numbers.first == 5: foreground = numbers.dropFirst().first
      case 48 where numbers.first == 5: background = numbers.dropFirst().first
      case 39: foreground = nil
      case 49: background = nil
      case 90...97: foreground = number - 82
      case 100...107: background = number - 92
      default: break
      }
      if (number == 38 || number == 48) && numbers.first == 5 { numbers = numbers.dropFirst(2) }
    }
  }
}
