import ArgumentParser
import NeuralFunctions
import Wording

/// Where a command's logits come from.
struct VectorOptions: ParsableArguments {
  @Argument(
    help: "The logits, as in 2,1,0.1 (-inf is a mask), or - to read them from standard input.")
  var vector: [String] = []

  @Option(help: ArgumentHelp("Read the logits from a file.", valueName: "path"))
  var file: String?

  var isStandardInput: Bool { vector == ["-"] }

  /// The logits, or nil where none were given.
  func logits(
    count accepted: ClosedRange<Int> = VectorParser.acceptedCount
  ) throws -> [Double]? {
    guard let file else {
      return vector.isEmpty ? nil : try VectorInput.logits(from: vector, count: accepted)
    }
    guard vector.isEmpty else {
      throw CommandFailure.usage("logits come from the command line or from --file, not both.")
    }
    return try VectorInput.logits(fromFile: file, count: accepted)
  }

  /// The logits of a command that cannot do without; a single one is enough.
  func neededLogits() throws -> [Double] {
    if let logits = try logits(count: 1...VectorParser.acceptedCount.upperBound) { return logits }
    throw CommandFailure.usage(
      "no logits given; numbers are accepted, as in 2,1,0.1, or - to read them, or --file.")
  }
}

/// Which of softmax and its kin, and its parameters.
struct VariantOptions: ParsableArguments {
  @Option(help: "softmax, log-softmax, softmin or sparsemax.")
  var function: String = "softmax"

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter, as in temperature=2 or T=2.", valueName: "name=value"))
  var settings: [String] = []

  func entry() throws -> VectorCatalogueEntry { try Arguments.vectorEntry(named: function) }

  func vectorFunction() throws -> any VectorFunction {
    let entry = try entry()
    do {
      return try entry.function(parameters: try SettableNames(entry).values(settings))
    } catch let error as FunctionError {
      throw CommandFailure.usage(error.description)
    }
  }
}
