import Glibc

/// How a process ended, from what `waitpid` says.
enum ExitStatus: Hashable, CustomStringConvertible {
  case exited(Int32)
  case killed(by: Int32)

  init(_ status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(by: signal)
  }

  var description: String {
    switch self {
    case .exited(let code): "exit \(code)"
    case .killed(let signal): "killed by signal \(signal)"
    }
  }
}
