import Synchronization
import TerminalCells

/// Remembers the last value of a pure function, for what is drawn again and again.
///
/// It changes how soon a value is had, never which: copies of a screen may share the object it is
/// part of. (It is no class itself: the runtime would put each of them together at every start.)
public struct LastValue<Key: Equatable & Sendable, Value: Sendable>: ~Copyable, Sendable {
  @usableFromInline let known = Mutex<(key: Key, value: Value)?>(nil)

  @inlinable public init() {}

  /// The value for `key`: the one remembered, or else the one that `make` returns.
  @inlinable public func value(for key: Key, make: () -> Value) -> Value {
    if let value = known.withLock({ $0?.key == key ? $0?.value : nil }) { return value }
    let value = make()
    known.withLock { $0 = (key, value) }
    return value
  }
}

/// Remembers the last value in each of several numbered places.
public struct LastValues<Key: Equatable & Sendable, Value: Sendable>: ~Copyable, Sendable {
  @usableFromInline let known = Mutex<[(key: Key, value: Value)?]>([])

  @inlinable public init() {}

  /// The value for `key` at `place`: the one remembered there, or else the one that `make` returns.
  @inlinable public func value(at place: Int, for key: Key, make: () -> Value) -> Value {
    let remembered = known.withLock { known -> Value? in
      guard place < known.count, let last = known[place], last.key == key else { return nil }
      return last.value
    }
    if let remembered { return remembered }
    let value = make()
    known.withLock { known in
      while known.count <= place { known.append(nil) }
      known[place] = (key, value)
    }
    return value
  }
}
