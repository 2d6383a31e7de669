import ArgumentParser
import Explorer
import Wording

/// A command of which any number of values may be given: its parser would take time that grows with
/// their square, and take options that it does not know for values.
protocol TakesValues: ParsableCommand {
  /// How many words stand before the values.
  static var wordsBeforeValues: Int { get }
  var givenValues: [String] { get set }
}

/// The arguments of the program, put in the order that the parser needs.
struct CommandArguments {
  /// In front the command's word, if there is one.
  private var arguments: [String]
  private var type: any ParsableCommand.Type = ExploreCommand.self
  private var values: [String] = []

  /// - Throws: a ``CommandFailure`` for a command, or a command's option, that does not exist.
  init(_ given: [String]) throws {
    arguments = Self.withoutCharacters(try Self.commandFirst(given))
    guard let word = arguments.first else { return }
    guard word != "help" else {
      try checkHelp(arguments.dropFirst())
      return
    }
    if !word.hasPrefix("-") { type = try Nabla.command(named: word) }
    try checkOptions(of: type.configuration.commandName ?? "explore")
    if let type = type as? any TakesValues.Type { takeValues(after: type.wordsBeforeValues) }
  }

  /// The command, ready to run.
  func command() throws -> any ParsableCommand {
    var command = try Nabla.parseAsRoot(arguments)
    if var taking = command as? any TakesValues {
      taking.givenValues += values
      command = taking
    }
    return command
  }

  /// Options that stand in front of a command are its own.
  private static func commandFirst(_ given: [String]) throws -> [String] {
    var place = 0
    while place < given.count, isOption(given[place]) {
      // What only asks for a text is done at once, and what does not exist is refused by the parser.
      guard ["-h", "--help"].contains(given[place]) || CommandOptions(given[place]) != nil else {
        return given
      }
      let length = CommandOptions.length(of: given[place])
      if length == 2, place + 1 < given.count {
        try CommandOptions(given[place])?.checkValue(
          given[place + 1], followedBy: given.dropFirst(place + 2).first)
      }
      place += length
    }
    guard place > 0, place < given.count, given[place] != "--" else { return given }
    return [given[place]] + given[..<place] + given[(place + 1)...]
  }

  /// Which characters are printed is known already; where only a text is asked for, the parser does not
  /// know those options.
  private static func withoutCharacters(_ arguments: [String]) -> [String] {
    let characters = [PrintedCharacters.asciiOption, PrintedCharacters.narrowOption]
    let isForText =
      arguments.first == "help"
      || arguments.allSatisfy { (characters + ["--help", "-h", "--version"]).contains($0) }
        && !arguments.allSatisfy(characters.contains)
    return isForText ? arguments.filter { !characters.contains($0) } : arguments
  }

  private static func isOption(_ argument: String) -> Bool {
    argument == "-h" || (argument.hasPrefix("--") && argument.count > 2)
  }

  private func checkHelp(_ words: ArraySlice<String>) throws {
    let words = words.filter { !$0.hasPrefix("-") }
    if let first = words.first, first != "help" { _ = try Nabla.command(named: first) }
    guard words.count <= 1 else {
      throw CommandFailure.usage(
        "help is for one command; '\(NumberParser.quotable(words[1]))' is one too many.")
    }
  }

  private func checkOptions(of command: String) throws {
    var place = 0
    while place < arguments.count, arguments[place] != "--" {
      let argument = arguments[place]
      if let option = CommandOptions(argument) {
        if !option.commands.contains(command) { throw option.refusal(with: command) }
      } else if Self.isOption(argument) {
        try CommandOptions.checkExists(argument, in: command)
      }
      place += CommandOptions.length(of: argument)
    }
  }

  /// Takes the values out: what is no option, none's value, and no word before them.
  private mutating func takeValues(after words: Int) {
    var kept = arguments.prefix(1)
    var wordsLeft = words
    var place = 1
    while place < arguments.count {
      let argument = arguments[place]
      if argument == "--" {
        values += arguments[(place + 1)...]
        break
      }
      let length = CommandOptions.length(of: argument)
      if Self.isOption(argument) {
        kept += arguments[place..<min(place + length, arguments.count)]
      } else if wordsLeft > 0 && !argument.hasPrefix("-") {
        wordsLeft -= 1
        kept.append(argument)
      } else {
        values.append(argument)
      }
      place += length
    }
    arguments = Array(kept)
  }
}
