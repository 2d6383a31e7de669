import TerminalCells

/// A whole control sequence `ESC [ … final`, taken apart (ECMA-48, section 5.4).
struct ControlSequence: Hashable {
  /// `<`, `=`, `>` or `?` before the parameters.
  var marker: UInt8?
  /// Missing ones are nil; too large ones are capped, so that no report can overflow.
  var parameters: [Int?]
  /// What stands after colons in each parameter.
  private var subparameters: [[Int?]]
  var hasIntermediates: Bool
  var final: UInt8

  /// Beyond every size of a window and every character.
  static let largestParameter = 10_000_000

  /// - Parameter bytes: from the one after `ESC [` to the final one.
  init?(_ bytes: some BidirectionalCollection<UInt8>) {
    guard let final = bytes.last, (0x40...0x7E).contains(final) else { return nil }
    self.final = final
    var body = bytes.dropLast()
    if let first = body.first, (0x3C...0x3F).contains(first) {
      marker = first
      body = body.dropFirst()
    }
    hasIntermediates = body.contains { (0x20...0x2F).contains($0) }
    let fields = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    parameters = fields.map { Self.number($0) }
    subparameters = fields.map { field in
      field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).dropFirst()
        .map { Self.number($0) }
    }
  }

  /// The digits up to the first byte that is none.
  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var value: Int?
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { break }
      value = min(largestParameter, (value ?? 0) * 10 + Int(digit - 0x30))
    }
    return value
  }

  func parameter(_ index: Int) -> Int? {
    parameters.indices.contains(index) ? parameters[index] : nil
  }

  private func subparameter(_ index: Int, of parameter: Int) -> Int? {
    guard subparameters.indices.contains(parameter) else { return nil }
    let own = subparameters[parameter]
    return own.indices.contains(index) ? own[index] : nil
  }

  /// The kitty protocol tells of a key three times: 1 pressed, 2 held, 3 let go.
  private var isRelease: Bool { subparameter(0, of: 1) == 3 }

  /// The key it stands for; nil for reports, for keys let go, and for what is not known, which is
  /// to be ignored.
  var key: Key? {
    guard marker == nil, !isRelease else { return nil }
    if hasIntermediates { return nil }
    let modifiers = Self.modifiers(parameter(1))
    switch final {
    case UInt8(ascii: "~"): return tildeKey
    case UInt8(ascii: "^"): return parameter(0).flatMap(Self.editingKey).map { Key($0, .control) }
    case UInt8(ascii: "@"):
      return parameter(0).flatMap(Self.editingKey).map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "u"): return kittyKey
    case UInt8(ascii: "Z"): return Key(.tab, .shift)
    default:
      if let code = Self.letterKey(final) { return Key(code, modifiers) }
      return Self.lowercaseArrow(final)
    }
  }

  private var tildeKey: Key? {
    // xterm's modifyOtherKeys: ESC [ 27 ; modifiers ; character ~
    if parameter(0) == 27, parameters.count == 3 {
      return Self.characterKey(parameter(2), Self.modifiers(parameter(1)))
    }
    return parameter(0).flatMap(Self.editingKey).map { Key($0, Self.modifiers(parameter(1))) }
  }

  /// One more than the sum of Shift 1, Alt 2, Control 4, Super (or Meta) 8, Hyper 16, Meta 32; the
  /// locks 64 and 128 are no modifiers.
  static func modifiers(_ parameter: Int?) -> Key.Modifiers {
    guard let parameter, (2...256).contains(parameter) else { return [] }
    let bits = parameter - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8 | 16 | 32) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// The final letters of `ESC [` and `ESC O` alike.
  static func letterKey(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// rxvt: `ESC [ a` is Shift with an arrow, `ESC O a` Control with one.
  static func lowercaseArrow(_ letter: UInt8, _ modifiers: Key.Modifiers = .shift) -> Key? {
    guard (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(letter) else { return nil }
    return letterKey(letter - 0x20).map { Key($0, modifiers) }
  }

  /// The number before `~`, as VT220 and xterm have it.
  private static func editingKey(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  // MARK: Characters by their numbers

  /// The kitty protocol's `u`: a key by the character it has without Shift, and perhaps what it
  /// has with Shift, and the text it types.
  private var kittyKey: Key? {
    let modifiers = Self.modifiers(parameter(1))
    if let code = parameter(0).flatMap(Self.functionalKey) { return Key(code, modifiers) }
    if modifiers.isDisjoint(with: [.control, .alt]), let text = parameter(2) {
      return Self.characterKey(text, [])
    }
    let isCapital = modifiers.contains(.shift) != hasCapsLock
    let number = isCapital ? subparameter(0, of: 0) ?? parameter(0).map(Self.capital) : parameter(0)
    return Self.characterKey(number, modifiers)
  }

  private var hasCapsLock: Bool { ((parameter(1) ?? 1) - 1) & 64 != 0 }

  private static func capital(_ number: Int) -> Int {
    (97...122).contains(number) ? number - 32 : number
  }

  /// A character given by its number, as the kitty protocol's `u` and modifyOtherKeys do.
  private static func characterKey(_ number: Int?, _ modifiers: Key.Modifiers) -> Key? {
    guard let number, let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    switch value {
    case 9: return Key(.tab, modifiers)
    case 10, 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    // Controls, and the protocol's numbers for keys that type nothing.
    case ..<32, 128..<160, 57344..<63744: return nil
    default: return Key(.character(Character(scalar)), modifiers.subtracting(.shift))
    }
  }

  /// The keypad's keys as the kitty protocol numbers them.
  private static func functionalKey(_ number: Int) -> Key.Code? {
    let characters = Array("0123456789./*-+")
    switch number {
    case 57399...57413: return .character(characters[number - 57399])
    case 57414: return .enter
    case 57415: return .character("=")
    case 57416: return .character(",")
    case 57417...57426:
      let keys: [Key.Code] = [
        .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
      ]
      return keys[number - 57417]
    default: return nil
    }
  }

  /// The keypad in application mode: the letter after `ESC O` is what the key types, and 64 more.
  static func keypadKey(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: " "): .character(" ")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(letter - 0x40)))
    default: nil
    }
  }
}
