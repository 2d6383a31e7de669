import ArgumentParser
import Explorer
import Wording

/// `nabla`: opens the explorer, or runs one of its subcommands.
struct Nabla: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nabla",
    abstract: "Explore the functions neural networks are trained with, and their gradients.",
    discussion: """
      Without a subcommand, nabla opens its full-screen explorer; ? there lists every key. \
      Its options: --function NAME, --set NAME=VALUE, --target Y, --ascii, --narrow, --light, --dark, \
      --present and --color auto|never|always|8|16|256|direct; see 'nabla explore --help'.
      """,
    version: version,
    subcommands: [
      ExploreCommand.self, SoftmaxCommand.self, ListCommand.self, PlotCommand.self,
      FrameCommand.self,
      TableCommand.self, EvalCommand.self, ProbabilitiesCommand.self, JacobianCommand.self,
      DebugTrapCommand.self,
    ], defaultSubcommand: ExploreCommand.self)

  /// The commands that help lists, by their words.
  static var commandWords: [String] {
    configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }
      .compactMap { $0.commandName }
  }

  /// The command that `word` names.
  ///
  /// - Throws: what was meant instead, where there is none.
  static func command(named word: String) throws -> any ParsableCommand.Type {
    if let command = configuration.subcommands.first(where: {
      $0.configuration.commandName == word
    }) {
      return command
    }
    switch NamedFunction(word, in: .shell) {
    case .scalar(let entry):
      throw CommandFailure.usage(
        "'\(NumberParser.quotable(word))' is a function; open it with --function \(entry.id).")
    case .vector(let entry):
      throw CommandFailure.usage(
        "'\(NumberParser.quotable(word))' takes a vector; 'nabla softmax' opens its screen"
          + (entry.id == "softmax" ? "." : ", where v chooses \(entry.id)."))
    case .misleading(let sentence): throw CommandFailure.usage(sentence)
    case nil: break
    }
    let known = commandWords + ["help"]
    let hint = NameSuggestion.nearest(to: word, among: known).map { "did you mean \($0)?" }
    throw CommandFailure.usage(
      "unknown command '\(NumberParser.quotable(word))'"
        + (hint.map { "; \($0)" } ?? ". Available: \(known.joined(separator: ", "))."))
  }
}

/// What `nabla` does without a subcommand. Its options are not the root's: those would swallow
/// options of the same name that belong to a subcommand.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open the full-screen explorer, as nabla does without a command.")

  @Option(help: "Open the Curves screen on this function; 'nabla list' names them.")
  var function: String?

  @OptionGroup var settings: FunctionOptions
  @OptionGroup var session: SessionOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let launcher = ExplorerLauncher(
      display: try display.display, request: try session.request)
    guard let function else {
      guard settings.isEmpty else {
        throw CommandFailure.usage("--set and --target belong to a --function.")
      }
      return try launcher.run(.start)
    }
    let entry = try Arguments.entry(named: function)
    try launcher.run(.curves(entry, try settings.settings(for: entry)))
  }
}
