/// Cross-entropy of softmax over batches of logits, with what classifiers are trained with: class
/// weights, label smoothing, a class that is ignored.
///
/// A batch is a matrix of rows of `count` logits, one after another, and a target for each row. With
/// the target y of a row, smoothed to y′ = (1 − ε)·y + ε/K, and class weights w, its loss is
/// L = −Σ wₖ·y′ₖ·log pₖ with p = softmax(x/T), as torch.nn.CrossEntropyLoss has it, and the gradient
/// is pⱼ·Σₖ≠ⱼ wₖy′ₖ − (1 − pⱼ)·wⱼy′ⱼ, over T. A loss is within 2 ulp, a reduction of losses within 3, an
/// entry of the gradient within 4 ulp of the larger of its two terms, for logits of any spread; the
/// gradient at temperatures from 1e-100 up, where no weight over the temperature is above 1e100. What
/// gives a gradient with its loss works it out over the largest weight of the batch: an entry holds as
/// much there if it is a normal number when divided by that weight. A loss, or a reduction of several, is
/// finite wherever it lies within the range of Double, however large the weights, and though each
/// −log pₖ may lie beyond.
///
/// Conventions: a logit of −∞ is a mask, whose class costs +∞ if it has a weight in the target
/// (label smoothing gives every class one) and nothing otherwise. `Float` is computed in Double and
/// rounded once. ``CrossEntropyOnLogits`` shows a single row with every step of its gradient.
public struct SoftmaxCrossEntropy: Sendable, Hashable, Codable {
  /// What the logits are divided by; finite and above 0.
  public var temperature: Double
  /// The share ε of the target that is spread evenly over all classes; from 0 to 1.
  public var labelSmoothing: Double
  /// A factor for each class, finite and not negative; nil for 1.
  public var classWeights: [Double]?
  /// Rows with this class as their target cost nothing, count for nothing in a mean, and have
  /// gradient 0. It may lie outside the classes: PyTorch's is −100.
  public var ignoredClass: Int?

  public init(
    temperature: Double = 1, labelSmoothing: Double = 0, classWeights: [Double]? = nil,
    ignoredClass: Int? = nil
  ) {
    self.temperature = temperature
    self.labelSmoothing = labelSmoothing
    self.classWeights = classWeights
    self.ignoredClass = ignoredClass
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      temperature: try container.decodeIfPresent(Double.self, forKey: .temperature) ?? 1,
      labelSmoothing: try container.decodeIfPresent(Double.self, forKey: .labelSmoothing) ?? 0,
      classWeights: try container.decodeIfPresent([Double].self, forKey: .classWeights),
      ignoredClass: try container.decodeIfPresent(Int.self, forKey: .ignoredClass))
    do { try checkSettings() } catch { throw corrupted(container, error) }
  }

  /// The targets of the rows of a batch.
  public enum Targets: Sendable, Hashable {
    /// A class for each row.
    case classes([Int])
    /// A distribution for each row, one after another: numbers from 0 to 1 whose sum is 1 within
    /// ``CrossEntropyOnLogits/sumTolerance``.
    case distributions([Double])
  }

  /// Writes the loss of each row into `losses`, a number a row.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted in the logits (by its index in the
  ///   matrix), the targets, the weights, the smoothing or the temperature.
  public func losses(
    ofRows logits: Span<Double>, count: Int, targets: Targets,
    into losses: inout MutableSpan<Double>
  ) throws(VectorError) {
    try checkLength(of: losses.count, expected: rowCount(logits.count, count))
    try forEachRow(logits, count, targets, .loss) { index, row in
      losses[index] = row?.loss.rounded ?? 0
    }
  }

  /// Writes, for each row, the gradient of its loss with respect to its logits into the same row of
  /// `gradients`: that of the sum of all losses.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func gradients(
    ofRows logits: Span<Double>, count: Int, targets: Targets,
    into gradients: inout MutableSpan<Double>
  ) throws(VectorError) {
    try checkLength(of: gradients.count, expected: logits.count)
    try gradients.withUnsafeMutableBufferPointer { gradients throws(VectorError) in
      try forEachRow(logits, count, targets, .gradient, gradients: gradients.baseAddress) { _, _ in
      }
    }
  }

  /// Writes the loss of each row into `losses`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError``, as for Double.
  public func losses(
    ofRows logits: Span<Float>, count: Int, targets: Targets,
    into losses: inout MutableSpan<Float>
  ) throws(VectorError) {
    try checkLength(of: losses.count, expected: rowCount(logits.count, count))
    try forEachRow(logits, count, targets, .loss) { index, row in
      losses[index] = Float(row?.loss.rounded ?? 0)
    }
  }

  /// Writes the gradient of each row's loss, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError``, as for Double.
  public func gradients(
    ofRows logits: Span<Float>, count: Int, targets: Targets,
    into gradients: inout MutableSpan<Float>
  ) throws(VectorError) {
    try checkLength(of: gradients.count, expected: logits.count)
    try gradients.withUnsafeMutableBufferPointer { gradients throws(VectorError) in
      try forEachRow(logits, count, targets, .gradient) { index, row in
        let gradients = gradients.extracting(index * count..<(index + 1) * count)
        guard let row else { return gradients.update(repeating: 0) }
        for (column, number) in row.gradient.enumerated() { gradients[column] = Float(number) }
      }
    }
  }

  /// The loss of each row.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func losses(
    ofRows logits: [Double], count: Int, targets: Targets
  ) throws(VectorError) -> [Double] {
    try collectedOrThrow(rowCount(logits.count, count)) { results throws(VectorError) in
      try losses(ofRows: logits.span, count: count, targets: targets, into: &results)
    }
  }

  /// The gradient of each row's loss with respect to its logits, row after row.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func gradients(
    ofRows logits: [Double], count: Int, targets: Targets
  ) throws(VectorError) -> [Double] {
    try collectedOrThrow(logits.count) { results throws(VectorError) in
      try gradients(ofRows: logits.span, count: count, targets: targets, into: &results)
    }
  }

  /// The loss of the batch, and its gradient with respect to the logits, row after row.
  ///
  /// For ``Reduction/weightedMean``, which is PyTorch's mean where targets are classes, a row weighs
  /// Σ wₖ·yₖ: its target's class weight. Where nothing counts a mean is NaN and its gradient 0.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func lossAndGradient(
    ofRows logits: [Double], count: Int, targets: Targets, reduction: Reduction = .weightedMean
  ) throws(VectorError) -> (loss: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: logits.count)
    let loss = try gradient.withUnsafeMutableBufferPointer { gradient throws(VectorError) in
      try reducedLoss(logits.span, count, targets, reduction, gradient: gradient)
    }
    return (loss, gradient)
  }

  /// The loss of the batch.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func loss(
    ofRows logits: [Double], count: Int, targets: Targets, reduction: Reduction = .weightedMean
  ) throws(VectorError) -> Double {
    try reducedLoss(logits.span, count, targets, reduction)
  }
}
