import NeuralFunctions

extension FunctionShape {
  /// Points at which a function is tried: across its window, on both sides of every breakpoint,
  /// in both saturations; all of them inside the domain, none on a breakpoint.
  func samplePoints(clearance: Double = 1e-9) -> [Double] {
    let width = window.upperBound - window.lowerBound
    let inside = (1..<40).map { window.lowerBound + width * (Double($0) + 0.137) / 40 }
    let near = breakpoints.flatMap { point in
      [1e-6, 1e-3, 0.1].flatMap { [point.x - $0, point.x + $0] }
    }
    let tails = [7.3, 21.7, 36.9, 88.1, 301.3, 650.9].flatMap { [-$0, $0] }
    return (inside + near + tails + [1e-5, -1e-5]).filter { x in
      domain.contains(x) && x - domain.lower > clearance && domain.upper - x > clearance
        && breakpoints.allSatisfy { (x - $0.x).magnitude > clearance }
    }
  }
}
