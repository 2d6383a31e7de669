import Glibc
import NumberFormatting

/// Numbers as text on screen. (Files and pipes get Swift's shortest round-trip digits.)
public enum NumberText {
  /// `value` with that many decimals, correctly rounded: -0.096004.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return word(value) }
    return formattedFixed(value, decimals: min(max(0, decimals), 60))
  }

  /// `value` in exponent form with that many digits in all: 1.23e-45.
  public static func scientific(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return word(value) }
    let text = formattedScientific(value, digits: digits)
    // C pads the exponent to two digits and signs it; a reader needs neither.
    guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...]) else {
      return text
    }
    return String(text[..<e]) + "e\(exponent)"
  }

  /// `value` for a readout about `digits` digits long: fixed where that shows enough of it,
  /// else with an exponent.
  public static func readout(_ value: Double, digits: Int = 6) -> String {
    guard value.isFinite else { return word(value) }
    // Without the sign that a zero may have: a curve read at 0 is not "minus nothing".
    if value == 0 { return fixed(0, decimals: digits) }
    let size = value.magnitude
    let integerDigits = size < 10 ? 1 : size < 1e18 ? Int(log10(size)) + 1 : 19
    if size < 1e-4 || (size >= 1e7 && digits <= integerDigits) || integerDigits > 15 {
      return scientific(value, digits: digits)
    }
    return fixed(value, decimals: max(0, digits + 1 - integerDigits))
  }

  /// `value` in about `digits` significant digits without trailing zeros, for a sentence.
  public static func brief(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return word(value) }
    if value == 0 { return "0" }
    let rounded = Double(formattedScientific(value, digits: digits)) ?? value
    // The largest numbers may be rounded up beyond what is finite.
    guard rounded.isFinite else { return trimmedExponentForm(scientific(value, digits: digits)) }
    let size = rounded.magnitude
    let hasDigitsAfterPoint = size < 1e15 && digits > 7 && rounded != rounded.rounded()
    if (size >= 1e6 && !hasDigitsAfterPoint) || size < 1e-4 {
      return trimmedExponentForm(scientific(rounded, digits: digits))
    }
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A place on an axis: as ``brief(_:digits:)``, but never longer than the number itself.
  public static func position(_ value: Double, digits: Int) -> String {
    let brief = brief(value, digits: digits)
    // Only so many digits can be more than the number has.
    guard digits > 15 else { return brief }
    let exact = exact(value).replacing("e+", with: "e")
    return exact.count < brief.count ? exact : brief
  }

  /// `value` in at most eight columns, for a table: 0.6590, 9.8e-17.
  public static func short(_ value: Double) -> String {
    let size = value.magnitude
    if size >= 1e-4 && size < 100 || value == 0 { return fixed(value, decimals: 4) }
    return brief(value, digits: 2)
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

  private static func trimmedExponentForm(_ text: String) -> String {
    guard let e = text.firstIndex(of: "e") else { return text }
    var mantissa = text[..<e]
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    return String(mantissa + text[e...])
  }

  package static func naturalLogarithm(_ value: Double) -> Double { log(value) }

  /// The common logarithm of a positive number.
  package static func decimalExponent(_ value: Double) -> Double { log10(value) }

  package static func power(ofTen exponent: Double) -> Double { pow(10, exponent) }

  private static func formattedFixed(_ value: Double, decimals: Int) -> String {
    formatted { formatFixed($0.baseAddress, $0.count, Int32(decimals), value) }
  }

  private static func formattedScientific(_ value: Double, digits: Int) -> String {
    formatted { formatScientific($0.baseAddress, $0.count, Int32(max(1, digits) - 1), value) }
  }

  private static func formatted(_ format: (UnsafeMutableBufferPointer<CChar>) -> Void) -> String {
    // The longest fixed form of a Double has 309 digits before the point.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      format(buffer)
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
}
