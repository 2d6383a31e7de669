import Glibc
import NumberFormatting

/// Numbers as text on screen. (Files and pipes get Swift's shortest round-trip digits.)
///
/// Whatever the wording, every digit is right: the text is the number correctly rounded. Plain
/// notation has all digits before the point; zeros at the end are left out only where the number is
/// exact without them; and what is nearly a number that means something, such as 1, never reads as
/// that number (see ``NumberText/landmark(near:)``).
public enum NumberText {
  /// `value` with that many decimals, correctly rounded: -0.096004.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return word(value) }
    return formattedFixed(value, decimals: min(max(0, decimals), 60))
  }

  /// `value` in exponent form with that many digits in all: 1.23e-45.
  public static func scientific(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return word(value) }
    return DecimalNumber(rounding: value, digits: digits).scientificText
  }

  /// `value` for a readout about `digits` digits long: fixed where that shows enough of it, else
  /// with an exponent; in fewer digits where `width` columns do not hold that many.
  public static func readout(_ value: Double, digits: Int = 6, width: Int = .max) -> String {
    guard value.isFinite else { return word(value) }
    // Without the sign that a zero may have: a curve read at 0 is not "minus nothing".
    if value == 0 { return fixed(0, decimals: min(digits, max(3, width - 2))) }
    let landmark = landmark(near: value)
    for count in stride(from: digits, through: leastDigits, by: -1) {
      let text = plainReadout(value, digits: count)
      guard text.count <= width else { continue }
      if let landmark, Double(text) == landmark { break }
      return text
    }
    return landmark.flatMap { distance(value, from: $0, width: width) }
      ?? fitting(value, width: width)
  }

  private static func plainReadout(_ value: Double, digits: Int) -> String {
    let size = value.magnitude
    let integerDigits = size < 10 ? 1 : size < 1e18 ? Int(log10(size)) + 1 : 19
    if size < 1e-4 || (size >= 1e7 && digits <= integerDigits) || integerDigits > 15 {
      return scientific(value, digits: digits)
    }
    return fixed(value, decimals: max(0, digits + 1 - integerDigits))
  }

  /// `value` in about `digits` significant digits, or all it has, for a sentence.
  public static func brief(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return word(value) }
    let text = significantDigits(value, digits)
    guard let landmark = landmark(near: value), Double(text) == landmark else { return text }
    // A few digits more say it plainly; where it takes many, the distance does.
    return telling(value, from: landmark, digits: digits + 1...max(6, digits + 1))
      ?? distance(value, from: landmark)
  }

  /// `value` in that many significant digits, or as many more as tell it from what it is near to:
  /// for a formula, which reads on, and for a place on an axis.
  public static func significant(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return word(value) }
    let text = significantDigits(value, digits)
    guard let landmark = landmark(near: value), Double(text) == landmark else { return text }
    return telling(value, from: landmark, digits: digits + 1...17) ?? exact(value)
  }

  /// A place on an axis that was computed: 3 where that is meant and only rounding is in between.
  package static func place(_ value: Double, digits: Int = 4) -> String {
    significant(meantPlace(value, digits: digits), digits: digits)
  }

  /// The number of so many digits that `value` is but for the last bits of a Double, or itself.
  package static func meantPlace(_ value: Double, digits: Int = 4) -> Double {
    guard value.isFinite else { return value }
    let rounded = DecimalNumber(rounding: value, digits: max(leastDigits, digits)).value
    return (rounded - value).magnitude <= 64 * value.ulp ? rounded : value
  }

  /// The same as a readout.
  package static func position(_ value: Double, digits: Int, width: Int) -> String {
    let value = meantPlace(value, digits: digits)
    let text = readout(value, digits: digits, width: width)
    if Double(text) != nil { return text }
    let shorter = significant(value, digits: digits)
    return shorter.count <= width ? shorter : text
  }

  /// Every digit that tells `value` from its neighbours, and no more.
  public static func exact(_ value: Double) -> String {
    guard value.isFinite else { return word(value) }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// inf, -inf, nan.
  public static func word(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  /// What a number that is told must show.
  package static let leastDigits = 3

  // MARK: Digits

  /// Zeros at the end are left out where the number is exact without them.
  package static func significantDigits(_ value: Double, _ digits: Int) -> String {
    significantDigits(value, digits, shortest: DecimalNumber(shortest: value))
  }

  /// The same where the shortest digits of `value` are known.
  static func significantDigits(
    _ value: Double, _ digits: Int, shortest: DecimalNumber
  ) -> String {
    let wanted = max(leastDigits, digits)
    if shortest.digitCount <= wanted { return text(of: shortest, digits: wanted) }
    let rounded = DecimalNumber(rounding: value, digits: wanted, shortest: shortest)
    return text(of: rounded, rounding: value)
  }

  private static func text(of decimal: DecimalNumber, digits: Int) -> String {
    let power = decimal.exponent + decimal.digitCount
    let isPlain = decimal.significand == 0 || (power > -4 && (power <= 6 || power < digits))
    return isPlain && power <= 15 ? decimal.plainText : decimal.scientificText
  }

  private static func text(of rounded: DecimalNumber, rounding value: Double) -> String {
    let text = text(of: rounded, digits: rounded.digitCount)
    // Plain notation has every digit before the point.
    let isShort = rounded.exponent > 0 && !text.utf8.contains(UInt8(ascii: "e"))
    return isShort ? fixed(value, decimals: 0) : text
  }

  // MARK: What is nearly a number that means something

  /// The whole number up to 11 that `value` is close to without being it: the ends of ranges, and
  /// where curves turn. Zero is none: numbers near it have an exponent.
  package static func landmark(near value: Double) -> Double? {
    guard value.magnitude < 11 else { return nil }
    let landmark = value.rounded()
    let isNear = landmark != 0 && landmark != value && (value - landmark).magnitude < 1e-2
    return isNear ? landmark : nil
  }

  /// `value` in the fewest of these digits that do not read as `landmark`.
  private static func telling(
    _ value: Double, from landmark: Double, digits: ClosedRange<Int>
  ) -> String? {
    digits.lazy.map { significantDigits(value, $0) }.first { Double($0) != landmark }
  }

  /// "1 - 4.54e-5".
  package static func distance(_ value: Double, from landmark: Double) -> String {
    spaced(rest: value - landmark, from: landmark, digits: shortestDistance(value, from: landmark))
  }

  /// The same without spaces and in fewer digits where there is no room for more; nil if there is
  /// not even room for one.
  package static func distance(_ value: Double, from landmark: Double, width: Int) -> String? {
    distance(
      rest: value - landmark, from: landmark, width: width,
      digits: shortestDistance(value, from: landmark))
  }

  /// How far `value` is from the whole number that it is close to; nil where it is close to none.
  package static func distance(fromLandmarkTo value: Double, width: Int) -> String? {
    landmark(near: value).flatMap { distance(value, from: $0, width: width) }?
      .filter { $0 != " " }
  }

  /// The same of a number that is known as its distance from a landmark, closer than Doubles are to
  /// each other.
  package static func distance(
    rest: Double, from landmark: Double, width: Int = .max, digits: Int = leastDigits
  ) -> String? {
    let digits = min(digits, DecimalNumber(shortest: rest.magnitude).digitCount)
    let full = spaced(rest: rest, from: landmark, digits: digits)
    if full.count <= width { return full }
    let start = exact(landmark) + (rest < 0 ? "-" : "+")
    return (1...digits).reversed().lazy
      .map { start + scientific(rest.magnitude, digits: $0) }
      .first { $0.count <= width }
  }

  private static func spaced(rest: Double, from landmark: Double, digits: Int) -> String {
    "\(exact(landmark)) \(rest < 0 ? "-" : "+") \(scientific(rest.magnitude, digits: digits))"
  }

  /// Three digits of the distance, or fewer where `value` has no more.
  private static func shortestDistance(_ value: Double, from landmark: Double) -> Int {
    let rest = value - landmark
    return (1..<leastDigits).first {
      landmark + DecimalNumber(rounding: rest, digits: $0).value == value
    } ?? leastDigits
  }

  // MARK: Logarithms

  package static func power(ofTen exponent: Double) -> Double { pow(10, exponent) }

  package static func naturalLogarithm(_ value: Double) -> Double { log(value) }

  /// The common logarithm of a positive number.
  package static func decimalExponent(_ value: Double) -> Double { log10(value) }

  private static func formattedFixed(_ value: Double, decimals: Int) -> String {
    if let rounded = DecimalNumber(rounding: value, decimals: decimals) { return rounded.plainText }
    // The longest fixed form of a Double has 309 digits before the point.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      formatFixed(buffer.baseAddress, buffer.count, Int32(decimals), value)
      return String(cString: buffer.baseAddress!)
    }
  }
}

extension String {
  /// The text with a true minus sign, as mathematics on screen is written.
  public var withTrueMinus: String {
    guard utf8.contains(UInt8(ascii: "-")) else { return self }
    var text = ""
    for scalar in unicodeScalars { text.unicodeScalars.append(scalar == "-" ? "−" : scalar) }
    return text
  }

  /// The text with hyphens for minus signs, as programs read it.
  package var withPlainMinus: String {
    guard unicodeScalars.contains("−") else { return self }
    var text = ""
    for scalar in unicodeScalars { text.unicodeScalars.append(scalar == "−" ? "-" : scalar) }
    return text
  }
}
