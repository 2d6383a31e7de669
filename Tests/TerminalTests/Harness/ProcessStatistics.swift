import Glibc

/// What the system says of the running program.
extension PseudoTerminal {
  /// Whether it is inside `poll` without a time limit: nothing is left for it to do.
  var isWaitingForEver: Bool {
    let fields = file("syscall").split(separator: " ")
    guard let call = fields.first, fields.count > 4 else {
      // Not told here: asleep is as near as it gets.
      return statistics?.state == "S"
    }
    #if arch(x86_64)
      return call == "7" && fields[3] == "0xffffffff"
    #else
      // `ppoll` with a null time.
      return call == "73" && fields[3] == "0x0"
    #endif
  }

  /// Whether it is held up inside `write`.
  var isWriting: Bool {
    #if arch(x86_64)
      let write = "1"
    #else
      let write = "64"
    #endif
    return file("syscall").split(separator: " ").first.map { $0 == write }
      ?? (statistics?.state == "S")
  }

  /// Has it draw until nothing more fits into the terminal, from which nobody reads.
  func holdUpInWriting() async throws {
    var rows = 60
    try await wait(for: "the program to be held up in writing") {
      // Every change of size is a whole new picture.
      rows = rows == 60 ? 61 : 60
      resize(columns: 200, rows: rows)
      return isWriting
    }
  }

  /// Its state, and the processor time it has used, in ticks of a hundredth of a second.
  var statistics: (state: Substring, ticks: Int)? {
    // The name in parentheses may hold spaces.
    guard let rest = file("stat").split(separator: ")").last else { return nil }
    let fields = rest.split(separator: " ")
    guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else {
      return nil
    }
    return (fields[0], user + system)
  }

  /// How often it has gone to sleep.
  var sleeps: Int? { status("voluntary_ctxt_switches") }

  /// The most memory it has ever had, in KiB.
  var peakMemory: Int? { status("VmHWM") }

  /// State, system call and signals, for messages.
  var situation: String {
    let signals = file("status").split(separator: "\n")
      .filter { $0.hasPrefix("Sig") || $0.hasPrefix("State") }
    return (signals.joined(separator: " ") + " call " + file("syscall"))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func status(_ name: String) -> Int? {
    file("status").split(separator: "\n").first { $0.hasPrefix(name + ":") }
      .flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }
      .flatMap { Int($0) }
  }

  private func file(_ name: String) -> String {
    let descriptor = open("/proc/\(process)/\(name)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
