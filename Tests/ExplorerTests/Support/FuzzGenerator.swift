import NeuralFunctions
import TerminalCells
import TestSupport

@testable import Explorer
@testable import Widgets

/// Whatever a terminal, a user or a cat on the keyboard could send, at random but repeatable.
struct FuzzGenerator {
  private(set) var random: TestRandom

  init(seed: UInt64) { random = TestRandom(seed: seed) }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  // MARK: Start

  /// An app in any appearance and size, on any function and vector.
  mutating func app() -> Workbench {
    let entry = pick(Catalogue.entries)
    var appearance = Appearance(
      colors: pick(Appearance.ColorDepth.allCases), background: chance(2) ? .dark : .light,
      markers: pick(Appearance.Markers.allCases))
    appearance.isPresenting = chance(3)
    return Workbench(
      appearance: appearance, size: size(),
      screens: Workbench.screens(
        curves: CurvesScreen(entry: entry), softmax: SoftmaxScreen(logits: logits())),
      selected: int(0...1))
  }

  mutating func size() -> Size {
    switch int(0...5) {
    case 0: Size(width: int(0...500), height: int(0...200))
    case 1: Size(width: int(0...12), height: int(0...12))
    default: Size(width: int(60...140), height: int(15...50))
    }
  }

  /// A vector that may be refused: what the screen makes of it must be sound all the same.
  mutating func logits() -> [Double]? {
    if chance(4) { return nil }
    let count = chance(12) ? int(2...4096) : chance(20) ? pick([0, 1, 4096, 4097]) : int(2...40)
    let isWild = chance(2)
    return (0..<count).map { _ in isWild && chance(3) ? number() : random.normal() * 3 }
  }

  private mutating func number() -> Double {
    switch int(0...2) {
    case 0: pick(Self.numbers)
    case 1: Double(bitPattern: random.next())
    default: random.normal()
    }
  }

  private static let numbers: [Double] = [
    0, -0.0, 1, -1, 1e308, -1e308, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .infinity,
    -.infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNormalMagnitude, 0x1p52, 0x1p63, 709.8, -745.2,
  ]

  // MARK: Events

  mutating func event(in app: Workbench) -> Event {
    switch int(0...19) {
    case 0: chance(4) ? .background(chance(2) ? .light : .dark) : .resize(size())
    case 1, 2: .mouse(mouse(app.size))
    case 3:
      switch int(0...9) {
      case 0: .pasteStalled
      case 1: .pasteRefused(chance(2) ? .unfinished : .tooLong(bytes: int(0...9), limit: 4))
      default: .paste(chance(3) ? text(upTo: 400) : entry())
      }
    default: .key(key(in: app))
    }
  }

  /// More text than any field takes; apart from `event` as it is slow.
  mutating func hugePaste() -> Event {
    let chunk = chance(2) ? entry() + ", " : text(upTo: 40) + "\u{301}\n"
    return .paste(String(repeating: chunk, count: (1 << 18) / chunk.utf8.count))
  }

  private mutating func mouse(_ size: Size) -> Mouse {
    let action = pick([Mouse.Action.press, .drag, .release, .wheelUp, .wheelDown])
    func place(_ length: Int) -> Int {
      length <= 0 ? 0 : Int.random(in: 0..<length, using: &random)
    }
    if chance(10) {
      let absurd = [-1, 0, 10_000_000, -10_000_000, Int.max, Int.min]
      return Mouse(action, x: pick(absurd), y: pick(absurd))
    }
    return Mouse(action, x: place(size.width), y: place(size.height))
  }

  private mutating func key(in app: Workbench) -> Key {
    let known = app.keyLines.flatMap(\.choices).flatMap(\.keys)
    switch int(0...9) {
    case 0...4: return pick(known)
    case 5:
      let everywhere = Workbench.commands.infos.flatMap(\.keys).flatMap(\.choices).flatMap(\.keys)
      return pick(everywhere.filter { $0 != "q" })
    case 6: return Key(pick(Self.codes), Key.Modifiers(rawValue: UInt8(int(0...7))))
    default:
      if app.isTyping {
        return chance(6) ? pick([.enter, .escape, .tab, .up, .backspace]) : pick(Self.typed)
      }
      return Key(pick(Self.letters))
    }
  }

  private static let codes: [Key.Code] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .tab,
      .backspace, .escape, .function(0), .function(99), .character(" "), .character("é"),
      .character("漢"), .character("👩‍👩‍👧‍👦"), .character("\u{301}"), .character("\u{200B}"),
      .character("−"),
    ] + (0..<128).map { .character(Character(Unicode.Scalar($0))) }

  private static let letters = (0x20..<0x7F).map { Character(Unicode.Scalar(UInt8($0))) }

  private static let typed: [Key] = "0123456789.-+−einfax, =:".map { Key($0) }

  /// What might be typed into a field: numbers of all kinds, lists, commands, names.
  mutating func entry() -> String {
    switch int(0...5) {
    case 0: return pick(Self.words)
    case 1: return "\(number())"
    case 2: return (0..<int(0...60)).map { _ in "\(number())" }.joined(separator: pick([",", " "]))
    case 3: return pick(["x", "y"]) + " \(number()) \(number())"
    case 4: return pick(["alpha", "y", "w", "b", "eps", "β", ""]) + "=\(number())"
    default: return pick(Catalogue.entries).id
    }
  }

  private static let words: [String] =
    [
      "inf", "-inf", "nan", "1e400", "-1e400", "1e-400", "0x1.fffffffffffffp+1023", "0x1p-1074",
      String(repeating: "9", count: 400), "0." + String(repeating: "0", count: 400) + "1", "", " ",
      "--1", "+-1", "1e", "0x", ".", "-", "e5", "1_000", "１２", "٣", "1,2,,3", "[1; 2)", "x", "y 1",
      "x 1 -1", "x nan inf", "=", "==", "a=b=c", "auto", "18446744073709551616",
    ] + CurvesScreen.commands.infos.map(\.word)

  /// Scalars of all planes, control characters and marks among them.
  mutating func text(upTo longest: Int) -> String {
    var text = ""
    for _ in 0..<int(0...longest) {
      let limit: UInt32 = pick([0x20, 0x80, 0x80, 0x400, 0x3000, 0x11_0000])
      let value = UInt32.random(in: 0..<limit, using: &random)
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
