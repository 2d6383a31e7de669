import Wording

/// How the ticks of one axis are written, so that they are short and say their value exactly.
struct TickLabels {
  var labels: [String]
  var offset: String?

  /// - Parameter numbers: multiples of one step in ascending order, all with its exponent.
  init(of numbers: [DecimalNumber], minus: Ticks.Minus) {
    let written = Self.written(numbers)
    labels = written.labels.map { Self.signed($0, minus) }
    offset = written.offset.map { ($0.hasPrefix("-") ? "" : "+") + $0 }
      .map { Self.signed($0, minus) }
  }

  private static func written(_ numbers: [DecimalNumber]) -> (labels: [String], offset: String?) {
    guard let first = numbers.first, let last = numbers.last else { return ([], nil) }
    let largest = max(first.significand.magnitude, last.significand.magnitude)
    let digits = digitCount(Int(largest))
    let plain = numbers.map(\.plainText)
    if plain.allSatisfy({ $0.count <= 8 }) { return (plain, nil) }
    if digits <= 6 {
      let power = first.exponent + digits - 1
      return (numbers.map { $0.text(inPowersOf: power) }, nil)
    }
    var unit = 1
    while unit < last.significand - first.significand { unit *= 10 }
    let middle = first.significand + (last.significand - first.significand) / 2
    let base = middle / unit * unit
    if base == 0 { return (numbers.map { $0.withoutTrailingZeros.shortText }, nil) }
    let rest = numbers.map {
      DecimalNumber(significand: $0.significand - base, exponent: $0.exponent)
    }
    let offset = DecimalNumber(significand: base, exponent: first.exponent).withoutTrailingZeros
    return (written(rest).labels, offset.shortText)
  }

  private static func signed(_ text: String, _ minus: Ticks.Minus) -> String {
    minus == .ascii ? text : String(text.map { $0 == "-" ? Character(minus.rawValue) : $0 })
  }
}

extension DecimalNumber {
  /// The shorter of both ways to write the number.
  var shortText: String {
    let power = significand == 0 ? 0 : exponent + digitCount - 1
    let scientific = text(inPowersOf: power)
    let long = exponent > 20 || exponent < -20
    return long || plainText.count > scientific.count ? scientific : plainText
  }
}
