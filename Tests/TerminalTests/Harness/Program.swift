import Glibc

/// The program under test: the release build, as users have it.
enum Program {
  /// `NABLA_BINARY`, or the release build of this package.
  static var path: String {
    get throws {
      let path = environment("NABLA_BINARY") ?? packageRoot + "/.build/release/nabla"
      guard access(path, X_OK) == 0 else { throw Missing(path: path) }
      return path
    }
  }

  struct Missing: Error, CustomStringConvertible {
    var path: String
    var description: String {
      "there is no program at \(path): build it first, with"
        + " `swift build -c release --product nabla`"
    }
  }

  /// Where no session can be kept: tests leave nothing behind.
  static let noFolder = "/dev/null"

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static var packageRoot: String {
    // …/Tests/TerminalTests/Harness/Program.swift
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  }

  /// A folder for one test to run in, so that whatever it does is done there.
  static func temporaryFolder() throws -> String {
    var template = Array("/tmp/nabla-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(call: "mkdtemp") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Takes a test's folder away, with all that was left in it.
  static func removeFolder(_ folder: String) {
    for name in listing(folder) where unlink(folder + "/" + name) != 0 {
      removeFolder(folder + "/" + name)
    }
    rmdir(folder)
  }

  /// Makes a file of a test's folder.
  static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(call: "open") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw SystemError(call: "write")
    }
  }

  private static func listing(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

struct SystemError: Error, CustomStringConvertible {
  var call: String
  var number = errno

  var description: String { "\(call): \(String(cString: strerror(number)))" }
}

/// What was waited for has not happened in time.
struct NotInTime: Error, CustomStringConvertible {
  var what: String
  var seen: String

  var description: String { "not in time: \(what)\n\(seen)" }
}

/// Waits until `condition` holds, looking often at first and more seldom later.
///
/// It does not give up before it has looked some dozens of times: tests that compute for seconds on
/// end may leave no thread for this one, and then it is not the program that is late.
func wait(
  for what: @autoclosure () -> String, within limit: Duration = .seconds(20),
  seen: () async throws -> String = { "" }, until condition: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + limit
  var pause = Duration.milliseconds(1)
  var looks = 0
  while try await !condition() {
    looks += 1
    if ContinuousClock.now > deadline && looks >= 50 {
      throw NotInTime(what: what(), seen: try await seen())
    }
    try await Task.sleep(for: pause)
    pause = min(pause * 2, .milliseconds(10))
  }
}
