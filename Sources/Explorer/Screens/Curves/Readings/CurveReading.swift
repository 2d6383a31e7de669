import Wording

/// A number read off a curve: in the panel and in the sentence the same.
struct CurveReading: Sendable, Hashable {
  let value: Double
  /// How many of its significant digits move with x from one column of the plot to the next.
  let digits: Int
  /// How far it is from the whole number that its Double is.
  private let excess: Double?
  /// Whether the function never takes the value that its Double has.
  private let isRounded: Bool

  /// - Parameters:
  ///   - excess: asked for where the value is a whole number that others lie close to.
  ///   - isTaken: whether the function takes the value.
  init(
    _ value: Double, digits: Int, excess: (Double) -> Double?, isTaken: (Double) -> Bool
  ) {
    (self.value, self.digits) = (value, digits)
    let isWhole = value.magnitude < 11 && value == value.rounded()
    let known = isWhole && value != 0 ? excess(value) : nil
    self.excess = known == 0 ? nil : known
    isRounded = isWhole && (known.map { $0 == 0 } ?? true) && !isTaken(value)
  }

  /// Whether it is told by how far it is from a whole number that Doubles cannot tell it from.
  var isDistance: Bool { excess != nil }

  /// In six digits or as many as the window asks for, as far as `width` columns hold them.
  func text(width: Int = .max, allDigits: Bool = false) -> String {
    if let excess, let text = distance(excess, width: width, digits: allDigits ? 17 : 3) {
      return text
    }
    if isRounded {
      let text = "rounds to \(NumberText.exact(value))"
      return (text.count <= width ? text : "≈" + NumberText.exact(value)).withTrueMinus
    }
    return
      (allDigits
      ? NumberText.exact(value)
      : NumberText.readout(value, digits: max(6, digits), width: width)).withTrueMinus
  }

  /// In a sentence: four digits, or those of the panel where the window asks for more.
  func inWords(width: Int, allDigits: Bool) -> String {
    if let excess, let text = distance(excess, width: .max, digits: allDigits ? 17 : 3) {
      return text
    }
    if isRounded { return NumberText.exact(value).withTrueMinus + " but for rounding" }
    if allDigits { return NumberText.exact(value).withTrueMinus }
    let brief = NumberText.brief(value, digits: max(4, digits)).withTrueMinus
    let panel = text(width: width)
    func number(_ text: String) -> Double? {
      Double(text.map { $0 == "−" ? "-" : String($0) }.joined())
    }
    // What is exact in few digits needs no more, and a distance is told in one way.
    let short = NumberText.brief(value).withTrueMinus
    if number(short) == value { return short }
    guard number(panel) != nil else { return brief }
    return digits > 4 || number(brief) == nil ? panel : brief
  }

  private func distance(_ excess: Double, width: Int, digits: Int) -> String? {
    NumberText.distance(rest: excess, from: value, width: width, digits: digits)?.withTrueMinus
  }
}
