import Glibc
import Pictures
import Testing

@testable import Explorer

/// docs/keys.md is printed from the keymaps.
@Suite struct KeyReferenceTests {
  @Test func theDocumentedKeysAreTheKeysThatWork() {
    let sections =
      [("On every screen", App.keymap.help)]
      + App.screens().map { ($0.title, $0.keys) }
      + [
        ("While a field is open", App.forTests().typing(":").screen.keys)
      ]
    var text = "# Keys\n\nPrinted from the tables that handle them; `?` shows the same on screen.\n"
    for (title, rows) in sections {
      text += "\n## \(title)\n\n| keys | what they do |\n| --- | --- |\n"
      for row in rows { text += "| \(cell(row.longLabel)) | \(cell(row.explanation)) |\n" }
    }
    expectText(text, at: "docs/keys.md")
  }

  private func cell(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
