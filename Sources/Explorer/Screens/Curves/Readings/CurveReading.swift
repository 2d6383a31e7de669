import Wording

/// A number read off a curve: in the panel and in the sentence the same.
struct CurveReading: Sendable {
  let value: Double
  /// How many of its significant digits move with x from one column of the plot to the next.
  let digits: Int
  /// The whole number that its Double is or lies close to, if any.
  private let landmark: Double?
  /// How far it is from there, and in how many digits that is known; nil where the Double has none.
  private let rest: (size: Double, digits: Int)?
  /// Whether the function never takes the value that its Double has.
  private let isRounded: Bool
  /// Whether it is infinite only because it is too large for a Double.
  let isTooLarge: Bool

  /// - Parameters:
  ///   - excess: asked for where the value is close to a whole number.
  ///   - isExact: whether the value has no rounding.
  ///   - isTaken: whether the function takes the value.
  ///   - isAtPole: whether the function is infinite at such a place.
  init(
    _ value: Double, digits: Int, steps: Double = 2, excess: (Double) -> Double?,
    isExact: @autoclosure () -> Bool = false, isTaken: (Double) -> Bool,
    isAtPole: @autoclosure () -> Bool = true
  ) {
    (self.value, self.digits) = (value, digits)
    isTooLarge = value.isInfinite && !isAtPole()
    let isWhole = value.magnitude < 11 && value == value.rounded()
    landmark = isWhole ? value : NumberText.landmark(near: value)
    let known = value == 0 ? nil : landmark.flatMap(excess)
    if let known, known != 0 {
      rest = (known, 3)
    } else if let landmark, !isWhole {
      let size = value - landmark
      let trusted =
        isExact() ? 3 : Self.trustedDigits(of: size, within: steps * value.magnitude.ulp)
      rest = trusted > 0 ? (size, trusted) : nil
    } else {
      rest = nil
    }
    isRounded = landmark != nil && rest == nil && !(isWhole && isTaken(value))
  }

  /// How many digits of a distance hold if it may be off by `error`.
  private static func trustedDigits(of size: Double, within error: Double) -> Int {
    let (low, high) = (size.magnitude - error, size.magnitude + error)
    guard low > 0 else { return 0 }
    return (1...3).last {
      NumberText.scientific(low, digits: $0) == NumberText.scientific(high, digits: $0)
    } ?? 0
  }

  /// Whether it is told by how far it is from a whole number that Doubles cannot tell it from.
  var isDistance: Bool {
    rest != nil && isUnseen(NumberText.readout(value, digits: max(6, digits)))
  }

  /// Whether a number as it is written reads as the whole number next to it.
  private func isUnseen(_ text: String) -> Bool {
    guard let landmark else { return false }
    return Double(text).map { $0 == landmark } ?? true
  }

  /// In six digits or as many as the window asks for, as far as `width` columns hold them.
  func text(width: Int = .max, allDigits: Bool = false) -> String {
    if isTooLarge { return value > 0 ? "> 1.79e308" : "< −1.79e308" }
    let plain =
      allDigits
      ? NumberText.exact(value)
      : NumberText.readout(value, digits: max(6, digits), width: width)
    guard isUnseen(plain) else { return plain.withTrueMinus }
    if let text = distance(width: width, digits: allDigits ? 17 : 3) { return text }
    guard isRounded, let landmark else { return plain.withTrueMinus }
    let number = NumberText.exact(landmark)
    let text = value == landmark ? "rounds to \(number)" : "≈ \(number)"
    return (text.count <= width ? text : "≈" + number).withTrueMinus
  }

  /// In so many digits or those that tell it from a whole number next to it; nil where only words or a
  /// distance do.
  func figures(_ digits: Int) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return isRounded ? nil : "0" }
    let text = NumberText.brief(value, digits: digits)
    guard Double(text) != nil else { return nil }
    return isUnseen(text) && (rest != nil || isRounded) ? nil : text.withTrueMinus
  }

  /// Whether `text` shows three digits that count of the value or of its distance from a whole number, or
  /// as many as there are.
  func isTold(by text: String) -> Bool {
    guard NumberText.tells(text, value) else { return false }
    guard let rest, let sign = text.dropFirst().firstIndex(where: { "+−".contains($0) }),
      text[..<sign].allSatisfy({ $0 != "e" })
    else { return true }
    let digits = text[sign...].prefix { $0 != "e" }.count(where: \.isNumber)
    return digits >= min(rest.digits, DecimalNumber(shortest: rest.size).digitCount)
  }

  /// In a table's cell of eight columns, or of as many more as it takes.
  var cell: String {
    let texts = (8...NumberText.widthOfAny).lazy.map { cell(width: $0) }
    return texts.first(where: isTold) ?? cell(width: NumberText.widthOfAny)
  }

  private func cell(width: Int) -> String {
    if isTooLarge { return value > 0 ? ">1.7e308" : "<−1.7e308" }
    let plain = NumberText.fitting(value, width: width, most: 5)
    guard isUnseen(plain) else { return plain.withTrueMinus }
    if let text = distance(width: width, digits: 3) { return text }
    guard isRounded, let landmark else { return plain.withTrueMinus }
    return ("≈" + NumberText.exact(landmark)).withTrueMinus
  }

  /// How large what no Double holds is at the least.
  static let tooLarge = "more than 1.79e308"

  /// In a sentence: four digits, or those of the panel where the window asks for more.
  func inWords(width: Int, allDigits: Bool) -> String {
    if isTooLarge { return value > 0 ? Self.tooLarge : "less than −1.79e308" }
    if allDigits && !isUnseen(NumberText.exact(value)) {
      return NumberText.exact(value).withTrueMinus
    }
    let brief = NumberText.brief(value, digits: max(4, digits))
    let inPanel = NumberText.readout(value, digits: max(6, digits), width: width)
    if isUnseen(brief) && isUnseen(inPanel) {
      if let text = distance(width: .max, digits: allDigits ? 17 : 3) { return text }
      if isRounded, let landmark {
        return NumberText.exact(landmark).withTrueMinus + " but for rounding"
      }
    }
    if allDigits { return NumberText.exact(value).withTrueMinus }
    let panel = text(width: width)
    // What is exact in few digits needs no more, and a distance is told in one way.
    let short = NumberText.brief(value)
    if Double(short) == value { return short.withTrueMinus }
    guard Double(panel.withPlainMinus) != nil else { return brief.withTrueMinus }
    return digits > 4 || Double(brief) == nil ? panel : brief.withTrueMinus
  }

  private func distance(width: Int, digits: Int) -> String? {
    guard let rest, let landmark else { return nil }
    let count = rest.digits < 3 ? rest.digits : digits
    return NumberText.distance(rest: rest.size, from: landmark, width: width, digits: count)?
      .withTrueMinus
  }
}
