/// A gated linear unit: of a vector's two halves the one is multiplied by a function of the other,
/// so that 2n numbers become n.
///
/// yᵢ = aᵢ·g(bᵢ). PyTorch's order is kept: the first half a goes through, the second half b gates;
/// ``gateHalf`` turns it round for models that store the gate first. Values and products are those
/// of the gate's bulk calls with one more rounding for each multiplication; the sum of a
/// Jacobian–vector product is within that of its larger term. NaN in gives NaN out, and so does
/// ∞·0. Source: Dauphin et al. 2017; Shazeer 2020; torch.nn.GLU.
public struct GatedLinearUnit<Gate: ScalarFunction>: Sendable {
  /// A half of the input.
  public enum Half: String, Sendable, Hashable, Codable {
    case first, second
  }

  /// The function g that opens and closes.
  public var gate: Gate
  /// The half that g is taken of.
  public var gateHalf: Half

  public init(gate: Gate, gateHalf: Half = .second) {
    self.gate = gate
    self.gateHalf = gateHalf
  }

  /// The outputs for `input`, half as many.
  ///
  /// - Throws: a ``VectorError`` for an empty vector or one of odd length.
  public func value(_ input: [Double]) throws(VectorError) -> [Double] {
    let (a, b) = try halves(input)
    return products(a, gate.values(of: b))
  }

  /// Jᵀ·u for a `cotangent` of n numbers: a gradient with respect to the outputs pulled back to the
  /// 2n inputs, uᵢ·g(bᵢ) and uᵢ·aᵢ·g′(bᵢ).
  ///
  /// - Throws: a ``VectorError`` for an empty vector, one of odd length, or a cotangent that is not
  ///   half as long.
  public func vectorJacobianProduct(
    at input: [Double], _ cotangent: [Double]
  ) throws(VectorError) -> [Double] {
    let (a, b) = try halves(input)
    try checkLength(of: cotangent.count, expected: a.count)
    let throughGate = products(cotangent, a, gate.derivatives(of: b))
    return joined(products(cotangent, gate.values(of: b)), throughGate)
  }

  /// J·v for a `direction` of 2n numbers: how the n outputs change along it.
  ///
  /// - Throws: a ``VectorError`` for an empty vector, one of odd length, or a direction of another
  ///   length.
  public func jacobianVectorProduct(
    at input: [Double], _ direction: [Double]
  ) throws(VectorError) -> [Double] {
    let (a, b) = try halves(input)
    try checkLength(of: direction.count, expected: input.count)
    let (along, alongGate) = try halves(direction)
    let gated = products(along, gate.values(of: b))
    let gating = products(alongGate, a, gate.derivatives(of: b))
    return zip(gated, gating).map { $0 + $1 }
  }

  /// The outputs for every row of a matrix of rows of `count` numbers, `count` even.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0 or odd, or a matrix that is not whole rows.
  public func values(ofRows inputs: [Double], count: Int) throws(VectorError) -> [Double] {
    try collectedOrThrow(inputs.count / 2) { results throws(VectorError) in
      try values(ofRows: inputs.span, count: count, into: &results)
    }
  }

  /// For every row of `inputs`, the same row of `cotangents`, half as long, pulled back.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0 or odd, or lengths that do not fit.
  public func vectorJacobianProducts(
    atRows inputs: [Double], count: Int, cotangents: [Double]
  ) throws(VectorError) -> [Double] {
    try collectedOrThrow(inputs.count) { results throws(VectorError) in
      try vectorJacobianProducts(
        atRows: inputs.span, count: count, cotangents: cotangents.span, into: &results)
    }
  }

  /// The half that goes through, and the half that gates.
  private func halves(_ input: [Double]) throws(VectorError) -> (ArraySlice<Double>, [Double]) {
    guard !input.isEmpty else { throw .empty }
    guard input.count.isMultiple(of: 2) else { throw .oddLength(input.count) }
    let (first, second) = (input.prefix(input.count / 2), input.suffix(input.count / 2))
    return gateHalf == .second ? (first, Array(second)) : (second, Array(first))
  }

  private func joined(_ through: [Double], _ gate: [Double]) -> [Double] {
    gateHalf == .second ? through + gate : gate + through
  }
}

private func products(_ a: some Collection<Double>, _ b: some Collection<Double>) -> [Double] {
  zip(a, b).map { $0 * $1 }
}

private func products(
  _ x: some Collection<Double>, _ y: some Collection<Double>, _ z: [Double]
) -> [Double] {
  zip(zip(x, y), z).map { pair, third in product(pair.0, pair.1, third) }
}

/// x·y·z, which over- or underflows only where the product itself does.
func product<Number: BinaryFloatingPoint>(_ x: Number, _ y: Number, _ z: Number) -> Number {
  let first = x * y
  if first.isNormal { return first * z }
  let ascending = [x, y, z].sorted { $0.magnitude < $1.magnitude }
  return ascending[0] * ascending[2] * ascending[1]
}

extension GatedLinearUnit where Gate: DescribedByType {
  /// The unit with the gate's default parameters.
  public init(gateHalf: Half = .second) { self.init(gate: Gate(), gateHalf: gateHalf) }
}

extension GatedLinearUnit: Equatable where Gate: Equatable {}
extension GatedLinearUnit: Hashable where Gate: Hashable {}
extension GatedLinearUnit: Encodable where Gate: Encodable {}
extension GatedLinearUnit: Decodable where Gate: Decodable {}

/// a·σ(b), the gated linear unit.
public typealias GLU = GatedLinearUnit<Sigmoid>
/// a·gelu(b), the unit of T5's later versions.
public typealias GEGLU = GatedLinearUnit<GELU>
/// a·silu(b), the unit of LLaMA's feed-forward blocks.
public typealias SwiGLU = GatedLinearUnit<SiLU>
/// a·max(0, b).
public typealias ReGLU = GatedLinearUnit<ReLU>
