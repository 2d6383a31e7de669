import Glibc

/// The script of the last session, kept between runs.
///
/// It stands under XDG_STATE_HOME, is for its owner's eyes alone, and is only ever replaced whole: of
/// two sessions, the last to change wins.
struct SavedSession {
  /// Where sessions are kept.
  enum Place {
    case file(SavedSession)
    /// The environment names no folder.
    case unknown
    /// The user wants nothing kept.
    case nowhere

    /// Where this process's environment has such files.
    static var inEnvironment: Place {
      // As the specification has it, a relative path is passed over.
      let absolute = { (name: String) -> String? in
        getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
      }
      let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
      return state.map { .file(SavedSession(folder: $0 + "/nabla")) } ?? .unknown
    }
  }

  static let noPlace = "neither XDG_STATE_HOME nor HOME names a folder"

  private let folder: String
  var path: String { folder + "/session" }

  private init(folder: String) { self.folder = folder }

  /// More than a script of the longest vector with all its digits takes.
  private static let longest = 8 << 20

  // MARK: Reading

  /// The script; nil where there is none.
  ///
  /// - Throws: a ``CommandFailure`` where there is one that cannot be read.
  func read() throws -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw CommandFailure.data(
        "the saved session \(path) could not be opened: \(String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    return try ScriptFile.text(from: descriptor, name: path, atMost: Self.longest)
  }

  /// Puts a damaged script out of the way, to be looked at.
  ///
  /// - Returns: what it is called now; nil where it could not be renamed.
  func setAside() -> String? {
    let aside = path + ".damaged"
    return rename(path, aside) == 0 ? aside : nil
  }

  // MARK: Writing

  /// Replaces what is kept by `script`; where that cannot be done, what was kept stays.
  ///
  /// - Returns: why it could not be done.
  func write(_ script: String) -> String? {
    guard makeFolders() else { return reason }
    let beside = path + ".\(getpid())"
    unlink(beside)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(beside, flags, 0o600)
    guard descriptor >= 0 else { return reason }
    guard ScriptFile.writeAll(script, to: descriptor) else {
      defer {
        close(descriptor)
        unlink(beside)
      }
      return reason
    }
    guard close(descriptor) == 0, rename(beside, path) == 0 else {
      defer { unlink(beside) }
      return reason
    }
    return nil
  }

  /// Why the last call failed.
  private var reason: String { String(cString: strerror(errno)) }

  private func makeFolders() -> Bool {
    var end = folder.startIndex
    while let slash = folder[end...].dropFirst().firstIndex(of: "/") {
      mkdir(String(folder[..<slash]), 0o700)
      end = slash
    }
    return mkdir(folder, 0o700) == 0 || errno == EEXIST
  }
}
