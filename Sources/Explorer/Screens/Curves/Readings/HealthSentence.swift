import NeuralFunctions
import Plotting
import Widgets
import Wording

extension GradientHealth.State {
  var word: String {
    switch self {
    case .dead: "dead"
    case .saturated: "saturated"
    case .healthy: "healthy"
    case .amplifying: "amplifying"
    }
  }
}

/// Where a gradient is dead, saturated or amplifying, as a sentence.
struct HealthSentence {
  let health: GradientHealth
  let stretches: GradientStretches
  let range: ClosedRange<Double>
  let cursor: Double
  let variable: String
  /// What is written for the size of the slope: "|σ′|".
  let slope: String

  private typealias Stretch = GradientStretches.Stretch

  /// "Saturated (|σ′| < 0.1) for x < −2.06 and for x > 2.06; dead …", as far as the window shows; in
  /// few words "Saturated x < −2.06, x > 2.06; dead …".
  var status: Status {
    if stretches.isTooCoarse {
      let sentence = "\(slope) swings from one Double to the next here"
      return Status(
        "\(sentence): there is no stretch of it to tell.", short: ["\(sentence)."])
    }
    guard !stretches.all.isEmpty else { return Status("Nothing is defined in sight.") }
    let long = parts(
      words(for:), place, touch: { "\(slope) is \($0) but for rounding" }, and: " and ",
      more: { " and in \($0) more stretches" })
    guard !long.isEmpty else { return healthy }
    return Status(sentence(of: long), short: shorter)
  }

  /// In ever fewer words.
  private var shorter: [String] {
    func short(_ touch: (String) -> String, most: Int) -> String {
      sentence(
        of: parts(
          \.word, shortPlace, touch: touch, and: ", ", more: { " and \($0) more" }, most: most))
    }
    let touch = { (level: String) in "\(slope) is \(level) but for rounding" }
    let shortTouch = { (level: String) in "\(slope) ≈ \(level):" }
    return [short(touch, most: 3), short(shortTouch, most: 3), short(shortTouch, most: 1)]
      + inFewest
  }

  /// Each state, where the nearest stretch of it lies or begins, and how many more there are; where not
  /// even that has room, the states alone.
  private var inFewest: [String] {
    let states = Self.told.filter { state in
      stretches.all.contains { $0.state == state } || !places(of: state).isEmpty
    }
    guard !states.isEmpty else { return ["\(slope) is as large as a level in places."] }
    func all(_ place: (Stretch) -> String, _ more: (String) -> String) -> String {
      sentence(of: states.map { "\($0.word) " + nearest($0, place, more) })
    }
    return [
      all(barePlace) { " and \($0) more" }, all(beginning) { " and \($0) more" },
      all(beginning) { " (+\($0))" },
      sentence(of: [states.map(\.word).separated(by: ", ") + " in places"]),
    ]
  }

  /// Of the stretches of a state the nearest, and how many more there are.
  private func nearest(
    _ state: GradientHealth.State, _ place: (Stretch) -> String, _ more: (String) -> String
  ) -> String {
    let all = stretches.all.filter { $0.state == state }
    guard let nearest = all.min(by: { distance($0) < distance($1) }) else {
      return "only " + single(places(of: state), most: 1)
    }
    guard stretches.isWhole else { return place(nearest) + more("many") }
    return place(nearest) + (all.count == 1 ? "" : more("\(all.count - 1)"))
  }

  private var healthy: Status {
    guard stretches.isWhole else {
      let around = "\(edge(stretches.all[0].start)) to \(edge(stretches.all[0].end))"
      return Status(
        "Healthy from \(around), and so on: \(limit) ≤ \(slope) ≤ 1.",
        short: ["Healthy from \(around), and so on."])
    }
    return Status(
      "Healthy everywhere in sight: \(limit) ≤ \(slope) ≤ 1.",
      short: ["Healthy everywhere in sight."])
  }

  private func parts(
    _ words: (GradientHealth.State) -> String, _ place: (Stretch) -> String,
    touch: (String) -> String, and: String, more: (String) -> String, most: Int = 3
  ) -> [String] {
    let beyond = Self.told.compactMap { state -> String? in
      let all = stretches.all.filter { $0.state == state }
      let points = places(of: state)
      guard !all.isEmpty || !points.isEmpty else { return nil }
      let single = points.isEmpty ? "" : single(points, most: most)
      guard !all.isEmpty else { return "\(words(state)) only \(single)" }
      let told = told(all, place, and: and, more: more, most: most)
      return "\(words(state)) \(told)" + (single.isEmpty ? "" : " and \(single)")
    }
    let levels = health.threshold == 1 ? [1] : [health.threshold, 1]
    let touching = levels.compactMap { level -> String? in
      let all = stretches.all.filter { $0.level == level }
      return all.isEmpty
        ? nil
        : touch(NumberText.brief(level)) + " "
          + told(all, place, and: and, more: more, most: most)
    }
    return beyond + touching
  }

  /// What is not told is healthy.
  private static let told: [GradientHealth.State] = [.dead, .saturated, .amplifying]

  /// The single places at which a state is that of the slope used.
  private func places(of state: GradientHealth.State) -> [Double] {
    stretches.points.filter { $0.state == state }.map(\.x)
  }

  /// "at ŷ = 0": of many places the one nearest to the cursor, and how many more.
  private func single(_ places: [Double], most: Int) -> String {
    let start = "at \(variable) = "
    if places.count <= most {
      let last = edge(places[places.count - 1])
      let others = places.dropLast().map { edge($0) }.separated(by: ", ")
      return start + (others.isEmpty ? last : "\(others) and \(last)")
    }
    let nearest = places.min { ($0 - cursor).magnitude < ($1 - cursor).magnitude } ?? 0
    return start + "\(edge(nearest)) and \(places.count - 1) more"
  }

  /// All of a few places; of many, or of endlessly many, the one nearest to the cursor, and how many
  /// there are beside it.
  private func told(
    _ all: [Stretch], _ place: (Stretch) -> String, and: String, more: (String) -> String,
    most: Int
  ) -> String {
    if stretches.isWhole && all.count <= most { return all.map(place).joined(separator: and) }
    let nearest = all.min { distance($0) < distance($1) }.map(place) ?? ""
    return nearest + more(stretches.isWhole ? "\(all.count - 1)" : "many")
  }

  /// How far from the cursor a stretch lies.
  private func distance(_ stretch: Stretch) -> Double {
    max(0, stretch.start / 2 - cursor / 2, cursor / 2 - stretch.end / 2)
  }

  private func sentence(of parts: [String]) -> String {
    let text = parts.joined(separator: "; ") + "."
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private var limit: String { NumberText.brief(health.threshold) }

  private func words(for state: GradientHealth.State) -> String {
    switch state {
    case .dead: "dead (\(slope) = 0)"
    case .saturated: "saturated (\(slope) < \(limit))"
    case .healthy: "healthy"
    case .amplifying: "amplifying (\(slope) > 1)"
    }
  }

  private func place(_ stretch: Stretch) -> String {
    let whole =
      switch leaves(stretch) {
      case (true, true): "everywhere in sight"
      case (false, false): "from \(edges(stretch).start) to \(edges(stretch).end)"
      case (true, false): "for " + below(stretch)
      case (false, true): "for " + above(stretch)
      }
    return whole + exceptions(of: stretch, "but at", more: "points")
  }

  private func shortPlace(_ stretch: Stretch) -> String {
    barePlace(stretch) + exceptions(of: stretch, "but", more: "")
  }

  private func barePlace(_ stretch: Stretch) -> String {
    switch leaves(stretch) {
    case (true, true): "everywhere"
    case (false, false): "\(edges(stretch).start)…\(edges(stretch).end)"
    case (true, false): below(stretch)
    case (false, true): above(stretch)
    }
  }

  /// Where a stretch begins, or ends if it begins out of sight.
  private func beginning(_ stretch: Stretch) -> String {
    leaves(stretch) == (false, false) ? "from \(edges(stretch).start)" : barePlace(stretch)
  }

  /// " but at x = −π, 0 and π": of many points the one nearest to the cursor, and how many more.
  private func exceptions(of stretch: Stretch, _ word: String, more: String) -> String {
    let places = stretch.exceptions
    guard let nearest = places.min(by: { ($0 - cursor).magnitude < ($1 - cursor).magnitude })
    else { return "" }
    let start = " \(word) \(variable) = "
    if stretches.isWhole && places.count <= 3 {
      let last = places.count > 1 ? " and \(edge(places[places.count - 1]))" : edge(places[0])
      return start + places.dropLast().map { edge($0) }.separated(by: ", ") + last
    }
    let count = stretches.isWhole ? "\(places.count - 1)" : "many"
    return start + edge(nearest) + " and \(count) more" + (more.isEmpty ? "" : " \(more)")
  }

  /// Whether a stretch goes on out of the picture, to the left and to the right.
  private func leaves(_ stretch: Stretch) -> (left: Bool, right: Bool) {
    func leaves(_ end: Double, at edge: Double) -> Bool {
      end == edge && health.state(at: end) == stretch.state
    }
    return (
      leaves(stretch.start, at: range.lowerBound), leaves(stretch.end, at: range.upperBound)
    )
  }

  private func below(_ stretch: Stretch) -> String {
    let sign = health.includes(stretch.end, in: stretch.state) ? "≤" : "<"
    return "\(variable) \(sign) \(edge(stretch.end))"
  }

  private func above(_ stretch: Stretch) -> String {
    let sign = health.includes(stretch.start, in: stretch.state) ? "≥" : ">"
    return "\(variable) \(sign) \(edge(stretch.start))"
  }

  private func edge(_ x: Double, digits: Int = 3) -> String {
    NumberText.place(x, digits: digits).withTrueMinus
  }

  /// Both edges, in as many digits as tell them apart.
  private func edges(_ stretch: Stretch) -> (start: String, end: String) {
    for digits in 3...16 {
      let (start, end) = (edge(stretch.start, digits: digits), edge(stretch.end, digits: digits))
      if start != end { return (start, end) }
    }
    return (edge(stretch.start, digits: 17), edge(stretch.end, digits: 17))
  }
}

extension CurvesModel {
  var health: GradientHealth { GradientHealth(function: function, threshold: saturation) }

  /// The window as far as the function is defined; nil if nothing of it is.
  var definedRange: ClosedRange<Double>? {
    let lower = max(xRange.lower, shape.domain.lower)
    let upper = min(xRange.upper, shape.domain.upper)
    return lower < upper ? lower...upper : nil
  }
}

extension CurvesScreen {
  /// Where the gradient is dead, saturated or amplifying in the window.
  var healthStatus: Status {
    guard let range = model.definedRange, let stretches = memory.healthStretches(of: model) else {
      return Status("Nothing is defined in sight.")
    }
    return HealthSentence(
      health: model.health, stretches: stretches, range: range, cursor: model.cursor,
      variable: model.function.variable.unicode,
      slope: "|\(model.function.quantities.slope.unicode)|"
    ).status
  }
}

extension CurvesMemory {
  /// The strip below the plot, made once a change of the stretches.
  func healthStrip(of model: CurvesModel, on projection: Projection) -> HealthStrip? {
    guard let stretches = healthStretches(of: model) else { return nil }
    let key = StripKey(health: healthKey(of: model), projection: projection)
    return strip.value(for: key) { HealthStrip(model.health, stretches, on: projection) }
  }

  private func healthKey(of model: CurvesModel) -> HealthKey {
    let isEndless = model.function.parts.contains { $0.shape.inflectionSpacing != nil }
    return HealthKey(
      sight: model.sight, saturation: model.saturation,
      cursor: isEndless ? model.cursor.bitPattern : 0)
  }

  /// The stretches of one state in the window, found once a change; where there is no end of them,
  /// once a move of the cursor.
  func healthStretches(of model: CurvesModel) -> GradientStretches? {
    guard let range = model.definedRange else { return nil }
    return health.value(for: healthKey(of: model)) {
      GradientStretches(of: model.health, in: range, focus: model.cursor)
    }
  }
}
