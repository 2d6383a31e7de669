import Glibc
import TerminalIO
import Wording

enum StandardError {
  /// What was typed may be quoted in the sentence: nothing of it may steer the terminal or fill it, nor
  /// have characters that are not to be printed.
  static func complain(_ sentence: String) {
    let characters = PrintedCharacters.inUse
    let line = sentence.unicodeScalars.lazy.map { $0 == "\n" ? " " : $0 }
    let shown = bounded(characters.spelled(NumberParser.shown(line)), mark: characters.cutMark)
    let bytes = Array("nabla: \(shown)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// No word of the program's own is as long as this.
  private static let longestWord = 100
  private static let longest = 500

  private static func bounded(_ sentence: String, mark: Character) -> String {
    var shown = ""
    var (length, wordLength) = (0, 0)
    for scalar in sentence.unicodeScalars {
      wordLength = scalar == " " ? 0 : wordLength + 1
      if length == longest { return shown + String(mark) }
      guard wordLength <= longestWord else { continue }
      if wordLength == longestWord {
        shown.append(mark)
      } else {
        shown.unicodeScalars.append(scalar)
      }
      length += 1
    }
    return shown
  }
}

enum StandardOutput {
  static func print(_ line: String) throws { try write(line + "\n") }

  /// Writes text in the characters that are to be printed; nothing is computed any further for a disk
  /// that is full.
  static func write(_ text: String) throws {
    Swift.print(PrintedCharacters.inUse.spelled(text), terminator: "")
    if PrintedOutput.hasFailed { throw failure() }
  }

  /// Hands over what is buffered; a full disk or a closed pipe is told, not passed over.
  static func flush() throws {
    guard fflush(nil) == 0, !PrintedOutput.hasFailed else { throw failure() }
  }

  private static func failure() -> CommandFailure {
    .data("standard output could not be written: \(String(cString: strerror(errno))).")
  }
}

/// Reads a file descriptor line by line, without ever holding more than one line of bounded
/// length.
struct LineReader {
  static let longestLine = 65_536

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private(set) var lineNumber = 0

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end, or nil at the end of the input.
  mutating func next() throws -> String? {
    var line: [UInt8] = []
    while true {
      if position == buffer.count {
        try fill()
        if isAtEnd {
          guard !line.isEmpty else { return nil }
          break
        }
      }
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      line += rest[..<(end ?? rest.endIndex)]
      position = end.map { $0 + 1 } ?? buffer.count
      guard line.count <= Self.longestLine else {
        throw CommandFailure.data(
          "line \(lineNumber + 1) of the input is longer than \(Self.longestLine) bytes.")
      }
      if end != nil { break }
    }
    lineNumber += 1
    if lineNumber == 1 { line.removeByteOrderMark() }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func fill() throws {
    buffer = try readBytes(from: descriptor, atMost: 65_536)
    position = 0
    isAtEnd = buffer.isEmpty
  }
}

extension [UInt8] {
  /// Takes off the mark that some editors put before text in UTF-8.
  mutating func removeByteOrderMark() {
    if starts(with: [0xEF, 0xBB, 0xBF]) { removeFirst(3) }
  }
}

/// Reads what a descriptor has, up to a bound; an empty array at its end.
func readBytes(
  from descriptor: Int32, atMost limit: Int, name: String = "the input"
) throws -> [UInt8] {
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    var result: Int
    repeat {
      result = read(descriptor, buffer.baseAddress, limit)
    } while result < 0 && errno == EINTR
    failure = result < 0 ? errno : 0
    count = max(0, result)
  }
  guard failure == 0 else {
    throw CommandFailure.data("\(name) could not be read: \(String(cString: strerror(failure))).")
  }
  return bytes
}
