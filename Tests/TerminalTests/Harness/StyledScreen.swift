/// What a screen captured with its escape sequences looks like: characters with their styles, however
/// the sequences are arranged.
struct StyledScreen: Equatable {
  private struct Cell: Equatable {
    var character: Character
    var style: Set<String>
  }

  private var rows: [[Cell]] = []

  init(_ captured: String) {
    var style: Set<String> = []
    for line in captured.split(separator: "\n", omittingEmptySubsequences: false) {
      var row: [Cell] = []
      var rest = line
      while let character = rest.popFirst() {
        if character == "\u{1B}", let end = rest.firstIndex(where: \.isLetter) {
          Self.apply(rest[rest.index(after: rest.startIndex)..<end], to: &style)
          rest = rest[rest.index(after: end)...]
        } else {
          row.append(Cell(character: character, style: style))
        }
      }
      // A cell that was never written and one that was cleared look the same.
      while row.last?.character == " ", row.last?.style.isEmpty == true { row.removeLast() }
      rows.append(row)
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
  }

  private static func apply(_ parameters: Substring, to style: inout Set<String>) {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)[...]
    while let number = numbers.popFirst() {
      switch number {
      case "", "0": style = []
      case "39": style = style.filter { !$0.hasPrefix("foreground") }
      case "49": style = style.filter { !$0.hasPrefix("background") }
      case "38", "48":
        let ground = number == "38" ? "foreground" : "background"
        style = style.filter { !$0.hasPrefix(ground) }
        let count = numbers.first == "2" ? 4 : 2
        style.insert(ground + numbers.prefix(count).joined(separator: ";"))
        numbers = numbers.dropFirst(count)
      case "22": style.subtract(["1", "2"])
      case "24": style.remove("4")
      case "27": style.remove("7")
      default:
        let isColor = ("30"..."37").contains(number) || ("90"..."97").contains(number)
        style.insert(isColor ? "foreground\(number)" : String(number))
      }
    }
  }
}
