import Subprocess

/// What became of a command.
struct Outcome {
  var status: Int32
  var output: String
  var errors: String

  var lines: [Substring] { output.split(separator: "\n") }
  /// The fields of comma-separated values without quotation marks, the header left out.
  var rows: [[Substring]] {
    lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }
}

/// Runs the program without a terminal, as a script does.
func nabla(
  _ arguments: String..., input: String = "", environment: [Environment.Key: String] = [:]
) async throws -> Outcome {
  try await nabla(arguments, input: input, environment: environment)
}

func nabla(
  _ arguments: [String], input: String = "", environment: [Environment.Key: String] = [:]
) async throws -> Outcome {
  var all: [Environment.Key: String] = ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]
  all.merge(environment) { _, new in new }
  let result = try await Subprocess.run(
    .path(.init(try Program.path)), arguments: Arguments(arguments),
    environment: .inherit.updating(all.reduce(into: [:]) { $0[$1.key] = $1.value }),
    input: .string(input), output: .string(limit: 1 << 22), error: .string(limit: 65536))
  let status: Int32 =
    if case .exited(let code) = result.terminationStatus { code } else { -1 }
  return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
}
