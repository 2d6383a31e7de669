import NeuralFunctions
import Testing
import Wording

@testable import Explorer
@testable import Widgets

/// Names as they stand in the code of frameworks.
@Suite struct NamedFunctionTests {
  private func id(_ name: String) -> String? {
    switch NamedFunction(name, in: .shell) {
    case .scalar(let entry): entry.id
    case .vector(let entry): entry.id
    case .misleading, nil: nil
    }
  }

  @Test(arguments: [
    ("torch.nn.ReLU", "relu"), ("F.gelu", "gelu"), ("jax.nn.silu", "silu"), ("tf.nn.relu", "relu"),
    ("np.tanh", "tanh"), ("keras.activations.elu", "elu"), ("BCEWithLogitsLoss", "bce-with-logits"),
    ("binary_cross_entropy_with_logits", "bce-with-logits"), ("nn.LeakyReLU()", "leaky-relu"),
    ("torch.nn.functional.leaky_relu", "leaky-relu"), ("nn.functional.mse_loss", "mse"),
    ("keras.losses.MeanSquaredError", "mse"), ("keras.losses.BinaryCrossentropy", "bce"),
    ("tf.keras.losses.Huber", "huber"), ("jnp.exp", "exponential"), ("numpy.sin", "sine"),
    ("nn.SmoothL1Loss", "smooth-l1"), ("nn.Hardswish", "hard-swish"),
    ("F.LOGSIGMOID", "log-sigmoid"),
    ("torch.special.expit", "sigmoid"), ("math.tanh", "tanh"), ("nn.HingeLoss", "hinge"),
    ("optax.sigmoid_binary_cross_entropy", "bce-with-logits"), ("nn.BCELoss", "bce-clamped"),
    ("keras.losses.KLDivergence", "kl"), ("nn.GaussianNLLLoss", "gaussian-nll"),
    ("tf.nn.sigmoid_cross_entropy_with_logits", "bce-with-logits"), ("F.softmax", "softmax"),
    ("nn.LogSoftmax", "log-softmax"), (" nn.Mish ", "mish"),
  ])
  func areFoundWithoutTheirModules(name: String, expected: String) {
    #expect(id(name) == expected)
  }

  @Test func everyNameOfTheCatalogueIsItselfHoweverItIsSpelled() {
    let all = Catalogue.entries.map(\.description) + Catalogue.vectorFunctions.map(\.description)
    for description in all {
      for name in [description.identifier] + description.aliases {
        let camel = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        for spelling in [
          name, name.uppercased(), name.replacing("-", with: "_"), camel.joined(),
          "torch.nn." + name,
          "F." + name.replacing("-", with: "_"),
        ] {
          #expect(id(spelling) == description.identifier, "\(spelling)")
        }
      }
    }
  }

  @Test(arguments: [
    "nn.CrossEntropyLoss", "F.cross_entropy", "crossentropy", "CrossEntropyLoss", "ce",
    "keras.losses.CategoricalCrossentropy", "sparse_categorical_crossentropy", "F.nll_loss",
    "NLLLoss", "torch.nn.KLDivLoss", "kl_div", "optax.l2_loss", "jax.nn.gelu",
    "tf.nn.softmax_cross_entropy_with_logits",
  ])
  func whatNamesAnotherFunctionThereIsLedToInASentence(name: String) {
    for place in [MisleadingName.Place.shell, .screen] {
      guard case .misleading(let sentence) = NamedFunction(name, in: place) else {
        Issue.record("\(name) is taken silently")
        continue
      }
      #expect(sentence.hasPrefix(name) && sentence.hasSuffix("."))
    }
  }

  @Test(arguments: ["foo.relu", "", ".", "nn.", "nn", "F.", "loss", "()", "relu.nn", "Loss"])
  func whatIsNoneStaysUnknown(name: String) {
    #expect(NamedFunction(name, in: .shell) == nil)
    #expect(NamedFunction.suggestion(for: "F.gleu", among: ["gelu", "relu"]) == "gelu")
  }

  @Test func theLineAfterColonAndTheSearchKnowThemToo() {
    func name(_ keys: String) -> String { Workbench.forTests().typing(keys).curves.entry.id }
    #expect(name(":nn.Softplus<Enter>") == "softplus")
    #expect(name(":F.binary_cross_entropy_with_logits<Enter>") == "bce-with-logits")
    #expect(name("/nn.Mish<Enter>") == "mish")
    let app = Workbench.forTests().typing(":nn.CrossEntropyLoss<Enter>")
    #expect(app.statusLine.contains("CrossEntropyLoss takes logits") || app.isTyping)
  }
}

extension NamedFunction: Equatable {
  public static func == (a: NamedFunction, b: NamedFunction) -> Bool { "\(a)" == "\(b)" }
}
