extension [String] {
  /// The same as `joined(separator:)`, for what the first frame shows: that one searches all
  /// conformances of the program when it is first called, which delays the start.
  package func separated(by separator: String) -> String {
    guard var text = first else { return "" }
    for part in dropFirst() {
      text += separator
      text += part
    }
    return text
  }
}
