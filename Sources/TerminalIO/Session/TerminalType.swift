/// The type of a terminal as the database knows it: the one that was asked for, or its nearest kin.
public struct TerminalType: Sendable, Hashable {
  /// The entry that is used.
  let name: String
  /// What was asked for, where the database does not have it.
  let unknown: String?

  /// What to say of it, if anything, once the terminal is the shell's again.
  public var remark: String? {
    unknown.map {
      "the terminal type '\(TerminalError.printable($0))' (TERM) is not known here; "
        + "\(name) was used in its place."
    }
  }

  /// Loads the entry of a type, or that of its nearest kin.
  ///
  /// - Parameter load: loads an entry, and tells whether it is known.
  init?(_ wanted: String, load: (String) -> Bool = { Terminfo.load($0) }) {
    if load(wanted) {
      (name, unknown) = (wanted, nil)
    } else if let kin = Self.kin(of: wanted).first(where: load) {
      (name, unknown) = (kin, wanted)
    } else {
      return nil
    }
  }

  private static let families: [(stems: [String], entries: [String])] = [
    (
      [
        "xterm", "kitty", "foot", "alacritty", "wezterm", "ghostty", "konsole", "vte", "gnome",
        "iterm", "mlterm", "mintty", "putty", "contour", "rio", "st", "stterm", "nsterm", "ms",
        "terminology", "terminator", "tilix", "warp", "hyper", "tabby", "zutty", "eterm",
      ], ["xterm-256color", "xterm-color", "xterm"]
    ),
    (["screen", "tmux"], ["screen-256color", "screen"]),
    (["rxvt"], ["rxvt"]),
    (["linux"], ["linux"]),
    (["vt"], ["vt220", "vt100"]),
  ]

  /// What may stand in for a type, the best first.
  private static func kin(of name: String) -> [String] {
    let isName = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "+-._".utf8.contains(byte)
    }
    guard isName, name.utf8.count <= 64 else { return [] }
    let stem = name.prefix { !"+-.".contains($0) }.lowercased()
    let letters = stem.prefix { !$0.isNumber }
    let family = families.first { $0.stems.contains(String(letters)) }?.entries ?? []
    return family + shorter(name)
  }

  /// `ansi-mono-m` may be like `ansi-mono`, and that like `ansi`.
  private static func shorter(_ name: String) -> [String] {
    var shorter: [String] = []
    var rest = name[...]
    while let cut = rest.lastIndex(where: { "+-.".contains($0) }) {
      rest = rest[..<cut]
      if rest.contains(where: \.isLetter) { shorter.append(String(rest)) }
    }
    return shorter
  }
}
