import Glibc
import Testing

/// What stands in here runs one by one: terminfo has one entry and one buffer for the whole process,
/// and the C library one locale, by whose widths characters are placed.
@Suite(.serialized) enum SharedState {
  static let takesUTF8: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil
}
