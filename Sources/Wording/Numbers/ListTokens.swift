/// Takes a list of numbers apart, byte by byte: some megabytes of it come at once.
///
/// Brackets, quotation marks and blanks stand between numbers. What Python's libraries print around a
/// list is passed over: `torch.tensor([1., 2.], dtype=torch.float16, device='cuda:0')`,
/// `np.array([1, 2])`, `[np.float64(1.0), -np.inf]`, `logits = [1, 2]`.
struct ListTokens {
  enum Token: Hashable {
    case comma
    /// What ought to be a number, by its bytes.
    case field(Range<Int>)
    /// Something beside the numbers, such as `dtype=float32`.
    case aside
  }

  private let bytes: [UInt8]
  private var position = 0
  private var brackets = OpenBrackets()
  private var hasNumbers = false
  /// Whether the list is the argument of something.
  private var hasCall = false
  /// Whether it is written as `<tf.Tensor: …>`.
  private let hasAngles: Bool

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    hasAngles = bytes.first == UInt8(ascii: "<")
    if hasAngles { brackets.pass(UInt8(ascii: "<")) }
  }

  /// A field without the module of its name: `-np.inf` is `-inf`.
  func text(of field: Range<Int>) -> String {
    let text = String(decoding: bytes[field], as: UTF8.self)
    guard Self.isName(bytes[field]) else { return text }
    let word = Self.lastComponent(bytes[field])
    guard ["inf", "nan"].contains(word.lowercased()) else { return text }
    return (text.hasPrefix("-") && word.count < text.count ? "-" : "") + word
  }

  /// The field last found is one of the numbers.
  mutating func takeNumber() { brackets.takeNumber() }

  /// What is wrong with the brackets, once there is no token left.
  var fault: OpenBrackets.Fault? { brackets.faultAtEnd }

  mutating func next() -> Token? {
    while position < bytes.count {
      if isComma(position) {
        position += 1
        return .comma
      }
      if let length = separatorLength(at: position) {
        brackets.pass(bytes[position])
        position += length
        continue
      }
      let field = position..<fieldEnd
      position = field.upperBound
      guard Self.isName(bytes[field]) else {
        hasNumbers = true
        return .field(field)
      }
      if let token = named(field) { return token }
    }
    return nil
  }

  /// What a word means: nil where it only stands in front of numbers.
  private mutating func named(_ field: Range<Int>) -> Token? {
    let name = Self.lastComponent(bytes[field])
    let next = position < bytes.count ? bytes[position] : 0
    if next == UInt8(ascii: "("), Self.wrappers.contains(name) {
      hasCall = true
      brackets.passCall()
      position += 1
      return nil
    }
    if let value = valueAfterEquals(position) {
      if Self.keywords.contains(name) {
        position = endOfValue(value)
        return .aside
      }
      if !hasNumbers {
        position = value
        return nil
      }
    }
    if hasCall, hasNumbers, Self.types.contains(name) { return .aside }
    if !hasNumbers, Self.titles.contains(name) {
      if next == UInt8(ascii: ":") { position += 1 }
      return nil
    }
    hasNumbers = true
    position = wholeFieldEnd(position)
    return .field(field.lowerBound..<position)
  }

  // MARK: Words

  /// What is called with a list or a number.
  private static let wrappers = [
    "tensor", "Tensor", "FloatTensor", "DoubleTensor", "HalfTensor", "BFloat16Tensor", "LongTensor",
    "IntTensor", "as_tensor", "from_numpy", "array", "Array", "asarray", "ndarray", "constant",
    "Parameter", "Variable", "list", "tuple", "float", "float16", "float32", "float64", "bfloat16",
    "int32", "int64", "double",
  ]
  private static let keywords = [
    "dtype", "device", "shape", "size", "grad_fn", "requires_grad", "layout", "weak_type", "copy",
    "order", "ndmin",
  ]
  private static let types = [
    "float", "float16", "float32", "float64", "bfloat16", "half", "double", "int", "int32", "int64",
  ]
  /// `Parameter containing:` and `<tf.Tensor:`.
  private static let titles = ["Parameter", "containing", "Tensor"]

  private static func isName(_ field: ArraySlice<UInt8>) -> Bool {
    guard let first = field.first(where: { !"+-<".utf8.contains($0) }) else { return false }
    return isLetter(first)
      && field.allSatisfy { isLetter($0) || "+-<.".utf8.contains($0) || isDigit($0) }
  }

  /// `float32` of `np.float32`.
  private static func lastComponent(_ field: ArraySlice<UInt8>) -> String {
    let last = field.lastIndex(of: UInt8(ascii: ".")).map { field[($0 + 1)...] } ?? field
    // No word that is known is longer, and the longest field is megabytes.
    return String(decoding: last.prefix(32), as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: Places

  /// Where the field that begins here ends; a name ends at what follows it.
  private var fieldEnd: Int {
    var end = position
    let mayBeName =
      bytes[position...].first { !"+-<".utf8.contains($0) }.map(Self.isLetter) ?? false
    while end < bytes.count, separatorLength(at: end) == nil, !isComma(end) {
      if mayBeName && (bytes[end] == UInt8(ascii: "=") || bytes[end] == UInt8(ascii: ":")) { break }
      end += 1
    }
    // A field of nothing but such a sign is no number, but has to be passed.
    return max(end, position + 1)
  }

  private func wholeFieldEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, separatorLength(at: end) == nil, !isComma(end) { end += 1 }
    return end
  }

  /// Where the value begins, if an equals sign comes next.
  private func valueAfterEquals(_ start: Int) -> Int? {
    var place = start
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    return place + 1
  }

  /// The comma or the bracket that ends a keyword's value, which may have brackets of its own.
  private func endOfValue(_ start: Int) -> Int {
    var place = start
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "}"):
        if depth == 0 { return place }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return place
      default: break
      }
      place += 1
    }
    return place
  }

  private func isComma(_ place: Int) -> Bool {
    bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: ";")
  }

  /// How many bytes there are of a bracket, a quotation mark or a blank; nil where there is none.
  private func separatorLength(at place: Int) -> Int? {
    let byte = bytes[place]
    switch byte {
    case 0x09...0x0D, 0x20: return 1
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return 1
    case UInt8(ascii: ">"): return hasAngles ? 1 : nil
    case ..<0x80: return nil
    default: return blankLength(at: place)
    }
  }

  /// Unicode's blanks, and the byte order mark and its kin, which are not to be seen.
  private func blankLength(at place: Int) -> Int? {
    func byte(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }
    switch (bytes[place], byte(1), byte(2)) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F...0xA0), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return nil
    }
  }
}
