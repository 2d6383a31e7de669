import NeuralFunctions
import Widgets
import Wording

/// A function as a line names it: the words of its name, and what is set of it.
///
/// `leaky relu alpha = 0.3, input-w = 2` is `leaky relu` with two assignments.
struct FunctionPhrase {
  let name: String
  /// "alpha=0.3", one for each; what is none is the reader's to refuse.
  let assignments: [String]

  init(_ text: some StringProtocol) {
    let words = Self.words(text)
    let start = words.firstIndex { $0.contains("=") } ?? words.count
    name = words[..<start].joined(separator: " ")
    assignments = Array(words[start...])
  }

  init(_ arguments: [Argument]) {
    self.init([arguments.word(0), arguments.word(1)].compactMap { $0 }.joined(separator: " "))
  }

  var settings: String { assignments.joined(separator: ", ") }

  /// Words between blanks and commas; an equals sign joins what is on either side of it.
  private static func words(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var joins = false
    for part in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      if !words.isEmpty && (joins || part.hasPrefix("=")) {
        words[words.count - 1] += part
      } else {
        words.append(String(part))
      }
      joins = part.hasSuffix("=")
    }
    return words
  }
}

extension CurvesScreen {
  /// What may follow the words of a line that begins with the name of a function: its settings.
  func settingNames(after words: [String]) -> [String] {
    guard let entry = try? entry(named: FunctionPhrase(words.joined(separator: " ")).name) else {
      return []
    }
    return ParameterSlider.settable(of: entry, FunctionSettings()).map { $0.name + "=" }
  }
}
