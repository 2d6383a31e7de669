/// What a function is called, how it is written, where it is used and where it comes from.
public struct FunctionDescription: Sendable {
  /// The field's name in lower case with hyphens: `leaky-relu`.
  public var identifier: String
  /// Other names by which the function is found: `leaky_relu`.
  public var aliases: [String]
  /// The name as it stands in a sentence: "leaky ReLU".
  public var name: String
  public var family: FunctionFamily
  /// The function's letter, without its argument: σ.
  public var symbol: Notation
  /// The argument's letter: x, ŷ or z.
  public var variable: Notation
  /// The whole equation of the value.
  public var formula: Notation
  /// The whole equation of the derivative.
  public var derivativeFormula: Notation
  /// From definition to derivative, one equation per step.
  public var derivation: [DerivationStep]
  /// One sentence on where the function is used.
  public var use: String
  /// What to know of its conventions (ends of the range, factor ½, clamped variants), in sentences.
  public var remarks: [String]
  /// The paper or documentation that defines it.
  public var source: String
  /// The error of value and derivative against correctly rounded values, and where it is larger.
  public var accuracy: String

  public init(
    identifier: String, aliases: [String] = [], name: String, family: FunctionFamily,
    symbol: Notation, variable: Notation = "x", formula: Notation, derivativeFormula: Notation,
    derivation: [DerivationStep] = [], use: String, remarks: [String] = [], source: String,
    accuracy: String
  ) {
    self.identifier = identifier
    self.aliases = aliases
    self.name = name
    self.family = family
    self.symbol = symbol
    self.variable = variable
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.derivation = derivation
    self.use = use
    self.remarks = remarks
    self.source = source
    self.accuracy = accuracy
  }
}

/// The groups in which menus and documentation list functions.
public enum FunctionFamily: String, Sendable, CaseIterable {
  case sigmoidal = "sigmoidal"
  case rectified = "rectified"
  case smooth = "smooth, gated"
  case shrinkage = "shrinkage"
  case other = "other"
  case lossOfProbability = "loss of a probability"
  case lossOfLogit = "loss of a logit"
  case lossOfRealNumber = "loss of a real number"
  case lossOfMargin = "loss of a margin"
  case lossOfCount = "loss of a count"
  case vector = "of a vector"
}
