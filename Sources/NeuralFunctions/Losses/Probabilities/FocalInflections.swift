extension Focal {
  /// Where the loss stops curving upwards: at confident mistakes, whose slope no longer grows. Found by
  /// the changes of sign of f″, each to the last bit; there are at most two.
  func inflections(target y: Double) -> [PointOfInterest] {
    let steps = 320
    let reach = 40.0
    let places = (0...steps).map { reach * (2 * Double($0) / Double(steps) - 1) }
    return zip(places, places.dropFirst()).compactMap { start, end in
      var (low, high) = (start, end)
      let isConvex = secondDerivative(low, target: y) > 0
      guard secondDerivative(low, target: y) * secondDerivative(high, target: y) < 0 else {
        return nil
      }
      while true {
        let middle = (low + high) / 2
        if middle <= low || middle >= high { return PointOfInterest(.inflection, x: high) }
        if (secondDerivative(middle, target: y) > 0) == isConvex {
          low = middle
        } else {
          high = middle
        }
      }
    }
  }
}
