/// Keys at random, but none that ends or stops the program by its meaning.
enum KeyStorm {
  private static let sequences = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD",
    "\u{1B}[1;2A", "\u{1B}[1;2B", "\u{1B}[1;2C", "\u{1B}[1;2D", "\u{1B}[H", "\u{1B}[F",
    "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z", "\t", "\r", "\u{7F}", "\u{12}", "\u{1B}OP", "\u{1B}[3~",
    "\u{1B}[<0;20;10M", "\u{1B}[<0;20;10m", "\u{1B}[<32;30;11M", "\u{1B}[<64;20;10M",
    "\u{1B}[<65;20;10M", "\u{1B}[200~1, -2e308, nan\u{1B}[201~", "é", "漢", "👍", "∂",
  ]

  static func keys(_ count: Int, using random: inout SeededGenerator) -> [UInt8] {
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
}
