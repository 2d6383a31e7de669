import TerminalCells

/// Keys that no screen has, as they are kept for what is to come.
public enum ReservedKeys {
  public static let all: [(key: Key, purpose: String)] = [
    (.control("e"), "exporting a figure"), (.control("n"), "the next step of a lesson"),
    (.control("p"), "the previous step of a lesson"),
  ]

  /// What is said of a key that does nothing on a screen.
  static func sentence(forUnbound key: Key) -> String {
    if let reserved = all.first(where: { $0.key == key }) {
      return "\(key.label) is reserved for \(reserved.purpose); ? lists the keys that work."
    }
    return "\(name(of: key)) does nothing here; ? lists the keys."
  }

  /// What is said of a key that has something to do on a screen, but changes nothing as things are.
  static func sentence(forIdle key: Key) -> String { "\(name(of: key)) changes nothing here." }

  private static func name(of key: Key) -> String {
    // What cannot be seen has no name that could be written.
    if case .character(let character) = key.code, TextWidth.columns(of: character) == 0 {
      return "That key"
    }
    return key.label
  }
}
