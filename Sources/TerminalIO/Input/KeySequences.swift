import TerminalCells

/// The byte sequences of the keys that this very terminal sends, as its terminfo entry lists them.
///
/// The common grammar of `ESC [` and `ESC O` is ``ControlSequence``'s; this table comes first and
/// holds what differs, such as `ESC [ [ A` for F1 on the Linux console.
struct KeySequences {
  private var keys: [(bytes: [UInt8], key: Key)] = []
  private var longest = 0

  init() {}

  /// - Parameter capability: the string capability of a name, nil where there is none.
  init(capability: (String) -> [UInt8]?) {
    for (name, key) in Self.capabilities {
      if let bytes = capability(name) { add(bytes, key) }
    }
  }

  /// Only sequences that start with Escape: others are characters or control keys as well.
  mutating func add(_ bytes: [UInt8], _ key: Key) {
    guard bytes.count >= 2, bytes[0] == ASCII.escape, self.key(for: bytes) == nil,
      !Self.isKeypad(bytes)
    else { return }
    keys.append((bytes, key))
    longest = max(longest, bytes.count)
  }

  /// The VT100 has fewer function keys than its entry lists: the others are the keypad's digits, which
  /// are of more use.
  private static func isKeypad(_ bytes: [UInt8]) -> Bool {
    bytes.count == 3 && bytes[1] == UInt8(ascii: "O")
      && (UInt8(ascii: "j")...UInt8(ascii: "y")).contains(bytes[2])
  }

  func key(for bytes: [UInt8]) -> Key? {
    bytes.count > longest ? nil : keys.first { $0.bytes == bytes }?.key
  }

  private static let capabilities: [(String, Key)] =
    [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
      ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
      ("kPRV", Key(.pageUp, .shift)), ("kNXT", Key(.pageDown, .shift)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)),
      ("kIC", Key(.insert, .shift)), ("kDC", Key(.delete, .shift)),
      ("kbs", Key(.backspace)), ("kent", Key(.enter)), ("kcbt", Key(.tab, .shift)),
    ] + (1...12).map { ("kf\($0)", Key(.function($0))) }
}
