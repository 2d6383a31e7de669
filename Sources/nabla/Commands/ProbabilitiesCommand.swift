import ArgumentParser
import Explorer
import NeuralFunctions
import Wording

/// `nabla probabilities`: what the Softmax screen shows of a vector, without the screen.
struct ProbabilitiesCommand: TakesValues {
  static let configuration = CommandConfiguration(
    commandName: "probabilities",
    abstract: "Print softmax p of logits, log p, and the loss against a target.",
    discussion: """
      With a target also the cross-entropy of softmax(x/T) against it and its gradient (p - y)/T. \
      'nabla softmax' opens the screen.
      """)

  static let wordsBeforeValues = 0
  var givenValues: [String] {
    get { input.vector }
    set { input.vector = newValue }
  }

  @OptionGroup var input: VectorOptions
  @OptionGroup var variant: VariantOptions

  @Option(parsing: .unconditional, help: "The target is this class, counted from 0.")
  var targetClass: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The target is a distribution, as in 0.7,0.2,0.1.", valueName: "y0,y1"))
  var target: String?

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  @OptionGroup var characters: CharacterOptions

  func run() throws {
    let name = try variant.entry().id
    let function = try variant.vectorFunction()
    let logits = try input.neededLogits()
    do { try function.check(logits) } catch { throw CommandFailure.data(error.description) }
    let target = try target(count: logits.count, of: name)
    let readings: ProbabilityReadings
    do {
      readings = try ProbabilityReadings(logits, of: name, function, target: target)
    } catch {
      throw CommandFailure.usage("--target: \(error.description)")
    }
    try ProbabilityPrinter(readings: readings).print(format)
  }

  // MARK: The target

  private func target(count: Int, of name: String) throws -> [Double]? {
    guard targetClass != nil || target != nil else { return nil }
    guard targetClass == nil || target == nil else {
      throw CommandFailure.usage(
        "the target is given by --target-class or by --target, not by both.")
    }
    guard ProbabilityReadings.haveLoss.contains(name) else {
      let accepted = ProbabilityReadings.haveLoss.joined(separator: " and ")
      throw CommandFailure.usage("a target is not accepted with \(name); it is with \(accepted).")
    }
    if let targetClass { return try oneHot(targetClass, count: count) }
    return try distribution(target ?? "")
  }

  private func oneHot(_ text: String, count: Int) throws -> [Double] {
    guard let index = Int(text) else {
      throw CommandFailure.usage(
        "--target-class \(NumberParser.quotable(text)): a class is accepted, counted from 0.")
    }
    guard (0..<count).contains(index) else {
      throw CommandFailure.usage(VectorError.classOutOfRange(index, count: count).description)
    }
    return (0..<count).map { $0 == index ? 1 : 0 }
  }

  private func distribution(_ text: String) throws -> [Double] {
    do {
      return try VectorParser.logits(text, count: 1...VectorParser.acceptedCount.upperBound)
    } catch .notALogit(let position, let value) {
      let error = VectorError.probabilityNotAccepted(index: position - 1, value: value)
      throw CommandFailure.usage("--target: \(error.description)")
    } catch {
      throw CommandFailure.usage("--target: \(error.description)")
    }
  }
}
