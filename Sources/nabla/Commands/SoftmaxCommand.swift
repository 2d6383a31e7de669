import ArgumentParser

/// `nabla softmax`: opens the explorer on the Softmax screen.
struct SoftmaxCommand: TakesValues {
  static let configuration = CommandConfiguration(
    commandName: "softmax", abstract: "Open the Softmax screen on a vector of logits.")

  static let wordsBeforeValues = 0
  var givenValues: [String] {
    get { input.vector }
    set { input.vector = newValue }
  }

  @OptionGroup var input: VectorOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let logits = try input.logits()
    try ExplorerLauncher(
      display: try display.display, readsKeysFromTerminalDevice: input.isStandardInput
    )
    .run(.softmax(logits: logits))
  }
}
