/// What a terminal's background is, as far as colours must know.
public enum Background: Sendable, Hashable, CaseIterable {
  case dark, light
}
