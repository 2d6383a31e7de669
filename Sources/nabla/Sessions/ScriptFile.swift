import Glibc
import Wording

/// Scripts as files: an option's own text, `@FILE`, or `-` for standard input.
enum ScriptFile {
  /// More than any state's script takes.
  private static let longest = 8 << 20

  static func isStandardInput(_ option: String) -> Bool { option == "-" }

  /// The lines that the option `--run` names.
  static func text(of option: String) throws -> String {
    if isStandardInput(option) {
      return try text(from: STDIN_FILENO, name: "standard input", atMost: longest)
    }
    guard option.hasPrefix("@") else { return option }
    let path = String(option.dropFirst())
    let name = NumberParser.quotable(path, most: 80)
    let descriptor = open(FilePath(path).bytes, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure.data("\(name) could not be opened: \(String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    return try text(from: descriptor, name: name, atMost: longest)
  }

  /// All that a descriptor has, as text.
  static func text(from descriptor: Int32, name: String, atMost limit: Int) throws -> String {
    var bytes: [UInt8] = []
    while true {
      let chunk = try readBytes(from: descriptor, atMost: 65_536, name: name)
      if chunk.isEmpty { break }
      bytes += chunk
      guard bytes.count <= limit else {
        throw CommandFailure.data(
          "\(name) has more than \(limit) bytes; a script of up to that many is accepted.")
      }
    }
    bytes.removeByteOrderMark()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure.data(
        "\(name) is not text in UTF-8; lines of nabla's commands are accepted.")
    }
    return text
  }

  /// Writes a script to a file that does not exist yet.
  ///
  /// - Returns: what there is to say of it.
  static func create(_ path: String, _ text: String) throws(CommandFailure) -> String {
    let name = NumberParser.quotable(path, most: 80)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let file = FilePath(path).bytes
    let descriptor = open(file, flags, 0o644)
    guard descriptor >= 0 else {
      throw .data(
        errno == EEXIST
          ? "\(name) already exists; choose another name."
          : "\(name) could not be written: \(String(cString: strerror(errno))).")
    }
    let isWritten = writeAll(text, to: descriptor)
    let reason = errno
    guard close(descriptor) == 0, isWritten else {
      unlink(file)
      throw .data("\(name) could not be written: \(String(cString: strerror(reason))).")
    }
    return "Written to \(name)."
  }

  static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        if count < 0 && errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
