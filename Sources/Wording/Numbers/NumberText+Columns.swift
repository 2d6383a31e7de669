/// Numbers for the columns of a table: as exact as there is room for.
extension NumberText {
  /// `value` in as many digits as `width` columns hold, `most` of them if it has so many.
  ///
  /// Where three digits do not fit there are fewer; a number is never cut.
  package static func fitting(_ value: Double, width: Int, most: Int = 17) -> String {
    guard value.isFinite else { return word(value) }
    if value == 0 { return "0" }
    let landmark = landmark(near: value)
    let shortest = DecimalNumber(shortest: value)
    func scientific(digits: Int) -> String {
      DecimalNumber(rounding: value, digits: digits, shortest: shortest).scientificText
    }
    for digits in stride(from: max(min(most, width), leastDigits), through: leastDigits, by: -1) {
      let text = significantDigits(value, digits, shortest: shortest)
      if text.count <= width && Double(text) != landmark { return text }
      let exponent = scientific(digits: digits)
      if exponent.count <= width && Double(exponent) != landmark && text.count > width {
        return exponent
      }
    }
    if let landmark {
      return distance(value, from: landmark, width: width) ?? "≈" + exact(landmark)
    }
    let texts = (1..<leastDigits).reversed().lazy.map { scientific(digits: $0) }
    return texts.first { $0.count <= width } ?? scientific(digits: 1)
  }

  /// `value` in eight columns, or as many more as three digits take: 0.6590, -136.13, -9.76e-17.
  package static func short(_ value: Double) -> String {
    column(value, width: width(of: [value], atLeast: 8))
  }

  /// `value` in seven columns, or as many more as three digits take: 0.6590, 1.23e-4, 2.22e-308.
  package static func dense(_ value: Double) -> String {
    column(value, width: width(of: [value], atLeast: 7))
  }

  /// With four decimals, so that digits stand below digits, where those show enough.
  private static func column(_ value: Double, width: Int) -> String {
    if value == 0 { return "0.0000" }
    let size = value.magnitude
    if size >= 0.00995 && size < 100 {
      let text = fixed(value, decimals: 4)
      if text.count <= width && Double(text) != landmark(near: value) { return text }
    }
    return fitting(value, width: width, most: 5)
  }

  // MARK: How wide

  /// The columns in which any Double has three digits, its sign and exponent included: -1.23e-308.
  package static let widthOfAny = 10

  /// The columns in which each of the numbers has three digits, or all that it has.
  package static func width(of numbers: some Sequence<Double>, atLeast least: Int) -> Int {
    numbers.reduce(least) { width, value in
      mostColumns(of: value) <= width ? width : max(width, leastWidth(of: value))
    }
  }

  /// The columns that `value` takes in three digits, or in all it has. (What is near to a number that
  /// means something has as many digits as there is room for.)
  package static func leastWidth(of value: Double) -> Int {
    guard value.isFinite, value != 0 else { return word(value).count }
    let digits = min(leastDigits, DecimalNumber(shortest: value).digitCount)
    return min(
      significantDigits(value, leastDigits).count, scientific(value, digits: digits).count)
  }

  /// No fewer than ``leastWidth(of:)``, and known without a text.
  private static func mostColumns(of value: Double) -> Int {
    let size = value.magnitude
    guard size.isFinite, size != 0 else { return 4 }
    let limits = [
      (1e100, 8), (1e10, 7), (1e5, 6), (1e3, 5), (1, 4), (0.0995, 5), (0.00995, 6), (0.995e-9, 7),
      (0.995e-99, 8),
    ]
    return (value < 0 ? 1 : 0) + (limits.first { size >= $0.0 }?.1 ?? 9)
  }

  /// Whether `text` shows three digits of `value` that count, or all it has. What is told by how far it
  /// is from another number shows many.
  package static func tells(_ text: String, _ value: Double) -> Bool {
    let plain = String(text.map { $0 == "−" ? "-" : $0 })
    guard let number = Double(plain), value.isFinite else { return true }
    let digits = plain.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return number == value || digits.count >= leastDigits
  }

  /// With a sign even if it is positive.
  package static func signed(_ text: String, _ value: Double) -> String {
    (value > 0 ? "+" + text : text).withTrueMinus
  }

  /// A sum that is `expected` in exact arithmetic, from the fullest wording to the shortest:
  /// "0 up to rounding (−1.39e−17)", or "0" where rounding has left that.
  package static func sum(_ sum: Double, expected: Double) -> [String] {
    if sum == expected || !sum.isFinite { return [brief(sum).withTrueMinus] }
    let plain = "\(brief(expected).withTrueMinus) up to rounding"
    return ["\(plain) (\(brief(sum - expected, digits: leastDigits).withTrueMinus))", plain]
  }
}
