import Glibc
import TerminalCells
import Testing

@testable import TerminalIO

extension SharedState {
  /// Every type of terminal that the database describes, the oldest of them too.
  @Suite struct EveryTerminalTests {
    private static let folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]

    private static func types() -> [String] {
      var types: Set<String> = []
      for folder in folders {
        for letter in entries(of: folder) { types.formUnion(entries(of: "\(folder)/\(letter)")) }
      }
      return types.sorted()
    }

    private static func entries(of folder: String) -> [String] {
      guard let directory = opendir(folder) else { return [] }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names
    }

    @Test func whatCanPlaceItsCursorShowsFramesAndIsLeft() throws {
      try #require(SharedState.takesUTF8)
      let size = Size(width: 80, height: 24)
      var frame = Frame(size)
      frame.write("nabla", x: 3, y: 2)
      frame.write("loud", x: 70, y: 3, Style(51, on: 17, .bold))
      frame.write("∂", x: 79, y: 23, Style(nil, .reverse))
      var tried = 0
      for type in Self.types() {
        guard Terminfo.load(type), Terminfo.capability("cup") != nil else { continue }
        tried += 1
        let description = ScreenDescription.terminfo(
          name: type, size: size, colors: TerminalSession.colorDepth())
        guard let screen = CursesScreen(description, isUTF8: true) else {
          Issue.record("\(type) does not start")
          continue
        }
        var sent: [UInt8] = []
        screen.enter { _ in }
        screen.show(frame, on: size) { sent += $0 }
        #expect(sent.indices.contains { sent[$0...].starts(with: Array("nabla".utf8)) }, "\(type)")
        // No delay is left in, and none is waited for.
        #expect(!sent.indices.contains { sent[$0...].starts(with: Array("$<".utf8)) }, "\(type)")
        sent = []
        screen.show(frame, on: size) { sent += $0 }
        #expect(sent.isEmpty, "\(type) is told what it shows already")
        screen.leave()
        screen.close()
      }
      #expect(tried > 1_500, "ncurses-term is not installed: only \(tried) types were tried")
    }
  }
}
