import NeuralFunctions

/// What a function's value and its first two derivatives are called where there is room for letters.
struct QuantityNames: Sendable, Hashable {
  /// "σ(x)", "σ′(x)", "σ″(x)"; of an input w·x + b "σ(wx+b)", "d/dx", "d²/dx²": its slope is not σ′.
  let full: [Notation]
  /// The same where there is hardly any room: "σ", "σ′", "σ″".
  let brief: [Notation]

  var slope: Notation { brief[1] }
  var curvature: Notation { brief[2] }

  static func plain(_ symbol: Notation, _ variable: Notation) -> QuantityNames {
    let brief = [
      symbol, Notation(symbol.unicode + "′", ascii: symbol.ascii + "'"),
      Notation(symbol.unicode + "″", ascii: symbol.ascii + "''"),
    ]
    return QuantityNames(full: brief.map { $0.of(variable) }, brief: brief)
  }

  static func ofAffineInput(_ symbol: Notation, _ variable: Notation) -> QuantityNames {
    let (x, ascii) = (variable.unicode, variable.ascii)
    let derivatives = [
      Notation("d/d\(x)", ascii: "d/d\(ascii)"), Notation("d²/d\(x)²", ascii: "d2/d\(ascii)2"),
    ]
    return QuantityNames(
      full: [symbol.of(Notation("w\(x)+b", ascii: "w\(ascii)+b"))] + derivatives,
      brief: [symbol.of(Notation("…", ascii: ".."))] + derivatives)
  }
}

extension Notation {
  /// "σ(x)"
  func of(_ argument: Notation) -> Notation {
    Notation("\(unicode)(\(argument.unicode))", ascii: "\(ascii)(\(argument.ascii))")
  }

  func joined(_ separator: String, _ other: Notation) -> Notation {
    Notation(unicode + separator + other.unicode, ascii: ascii + separator + other.ascii)
  }
}
