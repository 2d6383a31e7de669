import TerminalCells

/// Boxes joined by arrows, from left to right: a calculation and what flows through it.
public struct BoxPanel: Sendable {
  public struct Box: Sendable, Hashable {
    public var title: String
    /// Lines inside: what flows forward above, what flows back below.
    public var lines: [TextPanel.Line]

    public init(_ title: String, _ lines: [TextPanel.Line] = []) {
      self.title = title
      self.lines = lines
    }
  }

  public var boxes: [Box]
  /// What stands on the arrow that leaves each box but the last.
  public var arrows: [String]
  public var selected: Int?

  public init(_ boxes: [Box], arrows: [String] = [], selected: Int? = nil) {
    self.boxes = boxes
    self.arrows = arrows
    self.selected = selected
  }

  /// Where each box stands: a row from left to right where all fit, else one below the other; the
  /// chosen one is always among those that are seen.
  func rects(in rect: Rect, _ painter: Painter) -> [(box: Int, rect: Rect)] {
    let sizes = boxes.map { box in
      Size(
        width: 4
          + box.lines.reduce(painter.width(of: box.title) + 4) {
            max($0, painter.width(of: $1.text))
          }, height: 2 + box.lines.count)
    }
    let gaps = boxes.indices.map { gap(after: $0, painter) }
    return row(sizes, gaps, in: rect) ?? column(sizes, in: rect)
  }

  private func gap(after box: Int, _ painter: Painter) -> Int {
    guard box < boxes.count - 1 else { return 0 }
    return max(3, arrows.indices.contains(box) ? painter.width(of: arrows[box]) + 3 : 3)
  }

  private func row(_ sizes: [Size], _ gaps: [Int], in rect: Rect) -> [(box: Int, rect: Rect)]? {
    let width = sizes.reduce(0) { $0 + $1.width } + gaps.reduce(0, +)
    let height = sizes.reduce(0) { max($0, $1.height) }
    guard width <= rect.width && height <= rect.height else { return nil }
    var x = rect.x + (rect.width - width) / 2
    let y = rect.y + (rect.height - height) / 2
    return sizes.indices.map { index in
      defer { x += sizes[index].width + gaps[index] }
      return (index, Rect(x: x, y: y, width: sizes[index].width, height: height))
    }
  }

  private func column(_ sizes: [Size], in rect: Rect) -> [(box: Int, rect: Rect)] {
    var seen = Array(sizes.indices)[...]
    let chosen = selected ?? 0
    while seen.reduce(-1, { $0 + sizes[$1].height + 1 }) > rect.height {
      if let last = seen.last, last > chosen { seen.removeLast() } else { seen.removeFirst() }
    }
    var y = rect.y
    return seen.map { index in
      defer { y += sizes[index].height + 1 }
      return (
        index,
        Rect(
          x: rect.x, y: y, width: min(rect.width, sizes[index].width), height: sizes[index].height)
      )
    }
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    let rects = rects(in: rect, painter)
    for (place, (index, box)) in rects.enumerated() {
      let isSelected = index == selected
      let inner = painter.box(
        box, title: (isSelected ? "▸ " : "") + boxes[index].title,
        titleStyle: isSelected ? painter.theme.key : nil)
      for (offset, line) in boxes[index].lines.enumerated() where offset < inner.height {
        painter.write(
          line.text, x: inner.x + 1, y: inner.y + offset, painter.theme.style(line.role),
          limit: max(0, inner.width - 1))
      }
      if place + 1 < rects.count {
        drawArrow(from: box, to: rects[place + 1].rect, after: index, with: &painter)
      }
    }
  }

  private func drawArrow(
    from box: Rect, to next: Rect, after index: Int, with painter: inout Painter
  ) {
    let label = arrows.indices.contains(index) ? arrows[index] : ""
    let style = painter.theme.quiet
    guard next.y == box.y else {
      painter.write("↓ " + label, x: box.x + 2, y: box.maxY, style, limit: max(0, box.width - 2))
      return
    }
    let y = box.y + box.height / 2
    let width = next.x - box.maxX
    let line = painter.isASCII ? "-" : "─"
    painter.write(String(repeating: line, count: max(0, width - 1)), x: box.maxX, y: y, style)
    painter.write(painter.isASCII ? ">" : "▸", x: next.x - 1, y: y, style)
    painter.write(label, x: box.maxX + 1, y: y - 1, painter.theme.text, limit: max(0, width - 2))
  }

  func place(x: Int, y: Int, in rect: Rect, _ looks: Appearance) -> PanelPlace? {
    let painter = Painter(Size(width: 0, height: 0), theme: Theme(looks))
    return rects(in: rect, painter).first { $0.rect.contains(x: x, y: y) }.map { .item($0.box) }
  }
}
