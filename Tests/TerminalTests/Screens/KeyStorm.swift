import TestSupport

/// Keys at random, but none that ends or stops the program by its meaning.
enum KeyStorm {
  private static let sequences = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD",
    "\u{1B}[1;2A", "\u{1B}[1;2B", "\u{1B}[1;2C", "\u{1B}[1;2D", "\u{1B}[H", "\u{1B}[F",
    "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z", "\t", "\r", "\u{7F}", "\u{12}", "\u{1B}OP", "\u{1B}[3~",
    "\u{1B}[<0;20;10M", "\u{1B}[<0;20;10m", "\u{1B}[<32;30;11M", "\u{1B}[<64;20;10M",
    "\u{1B}[<65;20;10M", "\u{1B}[200~1, -2e308, nan\u{1B}[201~", "é", "漢", "👍", "∂",
  ]

  static func keys(_ count: Int, using random: inout TestRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if Bool.random(using: &random) {
        bytes += Array(sequences.randomElement(using: &random)!.utf8)
      } else {
        let key = UInt8.random(in: 0x20...0x7E, using: &random)
        if key != UInt8(ascii: "q") && key != UInt8(ascii: "Q") { bytes.append(key) }
      }
    }
    return bytes
  }

  /// Control bytes, broken UTF-8, cut-off sequences and absurd reports, but for the keys that are
  /// the terminal's own: Ctrl-C, Ctrl-Z and Ctrl-\.
  static func rubbish(_ count: Int, using random: inout TestRandom) -> [UInt8] {
    let whole = [
      "\u{1B}[", "\u{1B}O", "\u{1B}[<0;99999999999;-3M", "\u{1B}[<65;0;0M", "\u{1B}]0;title",
      "\u{1B}P1$r", "\u{1B}[M", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[1;99999999999999999999A",
      "\u{1B}\u{1B}\u{1B}", "\u{1B}[27;5;113~", "\u{1B}[?64;1c", "\u{1B}[I", "\u{1B}[O",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if Bool.random(using: &random) {
        bytes += Array(whole.randomElement(using: &random)!.utf8)
      } else {
        let byte = UInt8.random(in: 0...255, using: &random)
        if ![0x03, 0x1A, 0x1C, UInt8(ascii: "q")].contains(byte) { bytes.append(byte) }
      }
    }
    return bytes
  }
}
