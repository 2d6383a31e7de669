/// How a terminal is told where to put its cursor.
enum CursorAddress {
  /// As nearly all are: written here, as it is much of what a moving line needs.
  case ecma48
  /// By a capability of its own.
  case parameterized(Terminfo.Capability)

  init(_ capability: Terminfo.Capability) {
    let isStandard = capability.bytes == Array("\u{1B}[%i%p1%d;%p2%dH".utf8)
    self = isStandard ? .ecma48 : .parameterized(capability)
  }

  /// Rows and columns count from 0.
  func append(row: Int, column: Int, to bytes: inout [UInt8]) {
    switch self {
    case .ecma48:
      bytes.append(ASCII.escape)
      bytes.append(UInt8(ascii: "["))
      Self.append(row + 1, to: &bytes)
      bytes.append(UInt8(ascii: ";"))
      Self.append(column + 1, to: &bytes)
      bytes.append(UInt8(ascii: "H"))
    case .parameterized(let capability):
      bytes += capability.applied(to: Int32(row), Int32(column))
    }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
