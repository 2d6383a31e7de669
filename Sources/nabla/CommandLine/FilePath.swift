import Glibc
import Wording

/// A path as it is typed, also where no shell has seen it: `~/` begins the home folder.
struct FilePath {
  /// The path for system calls, with the NUL at its end.
  let bytes: [CChar]

  init(_ typed: String) {
    var path = typed
    if typed == "~" || typed.hasPrefix("~/"), let home = getenv("HOME") {
      path = String(cString: home) + typed.dropFirst()
    }
    bytes = EscapedBytes.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
  }
}
