import NeuralFunctions
import Wording

extension SoftmaxScreen {
  /// Reads what was typed, or says in one sentence what is accepted.
  enum Entry {
    static func logit(_ text: String) throws(Refusal) -> Double {
      let value = try number(text, accepting: .logits)
      guard value < .infinity else {
        throw Refusal("A logit is a finite number, or -inf as a mask.")
      }
      return value
    }

    static func finite(_ text: String) throws(Refusal) -> Double {
      let value = try number(text)
      guard value.isFinite else { throw Refusal("A finite number is accepted here.") }
      return value
    }

    static func temperature(_ text: String) throws(Refusal) -> Double {
      let value = try number(text)
      guard value.isFinite && value > 0 else {
        throw Refusal("The temperature is a finite number above 0.")
      }
      return value
    }

    static func probability(_ text: String) throws(Refusal) -> Double {
      let value = try number(text)
      guard (0...1).contains(value) else {
        throw Refusal("An entry of y is a number from 0 to 1; the others share the rest.")
      }
      return value
    }

    static func seed(_ text: String) throws(Refusal) -> UInt64 {
      guard let number = try? number(text), let seed = UInt64(exactly: number) else {
        throw Refusal("A seed is a whole number from 0 up.")
      }
      return seed
    }

    /// How many logits a vector is to have.
    static func count(_ text: String) throws(Refusal) -> Int {
      let accepted = SoftmaxModel.acceptedCount
      guard let number = try? number(text), let count = Int(exactly: number),
        accepted.contains(count)
      else {
        throw Refusal("A vector has \(accepted.lowerBound) to \(accepted.upperBound) logits.")
      }
      return count
    }

    /// Nil for automatic.
    static func extent(_ text: String) throws(Refusal) -> Double? {
      let word = NumberParser.trimmingBlanks(text).lowercased()
      if word.isEmpty || "automatic".hasPrefix(word) { return nil }
      let value = try number(text)
      guard value.isFinite && value > 0 else {
        throw Refusal("The strongest colour stands for a finite number above 0, or auto.")
      }
      return value
    }

    /// Whether more than one number was meant.
    static func isList(_ text: String) -> Bool {
      NumberParser.trimmingBlanks(text).utf8.contains { " ,;[(".utf8.contains($0) }
    }

    static func vector(_ text: String) throws(Refusal) -> [Double] {
      try list(text, count: SoftmaxModel.acceptedCount, accepting: .logits)
    }

    static func finiteList(_ text: String, count: Int) throws(Refusal) -> [Double] {
      let numbers = try list(
        text, count: 1...SoftmaxModel.acceptedCount.upperBound, accepting: .finite)
      guard numbers.count == count else {
        throw Refusal(
          "That is \(VectorParser.inWords(numbers.count)); as many as there are logits, \(count), are accepted."
        )
      }
      return numbers
    }

    static func distribution(_ text: String, count: Int) throws(Refusal) -> [Double] {
      let numbers = try finiteList(text, count: count)
      guard numbers.allSatisfy({ (0...1).contains($0) }) else {
        throw Refusal("Each entry of y is a number from 0 to 1.")
      }
      let sum = numbers.reduce(0, +)
      guard (sum - 1).magnitude <= CrossEntropyOnLogits.sumTolerance else {
        throw Refusal("These sum to \(NumberText.brief(sum)); a target y sums to 1.")
      }
      return numbers
    }

    private static func list(
      _ text: String, count: ClosedRange<Int>, accepting kind: NumberParser.Accepted
    ) throws(Refusal) -> [Double] {
      do { return try VectorParser.numbers(text, count: count, accepting: kind) } catch {
        throw Refusal(error.description)
      }
    }

    private static func number(
      _ text: String, accepting kind: NumberParser.Accepted = .finite
    ) throws(Refusal) -> Double {
      do { return try NumberParser.number(text) } catch {
        throw Refusal(error.sentence(accepting: kind))
      }
    }
  }
}
