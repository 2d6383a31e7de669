import Glibc
import Plotting
import TestSupport

/// Windows of all sizes: ordinary ones, slivers, giants, and what nobody should ask for.
func randomRange(_ generator: inout TestRandom) -> AxisRange {
  func magnitude(_ exponents: ClosedRange<Double>, _ generator: inout TestRandom) -> Double {
    let sign = Bool.random(using: &generator) ? 1.0 : -1
    return sign * pow(10, Double.random(in: exponents, using: &generator))
  }
  switch Int.random(in: 0..<8, using: &generator) {
  case 0...2:
    let center = Double.random(in: -10...10, using: &generator)
    let half = magnitude(-3...2, &generator)
    return AxisRange(center - half, center + half)
  case 3:
    let center = magnitude(-2...12, &generator)
    return AxisRange(center, center + abs(center) * magnitude(-16...(-3), &generator))
  case 4: return AxisRange(magnitude(-320...308, &generator), magnitude(-320...308, &generator))
  case 5: return AxisRange(magnitude(290...308, &generator), magnitude(290...308, &generator))
  case 6:
    return AxisRange(magnitude(-323...(-290), &generator), magnitude(-323...(-290), &generator))
  default:
    let ends: [Double] = [
      0, -0.0, 1, .infinity, -.infinity, .nan, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e6, 1e6 + 1e-12,
    ]
    return AxisRange(
      ends.randomElement(using: &generator) ?? 0, ends.randomElement(using: &generator) ?? 0)
  }
}

let oddSizes = [
  (0, 0), (1, 1), (0, 5), (5, 0), (2, 1), (1, 9), (7, 3), (13, 5), (80, 24), (201, 61),
]
