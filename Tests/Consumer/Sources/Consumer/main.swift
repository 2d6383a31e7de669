import Foundation
import NeuralFunctions

/// A number the library gave, and the one it should have given.
struct Check {
  var name: String
  var found: Double
  var expected: Double

  var holds: Bool { (found - expected).magnitude <= 8 * expected.ulp }
}

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

for check in checks {
  print(check.holds ? "ok  " : "WRONG", check.name, "=", check.found)
}
exit(checks.allSatisfy(\.holds) ? 0 : 1)
