import CNcurses

/// The entry of the terminal that was looked up last.
enum Terminfo {
  /// The bytes of a string capability without parameters; nil where there is none.
  static func string(_ name: String) -> [UInt8]? {
    guard let value = shim_string_capability(name) else { return nil }
    return withoutPadding(Array(String(cString: value).utf8))
  }

  /// A string capability that takes parameters, for ``applied(_:_:_:)``; nil where there is none.
  static func parameterized(_ name: String) -> String? {
    shim_string_capability(name).map { String(cString: $0) }
  }

  /// The bytes of a capability for these parameters.
  static func applied(_ capability: String, _ first: Int32, _ second: Int32 = 0) -> [UInt8] {
    guard let bytes = shim_apply(capability, first, second) else { return [] }
    return withoutPadding(Array(String(cString: bytes).utf8))
  }

  static func hasFlag(_ name: String) -> Bool { shim_has_flag_capability(name) }

  /// Drops the delays `$<5/>` that are for terminals of another age.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: [UInt8(ascii: "$"), UInt8(ascii: "<")]),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return kept
  }

  /// How direct colour packs red, green and blue; nil where colours are palette indices.
  ///
  /// The extension `RGB` is a flag (as many bits as there are colours), a number (bits of each) or
  /// a string such as "5/6/5".
  static func directColorBits(colors: Int) -> (red: Int, green: Int, blue: Int)? {
    if hasFlag("RGB") {
      let bits = max(0, Int.bitWidth - colors.leadingZeroBitCount - 1)
      let each = (bits + 2) / 3
      return checked(each, bits - 2 * each, each)
    }
    let number = Int(shim_number_capability("RGB"))
    if number > 0 { return checked(number, number, number) }
    if let text = string("RGB") {
      let parts = text.split(separator: UInt8(ascii: "/"))
        .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      if parts.count == 3 { return checked(parts[0], parts[1], parts[2]) }
    }
    return nil
  }

  private static func checked(
    _ red: Int, _ green: Int, _ blue: Int
  ) -> (red: Int, green: Int, blue: Int)? {
    let possible = 1...8
    guard possible.contains(red), possible.contains(green), possible.contains(blue) else {
      return nil
    }
    return (red, green, blue)
  }
}
