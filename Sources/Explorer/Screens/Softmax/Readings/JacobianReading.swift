import NeuralFunctions
import Wording

/// The entry under the cursor with its numbers, and what holds for the whole matrix.
struct JacobianReading {
  typealias Line = SoftmaxReadingPanel.Line

  private let sheet: SoftmaxSheet
  private let jacobian: Jacobian

  init(_ sheet: SoftmaxSheet) {
    self.sheet = sheet
    jacobian = sheet.readings.jacobian
  }

  var lines: [Line] {
    [
      Line(equation, .strong)
    ] + kinks.map { Line($0, .warning) } + [
      Line(sums), Line(symmetry), Line(distribution),
      Line(whole, .quiet),
    ] + (largestSums.map { [Line($0)] } ?? []) + remarks.map { Line($0, .quiet) }
  }

  /// That the Jacobian holds on one side alone.
  private var kinks: [String] {
    guard let index = sheet.readings.kinks.first else { return [] }
    let more = sheet.readings.kinks.count > 1 ? " (and others)" : ""
    let (input, output) = (sheet.inputName(index), SoftmaxSheet.indexed("p", index))
    return [
      "a kink: \(input)\(more) is on the edge of the support; used: \(output) stays 0, as if lowered"
    ]
  }

  var equation: String {
    SubstitutedEntry(
      jacobian, row: sheet.row, column: sheet.column,
      sheet.variant.outputsAreProbabilities ? sheet.readings.outputs : sheet.readings.probabilities
    ).text
  }

  private func brief(_ value: Double, digits: Int = 3) -> String {
    NumberText.brief(value, digits: digits).withTrueMinus
  }

  /// What the row and the column of the cursor sum to, as computed.
  private var sums: String {
    let (row, column) = (jacobian.rowSum(sheet.row), jacobian.columnSum(sheet.column))
    let (output, input) = (sheet.outputName(sheet.row), sheet.inputName(sheet.column))
    guard jacobian.columnsSumToZero else {
      let p = SoftmaxSheet.indexed("p", sheet.column)
      let over = jacobian.temperature == 1 ? "1 − K·\(p)" : "(1 − K·\(p))/T"
      let nearlyOne = NearlyOne(
        sumOfColumn: sheet.column, of: jacobian, sheet.readings.probabilities)
      return
        "row \(output) sums to \(NumberText.sum(row, expected: 0)[0]); column \(input): \(over) = "
        + "\(nearlyOne?.text() ?? brief(column, digits: 4)), not 0"
    }
    switch (row == 0, column == 0) {
    case (true, true): return "row \(output) and column \(input) sum to exactly 0"
    case (true, false):
      return "row \(output) sums to exactly 0, column \(input) to 0 up to rounding "
        + "(\(brief(column)))"
    case (false, true):
      return "row \(output) sums to 0 up to rounding (\(brief(row))), "
        + "column \(input) to exactly 0"
    case (false, false):
      return "row \(output) sums to 0 up to rounding (\(brief(row))), "
        + "column \(input) too (\(brief(column)))"
    }
  }

  /// The same of the whole matrix; nil where it is too large to be added up.
  private var largestSums: String? {
    guard jacobian.columnsSumToZero, let rows = sheet.readings.largestRowSum,
      let columns = sheet.readings.largestColumnSum
    else { return nil }
    let worst = max(rows, columns)
    return worst == 0
      ? "every row and every column sums to exactly 0"
      : "every row and every column sums to 0 up to rounding (at most \(brief(worst)))"
  }

  /// The entry and its mirror image, as computed.
  private var symmetry: String {
    let (i, j) = (sheet.row, sheet.column)
    guard i != j else {
      return jacobian.isSymmetric
        ? "symmetric: ∂pᵢ/∂xⱼ = ∂pⱼ/∂xᵢ; on the diagonal the two are one"
        : "not symmetric: J ≠ Jᵀ; every row holds −p, plus 1 on the diagonal"
    }
    let name = SoftmaxSheet.indexed("J", j) + "," + SoftmaxSheet.indexed("", i)
    let mirror = jacobian[j, i]
    let mirrorText =
      sheet.nearlyOne(row: j, column: i)?.text() ?? brief(mirror, digits: 5)
    let difference = brief(jacobian[i, j] - mirror)
    return jacobian.isSymmetric
      ? "symmetric: its mirror image \(name) is \(mirrorText), off by \(difference)"
      : "not symmetric: its mirror image \(name) is \(mirrorText)"
  }

  /// Entropy, its greatest possible value, and the likeliest class.
  private var distribution: String {
    let readings = sheet.readings
    let best = readings.likeliest
    let outputs = sheet.variant.outputsAreProbabilities ? readings.outputs : readings.probabilities
    let name = SoftmaxSheet.indexed("p", best)
    let largest =
      NearlyOne(outputs, best)?.text()
      ?? NumberText.readout(outputs[best], digits: 4).withTrueMinus
    return "entropy \(brief(readings.entropy, digits: 4)) of at most "
      + "\(brief(readings.largestEntropy, digits: 4)) nats; largest: "
      + "\(name) = \(largest)"
  }

  /// What the matrix shows.
  private var whole: String {
    let description = sheet.variant.description
    return "the matrix: \(description.derivativeFormula.unicode), rows p, columns x"
  }

  private var remarks: [String] { sheet.variant.description.remarks }
}

/// What goes wrong when s′ = s(1 − s) of the sigmoid is taken for the whole derivative.
struct DiagonalMistake {
  private let sheet: SoftmaxSheet

  init(_ sheet: SoftmaxSheet) { self.sheet = sheet }

  private func brief(_ value: Double, digits: Int = 4) -> String {
    NumberText.brief(value, digits: digits).withTrueMinus
  }

  var lines: [SoftmaxReadingPanel.Line] {
    let jacobian = sheet.readings.jacobian
    let (i, j) = (sheet.row, sheet.column)
    let (output, input) = (sheet.outputName(i), sheet.inputName(j))
    let entry = jacobian[i, j]
    let first =
      i == j
      ? "∂\(output)/∂\(input) = \(brief(entry, digits: 5)): right, but each other entry is now 0"
      : "∂\(output)/∂\(input) is said to be 0; it is \(brief(entry, digits: 5))"
    return [
      .init(first, .strong),
      .init(
        "row \(output) would sum to \(brief(jacobian.diagonal[i])), not to 0: "
          + "adding 1 to every logit would change p"),
      .init(
        "the dropped entries of that row weigh \(brief(dropped)) in all, as much as the one kept"),
      .init(backward, .warning),
    ]
  }

  /// The sum of the magnitudes of the row's other entries.
  private var dropped: Double {
    let (jacobian, row) = (sheet.readings.jacobian, sheet.row)
    return (0..<jacobian.count).reduce(0) { sum, column in
      column == row ? sum : sum + jacobian[row, column].magnitude
    }
  }

  /// What backpropagation would make of it.
  private var backward: String {
    let loss = LossReadings(sheet.vector)
    // At a target that is one class the diagonal happens to be right; the others are wronged.
    let gradient = loss.loss.gradient
    let candidates = [sheet.row, sheet.column] + Array(gradient.indices)
    let index = candidates.first { loss.loss.targets[$0] != 1 } ?? sheet.row
    return "cross-entropy: ∂L/∂\(sheet.inputName(index)) would be "
      + "\(brief(loss.diagonalOnly[index])), truly p − y gives \(brief(gradient[index]))"
  }
}
