import TerminalCells
import Testing
import Widgets

@Suite struct WorkbenchTests {
  // MARK: Keys and undo

  @Test func keysRunTheCommandsOfTheTable() throws {
    let bench = try Workbench.forTests().playing("l l <Right> h d ] ]")
    #expect(bench.wave.cursor == 0.2)
    #expect(bench.wave.showsSlope)
    #expect(bench.wave.amplitude == 1.2)
  }

  @Test func aHeldKeyIsOneStepOfUndo() throws {
    var bench = try Workbench.forTests().playing("] ] ] d . .")
    #expect(bench.wave.amplitude == 1.3)
    try bench.play("u")
    #expect(bench.wave.window == -6...6 && bench.wave.showsSlope)
    try bench.play("u")
    #expect(!bench.wave.showsSlope)
    try bench.play("u")
    #expect(bench.wave.amplitude == 1)
    try bench.play("<C-r> <C-r> <C-r>")
    #expect(bench.wave.amplitude == 1.3 && bench.wave.showsSlope && bench.wave.window != -6...6)
    try bench.play("<C-r>")
    #expect(bench.status == .refusal("Nothing to redo."))
  }

  @Test func undoBringsTheCursorBack() throws {
    var bench = try Workbench.forTests().playing("l l d l l l u")
    #expect(bench.wave.cursor == 0.2)
    try bench.play("<C-r>")
    #expect(bench.wave.cursor == 0.5)
  }

  @Test func movingBetweenTwoNudgesMakesThemTwoSteps() throws {
    #expect(try Workbench.forTests().playing("] l ] u").wave.amplitude == 1.1)
  }

  @Test func whatIsNotToBeHadIsRefusedWithItsReason() throws {
    var bench = try Workbench.forTests().playing("z z")
    #expect(bench.status == .refusal("The wave is flat already."))
    try bench.play("u")
    #expect(bench.wave.amplitude == 1)
    #expect(bench.status.kind == .reading)
  }

  @Test func aKeyThatDoesNothingSaysSo() throws {
    let bench = try Workbench.forTests().playing("Q")
    #expect(bench.status == .refusal("Q does nothing here; ? lists the keys."))
  }

  // MARK: Fields

  @Test func aFieldTakesANumberAndRefusesWhatIsNone() throws {
    var bench = try Workbench.forTests().playing("<Enter> 2 . 5 <Enter>")
    #expect(bench.wave.amplitude == 2.5)
    try bench.play("<Enter> - 1 <Enter>")
    #expect(bench.status == .refusal("amplitude must not be below 0 (got -1)."))
    #expect(bench.isTyping && bench.wave.amplitude == 2.5)
    try bench.play("<Esc>")
    #expect(!bench.isTyping && bench.wave.amplitude == 2.5)
    try bench.play("u")
    #expect(bench.wave.amplitude == 1)
  }

  @Test func typingReplacesTheOldValueAndArrowsEditIt() throws {
    #expect(try Workbench.forTests().playing("<Enter> <End> 5 <Enter>").wave.amplitude == 15)
  }

  @Test func aSignOpensAField() throws {
    #expect(try Workbench.forTests().playing("- 2 <Enter>").wave.cursor == -2)
    #expect(try Workbench.forTests().playing("- 2 <Esc>").wave.cursor == 0)
  }

  @Test func aSearchActsAtOnceAndEscTakesItBack() throws {
    var bench = try Workbench.forTests().playing("/ s q")
    #expect(bench.wave.shape == "square")
    #expect(try bench.playing("<Esc>").wave.shape == "sine")
    try bench.play("x")
    #expect(bench.wave.shape == "sine", "what matches nothing shows what was before")
    try bench.play("<Enter>")
    #expect(bench.status.kind == .refusal && bench.isTyping)
    try bench.play("<BS> <Enter>")
    #expect(bench.wave.shape == "square" && !bench.isTyping)
    try bench.play("u")
    #expect(bench.wave.shape == "sine")
  }

  // MARK: The line after :

  @Test func linesAreTypedAndRun() throws {
    var bench = try Workbench.forTests().playing(": \"x -1 3\" <Enter> : 2 <Enter>")
    #expect(bench.wave.window == -1...3 && bench.wave.cursor == 2)
    try bench.play(": \"slope; square\" <Enter> : <Up>")
    #expect(bench.wave.showsSlope && bench.wave.shape == "square")
    #expect(
      bench.view.text(row: 22).contains(":slope; square")
        || bench.view.text(row: 22).contains(": slope; square"))
  }

  @Test func whatIsRefusedStaysForMendingAndNothingOfItHappens() throws {
    let bench = try Workbench.forTests().playing(": \"slope on; x 3\" <Enter>")
    #expect(bench.isTyping && !bench.wave.showsSlope)
    #expect(
      bench.status.text == "Command 2 ('x 3'): x accepts a finite number for upper, as in x -3 3.")
  }

  @Test func wordsAreCompletedAndMistypedOnesAreFound() throws {
    let bench = try Workbench.forTests().playing(": am <Tab>")
    #expect(bench.view.text(row: 22).contains("amplitude"))
    #expect(
      try Workbench.forTests().playing(": slop <Tab> \" o\" <Tab>").view.text(row: 22).contains(
        "slope o"))
    let mistyped = try Workbench.forTests().playing(": amplitud <Enter>")
    #expect(mistyped.status.text == "Unknown command 'amplitud'; did you mean amplitude?")
    let unknown = try Workbench.forTests().playing(": qwertz <Enter>")
    #expect(unknown.status.text.hasPrefix("Unknown command 'qwertz'. Available: shape, amplitude"))
  }

  @Test func namesAreCompletedInFields() throws {
    let typing = try Workbench.forTests().playing("V s")
    #expect(typing.view.text(row: 23).hasPrefix(" Tab sine  square"))
    #expect(try typing.playing("q <Tab> <Enter>").wave.shape == "square")
    #expect(try Workbench.forTests().playing("/ l <Tab>").wave.shape == "line")
    #expect(try Workbench.forTests().playing("V <Tab> <Esc>").wave.shape == "sine")
  }

  @Test func aListPastedAtThePromptIsOneLineWhateverSeparatesIt() throws {
    let bench = try Workbench.forTests().playing(": \"samples \" <paste:1;2\n3;> <Enter>")
    #expect(bench.wave.samples == [1, 2, 3])
    let commands = try Workbench.forTests().playing(": <paste:slope on; square> <Enter>")
    #expect(commands.wave.showsSlope && commands.wave.shape == "square")
  }

  @Test func aNumberOrAWordIsOneArgument() throws {
    var bench = try Workbench.forTests().running("extent 3")
    #expect(bench.wave.extent == 3 && bench.script == ["extent 3"])
    try bench.run("extent AUTO")
    #expect(bench.wave.extent == nil && bench.script == [])
    #expect(throws: Refusal("extent accepts a finite number or auto, as in extent auto (got 'x')."))
    {
      try bench.run("extent x")
    }
  }

  @Test func aScreensWordGoesThereAndActsThere() throws {
    var bench = try Workbench.forTests().running("notes count 3")
    #expect(bench.selected == 1 && bench.notes.count == 3)
    try bench.run("wave")
    #expect(bench.selected == 0)
    try bench.run("notes; more; wave; slope on")
    #expect(bench.notes.count == 4 && bench.wave.showsSlope && bench.selected == 0)
  }

  @Test func helpTellsAboutAWord() throws {
    let page = try Workbench.forTests().playing(": \"help nudge\" <Enter>").view.picture
    #expect(page.contains("nudge [STEPS]") && page.contains("ten steps lower or higher"))
    #expect(try Workbench.forTests().playing("?").view.picture.contains("type the amplitude"))
    let unknown = try Workbench.forTests().playing(": \"help nudg\" <Enter>")
    #expect(unknown.status.text == "There is no help on 'nudg'; did you mean nudge?")
  }

  @Test func quitAsksForIt() throws {
    var bench = Workbench.forTests()
    #expect(try bench.play("q") == [.quit])
    #expect(try bench.play(": quit <Enter>") == [.quit])
    #expect(try bench.play("/ q <Esc>") == [])
    #expect(try bench.play("<C-l>") == [.redraw])
  }

  // MARK: Mouse, paste and time

  @Test func aClickIsALineWithTheResult() throws {
    var bench = Workbench.forTests()
    let placed = try #require(bench.screen.panels(in: bench.context).first { $0.name == "plot" })
    let (x, y) = (placed.rect.x + 20, placed.rect.y + 5)
    guard case .point(let value, _)? = placed.place(x: x, y: y, looks: bench.appearance) else {
      Issue.record("no point there")
      return
    }
    try bench.play("<click:\(x),\(y)>")
    #expect(bench.wave.cursor == value)
    #expect(bench.script == ["at \(value)"])
  }

  @Test func aDraggedSliderSetsItsValue() throws {
    var bench = Workbench.forTests()
    let placed = try #require(bench.screen.panels(in: bench.context).first { $0.name == "sliders" })
    let y = placed.rect.y + 1
    try bench.play("<click:\(placed.rect.x + 15),\(y)>")
    #expect(bench.wave.amplitude == 0)
    try bench.play("<drag:\(placed.rect.maxX - 3),\(y)>")
    #expect(bench.wave.amplitude == 4)
  }

  @Test func aPasteIsALineToo() throws {
    var bench = try Workbench.forTests().playing("<paste:1, 2\n3>")
    #expect(bench.wave.samples == [1, 2, 3])
    try bench.play("<paste:nonsense>")
    #expect(bench.status.kind == .refusal && bench.wave.samples == [1, 2, 3])
  }

  @Test func timePassesOnlyWhenAskedFor() throws {
    var bench = Workbench.forTests()
    #expect(try bench.play("<tick:1>") == [])
    #expect(bench.wave.phase == 0)
    #expect(try bench.play("<Space>") == [.wake(after: .milliseconds(40))])
    #expect(try bench.play("<tick:0.5>") == [.wake(after: .milliseconds(40))])
    #expect(bench.wave.phase == 0.5)
    #expect(try bench.play("<Space> <tick:0.5>") == [])
    #expect(bench.wave.phase == 0.5)
  }

  @Test func whatMovesStandsStillWhileItIsNotSeenAndThenGoesOn() throws {
    var bench = try Workbench.forTests().playing("<Space> <tick:0.5> 2")
    #expect(try bench.play("<tick:1>") == [])
    #expect(try bench.play("1") == [.wake(after: .milliseconds(40))])
    #expect(bench.wave.phase == 0.5)
    #expect(try Workbench.forTests().playing("2").playing("1").playing("<tick:1>").wave.phase == 0)
  }

  // MARK: Readings and tables

  @Test func readingsHaveNames() throws {
    let bench = try Workbench.forTests().running("at 1; samples 0.5, -inf")
    let screen = try #require(bench.screens[0] as? WaveScreen)
    guard case .number(0.5)? = WaveScreen.readings.value("f", of: screen),
      case .number(-.infinity)? = WaveScreen.readings.value("samples[1]", of: screen)
    else {
      Issue.record("f or samples[1] reads something else")
      return
    }
    #expect(WaveScreen.readings.value("samples[2]", of: screen) == nil)
    #expect(WaveScreen.readings.value("samples[-1]", of: screen) == nil)
    #expect(
      bench.screen.readingsAsJSON == """
        {
          "x": 1,
          "f": 0.5,
          "shape": "sine",
          "samples": [0.5, "-inf"]
        }
        """)
  }

  @Test func noKeyIsBoundTwiceAndKeysHaveArgumentsThatFit() throws {
    for bench in [Workbench.forTests()] {
      for screen in bench.screens {
        let infos = screen.commandInfos + Workbench.commands.infos
        let keys = infos.flatMap(\.keys).flatMap(\.choices).flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(Set(infos.map(\.word)).count == infos.count)
      }
      for info in bench.screens[0].commandInfos {
        for choice in info.keys.flatMap(\.choices) {
          guard case .run(let arguments) = choice.press else { continue }
          let order = Order(info.word, arguments)
          #expect(try WaveScreen.commands.order(order.line, for: WaveScreen()) == order)
        }
        let example = info.word + " " + info.grammar.example
        #expect(try WaveScreen.commands.order(example, for: WaveScreen()) != nil, "\(example)")
      }
    }
  }

  @Test func theTablesAreDocumentation() {
    let bench = Workbench.forTests()
    #expect(bench.keyReference.contains("| ← h, → l | move the cursor | `move` |"))
    #expect(bench.commandReference.contains("| `slope [on\\|off]` | draw the slope | `slope on` |"))
  }
}
