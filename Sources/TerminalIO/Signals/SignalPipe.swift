import CNcurses
import Glibc

/// The pipe through which signal handlers wake the event loop.
struct SignalPipe {
  let reading: Int32
  let writing: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard shim_pipe(&ends) == 0 else {
      throw .systemRefused("a pipe for signals")
    }
    reading = ends[0]
    writing = ends[1]
  }

  /// The signals that have come since the last time, each once.
  func drain() -> Set<Int32> {
    var signals: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(reading, &bytes, bytes.count)
      if count > 0 {
        for byte in bytes.prefix(count) { signals.insert(Int32(byte)) }
      } else if count == 0 || errno != EINTR {
        return signals
      }
    }
  }

  func close() {
    Glibc.close(reading)
    Glibc.close(writing)
  }
}
