import CNcurses
import Glibc

/// The locale that the C library goes by.
public enum TerminalLocale {
  /// Whether the environment's locale writes UTF-8.
  public static func isUTF8() -> Bool {
    adopt { getenv($0).map { String(cString: $0) } }
  }

  /// Takes on the locale of the environment, for characters only: nothing here prints numbers by
  /// the C library, and nothing should begin to print them with a comma.
  ///
  /// One that is named but not installed would leave plain ASCII; where it names UTF-8, any UTF-8
  /// locale serves.
  ///
  /// - Returns: whether characters are UTF-8.
  static func adopt(environment: (String) -> String?) -> Bool {
    if setlocale(LC_CTYPE, "") == nil {
      let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment)
        .first { !$0.isEmpty }
      if let name, namesUTF8(name) {
        _ = setlocale(LC_CTYPE, "C.UTF-8") ?? setlocale(LC_CTYPE, "en_US.UTF-8")
      }
    }
    return String(cString: shim_codeset()) == "UTF-8"
  }

  static func namesUTF8(_ name: String) -> Bool {
    let letters = name.lowercased()
    return letters.hasSuffix("utf-8") || letters.hasSuffix("utf8")
      || letters.contains("utf-8@") || letters.contains("utf8@")
  }
}
