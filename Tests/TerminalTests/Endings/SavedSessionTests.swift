import Glibc
import Testing

/// What is kept of a session, and how the next one goes on with it.
@Suite struct SavedSessionTests {
  /// A folder for the state of some sessions, taken away in the end.
  private final class StateFolder {
    let path: String
    var session: String { path + "/nabla/session" }

    init() throws { path = try Program.temporaryFolder() }

    deinit {
      Program.removeFolder(path + "/nabla")
      Program.removeFolder(path)
    }

    var kept: String? {
      guard let file = fopen(session, "r") else { return nil }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }

    func terminal(_ arguments: [String] = []) throws -> PseudoTerminal {
      try PseudoTerminal(arguments, environment: ["XDG_STATE_HOME": path])
    }
  }

  private func quit(_ terminal: PseudoTerminal) async throws {
    terminal.type("q")
    _ = try await terminal.waitForExit()
    terminal.expectRestored()
  }

  @Test func aSessionIsKeptWithinASecondAndTakenUpAgain() async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      let first = try folder.terminal()
      try await first.waitForStart()
      first.type(":relu; x -3 3; at 1\r")
      try await first.waitFor("ReLU")
      try await wait(for: "a kept session", within: .seconds(1)) { folder.kept != nil }
      #expect(folder.kept == "nabla 1\nfunction relu\nx -3 3\n")
      var status = stat()
      #expect(stat(folder.session, &status) == 0 && status.st_mode & 0o777 == 0o600)
      first.type(":at 0.5\r")
      try await quit(first)
      #expect(folder.kept?.hasSuffix("at 0.5\n") == true)

      let second = try folder.terminal(["--resume"])
      try await second.waitFor("ReLU at x = 0.5")
      try await quit(second)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalKeepsTheSession(signal: Int32) async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      let terminal = try folder.terminal()
      try await terminal.waitForStart()
      terminal.type(":relu\r")
      try await terminal.waitFor("ReLU")
      terminal.send(signal)
      _ = try await terminal.waitForExit()
      #expect(folder.kept == "nabla 1\nfunction relu\n")
    }
  }

  @Test func aSessionThatChangesNothingTakesNothingAway() async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      try mkdirOrThrow(folder.path + "/nabla")
      try Program.write("nabla 1\nfunction gelu\n", to: folder.session)
      try await quit(try await started(folder.terminal()))
      #expect(folder.kept == "nabla 1\nfunction gelu\n")
    }
  }

  @Test func aPrivateSessionIsNotKept() async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      let terminal = try await started(folder.terminal(["--private"]))
      terminal.type(":relu\r")
      try await terminal.waitFor("ReLU")
      try await quit(terminal)
      #expect(folder.kept == nil)
    }
  }

  @Test func aDamagedSessionIsNamedAndSetAside() async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      try mkdirOrThrow(folder.path + "/nabla")
      try Program.write("nabla 1\nfunction relu\nnonsense 3\n", to: folder.session)
      let terminal = try folder.terminal(["--resume"])
      try await terminal.waitFor("could not be restored")
      try await quit(terminal)
      #expect(folder.kept == nil && access(folder.session + ".damaged", R_OK) == 0)
      unlink(folder.session + ".damaged")

      try Program.write("nonsense 3\n", to: folder.session)
      let secret = try folder.terminal(["--resume", "--private"])
      try await secret.waitFor("could not be restored")
      try await quit(secret)
      #expect(folder.kept == "nonsense 3\n" && access(folder.session + ".damaged", R_OK) != 0)
    }
  }

  @Test func anEmptySessionIsDamaged() async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      try mkdirOrThrow(folder.path + "/nabla")
      try Program.write("", to: folder.session)
      let terminal = try folder.terminal(["--resume"])
      try await terminal.waitFor("could not be restored")
      try await quit(terminal)
      #expect(folder.kept == nil && access(folder.session + ".damaged", R_OK) == 0)
      unlink(folder.session + ".damaged")
    }
  }

  @Test func whatCannotBeKeptIsSaidOnceAfterwards() async throws {
    try await Gate.shared.pass {
      let folder = try StateFolder()
      // A file where the folder would be: not even root writes below it.
      try Program.write("", to: folder.path + "/nabla")
      let terminal = try folder.terminal()
      try await terminal.waitForStart()
      terminal.type(":relu\r")
      try await terminal.waitFor("ReLU")
      try await quit(terminal)
      let said = "this session was not saved"
      #expect(terminal.text.ranges(of: said).count == 1)
      unlink(folder.path + "/nabla")
    }
  }

  @Test func whereNoFolderIsNamedThatIsSaidOnceAfterwards() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: ["XDG_STATE_HOME": "relative", "HOME": nil])
      try await terminal.waitForStart()
      terminal.type(":relu\r")
      try await terminal.waitFor("ReLU")
      terminal.type("q")
      _ = try await terminal.waitForExit()
      #expect(terminal.text.contains("this session was not saved"))
    }
  }

  private func started(_ terminal: PseudoTerminal) async throws -> PseudoTerminal {
    try await terminal.waitForStart()
    return terminal
  }

  private func mkdirOrThrow(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw SystemError(call: "mkdir") }
  }
}
