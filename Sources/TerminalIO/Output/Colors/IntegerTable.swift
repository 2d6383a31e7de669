/// Small numbers by large ones: a dictionary without hashes to work out, and no type that the runtime
/// would have to put together at every start.
struct IntegerTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0
  /// What stands where no key does.
  private static let free = UInt64.max

  init() {
    keys = Array(repeating: Self.free, count: 64)
    values = Array(repeating: 0, count: 64)
  }

  /// - Precondition: `key` is not the largest number of all.
  subscript(key: UInt64) -> Int32? {
    get {
      let place = place(of: key)
      return keys[place] == key ? values[place] : nil
    }
    set {
      guard let newValue else { return }
      // At most half of the places are taken.
      if 2 * (count + 1) > keys.count { grow() }
      let place = place(of: key)
      if keys[place] != key { count += 1 }
      keys[place] = key
      values[place] = newValue
    }
  }

  mutating func removeAll() { self = IntegerTable() }

  /// Where `key` stands, or would.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    // Fibonacci hashing: the upper bits of the product depend on all of the key.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != key && keys[place] != Self.free { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: Self.free, count: 2 * old.0.count)
    values = Array(repeating: 0, count: keys.count)
    for (key, value) in zip(old.0, old.1) where key != Self.free {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
