import Explorer

/// A whole control sequence `ESC [ … final`, taken apart (ECMA-48, section 5.4).
struct ControlSequence: Hashable {
  /// `<`, `=`, `>` or `?` before the parameters.
  var marker: UInt8?
  /// Missing ones are nil; too large ones are capped, so that no report can overflow.
  var parameters: [Int?]
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
    parameters = body.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Self.number($0) }
  }

  /// The digits up to the first byte that is none: sub-parameters after a colon do not matter here.
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

  /// The key it stands for; nil for reports and for what is not known, which is to be ignored.
  var key: Key? {
    guard marker == nil else { return nil }
    if hasIntermediates { return nil }
    let modifiers = Self.modifiers(parameter(1))
    switch final {
    case UInt8(ascii: "~"): return tildeKey
    case UInt8(ascii: "^"): return parameter(0).flatMap(Self.editingKey).map { Key($0, .control) }
    case UInt8(ascii: "@"):
      return parameter(0).flatMap(Self.editingKey).map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "u"): return Self.characterKey(parameter(0), modifiers)
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

  /// xterm's modifier parameter: one more than the sum of Shift 1, Alt 2, Control 4, Meta 8.
  static func modifiers(_ parameter: Int?) -> Key.Modifiers {
    guard let parameter, (2...16).contains(parameter) else { return [] }
    let bits = parameter - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
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
    case ..<32, 128..<160: return nil
    default: return Key(.character(Character(scalar)), modifiers.subtracting(.shift))
    }
  }
}
