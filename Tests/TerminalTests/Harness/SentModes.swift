/// The modes that a stream of bytes leaves a terminal in.
struct SentModes {
  /// Private modes, `ESC [ ? … h` and `l`: which was sent last.
  private(set) var modes: [Int: Bool] = [:]

  init(_ output: [UInt8]) {
    var rest = output[...]
    while let escape = rest.firstIndex(of: 0x1B) {
      rest = rest[(escape + 1)...]
      guard rest.starts(with: [UInt8(ascii: "["), UInt8(ascii: "?")]) else { continue }
      let body = rest.dropFirst(2).prefix { $0 == UInt8(ascii: ";") || (0x30...0x39).contains($0) }
      guard body.endIndex < rest.endIndex else { break }
      let final = rest[body.endIndex]
      guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { continue }
      for number in body.split(separator: UInt8(ascii: ";")) {
        modes[Int(String(decoding: number, as: UTF8.self)) ?? -1] = final == UInt8(ascii: "h")
      }
    }
  }

  /// Those that are on; the cursor (25) counts when it is hidden.
  var left: [Int] {
    var left = modes.filter { $0.key != 25 && $0.key != 7 && $0.value }.map(\.key)
    if modes[25] == false { left.append(25) }
    return left.sorted()
  }
}
