/// An equation of a derivation, taken apart at its sign of relation.
struct StepEquation {
  /// When it holds, "x > 0", or which function it is about; empty for none.
  let condition: String
  /// Empty where it goes on from the step before.
  let left: String
  /// "=", "∝" or "~"; empty in a sentence.
  let relation: String
  /// All that follows, or the whole sentence.
  let right: String

  init(_ text: String) {
    let colon = Self.place(of: { $0 == ":" }, in: text)
    condition = colon.map { String(text[..<$0]) } ?? ""
    let rest = colon.map { text[text.index(after: $0)...].drop { $0 == " " } } ?? text[...]
    guard
      let sign = Self.place(of: { Self.relations.contains($0) }, in: rest)
    else {
      (left, relation, right) = ("", "", String(rest))
      return
    }
    left = String(rest[..<sign].reversed().drop { $0 == " " }.reversed())
    relation = String(rest[sign])
    right = String(rest[rest.index(after: sign)...].drop { $0 == " " })
  }

  private static let relations: [Character] = ["=", "∝", "~"]

  /// The first such character outside of brackets that stands between blanks, or at the start.
  private static func place(
    of isWanted: (Character) -> Bool, in text: some StringProtocol
  ) -> String.Index? {
    var depth = 0
    var before: Character = " "
    for index in text.indices {
      let character = text[index]
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      let next = text.index(after: index)
      let isFree = character == ":" || before == " "
      if depth == 0, isFree, isWanted(character), next < text.endIndex, text[next] == " " {
        return index
      }
      before = character
    }
    return nil
  }
}
