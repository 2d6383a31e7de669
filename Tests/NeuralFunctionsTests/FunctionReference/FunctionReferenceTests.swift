import Foundation
import NeuralFunctions
import Testing

@Suite("FunctionReference")
struct FunctionReferenceTests {
  @Test("docs/functions.md is what the catalogue says")
  func pageIsFresh() throws {
    let page = Catalogue.reference
    if ProcessInfo.processInfo.environment["NABLA_RECORD"] == "1" {
      try page.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("Recorded docs/functions.md: look at the change, then run without NABLA_RECORD.")
      return
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(recorded == page, "Stale: run NABLA_RECORD=1 swift test --filter FunctionReference.")
  }

  @Test("Every function of the catalogue has its section")
  func everyFunctionIsThere() {
    let page = Catalogue.reference
    let identifiers = Catalogue.entries.map(\.id) + Catalogue.vectorFunctions.map(\.id)
    for identifier in identifiers {
      #expect(page.contains("- Identifier: `\(identifier)`"), "\(identifier)")
    }
  }

  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/functions.md")
}
