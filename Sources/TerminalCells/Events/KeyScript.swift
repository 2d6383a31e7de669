/// Keys, and all else that can happen at a terminal, as text: `l l <Down> g`.
///
/// A character is that key; blanks between keys mean nothing. `"text"` types what stands between the
/// quotes. Names stand in angle brackets, with `S-`, `C-` and `A-` for Shift, Ctrl and Alt and a count
/// after a star: `<S-Right*3>`. Other events have a colon after their name: `<paste:1, 2>`,
/// `<click:12,3>`, `<resize:80x24>`, `<tick:0.5>`. `<lt>` and `<quote>` are the keys `<` and `"`.
public enum KeyScript {
  /// What of a script is not understood.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    public let part: String

    public var description: String {
      "Unknown key '\(part)'. Accepted: a character, \"text\", <Enter>, <S-Right*3>, <C-r>, <Space>, "
        + "<lt>, <paste:…>, <click:X,Y>, <wheel-up:X,Y>, <resize:80x24>, <tick:0.5>."
    }
  }

  /// The events that `script` stands for.
  public static func events(_ script: some StringProtocol) throws(Failure) -> [Event] {
    var events: [Event] = []
    var rest = String(script)[...]
    while let first = rest.popFirst() {
      if first.isWhitespace { continue }
      if first == "\"" {
        let (text, end) = try quoted(rest)
        events += text.map { .key(Key($0)) }
        rest = rest[end...]
      } else if first == "<" {
        guard let end = rest.firstIndex(of: ">") else { throw Failure(part: "<" + rest) }
        events += try named(rest[..<end])
        rest = rest[rest.index(after: end)...]
      } else {
        events.append(.key(Key(first)))
      }
    }
    return events
  }

  private static func quoted(
    _ text: Substring
  ) throws(Failure) -> (text: Substring, end: Substring.Index) {
    guard let end = text.firstIndex(of: "\"") else { throw Failure(part: "\"" + text) }
    return (text[..<end], text.index(after: end))
  }

  // MARK: Names

  private static func named(_ name: Substring) throws(Failure) -> [Event] {
    if let colon = name.firstIndex(of: ":") {
      let argument = name[name.index(after: colon)...]
      guard let event = event(String(name[..<colon]), argument) else {
        throw Failure(part: "<\(name)>")
      }
      return [event]
    }
    var keyName = name
    var count = 1
    if let star = name.lastIndex(of: "*"), star > name.startIndex {
      guard let times = Int(name[name.index(after: star)...]), (0...1_000_000).contains(times)
      else { throw Failure(part: "<\(name)>") }
      (keyName, count) = (name[..<star], times)
    }
    guard let key = key(keyName) else { throw Failure(part: "<\(name)>") }
    return Array(repeating: .key(key), count: count)
  }

  private static func event(_ name: String, _ argument: Substring) -> Event? {
    switch name {
    case "paste": return .paste(String(argument))
    case "background":
      return argument == "dark"
        ? .background(.dark) : argument == "light" ? .background(.light) : nil
    case "resize":
      guard let (width, height) = pair(argument, "x"), width >= 0, height >= 0 else { return nil }
      return .resize(Size(width: width, height: height))
    case "tick":
      guard let seconds = Double(argument), seconds >= 0, seconds < 1e9 else { return nil }
      return .tick(.nanoseconds(Int64((seconds * 1e9).rounded())))
    default:
      guard let action = actions.first(where: { $0.name == name })?.action,
        let (x, y) = pair(argument, ",")
      else { return nil }
      return .mouse(Mouse(action, x: x, y: y))
    }
  }

  private static func pair(_ text: Substring, _ separator: Character) -> (Int, Int)? {
    let numbers = text.split(separator: separator).map { Int($0) }
    guard numbers.count == 2, let first = numbers[0], let second = numbers[1] else { return nil }
    return (first, second)
  }

  private static let actions: [(name: String, action: Mouse.Action)] = [
    ("click", .press), ("drag", .drag), ("release", .release), ("wheel-up", .wheelUp),
    ("wheel-down", .wheelDown),
  ]

  private static func key(_ name: Substring) -> Key? {
    var name = name
    var modifiers: Key.Modifiers = []
    while name.count > 2, name.dropFirst().first == "-",
      let modifier = Self.modifiers.first(where: { $0.letter == name.first })
    {
      modifiers.insert(modifier.modifier)
      name = name.dropFirst(2)
    }
    if let code = names.first(where: { $0.name == name })?.code { return Key(code, modifiers) }
    if name.first == "F", let number = Int(name.dropFirst()), (0...99).contains(number) {
      return Key(.function(number), modifiers)
    }
    guard name.count == 1, let character = name.first else { return nil }
    return Key(.character(character), modifiers)
  }

  private static let modifiers: [(letter: Character, modifier: Key.Modifiers)] = [
    ("S", .shift), ("C", .control), ("A", .alt),
  ]

  private static let names: [(name: String, code: Key.Code)] = [
    ("Left", .left), ("Right", .right), ("Up", .up), ("Down", .down), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Ins", .insert), ("Del", .delete),
    ("Enter", .enter), ("Tab", .tab), ("BS", .backspace), ("Esc", .escape),
    ("Space", .character(" ")), ("lt", .character("<")), ("quote", .character("\"")),
    // As they stand on keyboards.
    ("Backspace", .backspace), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Escape", .escape),
    ("Insert", .insert), ("Delete", .delete), ("Return", .enter),
  ]

  // MARK: Writing

  /// The script of an event; reading it gives the same.
  public static func text(of event: Event) -> String {
    switch event {
    case .key(let key): text(of: key)
    case .paste(let text): "<paste:\(text)>"
    // What only a line to a terminal does.
    case .burst, .pasteStalled, .pasteRefused: ""
    case .mouse(let mouse):
      "<\(actions.first { $0.action == mouse.action }?.name ?? "click"):\(mouse.x),\(mouse.y)>"
    case .resize(let size): "<resize:\(size.width)x\(size.height)>"
    case .tick(let elapsed): "<tick:\(elapsed / .seconds(1))>"
    case .background(let background): "<background:\(background)>"
    }
  }

  private static func text(of key: Key) -> String {
    var prefix = ""
    for (letter, modifier) in modifiers where key.modifiers.contains(modifier) {
      prefix += "\(letter)-"
    }
    let name: String
    switch key.code {
    case .function(let number): name = "F\(number)"
    case .character(let character):
      let special = names.first { $0.code == key.code }?.name
      guard special != nil || !prefix.isEmpty || character.isWhitespace else {
        return String(character)
      }
      name = special ?? String(character)
    default: name = names.first { $0.code == key.code }?.name ?? ""
    }
    return "<\(prefix)\(name)>"
  }
}
