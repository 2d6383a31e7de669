extension SoftmaxSheet {
  /// "x₁₂", or "p₁₂": a letter with its index.
  static func indexed(_ letter: String, _ index: Int) -> String {
    letter + String(String(index).map { subscripts[Int(String($0)) ?? 0] })
  }

  private static let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")

  func inputName(_ index: Int) -> String { Self.indexed("x", index) }

  func outputName(_ index: Int) -> String {
    Self.indexed(variant.output.unicode, index)
  }
}
