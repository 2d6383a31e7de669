import Wording

/// What a command's word is followed by.
public struct Grammar: Sendable {
  /// One argument's place.
  public struct Slot: Sendable {
    public enum Kind: Sendable {
      case number(NumberParser.Accepted)
      case whole(ClosedRange<Int>)
      /// A number, or one of a choice of words, such as `auto`.
      case either(NumberParser.Accepted, [String])
      /// `on` or `off`.
      case toggle
      case choice([String])
      /// A word whose meaning the act looks up, and what such a word is: "the name of a function".
      case name(_ what: String = "a name")
      /// A list of numbers, to the end of the line.
      case numbers(count: ClosedRange<Int>, NumberParser.Accepted)
      /// Text to the end of the line, and what it says: "a number or a list".
      case text(_ what: String = "text")
    }

    /// What the argument is, for the usage: "steps".
    public let name: String
    public let kind: Kind
    public let isOptional: Bool

    public init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  public let slots: [Slot]
  /// Arguments that are accepted, for messages: "-3 3".
  public let example: String

  public init(_ slots: [Slot] = [], example: String = "") {
    self.slots = slots
    self.example = example
  }

  public static let none = Grammar()

  /// "LOWER UPPER", "[on|off]".
  public var usage: String { slots.map(\.usage).separated(by: " ") }

  var fewest: Int { slots.count { !$0.isOptional } }

  /// Whether the last argument takes all that is left of the line.
  var endsOpen: Bool { slots.last?.kind.takesRest ?? false }
}

extension Grammar.Slot {
  fileprivate var usage: String { isOptional ? "[\(kind.usage(name))]" : kind.usage(name) }

  /// The name as the usage writes it, where it does: "STEPS".
  var label: String {
    switch kind {
    case .toggle, .choice: name
    default: name.uppercased()
    }
  }

  /// The words that may stand here.
  var words: [String] {
    switch kind {
    case .toggle: ["on", "off"]
    case .choice(let words), .either(_, let words): words
    default: []
    }
  }
}

extension Grammar.Slot.Kind {
  var takesRest: Bool {
    switch self {
    case .numbers, .text: true
    default: false
    }
  }

  fileprivate func usage(_ name: String) -> String {
    switch self {
    case .toggle: "on|off"
    case .choice(let words): words.separated(by: "|")
    case .either(_, let words): ([name.uppercased()] + words).separated(by: "|")
    case .numbers: name.uppercased() + "…"
    default: name.uppercased()
    }
  }

  /// What is accepted, after "accepts".
  var accepted: String {
    switch self {
    case .number(.all): "a number"
    case .number(.finite): "a finite number"
    case .number(.logits): "a finite number or -inf"
    case .number(.positive): "a finite number above 0"
    case .either(let accepted, let words):
      WordList.alternatives([Self.number(accepted).accepted] + words)
    case .whole(let range):
      range == Int.min...Int.max
        ? "a whole number"
        : range.upperBound == Int.max
          ? "a whole number \(range.lowerBound) or greater"
          : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .toggle: "on or off"
    case .choice(let words): WordList.alternatives(words)
    case .name(let what), .text(let what): what
    case .numbers(let count, _):
      count.lowerBound == count.upperBound
        ? "\(count.lowerBound) numbers"
        : "a list of \(count.lowerBound) to \(count.upperBound) numbers"
    }
  }
}

/// Words in a sentence.
public enum WordList {
  /// "a", "a or b", "a, b or c".
  public static func alternatives(_ words: [String]) -> String { joined(words, "or") }

  /// "a", "a and b", "a, b and c".
  public static func all(_ words: [String]) -> String { joined(words, "and") }

  private static func joined(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return Array(words.dropLast()).separated(by: ", ") + " \(conjunction) " + last
  }
}
