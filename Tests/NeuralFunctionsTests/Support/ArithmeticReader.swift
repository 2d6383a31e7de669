import Foundation
import NeuralFunctions

/// Works out a substituted formula as a reader with a calculator would.
///
/// Understands + − × /, parentheses, numbers, and exp, log, sin, cos, arctan, sqrt, tanh of a
/// parenthesized argument.
struct ArithmeticReader {
  private enum Token: Equatable {
    case number(Double)
    case symbol(Character)
    case name(String)
  }

  private var tokens: [Token] = []
  private var position = 0

  /// The value of `substitution`, or nil if it is not arithmetic that this understands.
  static func value(of substitution: Substitution) -> Double? {
    var reader = ArithmeticReader()
    for piece in substitution.pieces {
      switch piece {
      case .number(let number): reader.tokens.append(.number(number))
      case .text(let text): reader.split(text)
      }
    }
    guard let result = reader.sum(), reader.position == reader.tokens.count else { return nil }
    return result
  }

  private mutating func split(_ text: String) {
    var rest = Substring(text)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first.isNumber {
        let digits = rest.prefix { $0.isNumber || $0 == "." }
        tokens.append(.number(Double(digits) ?? .nan))
        rest.removeFirst(digits.count)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter }
        tokens.append(.name(String(name)))
        rest.removeFirst(name.count)
      } else {
        tokens.append(.symbol(first == "-" ? "−" : first))
        rest.removeFirst()
      }
    }
  }

  private mutating func accept(_ symbol: Character) -> Bool {
    guard position < tokens.count, tokens[position] == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func sum() -> Double? {
    guard var total = product() else { return nil }
    while true {
      if accept("+") {
        guard let next = product() else { return nil }
        total += next
      } else if accept("−") {
        guard let next = product() else { return nil }
        total -= next
      } else {
        return total
      }
    }
  }

  private mutating func product() -> Double? {
    guard var total = factor() else { return nil }
    while true {
      if accept("×") {
        guard let next = factor() else { return nil }
        total *= next
      } else if accept("/") {
        guard let next = factor() else { return nil }
        total /= next
      } else {
        return total
      }
    }
  }

  private mutating func factor() -> Double? {
    if accept("−") { return product().map { -$0 } }
    guard position < tokens.count else { return nil }
    let token = tokens[position]
    position += 1
    switch token {
    case .number(let number):
      return number
    case .symbol("("):
      guard let inner = sum(), accept(")") else { return nil }
      return inner
    case .name(let name):
      guard let function = Self.functions[name], accept("("), let inner = sum(), accept(")")
      else { return nil }
      return function(inner)
    case .symbol:
      return nil
    }
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "log": { log($0) }, "sin": { sin($0) }, "cos": { cos($0) },
    "arctan": { atan($0) }, "sqrt": { $0.squareRoot() }, "tanh": { tanh($0) },
  ]
}
