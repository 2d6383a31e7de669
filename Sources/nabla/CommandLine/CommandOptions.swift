/// The options of all commands: which of them a value follows, and whose they are.
///
/// The parser of the command line knows them, too, but says nothing of options that stand before a
/// command, or with the wrong one. A test holds this against the commands' help.
struct CommandOptions {
  let name: String
  let takesValue: Bool
  let commands: [String]

  private init(_ name: String, _ commands: [String], takesValue: Bool = true) {
    (self.name, self.commands, self.takesValue) = (name, commands, takesValue)
  }

  private static let printing = ["plot", "table", "eval"]
  private static let vectors = ["probabilities", "jacobian"]
  private static let screens = ["explore", "softmax", "plot"]

  static let all: [CommandOptions] = [
    .init("--function", ["explore"] + vectors), .init("--set", ["explore"] + printing + vectors),
    .init("--target", ["explore"] + printing + ["probabilities"]),
    .init("--target-class", ["probabilities"]), .init("--file", ["softmax"] + vectors),
    .init("--format", ["list", "table", "eval"] + vectors), .init("--with", ["table", "eval"]),
    .init("--color", screens), .init("--ascii", screens, takesValue: false),
    .init("--narrow", screens, takesValue: false),
    .init("--light", screens, takesValue: false), .init("--dark", screens, takesValue: false),
    .init("--x", ["plot"]), .init("--y", ["plot"]), .init("--derivatives", ["plot"]),
    .init("--at", ["plot"]), .init("--health", ["plot"], takesValue: false),
    .init("--size", ["plot"]), .init("--markers", ["plot"]), .init("--from", ["table"]),
    .init("--to", ["table"]), .init("--step", ["table"]), .init("--points", ["table"]),
  ]

  /// The option that an argument is: `--set` and `--set=alpha=1` are the same.
  init?(_ argument: String) {
    guard argument.hasPrefix("--"), argument.count > 2 else { return nil }
    let name = argument.prefix { $0 != "=" }
    guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
    self = known
  }

  /// How many arguments `argument` takes up with the value that may follow it.
  static func length(of argument: String) -> Int {
    guard let option = CommandOptions(argument), option.takesValue else { return 1 }
    return argument.contains("=") ? 1 : 2
  }

  /// Says whose option it is.
  func refusal(with command: String) -> CommandFailure {
    let last = commands.last ?? ""
    let owners =
      commands.count == 1 ? last : commands.dropLast().joined(separator: ", ") + " and " + last
    return .usage("\(name) is an option of \(owners), not of \(command).")
  }
}
