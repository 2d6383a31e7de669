import Glibc
import Subprocess
import Testing

/// A real terminal with the program in it: a tmux server of its own, which draws what is sent.
struct Terminal: Sendable {
  private let socket: String
  /// All of it: what the tests are run under must not matter.
  private let environment: [Environment.Key: String]
  let columns: Int
  let rows: Int

  // MARK: Typing

  /// Types text as it is.
  func type(_ text: String) async throws {
    try await tmux(["send-keys", "-t", "0", "-l", "--", text])
  }

  /// Types a line and Enter.
  func enter(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Presses keys by tmux's names, such as "Enter", "Escape", "S-Left" or "C-z".
  func press(_ keys: String...) async throws {
    try await tmux(["send-keys", "-t", "0"] + keys)
  }

  /// As those have it who want to keep what a program drew.
  func switchAlternateScreenOff() async throws {
    try await tmux(["set-option", "-g", "alternate-screen", "off"])
  }

  func resize(columns: Int, rows: Int) async throws {
    try await tmux(["resize-window", "-t", "0", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: Looking

  /// The screen as lines of text.
  func screen() async throws -> String { try await tmux(["capture-pane", "-p", "-t", "0"]) }

  /// The screen with colours and attributes as escape sequences.
  func styledScreen() async throws -> String {
    try await tmux(["capture-pane", "-p", "-e", "-t", "0"])
  }

  /// Waits until the screen holds `text`.
  func waitFor(_ text: String) async throws {
    try await wait(for: "“\(text)” on the screen", seen: screen) {
      try await screen().contains(text)
    }
  }

  /// Waits until the first line holds `text`.
  func waitForTitle(_ text: String) async throws {
    try await wait(for: "“\(text)” in the first line", seen: screen) {
      try await screen().prefix { $0 != "\n" }.contains(text)
    }
  }

  /// Waits until the screen is as `condition` wants it.
  func waitUntil(_ what: String, _ condition: (String) -> Bool) async throws {
    try await wait(for: what, seen: screen) { condition(try await screen()) }
  }

  /// The process in the foreground of the terminal, by its name.
  func process(named name: String) async throws -> pid_t {
    let tty =
      try await tmux(["display-message", "-p", "-t", "0", "#{pane_tty}"])
      .split(separator: "\n").first.map(String.init) ?? ""
    let listed = try await Subprocess.run(
      .name("ps"), arguments: ["-t", tty, "-o", "pid=,comm="], output: .string(limit: 65536))
    let line = listed.standardOutput.split(separator: "\n").first {
      $0.split(separator: " ").last == Substring(name)
    }
    let number = line?.split(separator: " ").first.flatMap { pid_t($0) }
    return try #require(number, "no \(name) on \(tty)")
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name("tmux"), arguments: Arguments(["-L", socket, "-f", "/dev/null"] + arguments),
      environment: .custom(environment),
      output: .string(limit: 1 << 20), error: .string(limit: 65536))
    guard result.terminationStatus.isSuccess else {
      throw TmuxFailed(
        arguments: arguments, message: result.standardError)
    }
    return result.standardOutput
  }

  private struct TmuxFailed: Error, CustomStringConvertible {
    var arguments: [String]
    var message: String
    var description: String { "tmux \(arguments.joined(separator: " ")): \(message)" }
  }

  fileprivate static func open(
    _ command: [String], columns: Int, rows: Int, environment: [String: String], folder: String
  ) async throws -> Terminal {
    let socket = "nabla-test-\(getpid())-\(folder.suffix(6))"
    var all: [Environment.Key: String] = [
      "LANG": "C.UTF-8", "HOME": folder, "XDG_STATE_HOME": folder + "/state",
      "TERM": "xterm-256color", "SHELL": "/bin/sh",
    ]
    all["PATH"] = Program.environment("PATH")
    all.merge(environment.map { (Environment.Key(stringLiteral: $0), $1) }) { _, new in new }
    let terminal = Terminal(socket: socket, environment: all, columns: columns, rows: rows)
    try await terminal.tmux(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder] + command)
    return terminal
  }

  fileprivate func close() async { _ = try? await tmux(["kill-server"]) }
}

/// Runs `body` with the program on a terminal, which is taken away afterwards.
///
/// - Parameter command: "nabla" and its arguments, which stands for the program under test; or
///   another program.
func terminal(
  _ command: String..., columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
  _ body: @Sendable (Terminal) async throws -> Void
) async throws {
  try await run(command, columns, rows, environment, body)
}

/// Runs `body` with an interactive shell on a terminal, which has the program as `$NABLA`.
func shell(
  _ command: [String] = ["bash", "--norc", "--noprofile"], columns: Int = 80, rows: Int = 24,
  _ body: @Sendable (Terminal) async throws -> Void
) async throws {
  let environment = ["NABLA": try Program.path, "PS1": "$ ", "HISTFILE": ""]
  try await run(command, columns, rows, environment) {
    try await $0.waitFor("$")
    try await body($0)
  }
}

private func run(
  _ command: [String], _ columns: Int, _ rows: Int, _ environment: [String: String],
  _ body: @Sendable (Terminal) async throws -> Void
) async throws {
  var whole = command
  if whole.first == "nabla" { whole[0] = try Program.path }
  let command = whole
  try await Gate.shared.pass {
    let folder = try Program.temporaryFolder()
    defer { Program.removeFolder(folder) }
    let terminal = try await Terminal.open(
      command, columns: columns, rows: rows, environment: environment, folder: folder)
    do {
      try await body(terminal)
    } catch {
      await terminal.close()
      throw error
    }
    await terminal.close()
  }
}
