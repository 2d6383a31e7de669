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
/// Value and derivative within 1 ulp, their zeros included, for every ω and however far out: the
/// product ωx is not rounded before multiples of π/2 are taken from it, nor need it fit `Double`.
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
      DerivationStep(
        "d/dx sin(ωx) = cos(ωx)·d/dx ωx",
        ascii: "d/dx sin(omega*x) = cos(omega*x) * d/dx omega*x"),
      DerivationStep("= ω·cos(ωx)", ascii: "= omega*cos(omega*x)"),
    ],
    use: "Networks that represent images, sound and shapes as functions (SIREN, ω = 30).",
    remarks: [
      "There is no limit at infinity: value and derivative are NaN there."
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

  public func value(_ x: Double) -> Double {
    guard omega != 1, x.isFinite else { return readableValue(x) }
    return ReducedAngle(omega, times: x).sine.rounded
  }
  public func derivative(_ x: Double) -> Double {
    guard omega != 1, x.isFinite else { return readableDerivative(x) }
    return (ScaledDoubleDouble(omega) * ReducedAngle(omega, times: x).cosine).rounded
  }
  public func secondDerivative(_ x: Double) -> Double {
    guard omega != 1, x.isFinite else { return readableSecondDerivative(x) }
    let frequency = ScaledDoubleDouble(omega)
    let angle = frequency * x
    // Among the subnormal numbers a sine has lost digits, which ω² would bring to light.
    let sine =
      angle.exponent < -900 ? angle : ScaledDoubleDouble(ReducedAngle(omega, times: x).sine)
    return (-frequency * (frequency * sine)).rounded
  }

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
/// Value and derivative within 1 ulp for every a, the double zeros of the derivative included.
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
      DerivationStep(
        "d/dx sin²(ax)/a = 2·sin(ax)·cos(ax)·a/a",
        ascii: "d/dx sin^2(a*x)/a = 2*sin(a*x)*cos(a*x)*a/a"),
      DerivationStep("= sin(2ax)", ascii: "= sin(2a*x)"),
      DerivationStep("snake′(x) = 1 + sin(2ax)", ascii: "snake'(x) = 1 + sin(2a*x)"),
    ],
    use: "Networks that must carry a periodic pattern on, such as vocoders (BigVGAN).",
    remarks: [
      "The derivative has no limit at infinity: it is NaN there.",
      "The derivative touches zero at −π/(4a) and every π/a from there, but never falls below.",
    ],
    source: "L. Ziyin et al., 2020",
    accuracy: Accuracy.oneUlp)

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
    if x.isInfinite { return stated(at: x, x < 0 ? -.infinity : .infinity, slope: .nan) }
    let sine = T.sin(T(exactly: a) * x)
    return x + sine * sine / T(exactly: a)
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    let angle = T(exactly: a) * x
    return 1 + 2 * .sin(angle) * .cos(angle)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    let sine = T.sin(T(exactly: a) * x)
    return 2 * T(exactly: a) * (1 - 2 * sine * sine)
  }

  public func value(_ x: Double) -> Double {
    if x.isInfinite { return x }
    let sine = ScaledDoubleDouble(ReducedAngle(a, times: x).sine)
    return (ScaledDoubleDouble(x) + sine * sine / ScaledDoubleDouble(a)).rounded
  }

  public func derivative(_ x: Double) -> Double {
    guard x.isFinite else { return readableDerivative(x) }
    return twiceTheAngle(x).onePlusSine.rounded
  }

  public func secondDerivative(_ x: Double) -> Double {
    guard x.isFinite else { return readableSecondDerivative(x) }
    return (ScaledDoubleDouble(a) * 2 * twiceTheAngle(x).cosine).rounded
  }

  /// 2ax.
  private func twiceTheAngle(_ x: Double) -> ReducedAngle {
    ReducedAngle(a, times: x, doubled: true)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard (a * x).isFinite else { return nil }
    let sine = ReducedAngle(a, times: x).sine.rounded
    return SubstitutedFormula(
      "snake = x + sin(ax)·sin(ax) / a", ascii: "snake = x + sin(a*x)*sin(a*x) / a",
      "\(x) + \(sine) × \(sine) / \(a)", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard (2 * a * x).isFinite else { return nil }
    return SubstitutedFormula(
      "snake′ = 1 + sin(2ax)", ascii: "snake' = 1 + sin(2a*x)",
      "1 + \(twiceTheAngle(x).sine.rounded)", result: derivative(x))
  }
}
