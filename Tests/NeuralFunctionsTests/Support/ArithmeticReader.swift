import Foundation
import NeuralFunctions

/// Works out a substituted formula as a reader with a good calculator would.
///
/// Understands + − × / ^ ², parentheses and brackets, |absolute values|, numbers and ½, and exp,
/// log, sin, cos, arctan, sqrt, tanh, cosh, sign and max. log(1 + x) keeps the digits of a small x.
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
      if first.isASCII && first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        tokens.append(.number(Double(digits) ?? .nan))
        rest.removeFirst(digits.count)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter }
        tokens.append(.name(String(name)))
        rest.removeFirst(name.count)
      } else {
        rest.removeFirst()
        switch first {
        case " ": break
        case "-": tokens.append(.symbol("−"))
        case "½": tokens.append(.number(0.5))
        default: tokens.append(.symbol(first))
        }
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
      let sign: Double
      if accept("+") { sign = 1 } else if accept("−") { sign = -1 } else { return total }
      guard let next = product() else { return nil }
      total += sign * next
    }
  }

  private mutating func product() -> Double? {
    guard var total = power() else { return nil }
    while true {
      if accept("×") {
        guard let next = power() else { return nil }
        total *= next
      } else if accept("/") {
        guard let next = power() else { return nil }
        total /= next
      } else {
        return total
      }
    }
  }

  private mutating func power() -> Double? {
    if accept("−") { return product().map { -$0 } }
    guard let base = operand() else { return nil }
    if accept("²") { return base * base }
    guard accept("^") else { return base }
    return power().map { pow(base, $0) }
  }

  private mutating func operand() -> Double? {
    for (opening, closing) in [("(", ")"), ("[", "]"), ("|", "|")] as [(Character, Character)]
    where accept(opening) {
      guard let inner = sum(), accept(closing) else { return nil }
      return opening == "|" ? inner.magnitude : inner
    }
    guard position < tokens.count else { return nil }
    let token = tokens[position]
    position += 1
    switch token {
    case .number(let number): return number
    case .name(let name): return application(of: name)
    case .symbol: return nil
    }
  }

  private mutating func application(of name: String) -> Double? {
    if name == "max" {
      guard accept("("), let a = sum(), accept(","), let b = sum(), accept(")") else { return nil }
      return Swift.max(a, b)
    }
    if name == "log", let excess = excessOverOne() { return log1p(excess) }
    guard let function = Self.functions[name] else { return nil }
    return power().map(function)
  }

  /// x, where "(1 + x)" or "[1 + x]" follows.
  private mutating func excessOverOne() -> Double? {
    let start = position
    for (opening, closing) in [("(", ")"), ("[", "]")] as [(Character, Character)]
    where accept(opening) {
      if position < tokens.count, tokens[position] == .number(1) {
        position += 1
        if position < tokens.count,
          tokens[position] == .symbol("+") || tokens[position] == .symbol("−"),
          let excess = excess(), accept(closing)
        {
          return excess
        }
      }
    }
    position = start
    return nil
  }

  /// What follows a 1, its sign included.
  private mutating func excess() -> Double? {
    let sign: Double = accept("+") ? 1 : accept("−") ? -1 : .nan
    guard let first = product() else { return nil }
    return sign * first
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "log": { log($0) }, "sin": { sin($0) }, "cos": { cos($0) },
    "arctan": { atan($0) }, "sqrt": { $0.squareRoot() }, "tanh": { tanh($0) },
    "cosh": { cosh($0) }, "sign": { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
  ]
}
