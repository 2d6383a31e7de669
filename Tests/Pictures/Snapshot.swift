import Glibc
import TerminalCells
import Testing

/// Compares a picture with the file of its name in the folder `Pictures` beside the test.
///
/// With `NABLA_RECORD=1` in the environment the file is rewritten and the test fails all the same,
/// so that no picture is blessed unseen.
public func expectPicture(
  _ picture: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
  file: StaticString = #filePath
) {
  let path = folder(of: file) + "/Pictures/" + name + ".txt"
  if getenv("NABLA_RECORD").map({ String(cString: $0) }) == "1" {
    Issue.record(
      write(picture + "\n", to: path) ? "recorded \(path)" : "cannot write \(path)",
      sourceLocation: sourceLocation)
    return
  }
  guard let expected = read(path) else {
    Issue.record(
      "no picture \(path); record it with NABLA_RECORD=1", sourceLocation: sourceLocation)
    return
  }
  #expect(
    expected == picture + "\n", "\(name) is\n\(picture)\nand not\n\(expected)",
    sourceLocation: sourceLocation)
}

/// Compares a frame, without its styles, with a recorded picture.
public func expectPicture(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
  file: StaticString = #filePath
) {
  expectPicture(frame.picture, name, sourceLocation: sourceLocation, file: file)
}

private func folder(of file: StaticString) -> Substring {
  let path = Substring(file.description)
  return path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
}

private func read(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to path: String) -> Bool {
  guard let file = fopen(path, "w") else { return false }
  let written = fputs(text, file) >= 0
  return fclose(file) == 0 && written
}
