import TerminalCells

extension Workbench {
  /// What can be done on every screen.
  public static let commands: CommandTable<Workbench> = CommandTable([
    .general(
      "tab", [.init("number", .whole(1...9))], example: "2",
      keys: [
        KeyLine(
          "go to the tab with that number",
          (1...9).map { ([Key(Character("\($0)"))], .whole($0)) })
      ], "go to a tab by its number; a screen's own word goes there, too", undo: .none
    ) { bench, arguments, _ throws(Refusal) in
      let place = (arguments.whole(0) ?? 1) - 1
      guard bench.screens.indices.contains(place) else {
        throw Refusal("There are \(bench.screens.count) tabs.")
      }
      bench.select(place)
    },
    .steps(
      "next-tab",
      keys: [KeyLine("next tab, tab before", [([.tab], 1), ([.shift(.tab)], -1)])],
      "go some tabs on", undo: .none
    ) { bench, steps, _ in
      let count = bench.screens.count
      bench.select(((bench.selected + steps) % count + count) % count)
    },
    .plain("undo", keys: [KeyLine(["u"], hint: "undo", "undo")], "undo the last step", undo: .none)
    { bench, _ throws(Refusal) in try bench.screens[bench.selected].undo() },
    .plain("redo", keys: [KeyLine([.control("r")], "redo")], "redo what was undone", undo: .none) {
      bench, _ throws(Refusal) in try bench.screens[bench.selected].redo()
    },
    .plain(
      "share", keys: [KeyLine([.control("s")], "show the command line that leads here")],
      "show the command line that leads here, and send it to the clipboard", undo: .none
    ) { bench, _ throws(Refusal) in try bench.share() },
    .general(
      "save", [.init("file", .text)], example: "demo.nabla",
      "write the lines that lead here to a new file, for nabla --run @FILE", undo: .none
    ) { bench, arguments, _ in
      guard case .text(let file)? = arguments.first else { return }
      bench.effects.append(.write(file: file, text: bench.scriptFile))
    },
    .plain(
      "markers", keys: [KeyLine(["m"], "draw with Braille, blocks, sextants or ASCII")],
      "draw with Braille, blocks, sextants or ASCII, in turn", undo: .none
    ) { bench, _ in
      bench.appearance.markers = bench.appearance.nextMarkers
      let markers = bench.appearance.markers.inWords
      bench.screens[bench.selected].say("Curves are drawn with \(markers); m changes that.")
    },
    .plain(
      "background", keys: [KeyLine(["b"], "colours for a dark or a light background")],
      "colours for a dark or a light background, in turn", undo: .none
    ) { bench, _ in
      bench.appearance.background = bench.appearance.background == .dark ? .light : .dark
    },
    .general(
      "help",
      [.init("word", .name, isOptional: true), .init("line", .whole(0...9999), isOptional: true)],
      example: "share",
      keys: [KeyLine(["?"], hint: "help", "this page; any other key closes it")],
      "show the keys, or what a word does", undo: .none,
      names: { bench in bench.screen.commandInfos.map(\.word) + Workbench.commands.infos.map(\.word)
      }
    ) { bench, arguments, _ throws(Refusal) in
      try bench.openPage(arguments.word(0) ?? "keys", line: arguments.whole(1) ?? 0)
    },
    .plain(
      "quit", formerly: ["q"], keys: [KeyLine(["q"], hint: "quit", "quit")], "quit", undo: .none
    ) { bench, _ in bench.effects.append(.quit) },
    .plain(
      "command", keys: [KeyLine([":"], hint: "command", "type a command")],
      "type a command", undo: .none
    ) { bench, _ in bench.prompt = CommandPrompt() },
  ])
}
