import TerminalCells

/// What a terminal answers when it is asked for its background colour (xterm's OSC 11).
struct BackgroundReport: Hashable {
  /// Terminals that do not know it ignore it.
  static let question = Array("\u{1B}]11;?\u{1B}\\".utf8)

  let background: Background

  /// - Parameter sequence: from the Escape to the last byte before BEL or `ESC \`, as in
  ///   `ESC ]11;rgb:ffff/ffff/ffff`.
  init?(_ sequence: some Collection<UInt8>) {
    let text = String(decoding: sequence, as: UTF8.self)
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0] == "\u{1B}]11;rgb" || parts[0] == "\u{1B}]11;rgba" else {
      return nil
    }
    let channels = parts[1].split(separator: "/", omittingEmptySubsequences: false)
      .compactMap(Self.channel)
    guard channels.count >= 3 else { return nil }
    let luma = 0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2]
    background = luma > 0.5 ? .light : .dark
  }

  /// One to four hexadecimal digits as a part of 1.
  private static func channel(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.count), let value = UInt32(digits, radix: 16) else { return nil }
    return Double(value) / Double((1 << (4 * digits.count)) - 1)
  }
}
