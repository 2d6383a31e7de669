import Wording

/// Short lines, and what they are short for.
struct SoftmaxShorthand {
  let longForm: String

  /// No word is longer: what is was not meant to be one.
  private static let longest = 64

  /// - Returns: nil where the line is none.
  init?(_ line: String) {
    let word = line.prefix { !$0.isWhitespace && $0 != "=" }
    guard word.utf8.count <= Self.longest else { return nil }
    let rest = line[word.endIndex...].drop { $0.isWhitespace || $0 == "=" }
    let small = word.lowercased()
    let variant = SoftmaxScreen.variants.first(where: FrameworkName(String(word)).equals)
    if let variant, rest.isEmpty || rest.contains("=") {
      longForm = rest.isEmpty ? "variant \(variant)" : "variant \(variant) \(rest)"
    } else if line.utf8.count <= Self.longest,
      line.allSatisfy({ $0.isNumber || $0 == "," || $0.isWhitespace })
    {
      longForm = "at \(line)"
    } else if let entry = Self.entry(small), !rest.isEmpty {
      longForm = "\(entry) \(rest)"
    } else {
      return nil
    }
  }

  /// "logit 12" for "x12".
  private static func entry(_ word: String) -> String? {
    let letters = word.prefix { !$0.isNumber }
    guard let index = Int(word[letters.endIndex...]), index >= 0 else { return nil }
    switch letters {
    case "x": return "logit \(index)"
    case "y": return "target \(index)"
    case "dx", "δx": return "delta \(index)"
    default: return nil
    }
  }
}
