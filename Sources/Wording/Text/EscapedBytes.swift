/// Any bytes as text: the name of a file need not be UTF-8, and is to be opened all the same.
///
/// A byte that is part of no character becomes a character for private use, and is that byte again
/// in the end.
package enum EscapedBytes {
  private static let base: UInt32 = 0x10FF00
  private static let escapes: ClosedRange<UInt32> = (base + 0x80)...(base + 0xFF)

  package static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !hasEscapes(text) { return text }
    var scalars = String.UnicodeScalarView()
    var rest = bytes[...]
    while let byte = rest.first {
      if let (scalar, length) = character(at: rest), !escapes.contains(scalar.value) {
        scalars.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        scalars.append(Unicode.Scalar(base + UInt32(byte))!)
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  package static func bytes(of text: String) -> [UInt8] {
    guard hasEscapes(text) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// How the byte that `scalar` stands for is shown: `\xff`; nil of a character that is one.
  package static func shown(_ scalar: Unicode.Scalar) -> String? {
    escapes.contains(scalar.value) ? "\\x" + String(scalar.value & 0xFF, radix: 16) : nil
  }

  private static func hasEscapes(_ text: String) -> Bool {
    // All of them begin with this byte.
    text.utf8.contains(0xF4) && text.unicodeScalars.contains { escapes.contains($0.value) }
  }

  private static func character(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
    for length in 1...4 where length <= bytes.count {
      if let text = String(validating: bytes.prefix(length), as: UTF8.self),
        let scalar = text.unicodeScalars.first
      {
        return (scalar, length)
      }
    }
    return nil
  }
}
