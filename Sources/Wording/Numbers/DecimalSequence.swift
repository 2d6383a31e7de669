/// Evenly spaced numbers from one end to another, each the Double nearest to the decimal that is
/// meant: the third step of 0.1 from 0 is 0.3, and no sum of rounded steps.
public struct DecimalSequence: Sendable {
  private enum Spacing: Sendable {
    /// (start + index · step) · 10^exponent
    case decimalSteps(start: Int, step: Int, exponent: Int)
    case steps(start: Double, step: Double)
    /// [start · (last − index) + end · index] / last · 10^exponent
    case decimalPoints(start: Int, end: Int, exponent: Int)
    case points(start: Double, end: Double)
  }

  private let spacing: Spacing
  public let count: Int

  /// `start` and what lies steps from it, up to `end`; nil where there are more than can be
  /// counted.
  ///
  /// - Precondition: all are finite, `start` is not above `end`, and `step` is above zero.
  public init?(from start: Double, to end: Double, step: Double) {
    if let numbers = Decimal.alike([start, end, step]), numbers.significands[2] > 0,
      case let (span, overflow) = numbers.significands[1].subtractingReportingOverflow(
        numbers.significands[0]), !overflow
    {
      count = span / numbers.significands[2] + 1
      spacing = .decimalSteps(
        start: numbers.significands[0], step: numbers.significands[2], exponent: numbers.exponent)
    } else {
      let steps = (end / step - start / step).rounded(.down)
      guard steps < 0x1p52, let last = Int(exactly: steps) else { return nil }
      count = last + 1
      spacing = .steps(start: start, step: step)
    }
  }

  /// `count` numbers, both ends among them.
  ///
  /// - Precondition: `start` and `end` are finite, and `count` is 2 or more.
  public init(from start: Double, to end: Double, count: Int) {
    self.count = count
    if let numbers = Decimal.alike([start, end]) {
      spacing = .decimalPoints(
        start: numbers.significands[0], end: numbers.significands[1], exponent: numbers.exponent)
    } else {
      spacing = .points(start: start, end: end)
    }
  }

  /// The multiples in a range of a step of 1, 2 or 5 times a power of ten: some twenty.
  public init?(multiplesIn range: ClosedRange<Double>) {
    let step = Self.step(from: range.lowerBound, to: range.upperBound)
    let nearest = step.nearest(to: range.lowerBound)
    let start = nearest < range.lowerBound ? step.advance(nearest, by: 1) : nearest
    guard start <= range.upperBound else { return nil }
    self.init(from: start, to: range.upperBound, step: step.length)
  }

  /// `start` and some twenty steps of 1, 2 or 5 times a power of ten.
  public init?(from start: Double, inSomeTwentyStepsTo end: Double) {
    self.init(from: start, to: end, step: Self.step(from: start, to: end).length)
  }

  private static func step(from start: Double, to end: Double) -> DecimalStep {
    // The next finer step may be 2.5 times finer: between 16 and 40 steps.
    DecimalStep(notAbove: end / 16 - start / 16)
  }

  public subscript(index: Int) -> Double {
    switch spacing {
    case .decimalSteps(let start, let step, let exponent):
      return Decimal.value(start + index * step, exponent)
    case .steps(let start, let step):
      return start + Double(index) * step
    case .decimalPoints(let start, let end, let exponent):
      return Self.point(index, of: count - 1, start, end, exponent)
        ?? Self.point(
          index, of: count - 1, Decimal.value(start, exponent), Decimal.value(end, exponent))
    case .points(let start, let end):
      return Self.point(index, of: count - 1, start, end)
    }
  }

  private static func point(
    _ index: Int, of last: Int, _ start: Double, _ end: Double
  ) -> Double {
    let fraction = Double(index) / Double(last)
    return start * (1 - fraction) + end * fraction
  }

  /// Nil where the numbers are too large to be exact.
  private static func point(
    _ index: Int, of last: Int, _ start: Int, _ end: Int, _ exponent: Int
  ) -> Double? {
    let (left, leftOverflows) = start.multipliedReportingOverflow(by: last - index)
    let (right, rightOverflows) = end.multipliedReportingOverflow(by: index)
    let (sum, sumOverflows) = left.addingReportingOverflow(right)
    guard !leftOverflows && !rightOverflows && !sumOverflows else { return nil }
    let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: last)
    if remainder == 0 { return Decimal.value(quotient, exponent) }
    // One division of whole numbers that a Double holds is rounded once.
    let (up, down) = (Decimal.value(1, max(0, exponent)), Decimal.value(1, max(0, -exponent)))
    let (numerator, denominator) = (Double(sum) * up, Double(last) * down)
    guard numerator.magnitude < 0x1p53 && denominator < 0x1p53 else { return nil }
    return numerator / denominator
  }
}

/// Numbers as significand · 10^exponent.
private enum Decimal {
  static func value(_ significand: Int, _ exponent: Int) -> Double {
    DecimalNumber(significand: significand, exponent: exponent).value
  }

  /// The numbers, as their shortest digits say them, with one exponent; nil where a significand
  /// would not be an Int.
  static func alike(_ numbers: [Double]) -> (significands: [Int], exponent: Int)? {
    let decimals = numbers.compactMap(decimal)
    guard decimals.count == numbers.count else { return nil }
    let exponent = decimals.filter { $0.significand != 0 }.map(\.exponent).min() ?? 0
    var significands: [Int] = []
    for decimal in decimals {
      guard let scaled = scaled(decimal.significand, by: decimal.exponent - exponent) else {
        return nil
      }
      significands.append(scaled)
    }
    return (significands, exponent)
  }

  private static func scaled(_ significand: Int, by power: Int) -> Int? {
    if significand == 0 { return 0 }
    guard power <= 18 else { return nil }
    var scaled = significand
    for _ in 0..<power {
      let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      scaled = product
    }
    // Room for sums of two.
    return scaled.magnitude < 1 << 61 ? scaled : nil
  }

  private static func decimal(_ number: Double) -> (significand: Int, exponent: Int)? {
    let parts = "\(number)".split(separator: "e")
    guard let mantissa = parts.first, let written = parts.count > 1 ? Int(parts[1]) : 0 else {
      return nil
    }
    let pieces = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var decimals = pieces.count > 1 ? pieces[1] : ""
    while decimals.last == "0" { decimals.removeLast() }
    guard let significand = Int(pieces[0] + decimals) else { return nil }
    return (significand, written - decimals.count)
  }
}
