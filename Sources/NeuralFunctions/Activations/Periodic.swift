import RealModule

extension Catalogue {
  /// Functions that repeat.
  static let periodicActivations = [
    CatalogueEntry(Sine.self),
    CatalogueEntry(Snake.self),
  ]
}

/// The sine sin(ωx).
///
/// As the system's `sin`, whose argument is reduced exactly however far out: below 1 ulp for
/// ω = 1. For other ω the rounding of ωx is made good, to 2 ulp of ω or 1.
public struct Sine: ScalarFunction, DescribedByType {
  /// The angular frequency ω: above 0.
  public var omega = 1.0

  public init() {}
  public init(omega: Double) { self.omega = omega }

  public static let parameters: [Parameter<Sine>] = [
    Parameter(
      \.omega,
      ParameterDescription(
        name: "omega", symbol: Notation("ω", ascii: "omega"), meaning: "the angular frequency",
        defaultValue: 1, accepted: .positive, slider: 0.1...30, step: 0.1))
  ]

  public static let description = FunctionDescription(
    identifier: "sine", aliases: ["sin", "siren"], name: "sine", family: .other, symbol: "f",
    formula: Notation("f(x) = sin(ωx)", ascii: "f(x) = sin(omega*x)"),
    derivativeFormula: Notation("f′(x) = ω·cos(ωx)", ascii: "f'(x) = omega*cos(omega*x)"),
    derivation: [
      Notation(
        "d/dx sin(ωx) = cos(ωx)·d/dx ωx",
        ascii: "d/dx sin(omega*x) = cos(omega*x) * d/dx omega*x"),
      Notation("= ω·cos(ωx)", ascii: "= omega*cos(omega*x)"),
    ],
    use: "Networks that represent images, sound and shapes as functions (SIREN, omega = 30).",
    remarks: [
      "There is no limit at infinity: value and derivative are NaN there, and wherever omega*x "
        + "overflows."
    ],
    source: "V. Sitzmann et al., 2020", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    let quarter = Double.pi / 2 / omega
    let divisor = omega == 1 ? Notation("", ascii: "") : Notation("/ω", ascii: "/omega")
    func point(_ kind: PointOfInterest.Kind, _ quarters: Double, _ text: Notation)
      -> PointOfInterest
    {
      PointOfInterest(
        kind, x: quarters * quarter,
        closedForm: Notation(
          text.unicode + divisor.unicode, ascii: text.ascii + divisor.ascii))
    }
    return FunctionShape(
      range: Interval(-1, 1),
      limitAtMinusInfinity: Limit(value: .nan, derivative: .nan),
      limitAtPlusInfinity: Limit(value: .nan, derivative: .nan),
      pointsOfInterest: [
        point(.zero, -2, Notation("−π", ascii: "-pi")),
        point(.minimum, -1, Notation("−π/2", ascii: "-pi/2")),
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
        PointOfInterest(.steepest, x: 0, closedForm: "0"),
        point(.maximum, 1, Notation("π/2", ascii: "pi/2")),
        point(.zero, 2, Notation("π", ascii: "pi")),
      ],
      inflectionSpacing: 2 * quarter.magnitude,
      window: omega == 1 ? -6...6 : .window(from: -4 * quarter, to: 4 * quarter))
  }

  public func readableValue<T: Real>(_ x: T) -> T { .sin(T(exactly: omega) * x) }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    T(exactly: omega) * .cos(T(exactly: omega) * x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    -T(exactly: omega) * T(exactly: omega) * .sin(T(exactly: omega) * x)
  }

  public func value(_ x: Double) -> Double { angle(x).sine }
  public func derivative(_ x: Double) -> Double { omega * angle(x).cosine }
  public func secondDerivative(_ x: Double) -> Double { -omega * omega * angle(x).sine }

  private func angle(_ x: Double) -> Angle { Angle(omega, times: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard (omega * x).isFinite else { return nil }
    return SubstitutedFormula(
      "f = sin(ω·x)", ascii: "f = sin(omega*x)", "sin(\(omega) × \(x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard (omega * x).isFinite else { return nil }
    return SubstitutedFormula(
      "f′ = ω·cos(ω·x)", ascii: "f' = omega*cos(omega*x)",
      "\(omega) × cos(\(omega) × \(x))", result: derivative(x))
  }
}

/// Snake, x + sin²(ax)/a.
///
/// Value within 2 ulp; derivative within 1 ulp of its larger term, 1, its zeros being double
/// zeros of a sum that cancels.
public struct Snake: ScalarFunction, DescribedByType {
  /// The frequency a of the wave: above 0.
  public var a = 1.0

  public init() {}
  public init(a: Double) { self.a = a }

  public static let parameters: [Parameter<Snake>] = [
    Parameter(
      \.a,
      ParameterDescription(
        name: "a", symbol: "a", meaning: "the frequency of the wave", defaultValue: 1,
        accepted: .positive, slider: 0.1...10, step: 0.1))
  ]

  public static let description = FunctionDescription(
    identifier: "snake", aliases: ["snake-activation"], name: "Snake", family: .other,
    symbol: "snake",
    formula: Notation("snake(x) = x + sin²(ax)/a", ascii: "snake(x) = x + sin^2(a*x)/a"),
    derivativeFormula: Notation("snake′(x) = 1 + sin(2ax)", ascii: "snake'(x) = 1 + sin(2a*x)"),
    derivation: [
      Notation(
        "d/dx sin²(ax)/a = 2·sin(ax)·cos(ax)·a/a",
        ascii: "d/dx sin^2(a*x)/a = 2*sin(a*x)*cos(a*x)*a/a"),
      Notation("= sin(2ax)", ascii: "= sin(2a*x)"),
      Notation("snake′(x) = 1 + sin(2ax)", ascii: "snake'(x) = 1 + sin(2a*x)"),
    ],
    use: "Networks that must carry a periodic pattern on, such as vocoders (BigVGAN).",
    remarks: [
      "The derivative has no limit at infinity: it is NaN there.",
      "The derivative touches zero at -pi/(4a) and every pi/a from there, but never falls below.",
    ],
    source: "L. Ziyin et al., 2020",
    accuracy: "Value within 4 ulp, derivative within 4 ulp of its larger term; second derivative "
      + "within 16 ulp of its largest term.")

  public var shape: FunctionShape {
    let eighth = Double.pi / 4 / a
    let suffix = a == 1 ? ("/4", "/4") : ("/(4a)", "/(4a)")
    let (left, right) = (
      Notation("−π" + suffix.0, ascii: "-pi" + suffix.1),
      Notation("π" + suffix.0, ascii: "pi" + suffix.1)
    )
    return FunctionShape(
      range: .finite,
      limitAtMinusInfinity: Limit(value: -.infinity, derivative: .nan),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: .nan),
      pointsOfInterest: [
        PointOfInterest(.inflection, x: -eighth, closedForm: left),
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: eighth, closedForm: right),
        PointOfInterest(.steepest, x: eighth, closedForm: right),
      ],
      inflectionSpacing: 2 * eighth.magnitude)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x }
    let sine = T.sin(T(exactly: a) * x)
    return x + sine * sine / T(exactly: a)
  }
  public func readableDerivative<T: Real>(_ x: T) -> T { 1 + .sin(2 * T(exactly: a) * x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    2 * T(exactly: a) * .cos(2 * T(exactly: a) * x)
  }

  public func value(_ x: Double) -> Double {
    if x.isInfinite { return x }
    let sine = Angle(a, times: x).sine
    // Where the sine is large, (1 − cos 2ax)/2 has a quarter of its square's error.
    let square =
      sine * sine > 0.25 && (2 * a * x).isFinite
      ? DoubleDouble.sum(0.5, -Angle(2 * a, times: x).cosine / 2) : DoubleDouble.square(sine)
    return (square / a + x).rounded
  }

  public func derivative(_ x: Double) -> Double {
    guard (2 * a * x).isFinite else {
      // Where only the double of the angle overflows, 2 sin cos is as good.
      let angle = Angle(a, times: x)
      return 1 + 2 * angle.sine * angle.cosine
    }
    return 1 + Angle(2 * a, times: x).sine
  }

  public func secondDerivative(_ x: Double) -> Double {
    guard (2 * a * x).isFinite else {
      let angle = Angle(a, times: x)
      return 2 * a * (angle.cosine - angle.sine) * (angle.cosine + angle.sine)
    }
    return 2 * a * Angle(2 * a, times: x).cosine
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard (a * x).isFinite else { return nil }
    let sine = Angle(a, times: x).sine
    return SubstitutedFormula(
      "snake = x + sin(ax)·sin(ax) / a", ascii: "snake = x + sin(a*x)*sin(a*x) / a",
      "\(x) + \(sine) × \(sine) / \(a)", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard (2 * a * x).isFinite else { return nil }
    return SubstitutedFormula(
      "snake′ = 1 + sin(2ax)", ascii: "snake' = 1 + sin(2a*x)",
      "1 + \(Angle(2 * a, times: x).sine)", result: derivative(x))
  }
}

/// The angle factor·x with the rounding of the product made good; NaN where it overflows.
private struct Angle {
  private let rounded: Double
  private let rest: Double

  init(_ factor: Double, times x: Double) {
    rounded = factor * x
    rest = rounded.isFinite ? (-rounded).addingProduct(factor, x) : 0
  }

  var sine: Double {
    rest == 0
      ? .sin(rounded) : .sin(rounded) * .cos(rest) + .cos(rounded) * .sin(rest)
  }
  var cosine: Double {
    rest == 0
      ? .cos(rounded) : .cos(rounded) * .cos(rest) - .sin(rounded) * .sin(rest)
  }
}
