import Testing

@testable import NeuralFunctions

@Suite("Arithmetic in two doubles")
struct DoubleDoubleTests {
  @Test("sums and products lose nothing")
  func exact() {
    let sum = DoubleDouble.sum(1, 0x1p-80)
    #expect(sum.high == 1 && sum.low == 0x1p-80)
    let reversed = DoubleDouble.sum(0x1p-80, 1)
    #expect(reversed == sum)
    let product = DoubleDouble.product(1 + 0x1p-40, 1 + 0x1p-40)
    #expect(product.high == 1 + 0x1p-39 && product.low == 0x1p-80)
  }

  @Test("division and root undo product and square", arguments: [0.1, 3.7, 1e-90, 2e80])
  func inverses(x: Double) {
    let third = DoubleDouble.quotient(x, 3)
    let back = third * 3 - x
    #expect(back.rounded.magnitude <= x * 0x1p-100)
    let root = DoubleDouble(x).squareRoot()
    #expect((root * root - x).rounded.magnitude <= x * 0x1p-98)
    #expect((DoubleDouble(x) / DoubleDouble(x)).rounded == 1)
  }

  @Test("exponentials of opposite numbers multiply to one", arguments: [0.3, 1, 20.5, 300, 690])
  func exponentials(x: Double) {
    let product = ScaledDoubleDouble.exp(x).unscaled * ScaledDoubleDouble.exp(-x).unscaled
    #expect((product - 1).rounded.magnitude < 0x1p-60)
  }

  @Test("e, its inverse and the logarithm of 2 come out to 60 bits and more")
  func constants() {
    let e = ScaledDoubleDouble.exp(1).unscaled
    #expect(
      (e - DoubleDouble(high: 0x1.5bf0a8b145769p+1, low: 0x1.4d57ee2b1013ap-53)).rounded
        .magnitude < 0x1p-60)
    let ln2 = DoubleDouble.log(onePlus: DoubleDouble(1))
    #expect((ln2 - DoubleDouble.ln2).rounded.magnitude < 0x1p-60)
  }

  @Test(
    "exp − 1 and log(1 + x) undo each other, near 0 and far",
    arguments: [
      1e-12, -1e-5, 0.2, -0.4, 3, 50, 600,
    ])
  func roundTrip(x: Double) {
    let back = DoubleDouble.log(onePlus: DoubleDouble.expMinusOne(DoubleDouble(x)))
    #expect((back - x).rounded.magnitude <= x.magnitude * 0x1p-55)
  }

  @Test("an exponential below the normal numbers is rounded once")
  func subnormal() {
    #expect(ScaledDoubleDouble.exp(-745.0).rounded == .leastNonzeroMagnitude)
    #expect(ScaledDoubleDouble.exp(-746.0).rounded == 0)
    #expect(ScaledDoubleDouble.exp(-.infinity).rounded == 0)
    #expect(ScaledDoubleDouble.exp(.infinity).rounded == .infinity)
    #expect(ScaledDoubleDouble.exp(.nan).rounded.isNaN)
  }

  @Test(
    "the normal distribution has its tails",
    arguments: [
      (0, 0.5), (-1, 0.15865525393145705), (1, 0.8413447460685429), (-8, 6.220960574271785e-16),
      (-38, 0x0.00000037b23b8p-1022),
    ] as [(Double, Double)])
  func normal(x: Double, probability: Double) {
    #expect(ulpError(StandardNormal.cumulative(x).rounded, probability) <= 2)
  }

  @Test(
    "the logistic pair sums to one and keeps the smaller's digits",
    arguments: [
      -800, -30, -0.1, 0, 0.1, 30, 800,
    ] as [Double])
  func logistic(v: Double) {
    let pair = LogisticPair(v)
    #expect(pair.positive.rounded + pair.negative.rounded == 1)
    #expect(identical(pair.positive.rounded, LogisticPair(-v).negative.rounded))
    #expect(agree(pair.difference.rounded, Tanh().value(v / 2), relative: 1e-15))
  }
}
