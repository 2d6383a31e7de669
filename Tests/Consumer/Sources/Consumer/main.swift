import Foundation
import NeuralFunctions

let logits = [2.0, 1.0, 0.1]
let jacobian = try Softmax().jacobian(at: logits)
let leaky = try Catalogue.entry(named: "leaky_relu")?.function(parameters: ["alpha": 0.25])
let loss = BinaryCrossEntropy()

let checks = [
  Check(name: "sigmoid(1.25)", found: Sigmoid().value(1.25), expected: 0.7772998611746911),
  Check(
    name: "sigmoid'(223)", found: Sigmoid().derivative(223.0), expected: 1.4201379580102717e-97),
  Check(name: "tanh'(20)", found: Tanh().derivative(20.0), expected: 1.699341702116636e-17),
  Check(name: "relu'(0)", found: ReLU().derivative(0.0), expected: 0),
  Check(name: "leaky relu(-2)", found: leaky?.value(-2.0) ?? .nan, expected: -0.5),
  Check(name: "gelu(-10)", found: GELU().value(-10.0), expected: -7.619853024160527e-23),
  Check(
    name: "BCE(0.25, target 1)", found: loss.value(0.25, target: 1.0),
    expected: 1.3862943611198906),
  Check(
    name: "MSE'(3, target 1)", found: MeanSquaredError().derivative(3.0, target: 1.0),
    expected: 4),
  Check(
    name: "softmax, first", found: try Softmax().value(logits)[0], expected: 0.6590011388859679),
  Check(name: "softmax Jacobian, (0, 1)", found: jacobian[0, 1], expected: -0.15976360379791497),
  Check(
    name: "softplus in bulk", found: Softplus().values(of: [0.0, 1, -40])[2],
    expected: 4.248354255291589e-18),
  Check(
    name: "MSE in bulk",
    found: try MeanSquaredError().values(of: [1.0, 2], targets: [0.0, 5])[1], expected: 9),
]

/// What came with batches, in the words of somebody who trains a classifier.
let batch = [2, 1, 0.1, 0, 3, -1]
let crossEntropy = SoftmaxCrossEntropy(labelSmoothing: 0.1, classWeights: [1, 1, 2])
let both = try crossEntropy.lossAndGradient(
  ofRows: batch, count: 3, targets: .classes([0, 2]))
let rowLosses = try SoftmaxCrossEntropy(ignoredClass: -100).losses(
  ofRows: batch, count: 3, targets: .classes([0, -100]))
let rowGradients = try SoftmaxCrossEntropy().gradients(
  ofRows: batch, count: 3, targets: .distributions([1, 0, 0, 0, 1, 0]))
let pulledBack = try LogSoftmax().vectorJacobianProducts(
  atRows: batch, count: 3, cotangents: [1, 0, 0, 0, 0, 1])
let pushedOn = try Sparsemax().jacobianVectorProducts(
  atRows: batch, count: 3, directions: [1, 0, 0, 0, 0, 1])
let narrowRows = try Softmin().values(ofRows: batch.map { Float($0) }, count: 3)
let weighted = WeightedBinaryCrossEntropyOnLogits(positiveWeight: 3)
let unit = try SwiGLU().value([1.5, 0.25])
let pulledThroughUnit = try GLU().vectorJacobianProduct(at: [4, 0], [1])

/// Functions whose type is not known here.
var steep: any ScalarFunction = LeakyReLU(alpha: 0.5)
try steep.setParameters(["alpha": 0.75])
let huber = try Catalogue.loss(named: "huber", parameters: ["delta": 2])
let stored = try JSONEncoder().encode(HardTanh(min: -2, max: 3))
let restored = try JSONDecoder().decode(HardTanh.self, from: stored)
let refused = (try? Sine(omega: 0).checked()) == nil

/// In memory of ours.
var memory = [0.5, -1, 2]
try Sigmoid().values(of: [0, 1, 2], into: &memory)
ReLU().formValues(of: &memory[1...])
let curve = 0.5 * Dual(variable: 3)

let newChecks = [
  Check(name: "sigmoid(1), a literal", found: Sigmoid().value(1), expected: 0.7310585786300049),
  Check(
    name: "softmax of whole numbers", found: try Softmax().value([2, 1, 0])[0],
    expected: 0.6652409557748219),
  Check(
    name: "value and derivative", found: Sigmoid().valueAndDerivative(0).derivative,
    expected: 0.25),
  Check(
    name: "log-sum-exp", found: try LogSumExp().value([0, -40]), expected: 4.248354255291589e-18),
  Check(name: "smoothed cross-entropy", found: both.loss, expected: 2.7616577435838194),
  Check(name: "its gradient sums to 0", found: both.gradient.reduce(1, +), expected: 1),
  Check(name: "an ignored row", found: rowLosses[1], expected: 0),
  Check(name: "gradient of a row", found: rowGradients[0], expected: 0.6590011388859679 - 1),
  Check(name: "log-softmax pulled back", found: pulledBack[1], expected: -0.242432970704714),
  Check(name: "sparsemax pushed on", found: pushedOn[0], expected: 0),
  Check(
    name: "softmin in Float", found: Double(narrowRows[5]), expected: Double(Float(0.7213991843))),
  Check(
    name: "weighted BCE, mean", found: try weighted.loss(of: [0, 0], targets: [1, 0]),
    expected: 1.3862943611198906),
  Check(
    name: "MSE, weighted mean",
    found: try MeanSquaredError().loss(
      of: [1, 2], targets: [0, 0], weights: [3, 1], reduction: .weightedMean), expected: 1.75),
  Check(name: "SwiGLU", found: unit[0], expected: 1.5 * SiLU().value(0.25)),
  Check(name: "GLU pulled back", found: pulledThroughUnit[1], expected: 1),
  Check(name: "a parameter by name", found: steep.value(-2), expected: -1.5),
  Check(name: "a loss by name", found: huber?.value(5, target: 0) ?? .nan, expected: 8),
  Check(name: "a function stored", found: restored.value(9), expected: 3),
  Check(name: "a parameter refused", found: refused ? 1 : 0, expected: 1),
  Check(name: "results in an array", found: memory[0], expected: 0.5),
  Check(name: "results in place", found: memory[1], expected: 0.7310585786300049),
  Check(name: "a number beside a dual", found: curve.tangent, expected: 0.5),
  Check(name: "soft cap", found: SoftCap(c: 50).value(1e9), expected: 50),
]

let all =
  try checks + newChecks + activationChecks() + lossChecks() + vectorChecks() + crossEntropyChecks()
  + gatedChecks() + dualChecks()
for check in all {
  print(check.holds ? "ok  " : "WRONG", check.name, "=", check.found)
}
exit(all.allSatisfy(\.holds) ? 0 : 1)
