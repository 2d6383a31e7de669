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

  @OptionGroup var session: SessionOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let logits = try input.logits()
    let request = try session.request
    guard !(input.isStandardInput && request.readsStandardInput) else {
      throw CommandFailure.usage("standard input is either the logits or the script, not both.")
    }
    try ExplorerLauncher(
      display: try display.display, request: request,
      readsKeysFromTerminalDevice: input.isStandardInput
    )
    .run(.softmax(logits: logits))
  }
}
