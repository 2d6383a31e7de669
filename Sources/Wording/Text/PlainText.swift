/// Mathematics written with ASCII characters alone.
package enum PlainText {
  /// `text` with each character that is not ASCII spelled out; what has no spelling becomes `?`.
  package static func ascii(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var result = ""
    var wasRaised = false
    for character in text {
      let word = character.isASCII ? String(character) : spelling(character)
      // One sign raises a whole exponent: e^-100.
      let isRaised = !character.isASCII && (word.hasPrefix("^") && word.count > 1 || word == "+")
      result += wasRaised && isRaised && word.hasPrefix("^") ? String(word.dropFirst()) : word
      wasRaised = isRaised
    }
    return result
  }

  package static func spelling(_ character: Character) -> String {
    if let known = spellings[character] { return known }
    // A letter with combining marks, such as ŷ in two scalars, keeps its letter.
    if let first = character.unicodeScalars.first, first.isASCII { return String(first) }
    return "?"
  }

  private static let spellings: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "÷": "/", "±": "+-", "′": "'", "″": "''",
    "’": "'", "“": "\"", "”": "\"", "…": "...", "→": "->", "←": "<-", "↑": "^", "↓": "v",
    "⇄": "<->", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "∝": "~", "∞": "inf", "∂": "d",
    "∇": "nabla", "Σ": "sum", "√": "sqrt", "∈": "in", "ℝ": "R", "½": "1/2", "¼": "1/4",
    "⅓": "1/3", "⅙": "1/6", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "Δ": "D",
    "ε": "eps", "θ": "theta", "λ": "lambda", "μ": "mu", "π": "pi", "σ": "s", "τ": "tau",
    "φ": "phi", "ϕ": "phi", "Φ": "Phi", "ω": "omega", "ŷ": "p", "ᵀ": "^T", "ᵢ": "i", "ⱼ": "j",
    "ₖ": "k", "ₜ": "_t",
    "ⁿ": "^n", "ˣ": "^x", "⁻": "^-", "⁺": "+", "²": "^2", "³": "^3", "⁴": "^4", "⁰": "^0",
    "¹": "^1", "⁵": "^5", "⁶": "^6", "⁷": "^7", "⁸": "^8", "⁹": "^9",
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "₊": "+", "₋": "-", "│": "|", "─": "-", "┊": ":", "┆": ":", "╌": "-", "┄": "-",
    "━": "=", "┅": "-", "●": "*", "○": "o", "◆": "#", "◇": "x", "◈": "@", "▸": ">", "◂": "<",
    "▴": "^", "▾": "v",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "=", "▍": "=", "▎": "-", "▏": "-", "░": ".",
    "▒": ":", "▓": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "└": "+", "┘": "+", "┌": "+", "┐": "+", "∑": "sum", "•": "*", "§": "S",
  ]
}
