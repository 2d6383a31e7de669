import TestSupport
import Testing
import Widgets
import Wording

@Suite struct LineTests {
  private func order(_ line: String) throws -> Order? {
    try WaveScreen.commands.order(line, for: WaveScreen())
  }

  private func refusal(_ line: String) -> String? {
    do {
      _ = try order(line)
      return nil
    } catch { return (error as? Refusal)?.sentence }
  }

  @Test func aLineIsAWordAndItsArguments() throws {
    #expect(try order("x -3 3") == Order("x", [-3.0, 3.0]))
    #expect(try order("  X   -3,3 ") == Order("x", [-3.0, 3.0]))
    #expect(try order("slope on") == Order("slope", [true]))
    #expect(try order("slope") == Order("slope"))
    #expect(try order("samples [1, 2; -inf]") == Order("samples", [.numbers([1, 2, -.infinity])]))
    #expect(try order("shape square") == Order("shape", ["square"]))
    #expect(try order("nudge -2") == Order("nudge", [-2]))
  }

  @Test func anEqualsSignMayStandAfterTheWord() throws {
    #expect(try order("amplitude=2") == Order("amplitude", [2.0]))
    #expect(try order("amplitude = 2") == Order("amplitude", [2.0]))
  }

  @Test func shorthandIsLookedForAfterCommands() throws {
    #expect(try order("square") == Order("shape", ["square"]))
    #expect(try order("1.5") == Order("at", [1.5]))
    #expect(try order("nothing of the kind") == nil)
  }

  @Test(arguments: [
    ("at", "at accepts a finite number, as in at 1.5."),
    ("at abc", "at accepts a finite number, as in at 1.5 (got 'abc')."),
    ("at inf", "at accepts a finite number, as in at 1.5 (got 'inf')."),
    ("x 1", "x accepts a finite number for upper, as in x -3 3."),
    ("x 3 -3", nil),
    ("x 1 2 3", "x accepts LOWER UPPER, as in x -3 3 (got '1 2 3')."),
    ("slope maybe", "slope accepts on or off, as in slope on (got 'maybe')."),
    ("shape cube", "shape accepts sine, square or line, as in shape line (got 'cube')."),
    ("flat 2", "flat takes no arguments (got '2')."),
    (
      "nudge 1.5",
      "nudge accepts a whole number from -1000000 to 1000000, as in nudge -2 (got '1.5')."
    ),
    (
      "samples 1,,2",
      "samples: Number 2 is missing: one comma, or blanks, stand between two numbers."
    ),
  ])
  func aRefusalNamesTheWordAndWhatItAccepts(_ line: String, _ sentence: String?) {
    #expect(refusal(line) == sentence)
  }

  @Test(arguments: [
    "", "plain", "two words", "semi;colon", "# no comment", "\"quoted\"", "back\\slash",
    "tab\tand\nline",
    "(", "]", "{;}", " blank ", "é − ∞ 👩‍👩‍👧", "'", "a'b", "\u{301}", "\r\n", "x=1", "\u{2028}",
  ])
  func textIsReadBackAsItWas(_ text: String) throws {
    let order = Order("note", [.text(text)])
    #expect(try self.order(order.line) == order)
    // One line of a script, too, whatever is in it.
    let lines = try ScriptText(order.line + "; slope on").lines.map(\.text)
    #expect(lines == [order.line, "slope on"])
  }

  @Test func numbersAreReadBackBitForBit() throws {
    var random = TestRandom(seed: 5)
    let hard: [Double] = [
      0, -0.0, 0.1, 1 / 3, .leastNonzeroMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude,
      0x1.8p-1030, 1e22, 123_456_789_012_345_680, -1e-5,
    ]
    let numbers = hard + (0..<2000).map { _ in Double(bitPattern: random.next()) }
    for number in numbers where number.isFinite {
      let order = Order("at", [.number(number)])
      #expect(try self.order(order.line) == order)
    }
    let list = numbers.filter { $0 < .infinity }.prefix(8)
    let order = Order("samples", [.numbers(Array(list))])
    #expect(try self.order(order.line) == order)
  }

  @Test func zeroAndMinusZeroAreNotTheSameArgument() {
    #expect(Argument.number(0) != .number(-0.0))
    #expect(Argument.number(.nan) == .number(.nan))
    #expect(NumberSpelling.exact(-0.0) == "-0")
    #expect(NumberSpelling.exact(.nan) == "nan")
  }

  @Test func numbersMayBeReadByWhoeverKnowsMore() throws {
    let reader = NumberReader { text throws(NumberParser.Failure) in
      text == "pi" ? 3.25 : try NumberParser.number(text)
    }
    let order = try WaveScreen.commands.order("x -3 pi", for: WaveScreen(), numbers: reader)
    #expect(order == Order("x", [-3.0, 3.25]))
  }
}

@Suite struct ScriptTextTests {
  private func lines(_ text: String) throws -> [String] { try ScriptText(text).lines.map(\.text) }

  @Test func semicolonsAndLineBreaksSeparateLines() throws {
    #expect(try lines("a; b\n\n c ;; d\r\ne") == ["a", "b", "c", "d", "e"])
    #expect(try lines(" \n;") == [])
  }

  @Test func aHashBeginsAComment() throws {
    #expect(try lines("a # b; c\nd") == ["a", "d"])
    #expect(try lines("# a\n#b\nc") == ["c"])
  }

  @Test func insideBracketsBracesAndQuotesNothingSeparates() throws {
    #expect(try lines("x [1; 2;\n3]; y") == ["x [1; 2; 3]", "y"])
    #expect(try lines("f = {x > 0: x; 0.01x}; y") == ["f = {x > 0: x; 0.01x}", "y"])
    #expect(try lines("note \"a; b # c\"; y") == ["note \"a; b # c\"", "y"])
    #expect(try lines("note \"say \\\"a;b\\\"\"; y") == ["note \"say \\\"a;b\\\"\"", "y"])
    #expect(try lines("f'(x); f''") == ["f'(x)", "f''"])
  }

  @Test func linesKnowTheirNumbers() throws {
    #expect(try ScriptText("a\n# b\nc; d\n\n[\n1]\ne").lines.map(\.number) == [1, 3, 3, 5, 7])
  }

  @Test func aMessageNamesTheCommandAmongOthers() throws {
    func refusal(_ script: String) -> String? {
      do {
        _ = try Workbench.forTests().running(script)
        return nil
      } catch { return (error as? Refusal)?.sentence }
    }
    let sentence = "x accepts a finite number for upper, as in x -3 3."
    #expect(refusal("x 3") == sentence)
    #expect(refusal("  x 3\n") == sentence)
    #expect(refusal("flat; x 3") == "Command 2 ('x 3'): \(sentence)")
    #expect(refusal("flat\nx 3") == "Line 2: \(sentence)")
    #expect(refusal("flat\nslope; x 3; slope") == "Line 2, command 2 ('x 3'): \(sentence)")
    #expect(refusal("# how it begins\nx 3") == "Line 2: \(sentence)")
  }

  @Test func whatIsNeverClosedIsNamedByItsLine() {
    #expect(throws: Refusal("Line 2: a bracket is opened and never closed.")) {
      try ScriptText("a\nx [1, 2\nb")
    }
    #expect(throws: Refusal("A bracket is opened and never closed.")) {
      try ScriptText("a; x [1, 2")
    }
    #expect(throws: Refusal("Line 1: a double quote is opened and never closed.")) {
      try ScriptText("note \"a\nb")
    }
  }
}
