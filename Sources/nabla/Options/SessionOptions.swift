import ArgumentParser
import Wording

/// With which state the explorer opens, and whether it is kept.
struct SessionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Open in the state these lines lead to; @FILE reads a file, - standard input.",
      valueName: "lines"))
  var run: String?

  @Flag(help: "Open where the last session ended.")
  var resume = false

  @Flag(help: "Do not save this session.")
  var `private` = false

  /// What was asked for, checked.
  var request: SessionRequest {
    get throws {
      guard run == nil || !resume else {
        throw CommandFailure.usage("--run and --resume cannot be combined.")
      }
      return SessionRequest(
        script: try run.map { (try ScriptFile.text(of: $0), $0) }, resumes: resume,
        isPrivate: `private`)
    }
  }
}
