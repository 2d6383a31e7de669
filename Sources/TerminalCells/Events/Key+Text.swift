extension Key: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral {
  /// A plain character: `"q"`.
  public init(extendedGraphemeClusterLiteral character: Character) { self.init(character) }

  public static let left = Key(.left)
  public static let right = Key(.right)
  public static let up = Key(.up)
  public static let down = Key(.down)
  public static let home = Key(.home)
  public static let end = Key(.end)
  public static let pageUp = Key(.pageUp)
  public static let pageDown = Key(.pageDown)
  public static let insert = Key(.insert)
  public static let delete = Key(.delete)
  public static let enter = Key(.enter)
  public static let tab = Key(.tab)
  public static let backspace = Key(.backspace)
  public static let escape = Key(.escape)

  public static func shift(_ key: Key) -> Key { Key(key.code, key.modifiers.union(.shift)) }
  public static func control(_ key: Key) -> Key { Key(key.code, key.modifiers.union(.control)) }

  /// The key's name as the hint line, the help page and the documentation write it.
  public var label: String {
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    return text + code.label(afterModifier: !modifiers.isEmpty)
  }

  /// The character typed, where the key is a plain one.
  public var typedCharacter: Character? {
    guard modifiers.isEmpty, case .character(let character) = code else { return nil }
    return character
  }
}

extension Key.Code {
  fileprivate func label(afterModifier: Bool) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): afterModifier ? character.uppercased() : String(character)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .escape: "Esc"
    case .function(let number): "F\(number)"
    }
  }
}
