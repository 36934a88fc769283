package import AverModel

/// What the tagger decided for the tokens before, as far as the next decision asks for it.
package struct TagHistory {
  private var last = TaggerContext.boundaryTag
  private var beforeLast = TaggerContext.boundaryTag
  private var openAuxiliary: UInt64 = 0
  private var distance = 0

  package init() {}

  /// How far behind its auxiliary a verb is still expected (`has not yet been fully …`).
  private static let reach = 5

  /// The context of the word at an index of a sentence's words.
  package func context(of words: [WordFeatures], _ index: Int) -> TaggerContext {
    TaggerContext(
      beforeLast: words[index - 2],
      last: words[index - 1],
      word: words[index],
      next: words[index + 1],
      afterNext: words[index + 2],
      lastTag: last,
      beforeLastTag: beforeLast,
      openAuxiliary: openAuxiliary
    )
  }

  /// Takes note of a learned class.
  package mutating func append(_ tagClass: TagClass, _ word: WordFeatures) {
    push(UInt64(tagClass.rawValue))
    switch tagClass {
    case .auxiliary: open(word.hash | 1)
    case .particle where word.prefix == TagHistory.infinitiveMarker: open(word.hash | 1)
    case .verb, .pastParticiple, .noun, .properNoun, .subordinator: openAuxiliary = 0
    default: break
    }
  }

  /// Takes note of a tag that was decided without the model.
  package mutating func append(_ tag: PartOfSpeech, _ word: WordFeatures) {
    if let tagClass = TagClass(tag) { return append(tagClass, word) }
    push(TaggerContext.plainTag + UInt64(tag == .punctuation ? 0 : 1))
    if tag == .punctuation { openAuxiliary = 0 }
  }

  /// The prefix of `to`.
  private static let infinitiveMarker: UInt32 = 0x6F74

  private mutating func open(_ auxiliary: UInt64) {
    openAuxiliary = auxiliary
    distance = 0
  }

  private mutating func push(_ tag: UInt64) {
    beforeLast = last
    last = tag
    distance += 1
    if distance > Self.reach { openAuxiliary = 0 }
  }
}
