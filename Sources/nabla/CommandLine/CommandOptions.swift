import Wording

/// The options of all commands: which of them a value follows, and whose they are.
///
/// The parser of the command line knows them, too, but says nothing of options that stand before a
/// command, or with the wrong one. A test holds this against the commands' help.
struct CommandOptions {
  let name: String
  /// What its value may be; nil where none follows.
  let example: String?
  let commands: [String]

  private init(_ name: String, _ example: String? = nil, of commands: [String]) {
    (self.name, self.example, self.commands) = (name, example, commands)
  }

  private static let printing = ["plot", "table", "eval"]
  private static let vectors = ["probabilities", "jacobian"]
  private static let explorers = ["explore", "softmax"]
  private static let screens = explorers + ["plot", "frame"]
  private static let everywhere = screens + ["list", "table", "eval"] + vectors

  static let all: [CommandOptions] = [
    .init("--function", "gelu", of: ["explore"] + vectors),
    .init("--set", "alpha=0.1", of: ["explore"] + printing + vectors),
    .init("--target", "1", of: ["explore"] + printing + ["probabilities"]),
    .init("--target-class", "0", of: ["probabilities"]),
    .init("--file", "logits.txt", of: ["softmax"] + vectors),
    .init("--format", "csv", of: ["list", "table", "eval", "frame"] + vectors),
    .init("--with", "silu", of: ["table", "eval"]), .init("--color", "auto", of: screens),
    .init(PrintedCharacters.asciiOption, of: everywhere),
    .init(PrintedCharacters.narrowOption, of: everywhere),
    .init("--light", of: screens), .init("--dark", of: screens), .init("--present", of: screens),
    .init("--x", "-6:6", of: ["plot"]), .init("--y", "-1:1", of: ["plot"]),
    .init("--derivatives", "1", of: ["plot"]), .init("--at", "0.5", of: ["plot"]),
    .init("--health", of: ["plot"]), .init("--size", "80x24", of: ["plot", "frame"]),
    .init("--markers", "blocks", of: ["plot"]), .init("--from", "-6", of: ["table"]),
    .init("--to", "6", of: ["table"]), .init("--step", "0.5", of: ["table"]),
    .init("--points", "21", of: ["table"]), .init("--run", "gelu", of: explorers + ["frame"]),
    .init("--keys", "l l g", of: ["frame"]), .init("--resume", of: explorers),
    .init("--private", of: explorers),
  ]

  /// What stands in every command's help beside its own.
  private static let general = ["--help", "-h", "--version"]

  /// Refuses what looks like an option and is none, with what was meant.
  static func checkExists(_ argument: String, in command: String) throws {
    let name = String(argument.prefix { $0 != "=" })
    // What the parser answers by itself: completion scripts, for one.
    guard !general.contains(name), CommandOptions(argument) == nil,
      !name.hasPrefix("--generate-") && !name.hasPrefix("--experimental-")
    else { return }
    let known = all.filter { $0.commands.contains(command) }.map(\.name) + general
    let hint = NameSuggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
    throw CommandFailure.usage(
      "unknown option '\(NumberParser.quotable(name))'; "
        + (hint ?? "'nabla help \(command)' lists those of \(command)."))
  }

  /// The option that an argument is: `--set` and `--set=alpha=1` are the same.
  init?(_ argument: String) {
    guard argument.hasPrefix("--"), argument.count > 2 else { return nil }
    let name = argument.prefix { $0 != "=" }
    guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
    self = known
  }

  /// How many arguments `argument` takes up with the value that may follow it.
  static func length(of argument: String) -> Int {
    guard let option = CommandOptions(argument), option.example != nil else { return 1 }
    return argument.contains("=") ? 1 : 2
  }

  /// Says whose option it is.
  func refusal(with command: String) -> CommandFailure {
    let last = commands.last ?? ""
    let owners =
      commands.count == 1 ? last : commands.dropLast().joined(separator: ", ") + " and " + last
    return .usage("\(name) is an option of \(owners), not of \(command).")
  }
  /// Refuses a command's word where a value ought to stand, unless a command follows all the same.
  func checkValue(_ value: String, followedBy next: String?) throws {
    let words = Nabla.commandWords
    guard let example, words.contains(value), next.map({ !words.contains($0) }) ?? true else {
      return
    }
    throw CommandFailure.usage(
      "\(name) needs a value, as in '\(name) \(example)'; '\(value)' after it is a command.")
  }
}
