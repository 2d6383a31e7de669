import ArgumentParser
import Glibc
import ProcessStart

@main
enum Main {
  /// Exit status: 0 done, 1 it could not be done, 2 it was asked for wrongly.
  static func main() {
    release_quit_signal()
    hand_over_arguments()
    do {
      try run()
    } catch let failure as CommandFailure {
      try? StandardOutput.flush()
      StandardError.complain(failure.sentence)
      exit(failure.status)
    } catch {
      StandardError.complain(Nabla.message(for: error))
      exit(CommandFailure.usageStatus)
    }
  }

  private static func run() throws {
    do {
      // Without arguments there is nothing to parse, and the first frame comes sooner.
      if CommandLine.argc == 1 {
        return try ExplorerLauncher(display: Display()).run(.start)
      }
      var command = try CommandArguments(ProcessArguments.all).command()
      try command.run()
      try StandardOutput.flush()
    } catch  where !(error is CommandFailure) && Nabla.exitCode(for: error) == .success {
      // Help was asked for, or the version.
      try StandardOutput.print(Nabla.fullMessage(for: error))
      try StandardOutput.flush()
    }
  }
}

/// Why a command could not do its work, in one sentence, and the exit status that says so.
struct CommandFailure: Error {
  static let usageStatus: Int32 = 2

  let sentence: String
  let status: Int32

  /// The command was asked for wrongly: a name, a number or an option is at fault.
  static func usage(_ sentence: String) -> CommandFailure {
    CommandFailure(sentence: sentence, status: usageStatus)
  }

  /// The command was right, but its data or its surroundings were not.
  static func data(_ sentence: String) -> CommandFailure {
    CommandFailure(sentence: sentence, status: 1)
  }
}
