import Synchronization

/// Remembers the last value of a pure function, for what is drawn again and again.
///
/// It changes how soon a value is had, never which: copies of a screen may share one. (What a key has
/// to be is asked of the method, not of the type: the runtime would check it at every start.)
final class LastValue<Key: Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<(key: Key, value: Value)?>(nil)

  /// The value for `key`: the one remembered, or else the one that `make` returns.
  func value(for key: Key, make: () -> Value) -> Value where Key: Equatable {
    if let value = known.withLock({ $0?.key == key ? $0?.value : nil }) { return value }
    let value = make()
    known.withLock { $0 = (key, value) }
    return value
  }
}

/// Remembers many values of a pure function.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private let values = Mutex<[Key: Value]>([:])

  /// - Parameter capacity: how many values are kept; one more, and all are forgotten.
  init(capacity: Int) { self.capacity = capacity }

  /// The value for `key`: the one remembered, or else the one that `make` returns.
  func value(for key: Key, make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let value = make()
    values.withLock {
      if $0.count >= capacity { $0.removeAll(keepingCapacity: true) }
      $0[key] = value
    }
    return value
  }
}
