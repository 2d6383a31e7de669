import Wording

/// Reads numbers wherever they are typed; handed in, so that it may read more than the widgets know.
public struct NumberReader: Sendable {
  public let read: @Sendable (String) throws(NumberParser.Failure) -> Double

  public init(_ read: @escaping @Sendable (String) throws(NumberParser.Failure) -> Double) {
    self.read = read
  }

  /// Decimals and C hex floats.
  public static let plain = NumberReader { text throws(NumberParser.Failure) in
    try NumberParser.number(text)
  }
}

/// Reads the arguments of one command.
struct GrammarReader {
  let word: String
  let grammar: Grammar
  let numbers: NumberReader

  /// The arguments in `text`, or a sentence that names the word and what it accepts.
  func arguments(_ text: Substring) throws(Refusal) -> [Argument] {
    var rest = LineText.trimmed(text)
    var arguments: [Argument] = []
    for (index, slot) in grammar.slots.enumerated() {
      if rest.isEmpty {
        if slot.isOptional { break }
        throw refusal(of: nil, slot)
      }
      let isLast = index == grammar.slots.count - 1
      // A single argument is all that was typed, so that a message quotes all of it.
      let takesRest = slot.kind.takesRest || (isLast && grammar.slots.count == 1)
      let token = takesRest ? rest : LineText.firstToken(of: rest)
      rest = LineText.withoutSeparators(rest[token.endIndex...])
      arguments.append(try argument(token, slot))
    }
    guard rest.isEmpty else { throw tooMany(text) }
    return arguments
  }

  private func argument(_ token: Substring, _ slot: Grammar.Slot) throws(Refusal) -> Argument {
    switch slot.kind {
    case .number(let accepted): return .number(try number(token, accepted, slot))
    case .either(let accepted, let words):
      let wanted = unquoted(token).lowercased()
      if let word = words.first(where: { $0 == wanted }) { return .word(word) }
      return .number(try number(token, accepted, slot))
    case .whole(let range):
      guard let value = whole(token), range.contains(value) else { throw refusal(of: token, slot) }
      return .whole(value)
    case .toggle:
      switch unquoted(token).lowercased() {
      case "on": return .toggle(true)
      case "off": return .toggle(false)
      default: throw refusal(of: token, slot)
      }
    case .choice(let words):
      let wanted = unquoted(token).lowercased()
      guard let word = words.first(where: { $0 == wanted }) else {
        throw refusal(of: token, slot)
      }
      return .word(word)
    case .name: return .word(unquoted(token))
    case .numbers(let count, let accepted):
      return .numbers(try list(token, count, accepted))
    case .text: return .text(unquoted(token))
    }
  }

  private func number(
    _ token: Substring, _ accepted: NumberParser.Accepted, _ slot: Grammar.Slot
  ) throws(Refusal) -> Double {
    let value: Double
    do { value = try numbers.read(String(token)) } catch {
      if case .tooLarge = error { throw Refusal(error.sentence(accepting: accepted)) }
      throw refusal(of: token, slot)
    }
    let isAccepted =
      switch accepted {
      case .all: true
      case .finite, .positive: value.isFinite
      case .logits: value < .infinity
      }
    guard isAccepted else { throw refusal(of: token, slot) }
    if accepted == .positive && value <= 0 {
      throw Refusal("\(word) must be above 0 (got \(NumberParser.quotable(token))).")
    }
    return value
  }

  private func list(
    _ text: Substring, _ count: ClosedRange<Int>, _ accepted: NumberParser.Accepted
  ) throws(Refusal) -> [Double] {
    do { return try VectorParser.numbers(text, count: count, accepting: accepted) } catch {
      throw Refusal("\(word): \(error.description)")
    }
  }

  private func whole(_ token: Substring) -> Int? {
    if let value = Int(token) { return value }
    // "1e3" and "−2" are whole numbers, too.
    return (try? numbers.read(String(token))).flatMap { Int(exactly: $0) }
  }

  private func unquoted(_ token: Substring) -> String {
    if let quoted = QuotedText.unquoted(token), LineText.trimmed(quoted.rest).isEmpty {
      return quoted.text
    }
    return String(token)
  }

  private func refusal(of token: Substring?, _ slot: Grammar.Slot) -> Refusal {
    let example = grammar.example.isEmpty ? "" : ", as in \(word) \(grammar.example)"
    let got = token.map { " (got '\(NumberParser.quotable($0))')" } ?? ""
    let accepted = slot.kind.accepted
    // "the name of a parameter" says which argument is meant.
    let isNamed = grammar.slots.count > 1 && !accepted.contains(slot.name)
    let name = isNamed ? " for \(slot.name)" : ""
    return Refusal("\(word) accepts \(accepted)\(name)\(example)\(got).")
  }

  private func tooMany(_ text: Substring) -> Refusal {
    if grammar.slots.isEmpty {
      return Refusal("\(word) takes no arguments (got '\(NumberParser.quotable(text))').")
    }
    let example = grammar.example.isEmpty ? "" : ", as in \(word) \(grammar.example)"
    return Refusal(
      "\(word) accepts \(grammar.usage)\(example) (got '\(NumberParser.quotable(text))').")
  }
}
