import AverModel
import AverRules

/// Finds the acronyms that a text explains as something other than a body: `mobile money account (MMA)`.
///
/// What stands before the bracket and begins with its letters is what it means: if that ends with a common
/// noun that is no body, or with a word for a thing or role, the letters name no organization.
struct AcronymMeanings {
  private let text: TokenizedText
  private let rules: RuleSet
  /// Lists of nouns that mean bodies, and of those that mean things and roles.
  private let bodies: [Int]
  private let things: [Int]

  init(text: TokenizedText, rules: RuleSet) {
    self.text = text
    self.rules = rules
    bodies = ["body_head", "body_before_of", "company_head", StageLists.companyNoun]
      .compactMap { rules.list(named: $0) }
    things = ["thing_noun", "person_role", "event_head"].compactMap { rules.list(named: $0) }
  }

  /// The mentions without guesses that such letters are a body; those of a place are places.
  ///
  /// - Parameters:
  ///   - mentions: The mentions that the rules made, in text order.
  ///   - strengths: The priorities of the rules.
  /// - Returns: The mentions, in text order.
  func corrected(_ mentions: [Mention], strengths: [RuleIdentifier: Int]) -> [Mention] {
    let meanings = meanings(mentions)
    guard !meanings.isEmpty else { return mentions }
    return mentions.compactMap { mention in
      guard mention.type == .organization, mention.tokens.count == 1,
        (strengths[mention.rule] ?? 0) <= 1,
        let meaning = meanings[text.clean.string(text.tokens[mention.tokens.start].range)]
      else { return mention }
      guard meaning == .place else { return nil }
      return Mention(
        tokens: mention.tokens,
        range: mention.range,
        type: .place,
        value: mention.value,
        rule: mention.rule
      )
    }
  }

  /// What letters in brackets mean that are no body: the type of their full form, or none.
  private func meanings(_ mentions: [Mention]) -> [String: MentionType?] {
    var result: [String: MentionType?] = [:]
    let bytes = text.clean.bytes
    var next = 0
    for token in text.tokens.indices.dropFirst(2).dropLast()
    where bytes[text.tokens[token - 1].start] == 0x28 && bytes[text.tokens[token + 1].start] == 0x29
    {
      let letters = text.tokens[token].range
      guard text.tokens[token].traits.contains(.allCapitals), letters.end - letters.start <= 6,
        isExplained(letters, before: token - 1)
      else { continue }
      while next < mentions.count, mentions[next].tokens.end < token - 1 { next += 1 }
      let full =
        next < mentions.count && mentions[next].tokens.end == token - 1 ? mentions[next] : nil
      if let full, full.tokens.count > 1 {
        let type = full.type
        if type == .organization || type == .person { continue }
        result[text.clean.string(letters)] = .some(type)
      } else if isThing(token - 2) {
        result[text.clean.string(letters)] = .some(nil)
      }
    }
    return result
  }

  /// Whether the words before a bracket, but for one more and for small ones, begin with the letters.
  private func isExplained(_ letters: ByteRange, before bracket: Int) -> Bool {
    [bracket - 1, bracket - 2].contains { last in
      var word = last
      for letter in letters.indices.reversed() {
        var skipped = 0
        while word >= 0, initial(of: word) != text.clean.bytes[letter] | 0x20, skipped < 1 {
          guard text.tokens[word].end - text.tokens[word].start <= 3 else { break }
          word -= 1
          skipped += 1
        }
        guard word >= 0, initial(of: word) == text.clean.bytes[letter] | 0x20 else { return false }
        word -= 1
      }
      return true
    }
  }

  private func initial(of token: Int) -> UInt8 { text.clean.bytes[text.tokens[token].start] | 0x20 }

  private func isThing(_ head: Int) -> Bool {
    let word = text.clean.string(text.tokens[head].range)
    if things.contains(where: { rules.contains(word, inList: $0) }) { return true }
    guard !text.tokens[head].traits.contains(.capitalized) else { return false }
    let capitalized = word.prefix(1).uppercased() + word.dropFirst()
    return !bodies.contains {
      rules.contains(word, inList: $0) || rules.contains(capitalized, inList: $0)
    }
  }
}
