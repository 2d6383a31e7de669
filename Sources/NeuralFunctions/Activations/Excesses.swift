import RealModule

/// How far values that a Double cannot tell from a whole number are from it. What tends to a limit L is
/// L less a small number that has digits of its own, and mostly the function knows it from its other
/// end: 1 − σ(x) = σ(−x).

extension Sigmoid {
  public func excess(over number: Double, at x: Double) -> Double? {
    number == 1 ? -value(-x) : nil
  }
}

extension Tanh {
  /// 1 − tanh x = 2σ(−2x)
  public func excess(over number: Double, at x: Double) -> Double? {
    guard number.magnitude == 1 else { return nil }
    return -2 * number * Sigmoid().value(-2 * x * number)
  }

  /// 1 − tanh′ = tanh²
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    number == 1 ? -(value(x) * value(x)) : nil
  }
}

extension LogSigmoid {
  /// 1 − σ(−x) = σ(x)
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    number == 1 ? -Sigmoid().value(x) : nil
  }
}

extension Softsign {
  /// 1 − x/(1 + x) = 1/(1 + x)
  public func excess(over number: Double, at x: Double) -> Double? {
    number.magnitude == 1 && number * x > 0 ? -number / (1 + x.magnitude) : nil
  }

  /// 1 − 1/(1 + |x|)² = |x|(2 + |x|)/(1 + |x|)²
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    let size = x.magnitude
    return number == 1 ? -(size / (1 + size)) * ((2 + size) / (1 + size)) : nil
  }
}

extension SoftCap {
  /// c − c·tanh(x/c) = 2c·σ(−2x/c)
  public func excess(over number: Double, at x: Double) -> Double? {
    guard number.magnitude == c, c != 0 else { return nil }
    return -2 * number * Sigmoid().value(-2 * x / number)
  }

  /// 1 − tanh²(x/c)
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    guard number == 1, c > 0, c.isFinite else { return nil }
    let share = value(x) / c
    return -(share * share)
  }
}

extension Exponential {
  public func excess(over number: Double, at x: Double) -> Double? {
    number == 1 ? .expMinusOne(x) : nil
  }
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    excess(over: number, at: x)
  }
}

extension Gaussian {
  public func excess(over number: Double, at x: Double) -> Double? {
    number == 1 ? .expMinusOne(-x * x) : nil
  }
}

extension ELU {
  /// α(eˣ − 1) + α = αeˣ
  public func excess(over number: Double, at x: Double) -> Double? {
    x < 0 && number == -alpha ? alpha * .exp(x) : nil
  }
}

extension CELU {
  public func excess(over number: Double, at x: Double) -> Double? {
    x < 0 && number == -alpha ? alpha * .exp(x / alpha) : nil
  }
}

/// A unit with f(x) − f(−x) = x, whose slopes at x and −x therefore sum to 1: x·g(x) with
/// g(x) + g(−x) = 1, and the smooth rectifiers.
protocol HalvedIdentity: ScalarFunction {}

extension HalvedIdentity {
  public func excess(over number: Double, at x: Double) -> Double? {
    number == x ? value(-x) : nil
  }
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    number == 1 ? -derivative(-x) : nil
  }
}

extension SiLU: HalvedIdentity {}
extension QuickGELU: HalvedIdentity {}
extension GELU: HalvedIdentity {}
extension TanhGELU: HalvedIdentity {}
extension Softplus: HalvedIdentity {}
extension Squareplus: HalvedIdentity {}

extension Mish {
  /// x − x·tanh(softplus(x)) = 2x/((1 + eˣ)² + 1)
  public func excess(over number: Double, at x: Double) -> Double? {
    guard number == x else { return nil }
    let power = 1 + Double.exp(x)
    return -2 * x / (power * power + 1)
  }

  /// With w = (1 + eˣ)² the gate is 1 − 2/(w + 1), and rises by 4w/(w + 1)²·σ(x).
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    guard number == 1, x > 5 else { return nil }
    // In terms of 1/w, which does not overflow.
    let fall = Double.exp(-x)
    let inverse = (fall / (1 + fall)) * (fall / (1 + fall))
    let gate = 1 + inverse
    return 2 * inverse / gate * (2 * x / (gate * (1 + fall)) - 1)
  }
}

extension Sine {
  /// sin′ − ±1, by half the angle from where it is.
  public func derivativeExcess(over number: Double, at x: Double) -> Double? {
    guard number == omega, x.magnitude * omega.magnitude < 1 else { return nil }
    let half = Double.sin(omega * x / 2)
    return -2 * omega * half * half
  }
}
