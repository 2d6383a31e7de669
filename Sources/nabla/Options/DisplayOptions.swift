import ArgumentParser
import Explorer
import TerminalCells
import TerminalIO
import Widgets
import Wording

/// How the explorer looks.
struct DisplayOptions: ParsableArguments {
  @OptionGroup var characters: CharacterOptions

  @Option(help: "Colours: auto, never, always, 8, 16, 256 or direct.")
  var color: String = "auto"

  @Flag(help: "Colours for a light background.")
  var light = false

  @Flag(help: "Colours for a dark background.")
  var dark = false

  @Flag(help: "Large digits and heavy strokes, for the back row of a room.")
  var present = false

  /// What was asked for, checked.
  var display: Display {
    get throws {
      guard let choice = ColorChoice(color) else {
        throw CommandFailure.usage(
          "--color \(NumberParser.quotable(color)): auto, never, always, 8, 16, 256 or direct is accepted."
        )
      }
      guard !(light && dark) else {
        throw CommandFailure.usage("--light and --dark cannot be combined.")
      }
      return Display(
        isASCII: characters.ascii, isNarrow: characters.narrow, color: choice,
        background: light ? .light : dark ? .dark : nil, isPresenting: present)
    }
  }
}

/// What a user asked of the explorer's looks; nil and `auto` where the terminal decides.
struct Display {
  var isASCII = false
  var isNarrow = false
  var color = ColorChoice.auto
  var background: Appearance.Background?
  var isPresenting = false

  /// How things will look on a terminal that can do so much.
  func appearance(on terminal: Capabilities) -> Appearance {
    let markers: Appearance.Markers =
      isASCII || !terminal.isUTF8 ? .ascii : terminal.hasBraille ? .braille : .halfBlocks
    var appearance = Appearance(
      colors: Appearance.ColorDepth(terminal.colorDepth),
      background: background ?? (terminal.hasLightBackground == true ? .light : .dark),
      markers: markers)
    appearance.isNarrow = isNarrow
    appearance.isPresenting = isPresenting
    return appearance
  }
}

extension Appearance.ColorDepth {
  fileprivate init(_ depth: ColorDepth) {
    self =
      switch depth {
      case .none: .none
      case .eight: .eight
      case .sixteen: .sixteen
      case .twoHundredFiftySix: .palette
      case .direct: .direct
      }
  }
}
