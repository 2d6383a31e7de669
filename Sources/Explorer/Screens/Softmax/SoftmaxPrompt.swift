extension SoftmaxModel {
  /// What is open for typing, and what Enter will do with it.
  enum Prompt: Sendable, Hashable {
    case logit, wholeVector
    case target, wholeTarget
    case nudgeEntry, wholeNudge
    case temperature, addConstant, scale, seed, extent
    /// `:`, typed into ``command``.
    case command
  }

  /// What the open field asks for.
  func question(_ prompt: Prompt) -> String {
    switch prompt {
    case .logit: Self.indexed("x", selectedLogit) + " ="
    case .wholeVector: "all logits:"
    case .target: Self.indexed("y", row) + " ="
    case .wholeTarget: "all of y (sums to 1):"
    case .nudgeEntry: "Δ" + Self.indexed("x", row) + " ="
    case .wholeNudge: "all of Δx:"
    case .temperature: "temperature T ="
    case .addConstant: "add to every logit:"
    case .scale: "multiply every logit by:"
    case .seed: "seed of the next random vector:"
    case .command: ":"
    case .extent: "strongest at ± (or auto):"
    }
  }
}
