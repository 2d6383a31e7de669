import TerminalCells

/// What the user asked for with `--color`.
public enum ColorChoice: Sendable, Hashable, CaseIterable {
  /// As the terminal can, none where `NO_COLOR` is set.
  case auto
  case never
  /// As the terminal can, whatever `NO_COLOR` says.
  case always
  /// At most so many, whatever `NO_COLOR` says.
  case eight, sixteen, twoHundredFiftySix
  /// All that there are, though the terminal may not say that it has them.
  case direct

  /// Reads the option's value: `auto`, `never`, `always`, `8`, `16`, `256` or `direct`.
  public init?(_ text: String) {
    guard let choice = Self.allCases.first(where: { $0.name == text }) else { return nil }
    self = choice
  }

  public var name: String {
    switch self {
    case .auto: "auto"
    case .never: "never"
    case .always: "always"
    case .eight: "8"
    case .sixteen: "16"
    case .twoHundredFiftySix: "256"
    case .direct: "direct"
    }
  }

  /// The depth to use on a terminal that has `terminal`.
  ///
  /// - Parameter noColor: whether `NO_COLOR` is set to something (https://no-color.org).
  func depth(terminal: ColorDepth, noColor: Bool) -> ColorDepth {
    switch self {
    case .auto: noColor ? .none : terminal
    case .never: .none
    case .always: terminal
    case .eight: min(terminal, .eight)
    case .sixteen: min(terminal, .sixteen)
    case .twoHundredFiftySix: min(terminal, .twoHundredFiftySix)
    case .direct: terminal == .none ? .none : .direct
    }
  }

  /// The depth to use in a pipe or a file, which may be read on a terminal that has `terminal`:
  /// what was asked for by number is meant for somewhere else.
  func printedDepth(terminal: ColorDepth) -> ColorDepth {
    switch self {
    case .auto, .never: .none
    case .always: terminal == .none ? .twoHundredFiftySix : terminal
    case .eight: .eight
    case .sixteen: .sixteen
    case .twoHundredFiftySix: .twoHundredFiftySix
    case .direct: .direct
    }
  }
}
