import Explorer
import NeuralFunctions
import Wording

/// Turns what was typed on the command line into functions and numbers, or says what is wrong.
enum Arguments {
  /// Values may begin with a minus sign, so unknown options arrive among them.
  static func rejectOptions(in values: [String]) throws {
    for value in values where value.hasPrefix("-") && value != "-" {
      let rest = value.dropFirst()
      guard let first = rest.first, !first.isNumber, first != ".", !isNumberWord(rest) else {
        continue
      }
      throw CommandFailure.usage(
        "'\(NumberParser.quotable(value))' is neither an option nor a number; see --help.")
    }
  }

  private static func isNumberWord(_ text: some StringProtocol) -> Bool {
    text.split(separator: ",").first.map { ["inf", "∞", "nan"].contains($0.lowercased()) } ?? false
  }

  /// A number of a kind that is told in words: "a finite number above 0".
  static func number(_ text: String, accepted words: String) throws -> Double {
    do { return try NumberParser.number(text) } catch {
      throw CommandFailure.usage(error.sentence(acceptedInWords: words))
    }
  }

  /// A number at which a function is asked for.
  static func number(_ text: String, in domain: Interval) throws -> Double {
    do { return try NumberParser.number(text) } catch {
      throw CommandFailure.usage(sentence(error, in: domain))
    }
  }

  /// What was wrong with a number; an infinity is only advised where it is accepted.
  static func sentence(_ failure: NumberParser.Failure, in domain: Interval) -> String {
    domain.contains(.infinity) && domain.contains(-.infinity)
      ? failure.description : failure.sentence(acceptedInWords: domain.inWords)
  }

  /// A stretch written as low:high.
  static func range(_ text: String, option: String) throws -> ClosedRange<Double> {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    if ends.count == 2 {
      let (low, high) = (
        try number(String(ends[0]), accepted: "a finite number"),
        try number(String(ends[1]), accepted: "a finite number")
      )
      if low.isFinite && high.isFinite && low < high {
        guard let least = PlotPicture.leastWidth(ifTooNarrow: low...high) else {
          return low...high
        }
        throw CommandFailure.usage(
          "\(option) \(NumberParser.quotable(text)) is too narrow to be drawn; there two numbers at least \(NumberText.brief(least)) apart are accepted."
        )
      }
    }
    throw CommandFailure.usage(
      "\(option) \(NumberParser.quotable(text)): two finite numbers are accepted, the smaller first, as in -6:6."
    )
  }

  static func entry(named name: String) throws -> CatalogueEntry {
    switch NamedFunction(name, in: .shell) {
    case .scalar(let entry): return entry
    case .vector(let vector):
      throw CommandFailure.usage(
        "\(vector.id) takes a vector, not a number; see 'nabla probabilities' and 'nabla jacobian'."
      )
    case .misleading(let sentence): throw CommandFailure.usage(sentence)
    case nil: throw unknownFunction(name, known: Catalogue.entries.map(\.id))
    }
  }

  static func vectorEntry(named name: String) throws -> VectorCatalogueEntry {
    let known = Catalogue.vectorFunctions.map(\.id)
    switch NamedFunction(name, in: .shell) {
    case .vector(let entry): return entry
    case .scalar(let entry):
      throw CommandFailure.usage(
        "\(entry.id) takes a number, not a vector; \(known.joined(separator: ", ")) are accepted.")
    case .misleading(let sentence): throw CommandFailure.usage(sentence)
    case nil: throw unknownFunction(name, known: known)
    }
  }

  private static func unknownFunction(_ name: String, known: [String]) -> CommandFailure {
    let hint = NamedFunction.suggestion(for: name, among: known).map { "did you mean \($0)?" }
    return .usage(
      "unknown function '\(NumberParser.quotable(name))'; \(hint ?? "'nabla list' prints all of them.")"
    )
  }
}
