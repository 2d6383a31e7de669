/// What gives a text to the terminal's clipboard (OSC 52).
enum ClipboardSequence {
  /// - Parameter isInTmux: tmux takes the sequence itself where `set-clipboard` is `on`, and hands one
  ///   that is wrapped to the terminal where `allow-passthrough` is.
  static func bytes(copying text: String, isInTmux: Bool) -> [UInt8] {
    let plain = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    guard isInTmux else { return plain }
    let inner = plain.flatMap { $0 == 0x1B ? [$0, $0] : [$0] }
    return plain + Array("\u{1B}Ptmux;".utf8) + inner + Array("\u{1B}\\".utf8)
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { bits, offset in
        bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0)
      }
      for place in 0..<4 {
        result.append(
          place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }
}
