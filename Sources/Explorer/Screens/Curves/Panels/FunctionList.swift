import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The functions by family, the selected one in sight; while searching, those that match.
struct FunctionList {
  enum Line: Hashable {
    case family(FunctionFamily)
    /// By its place in the library that is at hand.
    case entry(Int)
  }

  let model: CurvesModel
  let lines: [Line]
  private let memory: CurvesMemory

  init(model: CurvesModel, height: Int, memory: CurvesMemory) {
    self.model = model
    self.memory = memory
    var all: [Line] = []
    var family: FunctionFamily?
    var selected = 0
    for place in model.listed {
      let next = model.library.entries[place].description.family
      // Matches are sorted by how well they match: families would only repeat themselves.
      if next != family && !model.isSearching {
        all.append(.family(next))
        family = next
      }
      if model.library.entries[place].id == model.state.function { selected = all.count }
      all.append(.entry(place))
    }
    let start = max(0, min(selected - height / 2, all.count - height))
    lines = Array(all.dropFirst(start).prefix(max(0, height)))
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = painter.panel(rect, title: "functions  / find", isLast: true)
    if lines.isEmpty {
      painter.write("nothing matches", x: inner.x + 1, y: inner.y, painter.theme.quiet)
    }
    for (offset, line) in lines.enumerated() {
      let y = inner.y + offset
      switch line {
      case .family(let family):
        painter.write(
          family.rawValue, x: inner.x + 1, y: y, painter.theme.quiet, limit: inner.width - 2)
      case .entry(let place): draw(place, y: y, with: &painter, in: inner)
      }
    }
  }

  private func draw(_ place: Int, y: Int, with painter: inout Painter, in inner: Rect) {
    let entry = model.library.entries[place]
    let isSelected = entry.id == model.state.function
    let theme = painter.theme
    let miniatureWidth = Self.miniatureWidth(
      beside: painter.width(of: entry.description.name), in: inner.width)
    let nameWidth = inner.width - 4 - (miniatureWidth > 0 ? miniatureWidth + 1 : 0)
    if isSelected { painter.write("▸", x: inner.x + 1, y: y, theme.key) }
    painter.write(
      entry.description.name, x: inner.x + 3, y: y, isSelected ? theme.title : theme.text,
      limit: nameWidth)
    guard miniatureWidth > 0 else { return }
    painter.frame.write(
      miniature(of: entry, at: place, width: miniatureWidth, markers: painter.markerSet),
      x: inner.maxX - miniatureWidth - 1, y: y, isSelected ? theme.function : theme.quiet)
  }

  /// A long name leaves a short miniature.
  private static func miniatureWidth(beside name: Int, in width: Int) -> Int {
    guard width >= 24 else { return 0 }
    return [8, 6, 4, 3].first { name + 5 + $0 <= width } ?? 3
  }

  /// The function with its default parameters in a line of text.
  private func miniature(
    of entry: CatalogueEntry, at place: Int, width: Int, markers: MarkerSet
  ) -> String {
    let key = CurvesMemory.MiniatureKey(function: entry.id, width: width, markers: markers)
    return memory.miniatures.value(at: place, for: key) {
      let function = entry.defaultFunction
      let shape = function.shape
      let x = AxisRange(shape.window)
      let y = VerticalFit(x: x, samples: 32).range(of: [], hero: { function.value($0) })
      return Miniature.text(
        Viewport(x: x, y: y), breaks: shape.breaks(.value), width: width, markers: markers
      ) { function.value($0) }
    }
  }
}

extension CurvesModel {
  /// The places in the library of the functions that the list shows: of all, or of those that match
  /// what is typed after `/`.
  var listed: [Int] {
    guard let search, !search.isEmpty else { return Array(library.entries.indices) }
    return library.places(matching: search)
  }

  /// The function some places further in the list that is shown, and no further than its ends; nil
  /// where nothing is listed.
  func listedFunction(_ places: Int) -> String? {
    let listed = listed.map { library.entries[$0].id }
    guard let last = listed.indices.last else { return nil }
    let place = listed.firstIndex(of: state.function).map { $0 + places } ?? 0
    return listed[min(last, max(0, place))]
  }
}

extension Library {
  /// The places of the functions that match a few letters, the best first.
  func places(matching text: String) -> [Int] {
    // No name is longer: the rest of a long text is not gone through for each of them.
    let query = FrameworkName(String(text.lazy.filter { !$0.isWhitespace }.prefix(64))).bare
    let scored = entries.indices.compactMap { place -> (place: Int, score: Int)? in
      let description = entries[place].description
      let names =
        [description.identifier, description.name, description.family.rawValue]
        + description.aliases
      let score = names.enumerated().compactMap { rank, name in
        // The identifier counts for more than an alias or the family.
        FuzzyMatch.score(query, in: name).map { $0 - min(rank, 2) }
      }.max()
      return score.map { (place, $0) }
    }
    return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.place)
  }
}
