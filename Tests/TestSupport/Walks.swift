import Glibc

/// How many random walks a test takes: as many as a usual run has time for, or `NABLA_WALKS` times that.
public enum Walks {
  public static func seeds(_ count: Int) -> [UInt64] {
    let factor = getenv("NABLA_WALKS").flatMap { Int(String(cString: $0)) } ?? 1
    return Array(1...UInt64(count * max(1, factor)))
  }
}
