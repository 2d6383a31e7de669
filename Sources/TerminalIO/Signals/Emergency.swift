import Glibc

/// All that a signal handler may look at, laid out before any handler is installed.
///
/// A handler can be given nothing but a number, so this is reached through a global: the one place
/// of the program where there is any. It is written while no handler is installed, or the screen is left
/// to others, or in words that the handlers read at once.
struct Emergency {
  /// Where keys come from, whose settings are to be as they were.
  var input: Int32
  var output: Int32
  var settings: termios
  /// What brings the terminal back to normal, and what does so once others have it; allocated once
  /// and never changed.
  var bytes: UnsafeRawBufferPointer
  var bytesInBackground: UnsafeRawBufferPointer
  /// Whether the screen is ours at the moment: only then is there something to restore.
  var isOnScreen = false
  /// Whether the settings are ours, which they may be a little longer than the screen.
  var hasSettings = false
  var diversion = StandardErrorDiversion.none
  /// The writing end of the pipe that wakes the event loop.
  var pipe: Int32
  /// How many signals that end the program have come, and the first of them.
  var fatalCount = 0
  var fatalSignal: Int32 = 0

  /// Puts it where the handlers find it, before there are any.
  func layOut() {
    let state = UnsafeMutablePointer<Emergency>.allocate(capacity: 1)
    state.initialize(to: self)
    emergency = state
  }

  /// Takes it away, once there are no handlers any more.
  static func forget() {
    guard let state = emergency else { return }
    emergency = nil
    state.pointee.bytes.deallocate()
    state.pointee.bytesInBackground.deallocate()
    state.deallocate()
  }

  /// Whether another process group has the terminal now.
  var isInBackground: Bool {
    let foreground = tcgetpgrp(input)
    // Of a terminal that is not the process's own none is told.
    return foreground >= 0 && foreground != getpgrp()
  }

  /// What is to be written to give the terminal back.
  var farewell: UnsafeRawBufferPointer { isInBackground ? bytesInBackground : bytes }

  /// In the background only where nobody has given the terminal other settings meanwhile.
  mutating func restoreSettings() {
    if isInBackground && !hasRawSettings { return }
    // Which would stop the process for it.
    var background = sigset_t()
    var before = sigset_t()
    sigemptyset(&background)
    sigaddset(&background, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &background, &before)
    tcsetattr(input, TCSANOW, &settings)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// What the settings become while the terminal is ours: keys come one by one and unchanged, and what
  /// is written goes out unchanged.
  var rawSettings: termios {
    var raw = settings
    raw.c_iflag &= ~tcflag_t(IXON | BRKINT | PARMRK | INPCK | ISTRIP | ICRNL | INLCR | IGNCR)
    raw.c_oflag &= ~tcflag_t(OPOST)
    raw.c_lflag &= ~tcflag_t(ICANON | ISIG | IEXTEN | ECHO | ECHONL)
    withUnsafeMutableBytes(of: &raw.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    return raw
  }

  private var hasRawSettings: Bool {
    var present = termios()
    let raw = rawSettings
    return tcgetattr(input, &present) == 0 && present.c_iflag == raw.c_iflag
      && present.c_oflag == raw.c_oflag && present.c_lflag == raw.c_lflag
  }
}

/// Nil but while a session runs.
nonisolated(unsafe) var emergency: UnsafeMutablePointer<Emergency>?

/// What the handlers do. Only functions that are safe in a signal handler are called, and nothing
/// is allocated.
enum EmergencyExit {
  /// Ends the process by `signal` itself, so that its parent learns what it died of.
  static func die(by signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    raise(signal)
    _exit(128 + signal)
  }

  /// Puts the terminal back as it was, and shows what was written to standard error meanwhile.
  static func restore(_ state: UnsafeMutablePointer<Emergency>, discardingOutput: Bool) {
    if state.pointee.isOnScreen {
      state.pointee.isOnScreen = false
      // What a terminal that has stopped reading holds back would stop us too.
      if discardingOutput && !state.pointee.isInBackground {
        tcflush(state.pointee.output, TCOFLUSH)
      }
      state.pointee.restoreSettings()
      DescriptorWriter.write(state.pointee.farewell, to: state.pointee.output)
    } else if state.pointee.hasSettings {
      state.pointee.restoreSettings()
    }
    state.pointee.hasSettings = false
    state.pointee.diversion.replay()
  }
}
