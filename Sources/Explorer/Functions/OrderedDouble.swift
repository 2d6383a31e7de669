/// Doubles in their order as whole numbers without gaps: to halve the distance between two of these is
/// to halve how many Doubles lie between, whether they are near 0 or at 1e308.
enum OrderedDouble {
  static func index(of x: Double) -> Int64 {
    let bits = Int64(bitPattern: x.bitPattern)
    return bits >= 0 ? bits : .min &- bits
  }

  static func value(at index: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: index >= 0 ? index : .min &- index))
  }

  /// How many steps from Double to Double lie between.
  static func distance(_ low: Double, _ high: Double) -> UInt64 {
    UInt64(bitPattern: index(of: high) &- index(of: low))
  }

  /// The Double with as many Doubles below it as above, of those from `low` to `high`.
  static func middle(_ low: Double, _ high: Double) -> Double {
    let (a, b) = (index(of: low), index(of: high))
    return value(at: (a & b) &+ ((a ^ b) >> 1))
  }

  /// Places between which there are equally many Doubles, from `low` to `high`.
  static func evenly(_ low: Double, _ high: Double, count: Int) -> [Double] {
    let (start, distance) = (index(of: low), distance(low, high))
    return (0...count).map { step in
      let (quotient, _) = UInt64(count).dividingFullWidth(
        distance.multipliedFullWidth(by: UInt64(step)))
      return value(at: start &+ Int64(bitPattern: quotient))
    }
  }

  /// The first Double above `low` on which `condition` is otherwise than just above `low`, where it is
  /// `start`; it changes once on the way to `high`.
  static func change(
    from low: Double, to high: Double, startingAs start: Bool, of condition: (Double) -> Bool
  ) -> Double {
    var (low, high) = (low, high)
    while distance(low, high) > 1 {
      let middle = middle(low, high)
      if condition(middle) == start { low = middle } else { high = middle }
    }
    return high
  }
}
