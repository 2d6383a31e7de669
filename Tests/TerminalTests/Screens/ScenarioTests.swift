import Testing

/// What a person does on a first visit, in a real terminal.
@Suite struct ScenarioTests {
  @Test func movesReadsSwitchesEditsResizesAndQuits() async throws {
    try await shell { terminal in
      try await terminal.enter("$NABLA")
      try await terminal.waitFor("sigmoid at x = 1 is 0.7311, rising at 0.1966 per unit.")
      try await terminal.press("Right")
      try await terminal.waitFor("sigmoid at x = 1.2 is 0.7685")
      try await terminal.press("S-Left")
      try await terminal.waitFor("sigmoid at x = −0.8 is 0.31")
      try await terminal.press("Down")
      try await terminal.waitUntil("another function") { !$0.contains("sigmoid at x") }

      try await terminal.type("2")
      try await terminal.waitFor("softmax(x)")
      try await terminal.press("Enter")
      try await terminal.enter("7.25")
      try await terminal.waitFor("7.25")
      try await terminal.type("u")
      try await terminal.waitUntil("the old value") { !$0.contains("7.25") }

      try await terminal.resize(columns: 100, rows: 30)
      try await terminal.waitUntil("a wider frame") {
        $0.split(separator: "\n").contains { $0.count > 90 }
      }
      try await terminal.type("q")
      try await terminal.waitUntil("the shell") {
        $0.hasSuffix("$\n") || $0.contains("$ \n") || $0.contains("NABLA")
      }
      try await terminal.enter("echo back \"\"again")
      try await terminal.waitFor("back again")
    }
  }

  @Test func opensOnAFunctionOrAVector() async throws {
    try await terminal("nabla", "--function", "tanh") {
      try await $0.waitFor("tanh at x = 1 is 0.7616")
    }
    try await terminal("nabla", "softmax", "0,-1.5") {
      try await $0.waitFor("−1.5")
    }
  }

  @Test func readsAVectorFromAPipeAndKeysFromTheTerminal() async throws {
    try await shell { terminal in
      try await terminal.enter("echo 4, 3, 2 | $NABLA softmax -")
      try await terminal.waitForTitle("nabla")
      try await terminal.type("]")
      try await terminal.waitFor("4.1")
      try await terminal.type("q")
      // What is typed before the program has ended is the program's.
      try await terminal.waitUntil("the shell") { !$0.contains("Softmax") }
      try await terminal.enter("echo back \"\"again")
      try await terminal.waitFor("back again")
    }
  }
}
