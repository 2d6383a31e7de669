import TestSupport
import Testing

@testable import Explorer
@testable import Widgets

/// docs/keys.md and docs/commands.md are printed from the tables of commands.
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
}
