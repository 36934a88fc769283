/// What the features of a single word add to the scores of the tokens around it.
struct WordScores: Sendable, BitwiseCopyable {
  /// For the token itself.
  var own = ClassScores()
  /// For the token behind it.
  var asLast = ClassScores()
  /// For the token before it.
  var asNext = ClassScores()
  /// For the token two places before it.
  var asAfterNext = ClassScores()
}

/// Remembers sums of weights that the tagger asks for again and again: those of words by themselves, and
/// those of words behind two tags.
///
/// A sum depends on its key alone, so that what is remembered changes the speed and nothing else.
struct ScoreMemory: ~Copyable {
  /// All that the features of a word ask for but what the lexicon says of its hash.
  struct WordKey: Equatable, BitwiseCopyable {
    var hash: UInt64 = 0
    var prefix: UInt32 = 0
    var suffix: UInt32 = 0
    /// The shape, and above it two tags or nothing; a shape of all ones marks an unused slot.
    var context: UInt64 = .max
  }

  private static let wordSlots = 2048
  private static let taggedSlots = 4096

  private var wordKeys = Array(repeating: WordKey(), count: wordSlots)
  private var wordScores = Array(repeating: WordScores(), count: wordSlots)
  private var taggedKeys = Array(repeating: WordKey(), count: taggedSlots)
  private var taggedScores = Array(repeating: ClassScores(), count: taggedSlots)
  private var hashes = Array(repeating: UInt64(0), count: TaggerContext.wordFeatureCount)

  /// Adds to the sums of a sentence what each of its words gives them; `sums` has one for each word.
  mutating func addWords(
    _ words: [WordFeatures],
    to sums: inout [ClassScores],
    _ model: TaggerModel
  ) {
    for index in words.indices {
      let slot = slot(of: words[index], model)
      if index > 1 { sums[index].add(wordScores[slot].own) }
      if index + 1 < words.count { sums[index + 1].add(wordScores[slot].asLast) }
      if index > 0 { sums[index - 1].add(wordScores[slot].asNext) }
      if index > 1 { sums[index - 2].add(wordScores[slot].asAfterNext) }
    }
  }

  /// The sums of the features of a word and the tags before it.
  mutating func scores(of context: TaggerContext, _ model: TaggerModel) -> ClassScores {
    let word = context.word
    let key = WordKey(
      hash: word.hash,
      prefix: 0,
      suffix: word.suffix,
      context: context.tags << 16 | UInt64(word.shape.rawValue)
    )
    let place = word.hash ^ (key.context &* 0x9E37_79B9_7F4A_7C15) >> 40
    let slot = Int(truncatingIfNeeded: place) & (Self.taggedSlots - 1)
    if taggedKeys[slot] == key { return taggedScores[slot] }
    var scores = ClassScores()
    context.fillTagged(&hashes)
    model.add(hashes.span.extracting(first: TaggerContext.taggedFeatureCount), to: &scores)
    taggedKeys[slot] = key
    taggedScores[slot] = scores
    return scores
  }

  private mutating func slot(of word: WordFeatures, _ model: TaggerModel) -> Int {
    let shape = UInt64(word.shape.rawValue)
    let key = WordKey(hash: word.hash, prefix: word.prefix, suffix: word.suffix, context: shape)
    let slot = Int(truncatingIfNeeded: word.hash ^ shape) & (Self.wordSlots - 1)
    if wordKeys[slot] == key { return slot }
    wordKeys[slot] = key
    wordScores[slot] = sums(of: word, model)
    return slot
  }

  private mutating func sums(of word: WordFeatures, _ model: TaggerModel) -> WordScores {
    TaggerContext.fill(&hashes, ofWord: word)
    var scores = WordScores()
    let span = hashes.span
    model.add(span.extracting(0..<9), to: &scores.own)
    model.add(span.extracting(9..<10), to: &scores.asLast)
    model.add(span.extracting(10..<12), to: &scores.asNext)
    model.add(span.extracting(12..<13), to: &scores.asAfterNext)
    return scores
  }
}
