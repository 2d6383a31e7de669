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

/// A signed number in at most `width` columns: fixed decimals if they say something, or else one
/// digit and an exponent, or else the sign alone.
func numberText(
  _ value: Double, decimals: Int, width: Int, minus: Character, plus: Character,
  dropsZero: Bool
) -> String {
  if value.isNaN { return width >= 3 ? "NaN" : "?" }
  if value == 0 { return "0" }
  let sign = String(value < 0 ? minus : plus)
  if value.isInfinite { return width >= 4 ? sign + "inf" : sign }
  let fixed = fixedDigits(value, decimals: decimals)
  if let fixed, fixed.significand != 0 {
    var text = fixed.plainText
    if dropsZero && text.hasPrefix("0.") { text.removeFirst() }
    if text.count < width { return sign + text }
  }
  let scientific = oneDigit(abs(value)).map { $0 == "-" ? minus : $0 }
  if scientific.count < width { return sign + String(scientific) }
  guard fixed?.significand == 0 else { return sign }
  var zeros = DecimalNumber(significand: 0, exponent: -decimals).plainText
  if dropsZero { zeros.removeFirst() }
  return zeros.count < width ? sign + zeros : sign
}

/// A positive number to one significant digit: "3e-9".
private func oneDigit(_ value: Double) -> String {
  let exponent = DecimalNumber.exponent(of: value)
  // Dividing twice keeps 10^exponent a normal number.
  let half = exponent / 2
  let scaled =
    value / DecimalNumber.powerOfTen(half) / DecimalNumber.powerOfTen(exponent - half)
  let digit = Int(scaled.rounded())
  return digit == 10 ? "1e\(exponent + 1)" : "\(digit)e\(exponent)"
}
