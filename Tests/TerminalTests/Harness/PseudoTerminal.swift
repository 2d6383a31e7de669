import Glibc

/// A terminal that is nothing but its bytes: for faults that no real one produces, and for looking
/// at every byte that the program sends.
final class PseudoTerminal {
  let master: Int32
  /// The program's side, held open to look at its settings after the program has ended.
  private let slave: Int32
  let process: pid_t
  /// The settings before the program started.
  let settingsBefore: termios
  /// All that the program has sent.
  private(set) var output: [UInt8] = []
  private(set) var status: ExitStatus?
  private var isOpen = true
  /// How often the program had gone to sleep before it was last typed at.
  private var sleepsWhenTyped: Int?
  private let folder: String
  /// Whether it tells what it is when asked (`ESC [ c`), as nearly every terminal does.
  private var tellsAttributes: Bool

  /// Starts the program on a terminal of its own.
  ///
  /// - Parameters:
  ///   - program: another one than nabla, which then finds nabla's path in `$NABLA`.
  ///   - arguments: after the program's name.
  ///   - environment: all of it but PATH and HOME; a value of nil takes a default away.
  init(
    program: String? = nil, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:], tellsAttributes: Bool = true
  ) throws {
    let path = try program ?? Program.path
    self.tellsAttributes = tellsAttributes
    folder = try Program.temporaryFolder()
    let slaveName: String
    (master, slaveName) = try Self.openMaster()
    slave = open(slaveName, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw SystemError(call: "open") }
    var settings = termios()
    tcgetattr(slave, &settings)
    settingsBefore = settings
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)

    var all: [String: String?] = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": Program.environment("PATH"),
      "HOME": folder, "XDG_STATE_HOME": Program.noFolder, "NABLA": try Program.path,
    ]
    all.merge(environment) { _, new in new }
    process = try Self.spawn(
      path, arguments, all.compactMapValues { $0 }, on: slaveName, in: folder)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    if isOpen { close(master) }
    close(slave)
    Program.removeFolder(folder)
  }

  /// What `posix_openpt` and its like do, which Glibc's module does not show.
  private static func openMaster() throws -> (descriptor: Int32, slave: String) {
    // Closed on exec: other programs started meanwhile must not hold this terminal open.
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(call: "open /dev/ptmx") }
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
    let askNumber: UInt = 0x8004_5430  // TIOCGPTN
    var locked: Int32 = 0
    var number: Int32 = 0
    guard ioctl(descriptor, unlock, &locked) == 0, ioctl(descriptor, askNumber, &number) == 0
    else { throw SystemError(call: "ioctl") }
    return (descriptor, "/dev/pts/\(number)")
  }

  // MARK: The terminal's side

  func type(_ text: String) { type(Array(text.utf8)) }

  /// Types as much as the program takes at once.
  @discardableResult
  func type(_ bytes: [UInt8]) -> Int {
    let sleepsBefore = sleeps
    var taken: Int
    repeat { taken = write(master, bytes, bytes.count) } while taken < 0 && errno == EINTR
    // Of nothing typed there is nothing to be taken.
    if taken > 0 { sleepsWhenTyped = sleepsBefore }
    return max(0, taken)
  }

  /// Types all of it, however long the program takes, reading meanwhile.
  func typeAll(_ bytes: [UInt8]) async throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      var taken = 0
      try await wait(for: "more input to be taken", seen: { self.tail }) {
        taken = type(Array(rest.prefix(65536)))
        read()
        return taken > 0 || hasExited
      }
      if hasExited { return }
      rest = rest.dropFirst(taken)
    }
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Takes what the program has sent; false if there was nothing.
  @discardableResult
  func read() -> Bool {
    guard isOpen else { return false }
    var any = false
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      output.append(contentsOf: buffer.prefix(count))
      any = true
    }
    if any && tellsAttributes && contains(Array("\u{1B}[c".utf8)) {
      tellsAttributes = false
      type("\u{1B}[?62;22c")
    }
    return any
  }

  /// The cable is pulled.
  func hangUp() {
    close(master)
    isOpen = false
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  var settings: termios {
    var settings = termios()
    tcgetattr(slave, &settings)
    return settings
  }

  // MARK: The process's side

  func send(_ signal: Int32) { kill(process, signal) }

  var hasExited: Bool {
    if status != nil { return true }
    var raw: Int32 = 0
    if waitpid(process, &raw, WNOHANG) == process { status = ExitStatus(raw) }
    return status != nil
  }

  /// Reads until the program ends.
  @discardableResult
  func waitForExit(within limit: Duration = .seconds(10)) async throws -> ExitStatus {
    try await wait(for: "the program to end", within: limit, seen: { self.tail }) {
      read()
      return hasExited
    }
    read()
    return status!
  }

  /// Reads until the output holds `text`.
  func waitFor(_ text: String, within limit: Duration = .seconds(20)) async throws {
    let wanted = Array(text.utf8)
    try await wait(for: "“\(text)” to be sent", within: limit, seen: { self.tail }) {
      read()
      if contains(wanted) { return true }
      if hasExited { throw NotInTime(what: "“\(text)”: ended (\(status!))", seen: tail) }
      return false
    }
  }

  /// Reads until the program has shown its first frame and waits for keys.
  func waitForStart() async throws {
    try await waitFor("nabla")
    try await waitUntilIdle()
  }

  /// Reads until the program waits for input without a time limit and has nothing left to send.
  func waitUntilIdle() async throws {
    var quiet = 0
    try await wait(for: "the program to come to rest", seen: { self.tail }) {
      let isQuiet = !read() && isWaitingForEver && hasTakenInput
      quiet = isQuiet ? quiet + 1 : 0
      // What was typed a moment ago takes the system a moment to deliver.
      return quiet >= 3 || hasExited
    }
  }

  /// What was typed has been taken: none of it waits, and the program has been awake since.
  private var hasTakenInput: Bool {
    waitingInput == 0 && sleepsWhenTyped.map { $0 != sleeps } ?? true
  }

  /// How many bytes typed the program has not read yet.
  var waitingInput: Int? {
    var waiting: Int32 = 0
    return ioctl(slave, UInt(FIONREAD), &waiting) == 0 ? Int(waiting) : nil
  }

  private func contains(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, output.count >= wanted.count else { return false }
    return output.indices.dropLast(wanted.count - 1).contains {
      output[$0] == first && output[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  /// The last of what was sent, and what the program is at, for messages.
  var tail: String {
    "last sent: " + String(decoding: output.suffix(400), as: UTF8.self).debugDescription
      + "\nprocess: \(situation); slept \(sleeps ?? -1) times, "
      + "\(sleepsWhenTyped ?? -1) when last typed to; \(waitingInput ?? -1) bytes wait"
  }
}
