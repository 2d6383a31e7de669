/// Lets a few terminals run at a time: all tests at once would make a small machine so slow that
/// times mean nothing.
actor Gate {
  static let shared = Gate(width: 4)

  private var free: Int
  private let width: Int
  private var waiting: [(needs: Int, continuation: CheckedContinuation<Void, Never>)] = []

  init(width: Int) {
    self.width = width
    free = width
  }

  /// - Parameter alone: nothing else runs meanwhile, for what measures time.
  func pass<Result>(
    alone: Bool = false, _ body: @Sendable () async throws -> sending Result
  ) async rethrows -> sending Result {
    let needs = alone ? width : 1
    await enter(needs)
    do {
      let result = try await body()
      leave(needs)
      return result
    } catch {
      leave(needs)
      throw error
    }
  }

  private func enter(_ needs: Int) async {
    if waiting.isEmpty && free >= needs {
      free -= needs
      return
    }
    await withCheckedContinuation { waiting.append((needs, $0)) }
  }

  private func leave(_ needs: Int) {
    free += needs
    // In the order they came, so that one that needs all is not passed over for ever.
    while let first = waiting.first, free >= first.needs {
      free -= first.needs
      waiting.removeFirst().continuation.resume()
    }
  }
}
