/// Puts a character together from its bytes as they come in.
struct UTF8Assembler {
  enum Step: Hashable {
    case scalar(Unicode.Scalar)
    case needsMore
    /// The bytes so far are no character and are dropped.
    case broken
    /// As `broken`, but the byte just given is none of them and is to be looked at again.
    case brokenBefore
  }

  private var value: UInt32 = 0
  private var missing = 0
  private var smallest: UInt32 = 0

  var isPending: Bool { missing > 0 }

  /// Takes a byte of 0x80 or more, or any byte while a character is pending.
  mutating func append(_ byte: UInt8) -> Step {
    if missing > 0 { return proceed(byte) }
    switch byte {
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1, smallest: 0x80)
    case 0xE0...0xEF: begin(byte & 0x0F, missing: 2, smallest: 0x800)
    case 0xF0...0xF4: begin(byte & 0x07, missing: 3, smallest: 0x10000)
    default: return .broken
    }
    return .needsMore
  }

  mutating func reset() { missing = 0 }

  private mutating func begin(_ bits: UInt8, missing: Int, smallest: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.smallest = smallest
  }

  private mutating func proceed(_ byte: UInt8) -> Step {
    guard byte & 0b1100_0000 == 0b1000_0000 else {
      reset()
      return .brokenBefore
    }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    if missing > 0 { return .needsMore }
    // Over-long forms, surrogates and what lies beyond Unicode.
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return .broken }
    return .scalar(scalar)
  }
}
