import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// Cross-entropy on top of softmax: p, y and p − y as three strips of bars.
struct LossPanel {
  let sheet: SoftmaxSheet
  let layout: SoftmaxLayout
  let readings: LossReadings

  func draw(with painter: inout Painter) {
    let over = sheet.vector.temperature == 1 ? "x" : "x/T"
    let inner = painter.box(
      layout.jacobianPanel,
      titles: [
        "cross-entropy of softmax(\(over)) against y", "cross-entropy of softmax(\(over))",
        "cross-entropy of softmax", "cross-entropy", "loss",
      ], hasFocus: sheet.focus == .panel)
    guard let table = EntryTable(sheet, layout, inner: inner) else { return }
    let strips = Strips(
      table.content, numberWidth: numberWidth(in: table.content),
      editsTarget: sheet.focus == .panel)
    let scale = BarScale(largest: largestMagnitude)
    for (kind, strip) in strips.numbers {
      painter.write(heading(kind), endingAt: strip.maxX, y: inner.y, painter.theme.quiet)
    }
    for (index, bars) in strips.bars.enumerated() {
      if index < 2 {
        scale.drawHeading(over: bars, y: inner.y, with: &painter)
      } else {
        let zero = sheet.vector.temperature == 1 ? "0" : "p − y"
        scale.drawSignedHeading(over: bars, y: inner.y, zero: zero, with: &painter)
      }
    }
    table.forEachRow(letter: nil, with: &painter) { index, y, painter in
      drawNumbers(index, y, strips, &painter)
      drawBars(index, y, strips, scale, &painter)
    }
    drawTotals(inner, with: &painter)
  }

  private static let numberWidth = 8
  /// Three digits with a sign and an exponent, or of a distance from 1.
  private static let wideNumber = 11

  /// Where numbers need an exponent they have room for three digits, even if bars are not.
  private func numberWidth(in content: Rect) -> Int {
    let loss = readings.loss
    let needsExponent = loss.probabilities.contains { ($0 > 0 && $0 < 1e-4) || $0 == 1 }
    let least = 3 * (Self.wideNumber + 1) + 4 + 4 * 3
    if needsExponent && content.width >= least { return Self.wideNumber }
    // With a sign before the gradient.
    let all = (loss.probabilities + loss.targets + loss.gradient).lazy.map(\.magnitude)
    return max(Self.numberWidth, 1 + NumberText.width(of: all, atLeast: 7))
  }
  /// Where bars are long enough to be compared.
  static let comfortableWidth = 3 * (numberWidth + 1) + 4 + 4 * 8

  private enum Kind: Int, CaseIterable { case probability, target, gradient }

  /// The columns of p, y and p − y: numbers, and bars where there is room.
  ///
  /// A column of bars stands for the same in all three, so that what is seen of p is what is left
  /// of it in p − y: the last has twice the width, as it has two sides.
  private struct Strips {
    let numbers: [(Kind, Rect)]
    let bars: [Rect]

    init(_ content: Rect, numberWidth: Int, editsTarget: Bool) {
      let gap = 2
      let least = numberWidth + 1
      let unit = (content.width - 3 * least - 2 * gap) / 4
      var x = content.x
      var numbers: [(Kind, Rect)] = []
      var bars: [Rect] = []
      // Where two are all that fits, p is had by adding y to the gradient.
      let room = max(1, content.width / least)
      let kinds = room == 1 && editsTarget ? [.target] : Kind.allCases.suffix(room)
      let spare = unit >= 3 ? 0 : content.width / kinds.count - least
      for kind in kinds {
        x += spare
        numbers.append(
          (kind, Rect(x: x, y: content.y, width: numberWidth, height: 1)))
        x += least
        guard unit >= 3 else { continue }
        let width = kind == .gradient ? 2 * unit : unit
        bars.append(Rect(x: x, y: content.y, width: width, height: 1))
        x += width + gap
      }
      self.numbers = numbers
      self.bars = bars
    }
  }

  private func heading(_ kind: Kind) -> String {
    switch kind {
    case .probability: "p"
    case .target: "target y"
    case .gradient: gradientName
    }
  }

  private var gradientName: String { sheet.vector.temperature == 1 ? "p − y" : "(p−y)/T" }

  /// Of everything that is drawn as a bar. The bar of the gradient is p − y whatever T is.
  private var largestMagnitude: Double {
    let loss = readings.loss
    return max(loss.probabilities.max() ?? 0, loss.targets.max() ?? 0)
  }

  private func drawNumbers(
    _ index: Int, _ y: Int, _ strips: Strips, _ painter: inout Painter
  ) {
    let loss = readings.loss
    let theme = painter.theme
    let target = loss.targets[index]
    let gradient = loss.gradient[index]
    let isSelected = index == sheet.row && sheet.focus == .panel
    for (kind, strip) in strips.numbers {
      let text: String
      switch kind {
      case .probability:
        text =
          NearlyOne(loss.probabilities, index)?.text(width: strip.width - 1)
          ?? number(loss.probabilities[index], strip)
      case .target:
        text = target == 1 || target == 0 ? NumberText.brief(target) : number(target, strip)
      case .gradient: text = NumberText.signed(number(gradient, strip), gradient)
      }
      if kind == .target, index == sheet.row, let editor = sheet.editor(of: .target) {
        painter.write(editor, x: strip.x, y: y, width: strip.width)
      } else if kind == .target && isSelected {
        painter.writeMarked(text.withTrueMinus, endingAt: strip.maxX, y: y, theme.title)
      } else {
        painter.write(
          text.withTrueMinus, endingAt: strip.maxX, y: y, theme.text)
      }
    }
  }

  private func number(_ value: Double, _ strip: Rect) -> String {
    strip.width > Self.numberWidth ? NumberText.short(value) : NumberText.dense(value)
  }

  private func drawBars(
    _ index: Int, _ y: Int, _ strips: Strips, _ scale: BarScale, _ painter: inout Painter
  ) {
    let loss = readings.loss
    let theme = painter.theme
    let glyphs: BarGlyphs = painter.barGlyphs
    let height = layout.barHeight
    let shares = [loss.probabilities[index], loss.targets[index]]
    for (strip, bars) in strips.bars.enumerated() {
      let place = Rect(
        x: bars.x, y: y - (height - 1) / 2, width: bars.width, height: height)
      if strip < shares.count {
        Bar.draw(
          shares[strip] / scale.extent, into: &painter.frame, in: place, theme.function,
          glyphs: glyphs)
      } else {
        Bar.drawSigned(
          loss.gradient[index] * loss.temperature, extent: scale.extent, into: &painter.frame,
          in: place, positive: theme.derivative, negative: theme.function, axis: theme.quiet,
          glyphs: glyphs)
      }
    }
  }

  private func drawTotals(_ inner: Rect, with painter: inout Painter) {
    let loss = readings.loss
    let sum = loss.gradient.reduce(0, +)
    let target =
      sheet.vector.targetClass.map { "target class \($0)" }
      ?? "soft y of entropy \(brief(loss.targetEntropy))"
    let name = sheet.vector.temperature == 1 ? "(p − y)" : "(p − y)/T"
    let first =
      NumberText.sum(sum, expected: 0).map { "\(target);  Σ \(name) = \($0)" } + [target]
    let short = "loss \(brief(loss.loss))"
    let chance = brief(loss.lossAtChance)
    let second = [
      "\(short), at chance ln \(unmasked) = \(chance)\(masked)",
      "\(short), at chance ln \(unmasked) = \(chance)", "\(short), chance \(chance)", short,
    ]
    for (offset, texts) in [first, second].suffix(layout.totals).enumerated() {
      let text = texts.first { painter.width(of: $0) <= inner.width - 2 } ?? ""
      painter.write(
        text, x: inner.x + 1, y: inner.maxY - layout.totals + offset, painter.theme.quiet)
    }
  }

  private func brief(_ value: Double) -> String { NumberText.brief(value).withTrueMinus }

  private var unmasked: Int { sheet.vector.logits.count { $0 > -.infinity } }

  /// Why chance is not ln K.
  private var masked: String {
    let count = sheet.count - unmasked
    return count == 0 ? "" : " (\(count) masked: not counted)"
  }
}
