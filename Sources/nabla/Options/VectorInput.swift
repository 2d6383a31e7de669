import Explorer
import Glibc
import Wording

/// Where a command's vector comes from: its arguments, standard input (`-`) or a file.
enum VectorInput {
  /// The longest text that is read: 4,096 numbers of 400 digits fit.
  private static let longest = 4 << 20

  static func logits(
    from arguments: [String], count accepted: ClosedRange<Int> = VectorParser.acceptedCount
  ) throws -> [Double] {
    if arguments == ["-"] { return try read(STDIN_FILENO, name: "standard input", accepted) }
    try Arguments.rejectOptions(in: arguments)
    do {
      return try VectorParser.logits(arguments.joined(separator: " "), count: accepted)
    } catch {
      throw CommandFailure.usage(error.description)
    }
  }

  static func logits(
    fromFile path: String, count accepted: ClosedRange<Int> = VectorParser.acceptedCount
  ) throws -> [Double] {
    let name = NumberParser.quotable(path, most: 80)
    let descriptor = open(FilePath(path).bytes, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure.data("\(name) could not be opened: \(String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    return try read(descriptor, name: name, accepted)
  }

  private static func read(
    _ descriptor: Int32, name: String, _ accepted: ClosedRange<Int>
  ) throws -> [Double] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try readBytes(from: descriptor, atMost: 65_536)
      if chunk.isEmpty { break }
      bytes += chunk
      guard bytes.count <= longest else {
        throw CommandFailure.data(
          "\(name) has more than \(longest) bytes; a vector of \(accepted.lowerBound) to \(accepted.upperBound) numbers is accepted."
        )
      }
    }
    bytes.removeByteOrderMark()
    do {
      return try VectorParser.logits(String(decoding: bytes, as: UTF8.self), count: accepted)
    } catch {
      throw CommandFailure.data("\(name): \(error.description)")
    }
  }
}
