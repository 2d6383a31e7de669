import TerminalCells
import Testing

@Suite struct KeyScriptTests {
  @Test func charactersAreKeysAndBlanksAreNothing() throws {
    #expect(try KeyScript.events("l l g") == [.key("l"), .key("l"), .key("g")])
    #expect(try KeyScript.events("llg") == [.key("l"), .key("l"), .key("g")])
    #expect(try KeyScript.events("  \n") == [])
  }

  @Test func namesStandInBracketsWithModifiersAndCounts() throws {
    #expect(try KeyScript.events("<Down>") == [.key(.down)])
    #expect(try KeyScript.events("<S-Right*3>") == Array(repeating: .key(.shift(.right)), count: 3))
    #expect(try KeyScript.events("<C-r>") == [.key(.control("r"))])
    #expect(try KeyScript.events("<C-S-Tab>") == [.key(.control(.shift(.tab)))])
    #expect(
      try KeyScript.events("<lt> <quote> <Space> <*>") == ["<", "\"", " ", "*"].map { .key($0) })
    #expect(try KeyScript.events("<F12>") == [.key(Key(.function(12)))])
    #expect(try KeyScript.events("<l*0>") == [])
  }

  @Test func textInQuotesIsTyped() throws {
    #expect(
      try KeyScript.events(": \"a <b\" <Enter>")
        == [":", "a", " ", "<", "b", .enter].map { .key($0) })
  }

  @Test func otherEventsHaveAColon() throws {
    #expect(
      try KeyScript.events("<paste:1, 2> <click:3,4> <resize:80x24> <tick:0.5> <background:light>")
        == [
          .paste("1, 2"), .mouse(Mouse(.press, x: 3, y: 4)),
          .resize(Size(width: 80, height: 24)), .tick(.milliseconds(500)), .background(.light),
        ])
  }

  @Test(arguments: [
    "<", "<>", "<Nope>", "\"open", "<click:1>", "<resize:80>", "<tick:-1>", "<tick:nan>", "<l*x>",
    "<resize:-1x2>", "<Down*-1>", "<Fx>",
  ])
  func whatIsNoKeyIsNamed(_ script: String) {
    #expect(throws: KeyScript.Failure.self) { try KeyScript.events(script) }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let keys: [Key] = [
      "a", " ", "<", "\"", ">", "*", "é", "漢", .up, .shift(.left), .control("x"), .control(.right),
      Key(.character("q"), [.alt]), Key(.function(5), [.shift]), .control("<"), .pageDown, .insert,
    ]
    var events: [Event] = keys.map { .key($0) }
    events += [
      .paste("a\nb"), .mouse(Mouse(.wheelUp, x: -1, y: 7)), .resize(Size(width: 0, height: 3)),
      .tick(.milliseconds(40)), .background(.dark),
    ]
    for event in events {
      #expect(try KeyScript.events(KeyScript.text(of: event)) == [event])
    }
    let script = events.map { KeyScript.text(of: $0) }.joined(separator: " ")
    #expect(try KeyScript.events(script) == events)
  }
}
