import RealModule

/// x·σ(v), a gate of logistic form whose argument v depends on x.
struct Gate<T: Real> {
  var x: T
  /// v(x)
  var argument: T
  /// v′(x)
  var slope: T
  /// v″(x)
  var curvature: T

  private var sigmoid: Sigmoid { Sigmoid() }

  var value: T {
    // An argument may overflow where x does not, and its slope with it.
    if x.isInfinite || argument.isInfinite { return x < 0 ? -.zero : x }
    return x * sigmoid.value(argument)
  }

  /// σ(v)·(1 + xv′·σ(−v))
  var derivative: T {
    let (open, closed) = (sigmoid.value(argument), sigmoid.value(-argument))
    // The slope may overflow where the gate is shut, or open, for good.
    if open == 0 { return -.zero }
    if closed == 0 { return 1 }
    return open * (1 + x * slope * closed)
  }

  /// σ′(v)·[2v′ + xv″ + xv′²·(σ(−v) − σ(v))]
  var secondDerivative: T {
    let steepness = sigmoid.derivative(argument)
    if steepness == 0 { return 0 }
    let bend = x * slope * slope * .tanh(argument / 2)
    return steepness * (2 * slope + x * curvature - bend)
  }
}

/// The same in two doubles: results within 1 ulp, subnormal ones included.
struct PreciseGate {
  var x: Double
  var slope: DoubleDouble
  var curvature: DoubleDouble
  private let pair: LogisticPair

  /// For arguments |v| up to 2000.
  init(x: Double, argument: DoubleDouble, slope: DoubleDouble, curvature: DoubleDouble) {
    self.x = x
    self.slope = slope
    self.curvature = curvature
    pair = LogisticPair(argument)
  }

  /// σ(v)
  var open: Double { pair.positive.rounded }
  /// σ(−v)
  var closed: Double { pair.negative.rounded }

  var value: Double { (pair.positive * x).rounded }

  var derivative: Double {
    (pair.positive * (1 + slope * x * pair.negative.unscaled)).rounded
  }

  var secondDerivative: Double {
    let bend = slope * slope * pair.difference * x
    return (pair.product * (slope * 2 + curvature * x - bend)).rounded
  }
}
