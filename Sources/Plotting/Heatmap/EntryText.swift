import Wording

/// The decimal digits of |value| rounded to `decimals` places, ties to even, like printf: the digits
/// are right to the last. Nil above 10^15 and for what is not finite.
func fixedDigits(_ value: Double, decimals: Int) -> DecimalNumber? {
  let places = min(max(0, decimals), 15)
  let magnitude = abs(value)
  let factor = DecimalNumber.powerOfTen(places)
  let product = magnitude * factor
  guard product < 1e15 else { return nil }
  // The product is rounded; its error decides where it lies on a tie.
  let error = (-product).addingProduct(magnitude, factor)
  let down = product.rounded(.down)
  let rest = (product - down) - 0.5
  let isOdd = down.truncatingRemainder(dividingBy: 2) == 1
  let goesUp = rest > 0 || (rest == 0 && (error > 0 || (error == 0 && isOdd)))
  return DecimalNumber(significand: Int(goesUp ? down + 1 : down), exponent: -places)
}

/// How the numbers of a matrix are written in its cells.
struct EntryText {
  /// Of a number in fixed notation.
  let decimals: Int
  /// The columns of a cell.
  let width: Int
  let minus: Character
  let plus: Character
  /// Whether the zero before the point is left out.
  let dropsZero: Bool

  /// The digits that count which a number shows where there is room for them.
  private static let wantedDigits = 3

  /// A number with its sign, in three digits that count or all that it has: with fixed decimals or an
  /// exponent. In a narrow cell it has two, or one. Nil where there is no room even for that; the sign
  /// and the colour must do.
  ///
  /// - Parameter excess: how far the number is from the 1 or −1 that its Double is, if it is not that.
  func text(_ value: Double, excess: Double? = nil) -> String? {
    if value.isNaN { return width >= 3 ? "NaN" : "?" }
    if value == 0 { return "0" }
    let sign = String(value < 0 ? minus : plus)
    if value.isInfinite { return width >= 4 ? sign + "inf" : sign }
    let size = abs(value)
    if size == 1, let excess, excess != 0 {
      return besideOne(isNegative: value < 0, rest: excess)
    }
    if size != 1 && fixedDigits(size, decimals: decimals)?.value == 1 {
      return besideOne(isNegative: value < 0, rest: value - (value < 0 ? -1 : 1))
    }
    let fixed = fixed(size)
    for digits in (1...Self.wantedDigits).reversed() {
      if let fixed, fixed.digits >= digits || fixed.isExact { return sign + fixed.text }
      if let text = exact(size) ?? scientific(size, digits: digits) { return sign + text }
    }
    return nil
  }

  /// The sign of a number for which there is no room.
  func sign(_ value: Double) -> Character { value < 0 ? minus : plus }

  private typealias Candidate = (text: String, digits: Int, isExact: Bool)

  /// With the column's decimals, if they show a digit of it.
  private func fixed(_ size: Double) -> Candidate? {
    guard let fixed = fixedDigits(size, decimals: decimals), fixed.significand != 0 else {
      return nil
    }
    var digits = DecimalNumber.exponent(of: size) + decimals + 1
    // .00098 is .001 in one digit as well; .0006 is not.
    if digits == 0 && DecimalNumber(rounding: size, digits: 1).value == fixed.value { digits = 1 }
    guard digits > 0 else { return nil }
    let text = plain(fixed)
    return text.count < width ? (text, digits, fixed.value == size) : nil
  }

  /// A number that is exact in few digits.
  private func exact(_ size: Double) -> String? {
    let shortest = DecimalNumber(shortest: size)
    guard shortest.exponent > -width && shortest.exponent < width else { return nil }
    let text = plain(shortest)
    return text.count < width ? text : nil
  }

  private func plain(_ number: DecimalNumber) -> String {
    let text = number.plainText
    return dropsZero && text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  private func scientific(_ size: Double, digits: Int) -> String? {
    let shortest = DecimalNumber(shortest: size)
    let number =
      shortest.digitCount < digits ? shortest : DecimalNumber(rounding: size, digits: digits)
    let text = spelled(number.scientificText)
    return text.count < width ? text : nil
  }

  /// 1−2e−7: what is nearly 1 does not say 1.
  private func besideOne(isNegative: Bool, rest: Double) -> String? {
    let start = (isNegative ? "\(minus)1" : "1") + String(rest > 0 ? plus : minus)
    let most = min(Self.wantedDigits, DecimalNumber(shortest: abs(rest)).digitCount)
    let texts = (1...most).reversed().lazy.map {
      start + spelled(DecimalNumber(rounding: abs(rest), digits: $0).scientificText)
    }
    return texts.first { $0.count <= width }
  }

  private func spelled(_ text: String) -> String {
    String(text.map { $0 == "-" ? minus : $0 })
  }
}
