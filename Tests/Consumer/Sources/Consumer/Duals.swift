import NeuralFunctions
import RealModule

/// Duals through functions: kinks, infinities, NaN, other widths, and numbers beside them.
func dualChecks() throws -> [Check] {
  let weight = 0.25
  let line = weight * Dual(variable: 3) + weight
  let twice = Dual(Dual(variable: 0), tangent: Dual(constant: 1))
  let checks = [
    Check(name: "a variable beside a dual", found: line.tangent, expected: 0.25),
    Check(name: "its value", found: line.value, expected: 1),
    Check(name: "NaN", found: ReLU().value(Dual(variable: .nan)).tangent, expected: .nan),
    Check(name: "a kink", found: ReLU().value(Dual(variable: 0)).tangent, expected: 0),
    Check(name: "+∞", found: SiLU().value(Dual(variable: .infinity)).tangent, expected: 1),
    Check(name: "−∞", found: Sigmoid().value(Dual(variable: -.infinity)).tangent, expected: 0),
    Check(name: "softsign″(0)", found: Softsign().value(twice).tangent.tangent, expected: 0),
    Check(name: "far out", found: TanhGELU().value(Dual(variable: 1e155)).tangent, expected: 1),
    Check(name: "farther", found: Gaussian().value(Dual(variable: 1e308)).tangent, expected: 0),
    Check(
      name: "a loss",
      found: Huber().derivative(Dual(variable: 1.3), target: Dual(constant: 0.3)).tangent,
      expected: 1),
  ]
  #if (os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64)
    return checks
  #else
    let half = LeakyReLU().value(Dual(variable: Float16(-12)))
    return checks + [
      Check("Float16", half.value == Float16(0.01) * -12 && half.tangent == 0.01),
      Check("a constant beside Float16", (0.3 * Dual(variable: Float16(2))).tangent == 0.3),
    ]
  #endif
}
