import Glibc

extension PseudoTerminal {
  /// Starts `path` as the leader of a session whose terminal is `terminal`.
  static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String],
    on terminal: String, in folder: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session's leader opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    try addWorkingDirectory(folder, to: &actions)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSIGDEF, POSIX_SPAWN_SETSIGMASK, and glibc's POSIX_SPAWN_SETSID.
    posix_spawnattr_setflags(&attributes, 0x04 | 0x08 | 0x80)

    var process: pid_t = 0
    let result = withCStrings([path] + arguments) { argv in
      withCStrings(environment.map { "\($0)=\($1)" }) { envp in
        posix_spawn(&process, path, &actions, &attributes, argv, envp)
      }
    }
    guard result == 0 else { throw SystemError(call: "posix_spawn", number: result) }
    return process
  }

  /// `posix_spawn_file_actions_addchdir_np`, which Glibc's module does not show.
  private static func addWorkingDirectory(
    _ folder: String, to actions: inout posix_spawn_file_actions_t
  ) throws {
    typealias Function =
      @convention(c) (
        UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>
      ) -> Int32
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else {
      throw SystemError(call: "posix_spawn_file_actions_addchdir_np")
    }
    _ = unsafeBitCast(symbol, to: Function.self)(&actions, folder)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
