/// A sum that carries its rounding errors along (Neumaier's), so that long ones lose nothing, in a unit
/// of its own, so that it and its terms may be smaller or larger than `Double` holds.
struct ScaledSum {
  private var total: Double
  private var errors = 0.0
  /// The unit is 2^exponent.
  private var exponent = 0

  init(_ number: Double = 0) { total = number }

  var isZero: Bool { total + errors == 0 }

  static func += (sum: inout ScaledSum, number: Double) {
    if sum.exponent == 0 && (sum.total + number).isFinite || !number.isFinite {
      sum.addInUnit(number)
    } else {
      sum.add(ScaledDoubleDouble(number))
    }
  }

  static func += (sum: inout ScaledSum, other: ScaledSum) {
    if other.exponent == 0 || !other.total.isFinite {
      sum += other.inUnit
    } else {
      sum.add(other.scaled)
    }
  }

  /// Adds a·b, which itself may over- or underflow.
  mutating func add(_ a: Double, times b: Double) {
    if let product = plainProduct(a, b) {
      self += product
    } else {
      add(ScaledDoubleDouble(a) * b)
    }
  }

  mutating func add(_ term: ScaledDoubleDouble) {
    if term.isZero { return }
    // A unit in which the larger of sum and term is far from both ends of the range.
    while term.exponent - exponent > 500 { raiseUnit(by: 500) }
    while term.exponent - exponent < -500 && total.magnitude < 0x1p-200 { raiseUnit(by: -500) }
    addInUnit(term.significand.rounded * powerOfTwo(term.exponent - exponent))
  }

  private mutating func raiseUnit(by step: Int) {
    let factor = powerOfTwo(-step)
    (total, errors, exponent) = (total * factor, errors * factor, exponent + step)
  }

  private mutating func addInUnit(_ number: Double) {
    let next = total + number
    // Of the two the larger keeps its digits.
    let error =
      total.magnitude >= number.magnitude ? (total - next) + number : (number - next) + total
    total = next
    if next.isFinite { errors += error }
  }

  mutating func multiply(byPowerOfTwo power: Int) { exponent += power }

  private var inUnit: Double { total.isFinite ? total + errors : total }

  private var scaled: ScaledDoubleDouble {
    var sum = ScaledDoubleDouble(DoubleDouble.sum(total, errors))
    sum.exponent += exponent
    return sum
  }

  var rounded: Double { exponent == 0 ? inUnit : over(ScaledSum(1)) }

  /// The sum over `divisor`, either of which may be beyond `Double` where the quotient is not.
  func over(_ divisor: ScaledSum) -> Double {
    if exponent == 0 && divisor.exponent == 0 || !total.isFinite || !divisor.total.isFinite {
      return inUnit / divisor.inUnit
    }
    return (scaled / divisor.scaled).rounded
  }

  /// number·weight·2^power over this sum, which over- or underflows only where that itself does.
  func quotient(of number: Double, times weight: Double = 1, power: Int = 0) -> Double {
    guard number.isFinite, weight.isFinite, total.isFinite else {
      return number * weight / inUnit
    }
    if exponent == 0, power == 0, let product = plainProduct(number, weight) {
      return product / inUnit
    }
    var product = ScaledDoubleDouble(number) * weight
    product.exponent += power
    return (product / scaled).rounded
  }
}

/// a·b, or nil if it over- or underflows.
private func plainProduct(_ a: Double, _ b: Double) -> Double? {
  let product = a * b
  let isPlain = product.isNormal || a == 0 || b == 0 || !a.isFinite || !b.isFinite
  return isPlain ? product : nil
}
