import Foundation
import NeuralFunctions
import Testing

/// One function of sweep.txt, with parameters and a target, and its correctly rounded values.
///
/// The file is written by Tests/References/sweep.py, which says how.
struct SweepReference: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    var x: Double
    /// f, f′ and f″.
    var exact: [Double]
    /// The largest of the terms that cancel in each of them, or 0.
    var scales: [Double]
  }

  var identifier: String
  var parameters: [String: Double] = [:]
  var target: Double?
  var rows: [Row] = []

  var testDescription: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    return ([identifier] + settings + (target.map { ["target = \($0)"] } ?? []))
      .joined(separator: ", ")
  }

  static func load() throws -> [SweepReference] {
    let url = try #require(
      Bundle.module.url(forResource: "sweep", withExtension: "txt", subdirectory: "Reference"))
    var references: [SweepReference] = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words[0] != "#" else {
        references.append(try SweepReference(heading: words.dropFirst()))
        continue
      }
      let numbers = try words.map { try #require(Double($0)) }
      let scales = Array(numbers.dropFirst(4)) + [0, 0, 0]
      references[references.count - 1].rows.append(
        Row(x: numbers[0], exact: Array(numbers[1...3]), scales: Array(scales.prefix(3))))
    }
    return references
  }

  private init(heading words: some Collection<Substring>) throws {
    identifier = String(try #require(words.first))
    for word in words.dropFirst() {
      let parts = word.split(separator: "=")
      let value = try #require(Double(parts[1]))
      if parts[0] == "target" { target = value } else { parameters[String(parts[0])] = value }
    }
  }
}

/// How many units in the last place an entry's statement allows f, f′ and f″ to be off.
struct StatedAccuracy {
  var value, derivative, secondDerivative: Double

  /// Read from the sentence that is shown: "Value within 3 ulp, derivative within 2; …".
  init(_ sentence: String) throws {
    secondDerivative = 16
    if sentence.hasPrefix("Exact") {
      (value, derivative, secondDerivative) = (0, 0, 0)
    } else if sentence.hasPrefix("Value and derivative correctly rounded") {
      // Half a unit, and the reference itself is rounded.
      (value, derivative) = (0.5, 0.5)
    } else if let match = sentence.firstMatch(of: /^Value and derivative within ([0-9.]+) ulp/) {
      let bound = try #require(Double(match.1))
      (value, derivative) = (bound, bound)
    } else {
      let match = try #require(
        sentence.firstMatch(of: /^Value within ([0-9.]+) ulp, derivative within ([0-9.]+)/),
        "no bounds in “\(sentence)”")
      (value, derivative) = (try #require(Double(match.1)), try #require(Double(match.2)))
    }
    if let match = sentence.firstMatch(of: /second derivative within ([0-9.]+)/) {
      secondDerivative = try #require(Double(match.1))
    }
  }
}
