import RealModule

extension Catalogue {
  /// Units gated by a sigmoid of themselves.
  static let swishUnits = [
    CatalogueEntry(QuickGELU.self),
    CatalogueEntry(SiLU.self),
    CatalogueEntry(HardSwish.self),
  ]
}

/// The sigmoid linear unit x·σ(βx), also called swish.
///
/// Value and derivative within 1 ulp for every β, the derivative near its root within 1 ulp of
/// its larger term.
public struct SiLU: ScalarFunction, DescribedByType {
  /// How sharp the gate is, β: above 0.
  public var beta = 1.0

  public init() {}
  public init(beta: Double) { self.beta = beta }

  public static let parameters: [Parameter<SiLU>] = [
    Parameter(
      \.beta,
      ParameterDescription(
        name: "beta", symbol: Notation("β", ascii: "beta"), meaning: "how sharp the gate is",
        defaultValue: 1, accepted: .positive, slider: 0.1...10, step: 0.1))
  ]

  public static let description = FunctionDescription(
    identifier: "silu", aliases: ["swish", "sigmoid-linear-unit"], name: "SiLU",
    family: .smooth, symbol: "silu",
    formula: Notation("silu(x) = x·σ(βx)", ascii: "silu(x) = x*s(beta*x)"),
    derivativeFormula: Notation(
      "silu′(x) = σ(βx)·[1 + βx·(1 − σ(βx))]",
      ascii: "silu'(x) = s(beta*x)*[1 + beta*x*(1 - s(beta*x))]"),
    derivation: [
      DerivationStep(
        "silu′(x) = σ(βx) + x·β·σ′(βx)", ascii: "silu'(x) = s(beta*x) + x*beta*s'(beta*x)"),
      DerivationStep(
        "= σ(βx) + βx·σ(βx)·[1 − σ(βx)]",
        ascii: "= s(beta*x) + beta*x*s(beta*x)*[1 - s(beta*x)]"),
      DerivationStep(
        "= σ(βx)·[1 + βx·(1 − σ(βx))]",
        ascii: "= s(beta*x)*[1 + beta*x*(1 - s(beta*x))]"),
    ],
    use: "Convolutional networks (EfficientNet) and the gates of LLaMA's feed-forward blocks.",
    remarks: ["With β = 1 the minimum is −W(1/e) = −0.2785 at x = −1 − W(1/e)."],
    source: "S. Elfwing et al., 2017; P. Ramachandran et al., 2017; torch.nn.SiLU",
    accuracy: Accuracy.gated)

  public var shape: FunctionShape { swishShape(beta: beta, betaSymbol: ("β", "beta")) }

  private func gate<T: Real>(_ x: T) -> Gate<T> {
    Gate(x: x, argument: T(exactly: beta) * x, slope: T(exactly: beta), curvature: 0)
  }

  public func readableValue<T: Real>(_ x: T) -> T { gate(x).value }
  public func readableDerivative<T: Real>(_ x: T) -> T { gate(x).derivative }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { gate(x).secondDerivative }

  private var swish: PreciseSwish { PreciseSwish(beta: DoubleDouble(beta)) }
  public func value(_ x: Double) -> Double { swish.value(x) }
  public func derivative(_ x: Double) -> Double { swish.derivative(x) }
  public func secondDerivative(_ x: Double) -> Double { swish.secondDerivative(x) }
  public func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double) {
    swish.valueAndDerivative(x)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "silu = x·σ(βx)", ascii: "silu = x*s(beta*x)", "\(x) × \(swish.open(x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    guard let gate = swish.gate(x) else {
      return .constant("silu′ = σ(βx), far out", ascii: "silu' = s(beta*x), far out", swish.open(x))
    }
    return SubstitutedFormula(
      "silu′ = σ(βx)·(1 + βx·σ(−βx))", ascii: "silu' = s(beta*x)*(1 + beta*x*s(-beta*x))",
      "\(gate.open) × (1 + \(beta * x) × \(gate.closed))", result: derivative(x))
  }
}

/// The quick approximation of GELU, x·σ(1.702x).
///
/// 1.702 is the decimal number, not the double next to it. Value and derivative within 1 ulp,
/// the derivative near its root within 1 ulp of its larger term.
public struct QuickGELU: ScalarFunction, DescribedByType {
  public init() {}

  private static let beta = DoubleDouble(high: 0x1.b3b645a1cac08p+0, low: 0x1.89374bc6a7efap-55)

  public static let description = FunctionDescription(
    identifier: "quick-gelu", aliases: ["quickgelu", "gelu-quick", "gelu-sigmoid"],
    name: "quick GELU", family: .smooth, symbol: Notation("gelu_q", ascii: "gelu_q"),
    formula: Notation("gelu_q(x) = x·σ(1.702x)", ascii: "gelu_q(x) = x*s(1.702x)"),
    derivativeFormula: Notation(
      "gelu_q′(x) = σ(1.702x)·[1 + 1.702x·(1 − σ(1.702x))]",
      ascii: "gelu_q'(x) = s(1.702x)*[1 + 1.702x*(1 - s(1.702x))]"),
    derivation: [
      DerivationStep(
        "gelu_q′(x) = σ(1.702x) + x·1.702·σ′(1.702x)",
        ascii: "gelu_q'(x) = s(1.702x) + x*1.702*s'(1.702x)"),
      DerivationStep(
        "= σ(1.702x)·[1 + 1.702x·(1 − σ(1.702x))]",
        ascii: "= s(1.702x)*[1 + 1.702x*(1 - s(1.702x))]"),
    ],
    use: "The cheap GELU of CLIP.",
    remarks: ["It is SiLU with β = 1.702, and differs from GELU by at most 0.0204."],
    source: "D. Hendrycks and K. Gimpel, 2016; QuickGELU of OpenAI CLIP",
    accuracy: Accuracy.gated)

  public var shape: FunctionShape {
    swishShape(beta: Self.beta.high, betaSymbol: ("1.702", "1.702"))
  }

  private func gate<T: Real>(_ x: T) -> Gate<T> {
    let beta = T(exactly: Self.beta.high)
    return Gate(x: x, argument: beta * x, slope: beta, curvature: 0)
  }

  public func readableValue<T: Real>(_ x: T) -> T { gate(x).value }
  public func readableDerivative<T: Real>(_ x: T) -> T { gate(x).derivative }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { gate(x).secondDerivative }

  private var swish: PreciseSwish { PreciseSwish(beta: Self.beta) }
  public func value(_ x: Double) -> Double { swish.value(x) }
  public func derivative(_ x: Double) -> Double { swish.derivative(x) }
  public func secondDerivative(_ x: Double) -> Double { swish.secondDerivative(x) }
  public func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double) {
    swish.valueAndDerivative(x)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "gelu_q = x·σ(1.702x)", ascii: "gelu_q = x*s(1.702x)", "\(x) × \(swish.open(x))",
      result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    guard let gate = swish.gate(x) else {
      return .constant(
        "gelu_q′ = σ(1.702x), far out", ascii: "gelu_q' = s(1.702x), far out", swish.open(x))
    }
    return SubstitutedFormula(
      "gelu_q′ = σ(1.702x)·(1 + 1.702x·σ(−1.702x))",
      ascii: "gelu_q' = s(1.702x)*(1 + 1.702x*s(-1.702x))",
      "\(gate.open) × (1 + \(Self.beta.high * x) × \(gate.closed))", result: derivative(x))
  }
}

/// x·σ(βx) with βx in two doubles.
private struct PreciseSwish {
  var beta: DoubleDouble

  /// Nil far out, where the gate is shut or open for good.
  func gate(_ x: Double) -> PreciseGate? {
    guard beta.high * x > -1500 && beta.high * x < 1500 else { return nil }
    return PreciseGate(
      x: x, argument: beta * x, slope: beta, curvature: DoubleDouble(0))
  }

  /// σ(βx)
  func open(_ x: Double) -> Double { gate(x)?.open ?? (x < 0 ? 0 : 1) }

  /// Both of one exponential.
  func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double) {
    guard let gate = gate(x) else { return (value(x), derivative(x)) }
    return (gate.value, gate.derivative)
  }

  func value(_ x: Double) -> Double { gate(x)?.value ?? (x < 0 ? -0.0 : x) }
  func derivative(_ x: Double) -> Double {
    gate(x)?.derivative ?? (x < 0 ? -0.0 : constant(1, at: x))
  }

  /// β·σ(v)·σ(−v)·(2 − v·tanh(v/2)), from βx so that no power of β is formed.
  func secondDerivative(_ x: Double) -> Double {
    guard beta.high * x > -1500 && beta.high * x < 1500 else { return constant(0, at: x) }
    let argument = beta * x
    let pair = LogisticPair(argument)
    return (pair.product * (2 - argument * pair.difference) * beta).rounded
  }
}

/// The shape of x·σ(βx): that of β = 1 with x and value divided by β.
private func swishShape(beta: Double, betaSymbol: (String, String)) -> FunctionShape {
  /// −1 − W(1/e), and the root of v·tanh(v/2) = 2.
  let (minimum, inflection) = (-1.2784645427610737951, 2.3993572805154676678)
  let lowest = -0.27846454276107379511
  let divisor = beta == 1 ? ("", "") : ("/" + betaSymbol.0, "/" + betaSymbol.1)
  return FunctionShape(
    range: Interval(lowest / beta, .infinity, includesUpper: false),
    limitAtMinusInfinity: Limit(value: 0, derivative: 0),
    limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
    pointsOfInterest: [
      PointOfInterest(.inflection, x: -inflection / beta),
      PointOfInterest(
        .minimum, x: minimum / beta,
        closedForm: beta == 1
          ? Notation("−1 − W(1/e)", ascii: "-1 - W(1/e)")
          : Notation("−(1 + W(1/e))\(divisor.0)", ascii: "-(1 + W(1/e))\(divisor.1)")),
      PointOfInterest(.zero, x: 0, closedForm: "0"),
      PointOfInterest(.inflection, x: inflection / beta),
      PointOfInterest(.steepest, x: inflection / beta),
    ])
}

/// The hard swish x·hσ(x): 0 up to −3, x(x + 3)/6 between, x from 3 up.
///
/// Value within 2 ulp, derivative within 1 ulp.
public struct HardSwish: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "hard-swish", aliases: ["hardswish", "hard-silu"], name: "hard swish",
    family: .smooth, symbol: "hswish",
    formula: Notation(
      "hswish(x) = 0 for x ≤ −3, x(x + 3)/6 for |x| < 3, x for x ≥ 3",
      ascii: "hswish(x) = 0 for x <= -3, x(x + 3)/6 for |x| < 3, x for x >= 3"),
    derivativeFormula: Notation(
      "hswish′(x) = 0 for x ≤ −3, (2x + 3)/6 for |x| < 3, 1 for x ≥ 3",
      ascii: "hswish'(x) = 0 for x <= -3, (2x + 3)/6 for |x| < 3, 1 for x >= 3"),
    derivation: [
      DerivationStep(
        "|x| < 3: d/dx (x² + 3x)/6 = (2x + 3)/6",
        ascii: "|x| < 3: d/dx (x^2 + 3x)/6 = (2x + 3)/6"),
      DerivationStep("x < −3: d/dx 0 = 0", ascii: "x < -3: d/dx 0 = 0"),
      DerivationStep("x > 3: d/dx x = 1", ascii: "x > 3: d/dx x = 1"),
    ],
    use: "Mobile networks (MobileNetV3): SiLU without an exponential.",
    remarks: ["The derivative jumps from 0 to −½ at −3 and from 3/2 to 1 at 3."],
    source: "A. Howard et al., 2019; torch.nn.Hardswish", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    let curvature = 1.0 / 3
    return FunctionShape(
      range: Interval(-0.375, .infinity, includesUpper: false),
      breakpoints: [
        .kink(
          at: -3, value: 0, derivative: OneSided(left: 0, right: -0.5, used: 0),
          secondDerivative: OneSided(left: 0, right: curvature, used: 0)),
        .kink(
          at: 3, value: 3, derivative: OneSided(left: 1.5, right: 1, used: 1),
          secondDerivative: OneSided(left: curvature, right: 0, used: 0)),
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(.minimum, x: -1.5, closedForm: Notation("−3/2", ascii: "-3/2")),
        PointOfInterest(.zero, x: 0, closedForm: "0"),
      ],
      deadIntervals: [Interval(-.infinity, -3)])
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6 }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    x <= -3 || x >= 3 ? 0 : constant(1 / 3, at: x)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return switch x {
    case ...(-3): .constant("hswish = 0 for x ≤ −3", ascii: "hswish = 0 for x <= -3", 0)
    case 3...: .constant("hswish = x for x ≥ 3", ascii: "hswish = x for x >= 3", x)
    default:
      SubstitutedFormula(
        "hswish = x·(x + 3) / 6", ascii: "hswish = x*(x + 3) / 6", "\(x) × (\(x) + 3) / 6",
        result: value(x))
    }
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return switch x {
    case ...(-3): .constant("hswish′ = 0 for x ≤ −3", ascii: "hswish' = 0 for x <= -3", 0)
    case 3...: .constant("hswish′ = 1 for x ≥ 3", ascii: "hswish' = 1 for x >= 3", 1)
    default:
      SubstitutedFormula(
        "hswish′ = (2·x + 3) / 6", ascii: "hswish' = (2*x + 3) / 6", "(2 × \(x) + 3) / 6",
        result: derivative(x))
    }
  }
}
