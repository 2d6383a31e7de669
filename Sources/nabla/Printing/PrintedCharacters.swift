import ArgumentParser
import NeuralFunctions
import TerminalIO
import Widgets
import Wording

/// Which characters the program prints.
enum PrintedCharacters {
  case all
  /// None that terminals for East Asian languages draw two columns wide.
  case narrow
  case ascii

  /// What was asked for anywhere on the command line, or what the locale has. It holds for help and for
  /// errors, too, which come before anything is parsed.
  static let inUse = PrintedCharacters(
    arguments: ProcessArguments.all, isUTF8: TerminalLocale.isUTF8())

  init(arguments: [String], isUTF8: Bool) {
    let options = arguments.prefix { $0 != "--" }
    if !isUTF8 || options.contains(Self.asciiOption) {
      self = .ascii
    } else {
      self = options.contains(Self.narrowOption) ? .narrow : .all
    }
  }

  static let asciiOption = "--ascii"
  static let narrowOption = "--narrow"

  /// Whether mathematics is written with ASCII, as narrow characters are not enough for it.
  static var areASCII: Bool { inUse != .all }

  /// Stands where something was left out.
  var cutMark: Character { self == .all ? "…" : "~" }

  /// `text` with what may not be printed spelled out; what has no spelling becomes `?`.
  func spelled(_ text: String) -> String {
    switch self {
    case .all: text
    case .narrow: NarrowText.spelled(text)
    case .ascii: PlainText.ascii(text)
    }
  }
}

extension Notation {
  /// As it is to be printed.
  var printed: String { text(ascii: PrintedCharacters.areASCII) }
}

/// The options of all commands that say which characters are printed. They are looked for before
/// anything is parsed (``PrintedCharacters``), and stand here for the parser and its help.
struct CharacterOptions: ParsableArguments {
  @Flag(help: "Print plain ASCII only.")
  var ascii = false

  @Flag(help: "Avoid characters that terminals for East Asian languages draw two columns wide.")
  var narrow = false
}
