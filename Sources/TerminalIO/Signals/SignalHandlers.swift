import Glibc

/// The signal handlers of a session, installed together and taken back together.
///
/// - What ends the program (SIGTERM, SIGINT, SIGHUP, SIGQUIT and their like) wakes the event loop,
///   which leaves in the normal way. If it has not within a second, as when the terminal no longer
///   reads and holds the program inside `write`, or if a second such signal comes, the handler itself
///   restores the terminal and ends the process.
/// - SIGTSTP, SIGCONT and SIGWINCH wake the event loop.
/// - A crash restores the terminal, and then is the crash that it was.
struct SignalHandlers {
  static let fatal =
    [
      SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGXCPU, SIGVTALRM, SIGPROF,
      SIGIO, SIGPWR, SIGXFSZ, SIGSTKFLT, SIGALRM,
    ] + realTime
  /// Linux's real-time signals but for the two that the C library keeps for itself.
  private static let realTime: [Int32] = Array(34...64)
  private static let waking = [SIGTSTP, SIGCONT, SIGWINCH]
  private static let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS]

  private var previous: [(signal: Int32, action: sigaction)] = []
  /// A stack of its own for the handlers: when the stack has overflowed there is no other.
  private let stack: UnsafeMutableRawPointer
  private var previousStack = stack_t()

  private static let stackSize = 64 * 1024

  /// - Precondition: ``emergency`` is set.
  static func install() -> SignalHandlers {
    var handlers = SignalHandlers()
    for signal in fatal where signal != SIGALRM {
      handlers.install(signal, fatalSignalArrived, keepIgnored: true)
    }
    // A parent without job control ignores SIGTSTP: stopped, nobody would continue us.
    for signal in waking { handlers.install(signal, wakingSignalArrived, keepIgnored: true) }
    for signal in crashes { handlers.install(signal, crashed, keepIgnored: false) }
    handlers.install(SIGALRM, outOfPatience, keepIgnored: false)
    return handlers
  }

  private init() {
    stack = .allocate(byteCount: Self.stackSize, alignment: 16)
    var ours = stack_t(ss_sp: stack, ss_flags: 0, ss_size: Self.stackSize)
    sigaltstack(&ours, &previousStack)
  }

  private mutating func install(
    _ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void, keepIgnored: Bool
  ) {
    var old = sigaction()
    // Under nohup, say.
    if keepIgnored && Self.ignores(signal) { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_ONSTACK
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, &old)
    previous.append((signal, old))
  }

  static func ignores(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Stops this process, or all of its group; returns once it has been continued.
  static func stopProcess(wholeGroup: Bool) {
    var standard = sigaction()
    var ours = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &standard, &ours)
    kill(wholeGroup ? 0 : getpid(), SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
  }

  func remove() {
    alarm(0)
    for (signal, action) in previous.reversed() {
      var action = action
      // Swift's runtime catches SIGQUIT, and asks the terminal what to do with a backtrace: a second
      // one, come while the program leaves, would wait there for a key.
      if Self.fatal.contains(signal) { action.__sigaction_handler.sa_handler = SIG_DFL }
      sigaction(signal, &action, nil)
    }
    var back = previousStack
    sigaltstack(&back, nil)
    stack.deallocate()
  }
}

// MARK: The handlers themselves

private func wake(_ state: UnsafeMutablePointer<Emergency>, _ signal: Int32) {
  var byte = UInt8(truncatingIfNeeded: signal)
  // A full pipe wakes as well.
  _ = write(state.pointee.pipe, &byte, 1)
}

private func wakingSignalArrived(_ signal: Int32) {
  let error = errno
  if let state = emergency { wake(state, signal) }
  errno = error
}

private func fatalSignalArrived(_ signal: Int32) {
  let error = errno
  guard let state = emergency else { EmergencyExit.die(by: signal) }
  state.pointee.fatalCount += 1
  if state.pointee.fatalCount == 1 {
    state.pointee.fatalSignal = signal
    alarm(1)
    wake(state, signal)
    errno = error
  } else {
    // Should even this get stuck, the alarm ends it.
    alarm(1)
    EmergencyExit.restore(state, discardingOutput: true)
    EmergencyExit.die(by: state.pointee.fatalSignal)
  }
}

/// Our own alarm is set only once the program is about to end; another is a signal like others.
private func outOfPatience(_ signal: Int32) {
  guard let state = emergency, state.pointee.fatalSignal != 0 else {
    return fatalSignalArrived(signal)
  }
  EmergencyExit.restore(state, discardingOutput: true)
  EmergencyExit.die(by: state.pointee.fatalSignal)
}

private func crashed(_ signal: Int32) {
  if let state = emergency {
    state.pointee.fatalSignal = signal
    // A terminal that does not read shall not keep a dead program.
    alarm(1)
    EmergencyExit.restore(state, discardingOutput: false)
  }
  EmergencyExit.die(by: signal)
}
