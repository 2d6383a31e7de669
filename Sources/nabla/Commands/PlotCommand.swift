import ArgumentParser
import Explorer
import NeuralFunctions
import TerminalCells
import TerminalIO
import struct Widgets.Appearance
import Wording

/// `nabla plot`: the plot of the Curves screen as text.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Print the curves of a function as text.",
    discussion: """
      The picture is that of the explorer's Curves screen, in colour on a terminal and without in \
      a pipe. --set and --target are for the first function.
      """)

  @Argument(
    help: ArgumentHelp(
      "The function, and up to \(PlotPicture.mostCompanions) to compare it with; 'nabla list' names them.",
      valueName: "name"))
  var names: [String]

  @OptionGroup var settings: FunctionOptions

  @Option(
    name: .customLong("x"), parsing: .unconditional,
    help: ArgumentHelp("The window, as in -6:6.", valueName: "low:high"))
  var xRange: String?

  @Option(
    name: .customLong("y"), parsing: .unconditional,
    help: ArgumentHelp(
      "The y range, as in -1:1; fitted to the curves by default.", valueName: "low:high")
  )
  var yRange: String?

  @Option(
    parsing: .unconditional,
    help: "How many derivatives are drawn beside the function: 0, 1 or 2.")
  var derivatives: String = "1"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Mark the curves there and draw the tangent.", valueName: "x"))
  var at: String?

  @Flag(help: "Mark where the gradient is small, zero or above one.")
  var health = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Columns and rows, as in 100x30; by default 80x24, or as wide as the terminal.",
      valueName: "size"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      "Draw with braille, sextants, blocks, half-blocks or ascii.", valueName: "markers"))
  var markers: Markers?

  @OptionGroup var display: DisplayOptions

  enum Markers: String, ExpressibleByArgument, CaseIterable {
    case braille, sextants, blocks
    case halfBlocks = "half-blocks"
    case ascii
  }

  func run() throws {
    let display = try display.display
    if let markers, display.isASCII && markers != .ascii {
      throw CommandFailure.usage(
        "--ascii and --markers \(markers.rawValue) cannot be combined.")
    }
    let picture = try picture()
    let terminal = PrintedOutput.capabilities(display.color)
    var appearance = display.appearance(on: terminal)
    if let markers, !display.isASCII { appearance.markers = markers.markers }
    let frame = picture.frame(try pictureSize(), appearance: appearance)
    for line in FrameText.lines(of: frame, colors: terminal.colorDepth) {
      try StandardOutput.print(line)
    }
  }

  // MARK: What is drawn

  private func picture() throws -> PlotPicture {
    let entries = try names.map(Arguments.entry)
    guard let first = entries.first, entries.count <= PlotPicture.mostCompanions + 1 else {
      throw CommandFailure.usage(
        "that is \(entries.count) functions; 1 to \(PlotPicture.mostCompanions + 1) are accepted.")
    }
    let settings = try settings.settings(for: first)
    let x = try xRange.map { try Arguments.range($0, option: "--x") }
    let domain = try self.settings.function(of: first).shape.domain
    if let x { try check(x, inside: domain) }
    let cursor = try at.map { try Arguments.number($0, accepted: "a finite number") }
    let picture = PlotPicture(
      first, settings: settings, derivatives: try derivativeCount(),
      companions: Array(entries.dropFirst()), x: x,
      y: try yRange.map { try Arguments.range($0, option: "--y") }, cursor: cursor,
      showsHealth: health)
    if let cursor { try check(cursor, inside: picture.window, and: domain) }
    return picture
  }

  private func derivativeCount() throws -> Int {
    if let count = Int(derivatives), (0...2).contains(count) { return count }
    throw CommandFailure.usage(
      "--derivatives \(NumberParser.quotable(derivatives)): 0, 1 or 2 is accepted.")
  }

  /// A window in which there is nothing is not meant.
  private func check(_ x: ClosedRange<Double>, inside domain: Interval) throws {
    guard x.upperBound > domain.lower && x.lowerBound < domain.upper else {
      throw CommandFailure.usage(
        "--x \(NumberParser.quotable(xRange ?? "")) is outside the domain; \(domain.inWords) is accepted."
      )
    }
  }

  private func check(
    _ cursor: Double, inside window: ClosedRange<Double>, and domain: Interval
  ) throws {
    guard window.contains(cursor) && domain.contains(cursor) else {
      let seen = Interval(
        max(window.lowerBound, domain.lower), min(window.upperBound, domain.upper),
        includesLower: domain.includesLower || window.lowerBound > domain.lower,
        includesUpper: domain.includesUpper || window.upperBound < domain.upper)
      throw CommandFailure.usage(
        "--at \(NumberText.exact(cursor)) is not in the window; \(seen.inWords) is accepted.")
    }
  }

  // MARK: How large

  private func pictureSize() throws -> Size {
    guard let size else { return Self.defaultSize }
    return try ScreenSize.size(size, least: PlotPicture.smallest)
  }

  /// As wide as the terminal, and no higher than leaves its prompt in sight.
  private static var defaultSize: Size {
    let usual = Size.usual
    guard let terminal = PrintedOutput.terminalSize else { return usual }
    return Size(
      width: max(PlotPicture.smallest.width, terminal.width),
      height: max(PlotPicture.smallest.height, min(usual.height, terminal.height - 1)))
  }
}

extension PlotCommand.Markers {
  fileprivate var markers: Appearance.Markers {
    switch self {
    case .braille: .braille
    case .sextants: .sextants
    case .blocks: .blocks
    case .halfBlocks: .halfBlocks
    case .ascii: .ascii
    }
  }
}
