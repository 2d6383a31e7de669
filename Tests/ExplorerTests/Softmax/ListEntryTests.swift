import TerminalCells
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// Lists of numbers, however they are written and whichever way they come in.
@Suite struct ListEntryTests {
  let bench = SoftmaxBench([2, 1, 0.1])

  @Test(arguments: [
    "[1, 2]", "tensor([1., 2.])", "tensor([1., 2.], dtype=torch.float16)",
    "torch.tensor([1, 2], device='cuda:0', dtype=torch.bfloat16)",
    "tensor([1.0000, 2.0000], grad_fn=<AddBackward0>)", "tensor([[1., 2.]], requires_grad=True)",
    "torch.tensor([1, 2], torch.float32)", "torch.FloatTensor([1, 2])",
    "Parameter containing:\ntensor([1., 2.], requires_grad=True)",
    "np.array([1, 2])", "numpy.array([1, 2], dtype=float)", "array([1., 2.], dtype=float32)",
    "np.array([1, 2], np.float32)", "array([1.,\n       2.])", "[1. 2.]",
    "jnp.array([1, 2])", "jax.numpy.asarray([1, 2])", "Array([1., 2.], dtype=float32)",
    "Array([1., 2.], dtype=float32, weak_type=True)",
    "tf.Tensor([1. 2.], shape=(2,), dtype=float32)", "tf.constant([1, 2])",
    "<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>",
    "[np.float64(1.0), np.float64(2.0)]", "[tensor(1.), tensor(2.)]",
    "logits = [1, 2]", "x=torch.tensor([1, 2])", "\u{FEFF}1, 2", "\u{FEFF}[1, 2]\r\n", "1\t2",
    "1\u{A0}2", "[\"1\", '2']", "{1, 2}", "(1, 2)", "1\n2\n", "1;2;", "  1  ,  2  ", "+1, 2e0",
    "0x1p0, 2", "np.array([1, 2], dtype = np.float64)",
    "(1), (2)", "[(1), (2)]", "(float(1), float(2))", "((1, 2))", "([1, 2])", "[[[1, 2]]]",
  ])
  func whatProgramsPrintIsTakenLikeAList(text: String) {
    #expect((try? VectorParser.logits(text)) == [1, 2])
    #expect(bench.pasting(text).logits == [1, 2])
    #expect(bench.typing("E").pasting(text).typing("<Enter>").logits == [1, 2])
    #expect(bench.typing(":x<Space>").pasting(text).typing("<Enter>").logits == [1, 2])
  }

  @Test(arguments: ["[0, -np.inf]", "[0, float('-inf')]", "[0, -inf]", "0 -math.inf", "0, −inf"])
  func aMaskIsTakenAsPythonWritesIt(text: String) {
    #expect((try? VectorParser.logits(text)) == [0, -.infinity])
  }

  @Test(arguments: [
    ("sin(1), 2", "'sin' is not a number"), ("1, 2, float", "'float'"), ("1, b=2", "'b=2'"),
    ("[1, 2, ..., 9]", "shortened"), ("1, …, 2", "shortened"), ("1,,2", "Number 2 is missing"),
    ("[1, 2,, dtype=float32]", "Number 3 is missing"), ("1>2", "'1>2'"), ("", "no number"),
    ("dtype=float32", "no number"), ("tensor([])", "no number"), ("[1, np.inf]", "inf"),
    ("1, 2, x", "'x'"), ("tensor", "'tensor'"), ("1:2", "'1:2'"), ("-float(1), 2", "'-float'"),
    // Cut off in front or behind.
    ("[1, 2, 3", "[ is not closed"), ("tensor([1,2,3", "[ is not closed"),
    ("tensor([1,2,3]", "( is not closed"), ("{1, 2", "{ is not closed"),
    ("1, 2]", "] closes nothing"),
    ("[1, 2)", ") closes nothing"), ("[1, 2]]", "] closes nothing"), ("'1, 2", "' is not closed"),
    ("[float(1, 2]", "] closes nothing"), ("array([1., 2.], dtype=float32", "( is not closed"),
    ("<tf.Tensor: shape=(2,), numpy=array([1., 2.])", "< is not closed"),
    // Lists of lists, or several.
    ("[[1,2],[3,4]]", "list of lists"), ("[[1. 2.]\n [3. 4.]]", "list of lists"),
    ("tensor([[1, 2], [3, 4]])", "list of lists"), ("[[1],[2]]", "list of lists"),
    ("[(1, 2), (3, 4)]", "list of lists"), ("[1, 2] [3, 4]", "several lists"),
    ("[[1, 2], 3]", "list of lists"), ("1, [2, 3]", "list of lists"),
    ("(1), (2, 3)", "several lists"), ("(1, 2), (3)", "several lists"),
    // What cannot be seen does not join digits.
    ("1 2 3\u{3}45", "'3"), ("1, 2\u{0}3", "'2"), ("1, 2\u{7F}3", "'2"), ("1, 2\u{8}", "'2"),
    ("1, 2\u{1B}[31m3", "'2"), ("1, 2\u{202E}3", "'2"),
  ])
  func whatIsNoListIsRefusedAndNothingChanges(text: String, words: String) {
    #expect { try VectorParser.logits(text) } throws: { "\($0)".contains(words) }
    let refused = bench.pasting(text)
    #expect(refused.isRefused && refused.logits == [2, 1, 0.1])
  }

  /// 4,096 numbers of 500 characters each, none a prefix of another's value.
  private static let long: [String] = (0..<4096).map { index in
    let digits = "\(index).0625" + String(repeating: "123456789", count: 60)
    return String(digits.prefix(497)) + "e-3"
  }
  private static let expected = long.map { Double($0)! }

  @Test func fourThousandNumbersOfFiveHundredCharactersAreTakenWholeEveryWay() {
    let separator = ",\n"
    let text = Self.long.joined(separator: separator)
    #expect(text.utf8.count > 2_000_000)
    #expect(bench.pasting(text).logits == Self.expected)
    #expect(bench.typing("E").pasting(text).typing("<Enter>").logits == Self.expected)
    #expect(bench.typing(":x<Space>").pasting(text).typing("<Enter>").logits == Self.expected)
    let pieces = stride(from: 0, to: Self.long.count, by: 512).map {
      Self.long[$0..<$0 + 512].joined(separator: separator) + separator
    }
    let byPieces = pieces.reduce(bench.typing(":x<Space>")) { $0.pasting($1) }
    #expect(byPieces.typing("<Enter>").logits == Self.expected)
  }

  @Test(arguments: [300, 4096]) func noNumberIsLostOnTheWay(count: Int) {
    let numbers = (0..<count).map { Double($0) / 7 - 1e-9 }
    let text = numbers.map { "\($0)" }.joined(separator: ", ")
    #expect(bench.typing(":\"x \(text)\"<Enter>").logits == numbers)
    #expect(bench.typing("E\"\(text)\"<Enter>").logits == numbers)
    #expect(bench.typing("-").typing("<BS>\"\(text)\"<Enter>").logits == numbers)
  }

  @Test(arguments: [4097, 5000, 100_000])
  func tooManyNumbersAreCountedToTheLastAndRefusedWhole(count: Int) {
    let text = Array(repeating: "0.5", count: count).joined(separator: ",")
    let sentence = "That is \(count) numbers; a vector of 2 to 4096 is accepted."
    for refused in [
      bench.pasting(text), bench.typing("E").pasting(text).typing("<Enter>"),
      bench.typing(":x<Space>").pasting(text).typing("<Enter>"),
    ] {
      #expect(refused.status.hasSuffix(sentence))
      #expect(refused.logits == [2, 1, 0.1])
      // What was typed stays for mending.
      #expect(refused.typing("<Esc>").logits == [2, 1, 0.1])
    }
  }

  @Test func aLineThatIsTooLongIsRefusedWholeWithWhatItHasAndMayHave() {
    let text = String(repeating: "1 ", count: LineEditor.longest / 2)
    for open in [":", "E", "<Enter>"] {
      let full = bench.typing(open + "7").pasting(text)
      #expect(full.isRefused && full.status.contains("\(LineEditor.longest + 1) bytes"))
      #expect(full.status.contains("\(LineEditor.longest) are accepted"))
      #expect(full.app.openField?.editor.string == "7")
    }
    let untouched = bench.typing("E")
    let refused = untouched.pasting(text + "1")
    #expect(refused.isRefused)
    #expect(refused.app.openField == untouched.app.openField)
  }

  @Test func aRefusedPasteIsToldOnEveryScreenAndChangesNothing() {
    for screen in ["1", "2", "1:", "2E", "?", "2?"] {
      let before = Workbench.forTests().typing(screen)
      for refusal in [PasteRefusal.unfinished, .tooLong(bytes: 5_000_000, limit: 4_194_304)] {
        var app = before
        _ = app.update(.pasteStalled)
        let stalled = app.view.text(row: app.size.height - (app.isTyping ? 1 : 2))
        #expect(stalled.contains("waiting for") || app.page?.scroll != nil)
        _ = app.update(.pasteRefused(refusal))
        let told = app.view.text(row: app.size.height - (app.isTyping ? 1 : 2))
        #expect(told.contains(refusal.sentence), "\(screen)")
        #expect(app.softmaxScreen?.state == before.softmaxScreen?.state)
        #expect(app.openField == before.openField)
        #expect(!app.typing("<Right>").view.text(row: app.size.height - 2).contains("paste"))
      }
    }
  }

  @Test func historyIsBoundedInBytesAndKeepsTheLatest() {
    var history = CommandHistory()
    for index in 0..<20 { history.remember("\(index) " + String(repeating: "1 ", count: 1 << 20)) }
    let bytes = history.lines.reduce(0) { $0 + $1.utf8.count }
    #expect(bytes <= 8 << 20 && history.lines.last!.hasPrefix("19 "))
    history.remember(String(repeating: "2", count: 10 << 20))
    #expect(history.lines.count == 1)
  }
}

/// What a terminal sends that does not mark pastes.
@Suite struct BurstEntryTests {
  @Test func itIsAPasteWhereNothingIsOpenAndTypedWhereSomethingIs() {
    func after(_ keys: String, _ text: String) -> Workbench {
      var app = Workbench.forTests().typing(keys)
      _ = app.update(.burst(text))
      return app
    }
    #expect(after("2", "7 8 9\n").softmax.vector.logits == [7, 8, 9])
    #expect(after("2?", "7 8 9").softmax.vector.logits == [7, 8, 9])
    // Into a field, where a line end is Enter.
    #expect(after("2E<C-u>", "7 8 9\n").softmax.vector.logits == [7, 8, 9])
    let open = after("2E<C-u>", "7 8 9")
    #expect(open.isTyping && open.openField?.editor.string == "7 8 9")
    // On Curves nothing of it is a command.
    let curves = after("1", "2 2 2")
    #expect(curves.selected == 0 && curves.statusLine.contains("Nothing is open"))
  }
}

@Suite struct LineEditorTests {
  @Test func theCaretGoesByCharactersAndKeysEditAroundIt() {
    var editor = LineEditor()
    editor.insert("aé漢e\u{301}👩‍🔬b")
    for _ in 0..<3 { _ = editor.handle(.left) }
    _ = editor.handle(.backspace)
    #expect(editor.string == "aée\u{301}👩‍🔬b")
    _ = editor.handle(.delete)
    #expect(editor.string == "aé👩‍🔬b")
    _ = editor.handle(.home)
    _ = editor.handle(.left)
    _ = editor.handle(.backspace)
    editor.insert("<")
    _ = editor.handle(.end)
    _ = editor.handle(.right)
    _ = editor.handle(.delete)
    editor.insert(">")
    #expect(editor.string == "<aé👩‍🔬b>")
    _ = editor.handle(.control("w"))
    #expect(editor.isEmpty)
  }

  @Test func wordsAreDeletedBackwards() {
    var editor = LineEditor("one two  ")
    _ = editor.handle(.control("w"))
    #expect(editor.string == "one ")
    _ = editor.handle(.control("w"))
    #expect(editor.string == "" && editor.caret == editor.string.startIndex)
    var middle = LineEditor("one two")
    for _ in 0..<2 { _ = middle.handle(.left) }
    _ = middle.handle(.control("w"))
    #expect(middle.string == "one wo")
    _ = middle.handle(.control("u"))
    #expect(middle.string == "wo")
    _ = middle.handle(.control("k"))
    #expect(middle.isEmpty)
  }

  @Test func lineEndsAndTabsBecomeBlanksAndWhatCannotBeSeenGoes() {
    for (text, line) in [
      ("1\n2\r\n3\t4", "1 2 3 4"), ("\u{FEFF}1\u{200B}2", " 1 2"), ("a\u{7}b", "a�b"),
      ("1\u{202E}2", "1�2"), ("1\r2", "1 2"), ("", ""),
      ("é\n\té", "é  é"), ("1\n2\t3", "1 2 3"), ("1\u{85}2", "1 2"),
    ] {
      var editor = LineEditor()
      let isTaken = editor.insert(text)
      #expect(isTaken && editor.string == line, "\(text.debugDescription)")
    }
  }

  @Test func whatDoesNotFitIsRefusedWhole() {
    var editor = LineEditor("ab", limit: 4)
    let refused = editor.insert("cde")
    #expect(!refused && editor.string == "ab")
    let taken = editor.insert("cd")
    #expect(taken && editor.string == "abcd")
  }
}
