import TerminalCells
import Wording

extension Workbench {
  /// What can be done on every screen.
  public static let commands: CommandTable<Workbench> = CommandTable([
    .general(
      "tab", [.init("number", .whole(1...9))], example: "2",
      keys: [
        KeyLine(
          "go to the tab with that number",
          (1...9).map { ([Key(Character("\($0)"))], .whole($0)) })
      ], "go to a tab by its number; the name of a screen does that, too", undo: .none
    ) { bench, arguments, _ throws(Refusal) in
      let place = (arguments.whole(0) ?? 1) - 1
      guard bench.screens.indices.contains(place) else {
        let places = WordList.alternatives(bench.screens.indices.map { String($0 + 1) })
        throw Refusal("tab accepts \(places) (got \(place + 1)).")
      }
      bench.select(place)
    },
    .steps(
      "next-tab",
      keys: [KeyLine("next tab, tab before", [([.tab], 1), ([.shift(.tab)], -1)])],
      "move right a given number of tabs", undo: .none
    ) { bench, steps, _ in
      let count = bench.screens.count
      bench.select(((bench.selected + steps) % count + count) % count)
    },
    .plain("undo", keys: [KeyLine(["u"], hint: "undo", "undo")], "undo the last step", undo: .none)
    { bench, _ throws(Refusal) in try bench.undo() },
    .plain("redo", keys: [KeyLine([.control("r")], "redo")], "redo what was undone", undo: .none) {
      bench, _ throws(Refusal) in try bench.redo()
    },
    .plain(
      "share", keys: [KeyLine([.control("s")], "show the command line that leads here")],
      "show the command line that leads here, and send it to the clipboard", undo: .none
    ) { bench, _ throws(Refusal) in try bench.share() },
    .general(
      "save", [.init("file", .text("the name of a new file; ~/ is the home folder"))],
      example: "demo.nabla",
      "write the lines that lead here to a new file, for nabla --run @FILE", undo: .none
    ) { bench, arguments, _ throws(Refusal) in
      guard case .text(let file)? = arguments.first else { return }
      // Of several lines all are run or none: the second could not be.
      let isAskedFor = bench.effects.contains {
        if case .write(file, _) = $0 { true } else { false }
      }
      if isAskedFor {
        throw Refusal(
          "\(NumberParser.quotable(file, most: 80)) is saved twice; save accepts a new file each time."
        )
      }
      bench.effects.append(.write(file: file, text: bench.scriptFile))
    },
    .general(
      "markers",
      [
        .init(
          "markers", .choice(Appearance.Markers.allCases.map { $0.word }), isOptional: true)
      ], example: "blocks",
      keys: [KeyLine(["m"], "draw with Braille, blocks, sextants or ASCII, in turn")],
      "the characters curves are drawn with; without an argument, the next kind", undo: .none
    ) { bench, arguments, _ throws(Refusal) in try bench.setMarkers(arguments.word(0)) },
    .general(
      "background",
      [.init("background", .choice(["dark", "light"]), isOptional: true)], example: "light",
      keys: [KeyLine(["b"], "colours for a dark or a light background")],
      "the background that colours are chosen for; without an argument, the other", undo: .none
    ) { bench, arguments, _ in
      let isDark = arguments.word(0).map { $0 == "dark" } ?? (bench.appearance.background == .light)
      bench.appearance.background = isDark ? .dark : .light
    },
    .general(
      "present", [.init("on", .choice(["on", "off"]), isOptional: true)], example: "on",
      keys: [
        KeyLine(
          [Key(.function(5))], "large digits and heavy strokes for the back row, or all panels")
      ],
      "large digits, heavy strokes and few panels, for the back row of a room; without an argument, on or off",
      undo: .none
    ) { bench, arguments, _ in bench.present(arguments.word(0).map { $0 == "on" }) },
    .plain(
      "redraw", keys: [KeyLine([redrawKey], "draw the screen anew, whatever is open")],
      "draw the screen anew, in case another program wrote on it", undo: .none
    ) { bench, _ in bench.effects.append(.redraw) },
    .general(
      "help",
      [.init("word", .text("a command, a screen, a function or a parameter"), isOptional: true)],
      example: "share",
      keys: [KeyLine(["?"], hint: "help", "this page; any other key closes it")],
      "show the keys, or all about a word", undo: .none,
      names: { bench, words in
        guard let screen = bench.screens.first(where: { $0.word == words.first }) else {
          return words.isEmpty ? ["keys"] + bench.helpWords : []
        }
        return words.count == 1 ? bench.words(of: screen) : []
      }
    ) { bench, arguments, _ throws(Refusal) in try bench.openPage(arguments.word(0) ?? "") },
    .plain(
      "quit", formerly: ["q"], keys: [KeyLine(["q"], hint: "quit", "quit")], "quit", undo: .none
    ) { bench, _ in bench.effects.append(.quit) },
    .plain(
      "command", keys: [KeyLine([":"], hint: "command", "type a command")],
      "type a command", undo: .none
    ) { bench, _ in bench.prompt = CommandPrompt() },
  ])
}

extension Workbench {
  /// Works whatever is open.
  static let redrawKey = Key.control("l")

  /// - Parameter isOn: nil for the other of the two.
  fileprivate mutating func present(_ isOn: Bool?) {
    appearance.isPresenting = isOn ?? !appearance.isPresenting
    screens[selected].say(
      appearance.isPresenting
        ? "Large, for the back row; F5 shows all panels again."
        : "All panels are shown; F5 draws large for the back row.")
  }

  /// - Parameter word: nil for the next markers that the terminal has.
  fileprivate mutating func setMarkers(_ word: String?) throws(Refusal) {
    if let word {
      let known = appearance.markersAtHand
      guard let markers = known.first(where: { $0.word == word }) else {
        let words = WordList.alternatives(known.map { $0.word })
        throw Refusal("markers accepts \(words) on this terminal (got '\(word)').")
      }
      appearance.markers = markers
    } else {
      appearance.markers = appearance.nextMarkers
    }
    screens[selected].say("Curves are drawn with \(appearance.markers.inWords); m changes that.")
  }
}
