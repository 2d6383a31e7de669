import Wording

/// One row of a command table: what the command is called, accepts and is told by, and the act itself.
///
/// The act is a function of the screen; whatever it changes of the screen's state is undone as the row
/// says, and what it refuses leaves the state as it was. A row that sets something absolutely also
/// tells how it stands, so that a state can be written as lines.
public struct Command<Owner>: Sendable {
  public typealias Act =
    @Sendable (inout Owner, [Argument], ScreenContext) throws(Refusal) -> Void
  /// What may stand after the words that a line has so far.
  public typealias Names = @Sendable (Owner, _ words: [String]) -> [String]

  public let info: CommandInfo
  public let act: Act
  /// Why the command is not to be had at the moment; nil where it is.
  public let objection: (@Sendable (Owner) -> String?)?
  /// The arguments of the lines that lead to the present state, where this command sets a part of it.
  public let state: (@Sendable (Owner) -> [[Argument]])?
  /// The field that a key opens for the arguments.
  public let field: (@Sendable (Owner, ScreenContext) -> FieldStart)?
  /// The names that an argument may be, after the arguments before it.
  public let names: Names?

  public init(
    _ info: CommandInfo, objection: (@Sendable (Owner) -> String?)? = nil,
    state: (@Sendable (Owner) -> [[Argument]])? = nil,
    field: (@Sendable (Owner, ScreenContext) -> FieldStart)? = nil,
    names: Names? = nil, act: @escaping Act
  ) {
    self.info = info
    self.objection = objection
    self.state = state
    self.field = field
    self.names = names
    self.act = act
  }
}

/// What a field asks, and the text it begins with.
public struct FieldStart: Sendable, Hashable {
  public var question: String
  public var text: String
  /// Whether the text was typed to open the field, and goes on; else typing replaces it.
  public var isBegun: Bool
  /// What stands before the text in the line, where that is more than the word: "logit 2".
  public var line: String?
  /// Whether what is typed acts at once, and Esc takes it back: for searching.
  public var acts: Bool
  /// How many bytes may be typed.
  public var limit: Int
  /// Lines that ↑ and ↓ run, after accepting what was typed unless it acts at once.
  public var arrows: (up: String, down: String)? {
    get { upLine.map { ($0, downLine ?? "") } }
    set { (upLine, downLine) = (newValue?.up, newValue?.down) }
  }
  private var upLine: String?
  private var downLine: String?

  public init(
    _ question: String, _ text: String = "", isBegun: Bool = false, line: String? = nil,
    acts: Bool = false, limit: Int = LineEditor.longest,
    arrows: (up: String, down: String)? = nil
  ) {
    self.question = question
    self.text = text
    self.isBegun = isBegun
    self.line = line
    self.acts = acts
    self.limit = limit
    (upLine, downLine) = (arrows?.up, arrows?.down)
  }
}

// MARK: Rows of the usual kinds

extension Command {
  /// A command that stands alone.
  public static func plain(
    _ word: String, formerly: [String] = [], keys: [KeyLine] = [], _ explanation: String,
    undo: CommandInfo.Undo = .step, unless objection: (@Sendable (Owner) -> String?)? = nil,
    _ act: @escaping @Sendable (inout Owner, ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: .none, explanation: explanation, keys: keys,
        undo: undo),
      objection: objection
    ) { owner, _, context throws(Refusal) in try act(&owner, context) }
  }

  /// A command that takes a count of steps, 1 if none is given.
  public static func steps(
    _ word: String, formerly: [String] = [], keys: [KeyLine] = [], _ explanation: String,
    undo: CommandInfo.Undo = .run, unless objection: (@Sendable (Owner) -> String?)? = nil,
    _ act: @escaping @Sendable (inout Owner, Int, ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    let grammar = Grammar(
      [.init("steps", .whole(-1_000_000...1_000_000), isOptional: true)], example: "-2")
    return Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: grammar, explanation: explanation, keys: keys,
        undo: undo),
      objection: objection
    ) { owner, arguments, context throws(Refusal) in
      try act(&owner, arguments.whole(0) ?? 1, context)
    }
  }

  /// Something that is on or off: alone the word toggles it.
  public static func toggle(
    _ word: String, formerly: [String] = [], keys: [KeyLine] = [], _ explanation: String,
    undo: CommandInfo.Undo = .step, unless objection: (@Sendable (Owner) -> String?)? = nil,
    _ isOn: @escaping @Sendable (Owner) -> Bool,
    set: @escaping @Sendable (inout Owner, Bool, ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    let grammar = Grammar([.init("state", .toggle, isOptional: true)], example: "on")
    return Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: grammar, explanation: explanation, keys: keys,
        undo: undo),
      objection: objection, state: { [[.toggle(isOn($0))]] }
    ) { owner, arguments, context throws(Refusal) in
      try set(&owner, arguments.toggle(0) ?? !isOn(owner), context)
    }
  }

  /// One of several words: alone the command goes on to the next of them.
  public static func choice(
    _ word: String, formerly: [String] = [], of words: [String], keys: [KeyLine] = [],
    _ explanation: String, undo: CommandInfo.Undo = .step,
    unless objection: (@Sendable (Owner) -> String?)? = nil,
    _ chosen: @escaping @Sendable (Owner) -> String,
    set: @escaping @Sendable (inout Owner, String, ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    let grammar = Grammar(
      [.init("choice", .choice(words), isOptional: true)], example: words.last ?? "")
    return Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: grammar, explanation: explanation, keys: keys,
        undo: undo),
      objection: objection, state: { [[.word(chosen($0))]] }
    ) { owner, arguments, context throws(Refusal) in
      let place = words.firstIndex(of: chosen(owner)) ?? words.count - 1
      try set(&owner, arguments.word(0) ?? words[(place + 1) % words.count], context)
    }
  }

  /// A number that is set.
  public static func number(
    _ word: String, formerly: [String] = [], _ slot: String,
    accepting accepted: NumberParser.Accepted = .finite, example: String, keys: [KeyLine] = [],
    _ explanation: String, undo: CommandInfo.Undo = .step,
    unless objection: (@Sendable (Owner) -> String?)? = nil,
    field: (@Sendable (Owner, ScreenContext) -> FieldStart)? = nil,
    _ value: (@Sendable (Owner) -> Double?)? = nil,
    set: @escaping @Sendable (inout Owner, Double, ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    let state = value.map { value in
      { @Sendable (owner: Owner) in value(owner).map { [[Argument.number($0)]] } ?? [] }
    }
    return Command(
      CommandInfo(
        word: word, formerly: formerly,
        grammar: Grammar([.init(slot, .number(accepted))], example: example),
        explanation: explanation, keys: keys, undo: undo),
      objection: objection, state: state, field: field
    ) { owner, arguments, context throws(Refusal) in
      try set(&owner, arguments.number(0) ?? .nan, context)
    }
  }

  /// A range of numbers, the smaller first.
  public static func range(
    _ word: String, formerly: [String] = [], example: String, keys: [KeyLine] = [],
    _ explanation: String, undo: CommandInfo.Undo = .step,
    unless objection: (@Sendable (Owner) -> String?)? = nil,
    _ range: @escaping @Sendable (Owner) -> ClosedRange<Double>?,
    set:
      @escaping @Sendable (inout Owner, ClosedRange<Double>, ScreenContext) throws(Refusal) ->
      Void
  ) -> Command {
    let grammar = Grammar(
      [.init("lower", .number(.finite)), .init("upper", .number(.finite))], example: example)
    return Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: grammar, explanation: explanation, keys: keys,
        undo: undo),
      objection: objection,
      state: { range($0).map { [[.number($0.lowerBound), .number($0.upperBound)]] } ?? [] }
    ) { owner, arguments, context throws(Refusal) in
      guard let low = arguments.number(0), let high = arguments.number(1), low < high else {
        throw Refusal("\(word) accepts two numbers, the smaller first, as in \(word) \(example).")
      }
      try set(&owner, low...high, context)
    }
  }

  /// A list of numbers.
  public static func numbers(
    _ word: String, formerly: [String] = [], count: ClosedRange<Int>,
    accepting accepted: NumberParser.Accepted = .finite, example: String, keys: [KeyLine] = [],
    _ explanation: String, undo: CommandInfo.Undo = .step,
    unless objection: (@Sendable (Owner) -> String?)? = nil,
    field: (@Sendable (Owner, ScreenContext) -> FieldStart)? = nil,
    _ numbers: (@Sendable (Owner) -> [Double]?)? = nil,
    set: @escaping @Sendable (inout Owner, [Double], ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    let state = numbers.map { numbers in
      { @Sendable (owner: Owner) in numbers(owner).map { [[Argument.numbers($0)]] } ?? [] }
    }
    return Command(
      CommandInfo(
        word: word, formerly: formerly,
        grammar: Grammar([.init("numbers", .numbers(count: count, accepted))], example: example),
        explanation: explanation, keys: keys, undo: undo),
      objection: objection, state: state, field: field
    ) { owner, arguments, context throws(Refusal) in
      try set(&owner, arguments.numbers(0) ?? [], context)
    }
  }

  /// One of names that are known only at run time.
  public static func name(
    _ word: String, formerly: [String] = [], _ slot: String, example: String,
    keys: [KeyLine] = [], _ explanation: String, undo: CommandInfo.Undo = .step,
    unless objection: (@Sendable (Owner) -> String?)? = nil,
    field: (@Sendable (Owner, ScreenContext) -> FieldStart)? = nil,
    names: @escaping @Sendable (Owner) -> [String],
    _ chosen: (@Sendable (Owner) -> String?)? = nil,
    set: @escaping @Sendable (inout Owner, String, ScreenContext) throws(Refusal) -> Void
  ) -> Command {
    let state = chosen.map { chosen in
      { @Sendable (owner: Owner) in chosen(owner).map { [[Argument.word($0)]] } ?? [] }
    }
    return Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: Grammar([.init(slot, .name())], example: example),
        explanation: explanation, keys: keys, undo: undo),
      objection: objection, state: state, field: field, names: { owner, _ in names(owner) }
    ) { owner, arguments, context throws(Refusal) in
      try set(&owner, arguments.word(0) ?? "", context)
    }
  }

  /// A command with any other grammar.
  public static func general(
    _ word: String, formerly: [String] = [], _ slots: [Grammar.Slot], example: String,
    keys: [KeyLine] = [], _ explanation: String, undo: CommandInfo.Undo = .step,
    unless objection: (@Sendable (Owner) -> String?)? = nil,
    field: (@Sendable (Owner, ScreenContext) -> FieldStart)? = nil,
    names: Names? = nil,
    state: (@Sendable (Owner) -> [[Argument]])? = nil, act: @escaping Act
  ) -> Command {
    Command(
      CommandInfo(
        word: word, formerly: formerly, grammar: Grammar(slots, example: example),
        explanation: explanation, keys: keys, undo: undo),
      objection: objection, state: state, field: field, names: names, act: act)
  }
}

/// Arguments by place; nil where an optional one was left out.
extension [Argument] {
  public func number(_ place: Int) -> Double? {
    guard indices.contains(place), case .number(let value) = self[place] else { return nil }
    return value
  }

  public func whole(_ place: Int) -> Int? {
    guard indices.contains(place), case .whole(let value) = self[place] else { return nil }
    return value
  }

  public func word(_ place: Int) -> String? {
    guard indices.contains(place) else { return nil }
    switch self[place] {
    case .word(let word), .text(let word): return word
    default: return nil
    }
  }

  public func toggle(_ place: Int) -> Bool? {
    guard indices.contains(place), case .toggle(let isOn) = self[place] else { return nil }
    return isOn
  }

  public func numbers(_ place: Int) -> [Double]? {
    guard indices.contains(place), case .numbers(let values) = self[place] else { return nil }
    return values
  }
}
