import ArgumentParser

/// `nabla softmax`: opens the explorer on the Softmax screen.
struct SoftmaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "softmax", abstract: "Open the Softmax screen on a vector of logits.")

  @Argument(
    parsing: .allUnrecognized,
    help: "The logits, as in 2,1,0.1 (-inf is a mask), or - to read them from standard input.")
  var vector: [String] = []

  @Option(help: ArgumentHelp("Read the logits from a file.", valueName: "path"))
  var file: String?

  @OptionGroup var display: DisplayOptions

  func run() throws {
    guard file == nil || vector.isEmpty else {
      throw CommandFailure.usage("logits come from the command line or from --file, not both.")
    }
    let logits: [Double]?
    if let file {
      logits = try VectorInput.logits(fromFile: file)
    } else {
      logits = vector.isEmpty ? nil : try VectorInput.logits(from: vector)
    }
    try ExplorerLauncher(
      display: try display.display, readsKeysFromTerminalDevice: vector == ["-"]
    )
    .run(.softmax(logits: logits))
  }
}
