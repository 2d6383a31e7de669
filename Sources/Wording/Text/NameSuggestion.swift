/// Finds the name that was meant.
public enum NameSuggestion {
  /// The candidate nearest to `name`, or nil where none is near enough to be meant.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    // A long "name" was not mistyped, it was mistaken.
    guard name.count <= 64 else { return nil }
    let wanted = Array(name.lowercased())
    let scored = candidates.map { (distance(wanted, Array($0)), $0) }
    guard let best = scored.min(by: { $0.0 < $1.0 }) else { return nil }
    return best.0 <= max(1, wanted.count / 3) ? best.1 : nil
  }

  /// How many single-character edits and swaps of neighbours lead from `a` to `b`.
  package static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1))
        if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

/// Matches what is typed after `/`: its characters must occur in order.
package enum FuzzyMatch {
  /// How well `query` matches `candidate` (larger is better), or nil where it does not.
  package static func score(_ query: String, in candidate: String) -> Int? {
    guard query.utf8.count <= candidate.utf8.count * 4 else { return nil }
    var score = 0
    var run = 0
    var characters = candidate.lowercased()[...]
    var isAtStart = true
    for wanted in query.lowercased() where !wanted.isWhitespace {
      guard let place = characters.firstIndex(of: wanted) else { return nil }
      let isNext = place == characters.startIndex
      run = isNext ? run + 1 : 1
      score += isAtStart && isNext ? 8 : run * 2
      isAtStart = false
      characters = characters[characters.index(after: place)...]
    }
    return score - candidate.count / 8
  }
}
