import AverModel

/// Finds whom a sentence speaks of that does not name them: `Revenue rose 12% to $4.2 million.`
///
/// It is the subject of an earlier clause of the sentence, else the subject or the first name of the
/// sentences before, nearest first.
struct ImpliedParty {
  let sentences: [SentenceContext]

  /// How many sentences back the party may be named: further back it is a guess.
  private static let reach = 4

  /// The mention that stands for the party; nil if nobody near was named.
  ///
  /// - Parameters:
  ///   - types: The types that may fill the role.
  ///   - token: The token before which it must be named.
  ///   - sentence: The sentence that leaves it out.
  func mention(
    of types: [MentionType],
    before token: Int,
    in sentence: SentenceContext
  ) -> Int? {
    let here = subjects(of: sentence, types).filter { sentence.mentions[$0].tokens.end <= token }
    if let subject = here.last { return subject }
    for index in stride(from: sentence.index - 1, through: 0, by: -1)
    where sentence.index - index <= Self.reach {
      let before = sentences[index]
      if let subject = subjects(of: before, types).first { return subject }
      let named = before.sentenceMentions.first { types.contains($0.1.type) }
      if let named { return named.0 }
    }
    return nil
  }

  private func subjects(of sentence: SentenceContext, _ types: [MentionType]) -> [Int] {
    sentence.phrases.indices.compactMap { index in
      let phrase = sentence.phrases[index]
      guard let mention = phrase.mention, !phrase.isPossessive,
        types.contains(sentence.mentions[mention].type), sentence.isSubject(index)
      else { return nil }
      return mention
    }
  }
}
