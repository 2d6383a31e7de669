import NeuralFunctions
import Testing

@Suite("What the shape of every function declares is true")
struct ShapeTests {
  private static let inside = 1e-7

  @Test("breakpoints are in order and say what both sides do", arguments: FunctionUnderTest.all)
  func breakpoints(tested: FunctionUnderTest) {
    let (f, points) = (tested.function, tested.shape.breakpoints)
    #expect(points.map(\.x) == points.map(\.x).sorted())
    for point in points where point.kind != .pole {
      let h = Self.inside * (point.x == 0 ? 1 : point.x.magnitude)
      let sides: [(OneSided, (Double) -> Double)] = [
        (point.value, { f.value($0) }), (point.derivative, { f.derivative($0) }),
        (point.secondDerivative, { f.secondDerivative($0) }),
      ]
      for (order, (side, function)) in sides.enumerated() {
        #expect(
          identical(function(point.x), side.used) || function(point.x) == side.used,
          "\(tested), derivative \(order) at \(point.x): \(function(point.x)), \(side.used) said")
        // At an end of the domain a side may be closer than any Double.
        guard point.x > tested.shape.domain.lower, point.x < tested.shape.domain.upper else {
          continue
        }
        if tested.shape.domain.contains(point.x - h) {
          #expect(
            agree(function(point.x - h), side.left, relative: 1e-5, absolute: 1e-5),
            "\(tested), derivative \(order) left of \(point.x): \(function(point.x - h))")
        }
        if tested.shape.domain.contains(point.x + h) {
          #expect(
            agree(function(point.x + h), side.right, relative: 1e-5, absolute: 1e-5),
            "\(tested), derivative \(order) right of \(point.x): \(function(point.x + h))")
        }
      }
      #expect(!point.convention.isEmpty)
    }
  }

  @Test(
    "the kind of a breakpoint is the first quantity that breaks", arguments: FunctionUnderTest.all)
  func kinds(tested: FunctionUnderTest) {
    for point in tested.shape.breakpoints {
      func continuous(_ side: OneSided) -> Bool {
        side.left == side.right && side.left == side.used
      }
      switch point.kind {
      case .jump: #expect(!continuous(point.value), "\(tested) at \(point.x)")
      case .kink:
        #expect(continuous(point.value) && !continuous(point.derivative), "\(tested) at \(point.x)")
      case .curvatureJump:
        #expect(
          continuous(point.value) && continuous(point.derivative)
            && !continuous(point.secondDerivative), "\(tested) at \(point.x)")
      case .pole: break
      }
    }
  }

  @Test("between breakpoints nothing breaks", arguments: FunctionUnderTest.all)
  func continuity(tested: FunctionUnderTest) {
    let (f, shape) = (tested.function, tested.shape)
    var checked = 0
    defer { #expect(checked > 0, "\(tested): no place was inside") }
    for x in shape.samplePoints(clearance: 1e-4) where x.magnitude < 50 {
      let h = 1e-9 * Swift.max(1, x.magnitude)
      guard shape.domain.contains(x - h), shape.domain.contains(x + h) else { continue }
      checked += 1
      let steepness = Swift.max(1, f.derivative(x).magnitude, f.secondDerivative(x).magnitude)
      #expect(
        agree(f.value(x - h), f.value(x + h), relative: 1e-6, absolute: 1e-6 * steepness),
        "\(tested) at \(x)")
      #expect(
        agree(f.derivative(x - h), f.derivative(x + h), relative: 1e-6, absolute: 1e-6 * steepness),
        "\(tested)′ at \(x)")
    }
  }

  @Test("values lie in the range and come near its ends", arguments: FunctionUnderTest.all)
  func range(tested: FunctionUnderTest) {
    let (f, shape) = (tested.function, tested.shape)
    // An open end may be reached by rounding.
    let closed = Interval(shape.range.lower, shape.range.upper)
    let points =
      shape.samplePoints() + shape.breakpoints.map(\.x)
      + shape.pointsOfInterest.map(\.x)
      + [-1e300, -1e10, -1e4, 1e4, 1e10, 1e300, 1e-9, 1 - 1e-9].filter(shape.domain.contains)
    for x in points {
      let value = f.value(x)
      let slack = 4 * Swift.max(shape.range.lower.ulp, shape.range.upper.ulp)
      let near = slack.isFinite ? slack : 0
      #expect(
        value.isNaN || closed.contains(value) || closed.contains(value + near)
          || closed.contains(value - near), "\(tested)(\(x)) = \(value)")
    }
    let values = points.map { f.value($0) }.filter { !$0.isNaN }
    for (end, extreme) in [(shape.range.lower, values.min()!), (shape.range.upper, values.max()!)] {
      #expect(
        end.isInfinite
          ? extreme.magnitude > 9 : agree(extreme, end, relative: 0.02, absolute: 0.02),
        "\(tested) comes to \(extreme), its range ends at \(end)")
    }
  }

  @Test("limits at ±∞ are taken there and approached before", arguments: FunctionUnderTest.all)
  func limits(tested: FunctionUnderTest) {
    let (f, shape) = (tested.function, tested.shape)
    let ends = [
      (-Double.infinity, shape.limitAtMinusInfinity), (.infinity, shape.limitAtPlusInfinity),
    ]
    for (end, limit) in ends {
      #expect((limit != nil) == shape.domain.contains(end), "\(tested) at \(end)")
      guard let limit else { continue }
      #expect(
        limit.value.isNaN ? f.value(end).isNaN : f.value(end) == limit.value,
        "\(tested)(\(end)) = \(f.value(end))")
      #expect(
        limit.derivative.isNaN ? f.derivative(end).isNaN : f.derivative(end) == limit.derivative,
        "\(tested)′(\(end)) = \(f.derivative(end))")
      let far = end < 0 ? -1e5 : 1e5
      for (found, said) in [(f.value(far), limit.value), (f.derivative(far), limit.derivative)]
      where !said.isNaN {
        #expect(
          said.isInfinite
            ? found * said > 0 && found.magnitude > 9
            : agree(found, said, relative: 1e-3, absolute: 1e-3),
          "\(tested) at \(far): \(found), limit \(said)")
      }
    }
  }

  @Test("points of interest are what they are called", arguments: FunctionUnderTest.all)
  func pointsOfInterest(tested: FunctionUnderTest) {
    let (f, points) = (tested.function, tested.shape.pointsOfInterest)
    #expect(points.map(\.x) == points.map(\.x).sorted(), "\(tested)")
    for point in points {
      let x = point.x
      let (left, right) = (x - 1e-3, x + 1e-3)
      let label: Comment = "\(tested): \(point.kind) at \(x)"
      switch point.kind {
      case .zero:
        #expect(f.value(x).magnitude <= 4 * x.ulp, label)
      case .minimum:
        #expect(f.value(left) >= f.value(x) && f.value(right) >= f.value(x), label)
        #expect(f.derivative(x).magnitude <= 4e-15, label)
      case .maximum:
        #expect(f.value(left) <= f.value(x) && f.value(right) <= f.value(x), label)
        #expect(f.derivative(x).magnitude <= 4e-15, label)
      case .inflection:
        #expect(f.secondDerivative(left) * f.secondDerivative(right) < 0, label)
        #expect(f.secondDerivative(x).magnitude <= 1e-14 * curvature(of: f, around: x), label)
      case .steepest:
        let slope = f.derivative(x).magnitude
        #expect(
          f.derivative(left).magnitude < slope && f.derivative(right).magnitude < slope, label)
      }
    }
  }

  private func curvature(of f: any ScalarFunction, around x: Double) -> Double {
    Swift.max(1, f.secondDerivative(x + 0.5).magnitude, f.secondDerivative(x - 0.5).magnitude)
  }

  @Test(
    "the derivative is zero on dead stretches and nowhere else", arguments: FunctionUnderTest.all)
  func deadIntervals(tested: FunctionUnderTest) {
    let (f, shape) = (tested.function, tested.shape)
    let marks = shape.breakpoints.map(\.x)
    for x in shape.samplePoints() + marks + [-1e300, 1e300].filter(shape.domain.contains) {
      if shape.deadIntervals.contains(where: { $0.contains(x) }) {
        #expect(f.derivative(x) == 0, "\(tested)′(\(x)) = \(f.derivative(x))")
      } else if x.magnitude < 20 && !marks.contains(x) {
        #expect(f.derivative(x) != 0, "\(tested)′(\(x)) = 0 outside the dead stretches")
      }
    }
  }

  @Test(
    "the window lies where the function is defined and is not empty",
    arguments: FunctionUnderTest.all)
  func window(tested: FunctionUnderTest) {
    let window = tested.shape.window
    #expect(window.lowerBound < window.upperBound)
    let middle = (window.lowerBound + window.upperBound) / 2
    #expect(tested.shape.domain.contains(middle))
  }
}
