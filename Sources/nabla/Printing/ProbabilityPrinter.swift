/// Prints probabilities, and the loss if there is a target, a class a line.
struct ProbabilityPrinter {
  let readings: ProbabilityReadings

  init(readings: ProbabilityReadings) { self.readings = readings }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try printText()
    case .csv: try printCSV()
    case .json: try StandardOutput.print(json.text)
    }
  }

  // MARK: Text

  private func printText() throws {
    let gradient = readings.temperature == 1 ? "p − y" : "(p − y)/T"
    let headings =
      ["i", "x", "p"] + (readings.logProbabilities == nil ? [] : ["log p"])
      + (readings.loss == nil
        ? [] : ["y", PrintedCharacters.areASCII ? gradient.asciiMinus : gradient])
    var table = TextTable(
      headings: headings,
      caption: "\(readings.name), T = \(OutputFormat.digits(readings.temperature))",
      isShort: true)
    for index in readings.logits.indices {
      try table.print(["\(index)"] + numbers(index).compactMap { $0.map(OutputFormat.digits) })
    }
    try table.finish()
    if let entropy = readings.entropy {
      try StandardOutput.print(
        "entropy \(OutputFormat.digits(entropy)) nats, at most "
          + OutputFormat.digits(readings.largestEntropy))
    }
    if let loss = readings.loss {
      try StandardOutput.print(
        "loss \(OutputFormat.digits(loss.value)) nats, at chance "
          + OutputFormat.digits(loss.atChance))
    }
  }

  // MARK: Rows

  /// Logit, p, log p, and with a target y and the gradient.
  private func numbers(_ index: Int) -> [Double?] {
    let readings = readings
    let own = [
      readings.logits[index], readings.probabilities[index], readings.logProbabilities?[index],
    ]
    return own + (readings.loss.map { [$0.targets[index], $0.gradient[index]] } ?? [])
  }

  /// The loss belongs to all rows, and stands in each, so that every line has the same fields.
  private func printCSV() throws {
    let loss = readings.loss
    try StandardOutput.print(
      "class,logit,probability,log_probability" + (loss == nil ? "" : ",target,gradient,loss"))
    for index in readings.logits.indices {
      let fields = (numbers(index) + (loss.map { [$0.value] } ?? [])).map {
        $0.map(OutputFormat.digits) ?? ""
      }
      try StandardOutput.print("\(index)," + fields.joined(separator: ","))
    }
  }

  private var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("function", .string(readings.name)), ("temperature", .number(readings.temperature)),
      ("logits", .numbers(readings.logits)), ("probabilities", .numbers(readings.probabilities)),
      ("logProbabilities", readings.logProbabilities.map(JSON.numbers) ?? .null),
      ("entropy", readings.entropy.map(JSON.number) ?? .null),
    ]
    if let loss = readings.loss {
      members += [
        ("target", .numbers(loss.targets)), ("loss", .number(loss.value)),
        ("lossAtChance", .number(loss.atChance)), ("gradient", .numbers(loss.gradient)),
      ]
    }
    return .object(members)
  }
}

extension String {
  fileprivate var asciiMinus: String { String(map { $0 == "−" ? "-" : $0 }) }
}
