/// A parameter of a function: its description, and where its value is stored.
public struct Parameter<Owner>: Sendable {
  public let description: ParameterDescription
  public let path: WritableKeyPath<Owner, Double> & Sendable

  public init(
    _ path: WritableKeyPath<Owner, Double> & Sendable, _ description: ParameterDescription
  ) {
    self.path = path
    self.description = description
  }
}

/// What a user needs to know to set a parameter.
public struct ParameterDescription: Sendable, Hashable {
  /// The name in ASCII: `alpha`.
  public var name: String
  /// The letter: α.
  public var symbol: Notation
  public var meaning: String
  public var defaultValue: Double
  /// Every value that may be set.
  public var accepted: Interval
  /// The stretch in which a slider moves.
  public var slider: ClosedRange<Double>
  /// One step of the slider.
  public var step: Double

  public init(
    name: String, symbol: Notation, meaning: String, defaultValue: Double, accepted: Interval,
    slider: ClosedRange<Double>, step: Double
  ) {
    self.name = name
    self.symbol = symbol
    self.meaning = meaning
    self.defaultValue = defaultValue
    self.accepted = accepted
    self.slider = slider
    self.step = step
  }
}

/// Which targets a loss accepts.
public struct TargetDescription: Sendable, Hashable {
  public enum Accepted: Sendable, Hashable {
    case interval(Interval)
    /// −1 and +1.
    case signs
    /// 0, 1, 2, …
    case counts
  }

  public var accepted: Accepted
  public var symbol: Notation
  public var defaultValue: Double
  public var slider: ClosedRange<Double>
  public var step: Double

  public init(
    accepted: Accepted, symbol: Notation = "y", defaultValue: Double,
    slider: ClosedRange<Double>, step: Double
  ) {
    self.accepted = accepted
    self.symbol = symbol
    self.defaultValue = defaultValue
    self.slider = slider
    self.step = step
  }

  public func accepts(_ value: Double) -> Bool {
    switch accepted {
    case .interval(let interval): interval.contains(value)
    case .signs: value == 1 || value == -1
    case .counts: value.isFinite && value >= 0 && value == value.rounded()
    }
  }

  /// "a number from 0 to 1".
  public var acceptedInWords: String {
    switch accepted {
    case .interval(let interval): interval.inWords
    case .signs: "-1 or 1"
    case .counts: "a whole number 0 or greater"
    }
  }
}
