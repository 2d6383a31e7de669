import Wording

/// The tables as documentation: docs/keys.md, docs/commands.md and
/// docs/readings.md are these texts.
public enum CommandReference {
  /// The keys of a screen as a table.
  public static func keys(_ title: String, _ infos: [CommandInfo]) -> String {
    var text = "## \(title)\n\n| keys | do | word |\n| --- | --- | --- |\n"
    for info in infos {
      for line in info.keys {
        text += "| \(escaped(line.longLabel)) | \(escaped(line.explanation)) | `\(info.word)` |\n"
      }
    }
    return text
  }

  /// The words of a screen as a table.
  public static func commands(_ title: String, _ infos: [CommandInfo]) -> String {
    var text = "## \(title)\n\n| line | does | example |\n| --- | --- | --- |\n"
    for info in infos {
      let example = info.grammar.example.isEmpty ? "" : "`\(info.word) \(info.grammar.example)`"
      text += "| `\(escaped(info.usage))` | \(escaped(info.explanation)) | \(escaped(example)) |\n"
    }
    return text
  }

  /// What can be read off a screen, as a table.
  static func readings(_ screen: any Screen) -> String {
    var text = "## \(screen.title)\n\n| name | what is read |\n| --- | --- |\n"
    for info in screen.readingInfos {
      text += "| `\(escaped(info.name))` | \(escaped(info.explanation)) |\n"
    }
    return text
  }

  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension Workbench {
  /// All keys, by screen.
  public var keyReference: String {
    let screens = screens.map { CommandReference.keys($0.title, $0.commandInfos) }
    return (screens + [CommandReference.keys("Everywhere", Self.commands.infos)])
      .separated(by: "\n")
  }

  /// All lines, by screen.
  public var commandReference: String {
    let screens = screens.map { CommandReference.commands($0.title, $0.commandInfos) }
    return (screens + [CommandReference.commands("Everywhere", Self.commands.infos)])
      .separated(by: "\n")
  }

  /// All readings, by screen.
  public var readingReference: String {
    screens.map { CommandReference.readings($0) }.separated(by: "\n")
  }
}
