/// A function's name as the code of some framework has it: `torch.nn.functional.leaky_relu`,
/// `nn.LeakyReLU()`, `keras.losses.MeanSquaredError`.
public struct FrameworkName: Sendable, Hashable {
  /// As it was typed.
  package let whole: String
  /// The name without the modules it was found in.
  public let bare: String
  /// The outermost module; nil where none was named.
  package let framework: String?

  /// What stands in front of functions in the code of today.
  private static let modules = [
    "torch", "nn", "functional", "f", "special", "ao", "quantized", "jax", "jnp", "numpy", "np",
    "cupy", "cp", "scipy", "stats", "lax", "optax", "flax", "linen", "nnx", "haiku", "hk",
    "equinox", "eqx", "tf", "tensorflow", "keras", "activations", "losses", "layers", "math",
    "ops", "metrics", "backend", "mlx", "mx", "core", "paddle", "sklearn", "transformers",
  ]

  /// - Parameter name: words in front of the last point that are no modules belong to the name.
  public init(_ name: String) {
    whole = String(NumberParser.trimmingBlanks(name))
    var name = whole[...]
    if name.hasSuffix("()") { name = name.dropLast(2) }
    var first: String?
    while let point = name.firstIndex(of: "."),
      Self.modules.contains(name[..<point].lowercased())
    {
      first = first ?? name[..<point].lowercased()
      name = name[name.index(after: point)...]
    }
    (bare, framework) = (String(name), first)
  }

  /// Whether it is `name` but for letter case, `_`, `-` and blanks, and `Loss` or `Activation` at the
  /// end.
  public func means(_ name: String) -> Bool {
    let (own, other) = (Self.folded(bare), Self.folded(name))
    return !own.isEmpty && (own == other || Self.core(own) == Self.core(other))
  }

  /// Whether it is `name` but for letter case, `_`, `-` and blanks.
  public func equals(_ name: String) -> Bool { Self.folded(bare) == Self.folded(name) }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { !"_- ".contains($0) })
  }

  private static func core(_ folded: String) -> Substring {
    for ending in ["loss", "activation"]
    where folded.hasSuffix(ending) && folded.utf8.count > ending.utf8.count + 1 {
      return folded.dropLast(ending.count)
    }
    return folded[...]
  }
}
