import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// docs/keys.md, docs/commands.md and docs/readings.md are printed from the tables; docs/key-map.md agrees
/// with them.
@Suite struct KeyReferenceTests {
  @Test func theDocumentedKeysAreTheKeysThatWork() {
    let fields = Workbench.searchKeys + Workbench.fieldKeys + Workbench.promptKeys
    var typing = "## While a field is open\n\n| keys | do |\n| --- | --- |\n"
    var seen: Set<String> = []
    for line in fields where seen.insert(line.longLabel + line.explanation).inserted {
      typing += "| \(line.longLabel) | \(line.explanation) |\n"
    }
    expectText(
      "# Keys\n\nPrinted from the tables that handle them; `?` shows the same on screen.\n\n"
        + Workbench.forTests().keyReference + "\n" + typing, at: "docs/keys.md")
  }

  @Test func theDocumentedLinesAreTheLinesThatAreUnderstood() {
    expectText(
      "# Commands\n\nPrinted from the tables that read them. A line is typed after `:`; `;` stands "
        + "between several. `:help WORD` tells all about one, and what it accepts.\n\n"
        + Workbench.forTests().commandReference, at: "docs/commands.md")
  }

  @Test func theMapOfKeysHasEveryKeyInOneRowAndNoOther() throws {
    let rows = try #require(packageText(at: "docs/key-map.md")).split(separator: "\n").filter {
      $0.hasPrefix("| ")
    }
    let cells = rows.dropFirst(2).map { $0.components(separatedBy: " | ") }
    // What stands between backticks; the second part of each pair.
    let mapped = cells.flatMap { row in
      row[1].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
    let bench = Workbench.forTests()
    let infos = Workbench.commands.infos + bench.screens.flatMap(\.commandInfos)
    let keys = infos.flatMap(\.keys).flatMap(\.choices).flatMap(\.keys)
    let known = Set((keys + ReservedKeys.all.map(\.key)).map(\.label))
    #expect(Set(mapped) == known)
    #expect(mapped.count == known.count, "no key is of two kinds")
    #expect(Set(keys).isDisjoint(with: ReservedKeys.all.map(\.key)))
  }

  @Test func theDocumentedReadingsAreThoseThatAreRead() {
    expectText(
      "# Readings\n\nPrinted from the tables that read them: what `nabla frame --format readings` "
        + "prints of the screen in front, as JSON. A list is read by place, as in `p[0]`. What there is "
        + "nothing to read of, such as the slope of a secant that is not drawn, is left out.\n\n"
        + Workbench.forTests().readingReference, at: "docs/readings.md")
  }
}
