import CNcurses
import Glibc

/// What ncurses' database knows of the terminal that was asked for last.
///
/// It has one entry at a time for the whole process, and one buffer for what it is asked.
enum Terminfo {
  /// A string capability as the database has it.
  struct Capability: Equatable {
    /// Without the delays that are for terminals of another age.
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    fileprivate init(_ text: UnsafePointer<CChar>) { bytes = withoutPadding(Terminfo.bytes(text)) }

    /// The bytes to send for these parameters.
    func applied(to first: Int32, _ second: Int32 = 0) -> [UInt8] {
      let text = bytes.map { CChar(bitPattern: $0) } + [0]
      guard let applied = shim_apply(text, first, second) else { return [] }
      return Terminfo.bytes(applied)
    }
  }

  /// Looks a type of terminal up, by default that of `TERM`.
  ///
  /// Its size is not taken from `LINES` and `COLUMNS`: exported once, they are wrong after every
  /// resize.
  ///
  /// - Returns: whether it is known.
  static func load(_ type: String? = nil) -> Bool {
    use_env(false)
    var status: Int32 = 0
    return setupterm(type, STDOUT_FILENO, &status) == OK
  }

  static func capability(_ name: String) -> Capability? {
    shim_string_capability(name).map { Capability($0) }
  }

  /// The bytes of a string capability without parameters; nil where there is none.
  static func string(_ name: String) -> [UInt8]? { capability(name)?.bytes }

  /// What blanks the whole screen; empty where there is no such command.
  static var clear: [UInt8] {
    let clear = string("clear") ?? []
    // Some start the terminal anew, which would show the cursor again and take the mouse away.
    let restart = [ASCII.escape, UInt8(ascii: "c")]
    guard clear == restart, let below = string("ed"), let address = capability("cup") else {
      return clear
    }
    return address.applied(to: 0, 0) + below
  }

  /// Back to no attributes and the terminal's own colours.
  static var reset: [UInt8] {
    let attributesOff = string("sgr0") ?? []
    return resetsColorsToo ? attributesOff : attributesOff + (string("op") ?? [])
  }

  /// Whether the terminal can be told colours, and to leave them again.
  static var hasColors: Bool {
    capability("setaf") != nil && capability("setab") != nil
      && (resetsColorsToo || string("op") != nil)
  }

  /// Whether it is told colours as ECMA-48 has it, and so may know of more than its description does.
  static var colorsAreECMA48: Bool {
    string("setaf")?.starts(with: [ASCII.escape, UInt8(ascii: "[")]) == true
  }

  /// `ESC [ m` resets colours with the attributes; where these are left otherwise, `op` is for that.
  private static var resetsColorsToo: Bool {
    guard let bytes = string("sgr0") else { return false }
    return bytes.indices.contains {
      bytes[$0...].starts(with: [ASCII.escape, UInt8(ascii: "[")])
    }
  }

  /// Negative where there is none.
  static func number(_ name: String) -> Int { Int(shim_number_capability(name)) }

  static func hasFlag(_ name: String) -> Bool { shim_has_flag_capability(name) }

  /// The name of what stands at a place of a compiled description.
  static func flagName(at place: Int) -> String { String(cString: shim_flag_name(Int32(place))) }
  static func numberName(at place: Int) -> String {
    String(cString: shim_number_name(Int32(place)))
  }
  static func textName(at place: Int) -> String {
    String(cString: shim_string_name(Int32(place)))
  }

  /// Not through a string: it need not be UTF-8.
  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
  }

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
    let number = number("RGB")
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
