/// Why an entry was refused, and what is accepted, in one sentence.
struct Refusal: Error, Hashable {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
