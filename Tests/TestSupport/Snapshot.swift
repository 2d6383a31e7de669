import Glibc
import TerminalCells
import Testing

/// Compares a picture with the file of its name in the folder `Pictures` of
/// the test target.
///
/// With `NABLA_RECORD=1` in the environment the file is rewritten and the test fails all the same,
/// so that no picture is blessed unseen.
public func expectPicture(
  _ picture: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
  file: StaticString = #filePath
) {
  expectText(
    picture, inFile: targetFolder(of: file) + "/Pictures/" + name + ".txt",
    sourceLocation: sourceLocation)
}

/// Compares a text with a file of the package, such as `docs/keys.md`, that is printed from the code.
public func expectText(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let root = folder(of: folder(of: folder(of: #filePath)))
  expectText(text, inFile: root + "/" + path, sourceLocation: sourceLocation)
}

/// A file of the package, such as `docs/key-map.md`.
public func packageText(at path: String) -> String? {
  read(folder(of: folder(of: folder(of: #filePath))) + "/" + path)
}

private func expectText(_ text: String, inFile path: String, sourceLocation: SourceLocation) {
  let text = text.hasSuffix("\n") ? text : text + "\n"
  if getenv("NABLA_RECORD").map({ String(cString: $0) }) == "1" {
    Issue.record(
      write(text, to: path) ? "recorded \(path)" : "cannot write \(path)",
      sourceLocation: sourceLocation)
    return
  }
  guard let expected = read(path) else {
    Issue.record("no file \(path); record it with NABLA_RECORD=1", sourceLocation: sourceLocation)
    return
  }
  #expect(
    expected == text, "\(path) should be\n\(text)\nand is\n\(expected)",
    sourceLocation: sourceLocation)
}

/// Compares a frame, without its styles, with a recorded picture.
public func expectPicture(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
  file: StaticString = #filePath
) {
  expectPicture(frame.picture, name, sourceLocation: sourceLocation, file: file)
}

/// The folder of the test target that `file` belongs to: `…/Tests/<target>`.
private func targetFolder(of file: StaticString) -> String {
  let tests = folder(of: folder(of: #filePath))
  let target = file.description.dropFirst(tests.count + 1).prefix { $0 != "/" }
  return tests + "/" + target
}

private func folder(of path: String) -> String {
  String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
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
