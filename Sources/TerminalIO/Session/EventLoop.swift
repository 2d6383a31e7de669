import Glibc
import TerminalCells

/// What is to happen after an event.
public enum Reaction: Sendable, Hashable {
  case quit
  /// Stop, as Ctrl-Z does, until the shell continues the program.
  case suspend
  /// Send the whole next frame: another program may have written on the terminal.
  case redraw
  /// Give `update` a tick when that time has passed, once; of several, the first that is due.
  case wake(after: Duration)
  /// Give the text to the terminal's clipboard.
  case copy(String)
}

extension TerminalSession {
  /// Shows `view` and gives events to `update` until that quits. Then the session is over.
  ///
  /// All events that are waiting are handled before the next frame is drawn, so that a held key
  /// does not lag, or as many as come before a frame is due; while nothing happens, nothing is done
  /// and nothing sent.
  ///
  /// Ctrl-C and Ctrl-\ end the program as the signals SIGINT and SIGQUIT do, Ctrl-Z suspends it:
  /// `update` never sees these three. A signal that ends the program, and a terminal that is gone
  /// (as SIGHUP), give the terminal back first and then end the process by that signal, so that its
  /// parent learns of it: `run` does not return.
  ///
  /// - Parameter reactions: what is to happen before any event.
  /// - Throws: what `update` throws, after the terminal has been given back.
  public func run<Failure: Error>(
    beginningWith reactions: [Reaction] = [],
    update: (Event) throws(Failure) -> [Reaction], view: (Size) throws(Failure) -> Frame
  ) throws(Failure) {
    defer { end() }
    present(try view(size))
    for reaction in reactions {
      guard try carryOut(reaction, update) else { return }
    }
    var pacer = FramePacer()
    var isBehind = false
    while true {
      let events = nextEvents(isBehind: isBehind)
      for event in events {
        for reaction in try react(to: event, update) {
          guard try carryOut(reaction, update) else { return }
        }
        if case .tick = event { wakeUp.tickHasPassed() } else { quietTime?.end() }
      }
      isBehind = events.count >= Self.mostEventsAtOnce && !pacer.isDue
      if isBehind { continue }
      present(try view(size))
      pacer.frameWasDrawn()
    }
  }

  /// - Returns: whether the session goes on.
  private func carryOut<Failure: Error>(
    _ reaction: Reaction, _ update: (Event) throws(Failure) -> [Reaction]
  ) throws(Failure) -> Bool {
    switch reaction {
    case .quit: return false
    case .redraw: screen.invalidate()
    case .suspend:
      if let resized = suspend(wholeGroup: true) { _ = try update(resized) }
    case .wake(let wait): wakeUp.ask(after: wait)
    case .copy(let text): copy(text)
    }
    return true
  }

  /// The keys that are the terminal's own everywhere go before `update`.
  private func react<Failure: Error>(
    to event: Event, _ update: (Event) throws(Failure) -> [Reaction]
  ) throws(Failure) -> [Reaction] {
    switch event {
    case .key(.control("c")): die(by: SIGINT)
    case .key(.control("\\")): die(by: SIGQUIT)
    case .key(.control("z")): [.suspend]
    default: try update(event)
    }
  }

  /// Some ten milliseconds' worth of the slowest events.
  private static let mostEventsAtOnce = 128

  /// Waits until something has happened, and returns all that has; without events, if the screen
  /// is to be written anew.
  ///
  /// - Parameter isBehind: whether the screen shows less than has happened, and is not to wait.
  private func nextEvents(isBehind: Bool) -> [Event] {
    var events = postponed
    postponed = []
    while true {
      // Once there are events, only for what is there already.
      let isDue = !events.isEmpty || screen.isStale || isBehind
      switch awaitInput(milliseconds: isDue ? 0 : patience) {
      case .signals: handleSignals(&events)
      case .input:
        let bytes = readInput(atMost: decoder.isTakingText ? 65_536 : Self.mostEventsAtOnce)
        decode(bytes, &events)
      case .timeout:
        takeTick(&events)
        if isDue { return events }
        quietTime?.actIfDue()
        if decoder.patience(since: lastInput) == 0 { decoder.timeOut(into: &events) }
      case .gone: hangUp()
      }
      // Endless input must not keep the screen from being drawn, nor stop the clock.
      if events.count >= Self.mostEventsAtOnce {
        takeTick(&events)
        return events
      }
    }
  }

  private func takeTick(_ events: inout [Event]) {
    if let elapsed = wakeUp.take() { events.append(.tick(elapsed)) }
  }
}

extension TerminalSession {
  private enum Wake {
    case input, signals, timeout
    /// There is no terminal behind standard output any more.
    case gone
  }

  /// How many milliseconds nothing needs to be done; below 0: for ever.
  private var patience: Int32 {
    let waits = [decoder.patience(since: lastInput), wakeUp.patience(), quietTime?.patience()]
      .compactMap { $0 }
    return waits.min().map { Int32(clamping: $0) } ?? -1
  }

  private func awaitInput(milliseconds: Int32) -> Wake {
    let reading = Int16(POLLIN)
    let broken = Int16(POLLERR | POLLHUP | POLLNVAL)
    var sources = [
      pollfd(fd: pipe.reading, events: reading, revents: 0),
      pollfd(fd: input, events: reading, revents: 0),
      pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
    ]
    // A signal interrupts the wait, and is then found in the pipe.
    while poll(&sources, nfds_t(sources.count), milliseconds) < 0 {
      if errno != EINTR { return .gone }
    }
    if sources[0].revents != 0 { return .signals }
    if sources[1].revents & (reading | broken) != 0 { return .input }
    return sources[2].revents & broken != 0 ? .gone : .timeout
  }

  private func readInput(atMost limit: Int) -> [UInt8] {
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      result = read(input, buffer.baseAddress, limit)
      count = max(0, result)
    }
    if result == 0 || (result < 0 && errno != EINTR && errno != EAGAIN) { hangUp() }
    return bytes
  }

  func decode(_ bytes: some Sequence<UInt8>, _ events: inout [Event]) {
    var decoded: [Event] = []
    decoder.decode(bytes, into: &decoded)
    lastInput = .now
    if decoder.takeAttributesReport() { question.close() }
    for event in decoded {
      switch event {
      case .mouse(var mouse):
        hasUsedMouse = true
        // Reports from outside happen, and drags end there.
        mouse.x = min(mouse.x, max(0, size.width - 1))
        mouse.y = min(mouse.y, max(0, size.height - 1))
        events.append(.mouse(mouse))
      case .background where !question.takesAnswer(): break
      default: events.append(event)
      }
    }
  }

  private func handleSignals(_ events: inout [Event]) {
    let signals = pipe.drain()
    if let fatal = SignalHandlers.fatal.first(where: signals.contains) { die(by: fatal) }
    if signals.contains(SIGTSTP) {
      if let resized = suspend(wholeGroup: false) { events.append(resized) }
    } else if signals.contains(SIGCONT) {
      // Stopped without having been asked: whoever had the terminal meanwhile left it as it liked,
      // or has it still.
      guard !isInBackground else {
        if let resized = suspend(wholeGroup: false) { events.append(resized) }
        return
      }
      enterScreen()
      if let resized = updatedSize() { events.append(resized) }
    } else if signals.contains(SIGWINCH) {
      // Even back at the old size, what the terminal shows may be torn.
      screen.invalidate()
      if let resized = updatedSize() { events.append(resized) }
    }
  }

  private func updatedSize() -> Event? {
    let now = Size.window(STDOUT_FILENO)
    guard now != size else { return nil }
    size = now
    screen.resize(to: now)
    return .resize(now)
  }

  /// Stops the process until it is continued.
  ///
  /// - Parameter wholeGroup: as the key does, with all that runs in the same pipeline.
  /// - Returns: the new size, if the window has another one now.
  private func suspend(wholeGroup: Bool) -> Event? {
    guard let state = emergency, !SignalHandlers.ignores(SIGTSTP) else { return nil }
    // In the background it is not ours to leave.
    if !isInBackground { leaveScreen() }
    quietTime?.actAtOnce()
    state.pointee.diversion.end()
    state.pointee.diversion = .none
    var signals: Set<Int32>
    repeat {
      SignalHandlers.stopProcess(wholeGroup: wholeGroup)
      signals = pipe.drain()
      if let fatal = SignalHandlers.fatal.first(where: signals.contains) { die(by: fatal) }
      // Continued in the background there is no terminal to go on with. Where nobody could continue
      // it, the process was not stopped at all.
    } while signals.contains(SIGCONT) && isInBackground
    state.pointee.diversion = .begin()
    readSettings()
    enterScreen()
    wakeUp.goOn()
    return updatedSize()
  }

  private var isInBackground: Bool { emergency?.pointee.isInBackground == true }

  private func hangUp() -> Never { die(by: SIGHUP) }

  private func die(by signal: Int32) -> Never {
    emergency?.pointee.fatalSignal = signal
    alarm(question.remaining == nil ? 1 : 4)
    end()
    EmergencyExit.die(by: signal)
  }
}
