/// The brackets and quotation marks that are open at a place of a list: what is cut off is no list, and a
/// list of lists is not one.
struct OpenBrackets {
  private struct Bracket {
    let byte: UInt8
    /// The list that it holds, and the one that it stands in.
    let list: Int
    let outer: Int
    /// One of a call, such as `float(1)`, or around everything: it holds no list.
    var isTransparent = false
    /// How many numbers stand right inside, and whether the first of them was the first of all.
    var numbers = 0
    var hasFirstNumber = false
  }

  /// What is wrong with the brackets.
  enum Fault: Hashable {
    /// This one has no end.
    case open(Character)
    /// This one ends nothing.
    case stray(Character)
    /// Numbers stand in more than one list.
    case nested
  }

  private var open: [Bracket] = []
  private var openQuote: UInt8?
  private var lists = 0
  private var listOfNumbers: Int?
  private(set) var fault: Fault?

  private var innermost: Int { open.last { !$0.isTransparent }?.list ?? 0 }

  /// Passes a byte between numbers.
  mutating func pass(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
      lists += 1
      open.append(Bracket(byte: byte, list: lists, outer: innermost))
    case UInt8(ascii: "<"): openTransparent(byte)
    case UInt8(ascii: "]"): close(UInt8(ascii: "["), with: "]")
    case UInt8(ascii: ")"): close(UInt8(ascii: "("), with: ")")
    case UInt8(ascii: "}"): close(UInt8(ascii: "{"), with: "}")
    case UInt8(ascii: ">"): close(UInt8(ascii: "<"), with: ">")
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if openQuote == nil { openQuote = byte } else if openQuote == byte { openQuote = nil }
    default: break
    }
  }

  /// Passes the parenthesis of a call.
  mutating func passCall() { openTransparent(UInt8(ascii: "(")) }

  private mutating func openTransparent(_ byte: UInt8) {
    open.append(Bracket(byte: byte, list: 0, outer: 0, isTransparent: true))
  }

  /// A number stands here.
  mutating func takeNumber() {
    guard let place = open.lastIndex(where: { !$0.isTransparent }) else { return take(into: 0) }
    open[place].numbers += 1
    guard open[place].byte == UInt8(ascii: "(") else { return take(into: open[place].list) }
    // Parentheses around a single number are no list; with the second it turns out that they are.
    if open[place].numbers == 1 {
      open[place].hasFirstNumber = listOfNumbers == nil
      take(into: open[place].outer)
    } else {
      if open[place].numbers == 2, open[place].hasFirstNumber { listOfNumbers = open[place].list }
      take(into: open[place].list)
    }
  }

  private mutating func take(into list: Int) {
    if listOfNumbers == nil { listOfNumbers = list }
    if listOfNumbers != list { fault = fault ?? .nested }
  }

  /// What is wrong once the text is at its end.
  var faultAtEnd: Fault? {
    if let fault { return fault }
    let unclosed = open.last?.byte ?? openQuote
    return unclosed.map { .open(Character(Unicode.Scalar($0))) }
  }

  private mutating func close(_ opening: UInt8, with sign: Character) {
    if open.last?.byte == opening { open.removeLast() } else { fault = fault ?? .stray(sign) }
  }
}
