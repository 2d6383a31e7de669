import NeuralFunctions
import Widgets
import Wording

extension HelpTopic {
  /// About a function: how it is written, what can be set of it, where it is used.
  ///
  /// - Parameter line: the line that shows it.
  init(
    _ description: FunctionDescription, line: String, settings: [HelpTopic.Entry],
    isPlain: Bool
  ) {
    func spelled(_ text: String) -> String { isPlain ? PlainText.ascii(text) : text }
    let aliases = description.aliases.joined(separator: ", ")
    self.init(
      description.identifier,
      [
        Section(Self.line, [Entry(line, "show \(description.name)")]),
        Section(
          "Function",
          [
            Entry("value", description.formula.text(ascii: isPlain)),
            Entry("derivative", description.derivativeFormula.text(ascii: isPlain)),
            Entry("use", spelled(description.use)),
          ] + (aliases.isEmpty ? [] : [Entry("also found as", aliases)])),
        Section("Settings", settings),
        Section("Conventions", description.remarks.map { Entry("·", spelled($0)) }),
        Section(
          "Source",
          [
            Entry("from", description.source), Entry("accuracy", spelled(description.accuracy)),
          ]),
      ])
  }
}

extension CurvesScreen {
  public func topic(_ name: String, in context: ScreenContext) -> HelpTopic? {
    let isPlain = context.appearance.isPlain
    if let slider = model.sliders.named(name)
      ?? ParameterSlider.affineInput(model.settings).named(name)
    {
      return topic(slider, isPlain: isPlain)
    }
    guard let entry = try? entry(named: name) else { return nil }
    let sliders = ParameterSlider.all(of: entry, settings: FunctionSettings())
    return HelpTopic(
      entry.description, line: entry.id, settings: sliders.map { settingEntry($0, of: entry) },
      isPlain: isPlain)
  }

  /// "alpha=0.01": what it means, and what is accepted.
  private func settingEntry(_ slider: ParameterSlider, of entry: CatalogueEntry) -> HelpTopic.Entry
  {
    HelpTopic.Entry(
      "\(slider.name)=\(NumberText.brief(slider.defaultValue))",
      "\(slider.meaning); \(accepted(slider, of: entry)) is accepted")
  }

  private func accepted(_ slider: ParameterSlider, of entry: CatalogueEntry) -> String {
    switch slider.subject {
    case .target: entry.target?.acceptedInWords ?? "a number"
    case .parameter(let name):
      entry.parameters.first { $0.name == name }?.accepted.inWords ?? "a number"
    case .weight, .bias: "a finite number"
    }
  }

  private func topic(_ slider: ParameterSlider, isPlain: Bool) -> HelpTopic {
    let symbol = slider.symbol.text(ascii: isPlain)
    let name = model.entry.description.name
    let (lower, upper) = (slider.range.lowerBound, slider.range.upperBound)
    return HelpTopic(
      slider.name,
      [
        .init(
          HelpTopic.line,
          [.init("\(slider.name)=VALUE", "set \(symbol) of \(name): \(slider.meaning)")]),
        .init(
          "Value",
          [
            .init("now", NumberText.brief(slider.value).withTrueMinus),
            .init("default", NumberText.brief(slider.defaultValue).withTrueMinus),
            .init("accepted", accepted(slider, of: model.entry)),
            .init(
              "slider",
              "from \(NumberText.brief(lower).withTrueMinus) to \(NumberText.brief(upper).withTrueMinus)"
                + " in steps of \(NumberText.brief(slider.step))"),
          ]),
        .init(
          "Keys", [.init("[, ]", "lower or raise the chosen parameter; o chooses, Enter types")]),
      ])
  }
}

extension SoftmaxScreen {
  public func topic(_ name: String, in context: ScreenContext) -> HelpTopic? {
    let isPlain = context.appearance.isPlain
    if case .vector(let entry) = NamedFunction(name, in: .screen) {
      return HelpTopic(
        entry.description, line: "variant \(entry.id)",
        settings: [.init("T=1", "the temperature; a number above 0 is accepted")],
        isPlain: isPlain)
    }
    // x2, y1 and dx0 are short for longer lines.
    guard let line = SoftmaxShorthand(name + " 0")?.longForm,
      let word = line.split(separator: " ").first, let place = Self.commands.place(of: String(word))
    else { return nil }
    return HelpTopic(Self.commands.infos[place])
  }
}
