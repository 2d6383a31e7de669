/// The control characters that the decoder speaks of.
enum ASCII {
  /// Ctrl-C.
  static let interrupt: UInt8 = 0x03
  static let bell: UInt8 = 0x07
  static let backspace: UInt8 = 0x08
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let cancel: UInt8 = 0x18
  /// Ctrl-Z.
  static let substitute: UInt8 = 0x1A
  static let escape: UInt8 = 0x1B
  /// Ctrl-\.
  static let quit: UInt8 = 0x1C
  static let delete: UInt8 = 0x7F
}
