/// Numbers for the columns of a table: as exact as there is room for.
extension NumberText {
  /// `value` in as many digits as `width` columns hold, `most` of them if it has so many.
  ///
  /// Where three digits do not fit there are fewer; a number is never cut.
  package static func fitting(_ value: Double, width: Int, most: Int = 17) -> String {
    guard value.isFinite else { return word(value) }
    if value == 0 { return "0" }
    let landmark = landmark(near: value)
    for digits in stride(from: max(min(most, width), leastDigits), through: leastDigits, by: -1) {
      let text = significantDigits(value, digits)
      if text.count <= width && Double(text) != landmark { return text }
      let exponent = scientific(value, digits: digits)
      if exponent.count <= width && Double(exponent) != landmark && text.count > width {
        return exponent
      }
    }
    if let landmark {
      return distance(value, from: landmark, width: width) ?? "≈" + exact(landmark)
    }
    let texts = (1..<leastDigits).reversed().lazy.map { scientific(value, digits: $0) }
    return texts.first { $0.count <= width }
      ?? scientific(value, digits: 1)
  }

  /// `value` in at most eight columns: 0.6590, -136.13, 9.76e-17.
  package static func short(_ value: Double) -> String { column(value, width: 8) }

  /// `value` in at most nine columns: three digits of any number, its sign and exponent included.
  package static func wide(_ value: Double) -> String { column(value, width: 9) }

  /// `value` in at most seven columns, for a dense table: 0.6590, 1.23e-4, 2e-308.
  package static func dense(_ value: Double) -> String { column(value, width: 7) }

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

  /// With a sign even if it is positive.
  package static func signed(_ text: String, _ value: Double) -> String {
    (value > 0 ? "+" + text : text).withTrueMinus
  }

  /// A sum that is `expected` in exact arithmetic, with what rounding has left of that.
  package static func sum(_ sum: Double, expected: Double) -> String {
    if sum == expected || !sum.isFinite { return brief(sum).withTrueMinus }
    if expected == 0 { return brief(sum, digits: leastDigits).withTrueMinus }
    return distance(sum, from: expected).withTrueMinus
  }
}
