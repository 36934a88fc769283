import AverModel

/// Whether a sentence puts a time before or after the day of writing.
enum Tense {
  case past
  case future
  /// The sentence does not say.
  case open

  /// The tense of the verb group nearest to a time: the last one before it in its sentence, else
  /// the first one after it.
  ///
  /// - Parameters:
  ///   - tokens: The time's tokens.
  ///   - text: The text that holds them.
  ///   - sentence: The sentence that holds them.
  init(of tokens: TokenRange, in text: AnalyzedText, sentence: Int) {
    let groups = text.verbGroups
    let bounds = text.tokenized.sentences[sentence].tokens
    let isHeadline = Tense.isHeadline(text, sentence: sentence)
    let following = Tense.firstGroup(notBefore: tokens.start, in: groups)
    var index = following
    while index > 0, groups[index - 1].tokens.start >= bounds.start {
      index -= 1
      if let tense = Tense(groups[index], isHeadline: isHeadline) {
        self = tense
        return
      }
    }
    index = following
    while index < groups.endIndex, groups[index].tokens.start < bounds.end {
      if let tense = Tense(groups[index], isHeadline: isHeadline) {
        self = tense
        return
      }
      index += 1
    }
    self = .open
  }

  private static func firstGroup(notBefore token: Int, in groups: [VerbGroup]) -> Int {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].tokens.start < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tense of a verb group; nil if it takes its time from another.
  private init?(_ group: VerbGroup, isHeadline: Bool) {
    switch group.form {
    case .past: self = .past
    case .present: self = group.isPerfect || isHeadline ? .past : .future
    case .modal: self = group.isPerfect ? .past : .future
    case .infinitive: self = group.isPerfect ? .past : .future
    case .gerund, .participle, .bare: return nil
    }
  }

  /// Headlines tell what happened in the present tense.
  private static func isHeadline(_ text: AnalyzedText, sentence: Int) -> Bool {
    let block = text.tokenized.sentences[sentence].block
    let blocks = text.tokenized.clean.blocks
    guard blocks.indices.contains(block) else { return false }
    return blocks[block].kind == .title || blocks[block].kind == .heading
  }
}
