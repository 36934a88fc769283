import AverModel
import AverRules

/// Carries names through a document: who is named once in a clear place is known in all others.
///
/// A later `Symantec` is the `Symantec Corp` of the first sentence, a bare `Lindqvist` the `Tova Lindqvist`
/// before it; a guess about such a word gives way.
struct DocumentNames {
  private struct Known {
    let words: [String]
    let type: MentionType
  }

  private let text: TokenizedText
  private let rules: RuleSet
  /// The lists of words such as `chipmaker` and `chairman` that describe whose name follows.
  private let descriptions: [Int]
  private var known: [String: [Known]] = [:]
  /// How many names begin with a word.
  private var uses: [String: Int] = [:]

  /// - Parameters:
  ///   - mentions: The mentions that the rules made, in text order.
  ///   - text: The text.
  ///   - rules: Legal suffixes, which do not tell names apart, and lists of descriptions.
  init(_ mentions: [Mention], in text: TokenizedText, _ rules: RuleSet) {
    self.text = text
    self.rules = rules
    descriptions = [StageLists.companyNoun, StageLists.personNoun].compactMap {
      rules.list(named: $0)
    }
    for mention in mentions where mention.type == .organization || mention.type == .person {
      uses[text.clean.string(text.tokens[mention.tokens.start].range), default: 0] += 1
      learn(from: mention)
    }
    for word in known.keys {
      known[word]?.sort { ($0.words.count, $1.type.name) > ($1.words.count, $0.type.name) }
    }
  }

  /// The mentions with those added that the known names explain.
  func completed(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    var next = 0
    var token = 0
    while token < text.tokens.count {
      while next < mentions.count, mentions[next].tokens.end <= token { next += 1 }
      if next < mentions.count, mentions[next].tokens.start <= token {
        let mention = mentions[next]
        result.append(corrected(mention))
        token = mention.tokens.end
        next += 1
        continue
      }
      let limit = next < mentions.count ? mentions[next].tokens.start : text.tokens.count
      guard let (range, type) = name(at: token, before: limit) else {
        token += 1
        continue
      }
      result.append(mention(range, type))
      token = range.end
    }
    return result
  }

  private mutating func learn(from mention: Mention) {
    var words = mention.tokens.indices.map { text.clean.string(text.tokens[$0].range) }
    while words.count > 1, let last = words.last, isClutter(last) { words.removeLast() }
    guard let first = words.first else { return }
    if mention.type == .organization {
      add(Known(words: words, type: .organization))
      // The first word stands for the whole if no list knows it as a word of its own.
      if words.count > 1, !text.tokens[mention.tokens.start].symbol.isKnown, first.utf8.count > 3 {
        add(Known(words: [first], type: .organization))
      }
    } else if words.count > 1, let surname = words.last, surname.utf8.count > 2,
      text.tokens[mention.tokens.start + words.count - 1].traits.contains(.capitalized)
    {
      add(Known(words: [surname], type: .person))
    }
  }

  private func isClutter(_ word: String) -> Bool {
    let folded = word.lowercased().filter { $0 != "." }
    return word == "," || word == "'s" || word == "\u{2019}s"
      || rules.legalSuffixes.contains(folded)
  }

  private mutating func add(_ name: Known) {
    guard let first = name.words.first, first.utf8.first.map({ $0 >= 0x41 }) ?? false else {
      return
    }
    let isNew =
      !(known[first]?.contains { $0.words == name.words && $0.type == name.type } ?? false)
    if isNew { known[first, default: []].append(name) }
  }

  /// The longest known name that begins at a token.
  private func name(at token: Int, before limit: Int) -> (TokenRange, MentionType)? {
    guard text.tokens[token].traits.contains(.capitalized) else { return nil }
    let word = text.clean.string(text.tokens[token].range)
    guard let candidates = known[word] else { return nil }
    for candidate in candidates where token + candidate.words.count <= limit {
      let matches = candidate.words.indices.allSatisfy { offset in
        text.clean.string(text.tokens[token + offset].range) == candidate.words[offset]
      }
      guard matches, !continuesName(token + candidate.words.count, limit) else { continue }
      return (TokenRange(token, token + candidate.words.count), candidate.type)
    }
    return nil
  }

  /// Whether a capitalized word follows at once, so that the name is part of a longer, unknown one.
  private func continuesName(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return false }
    let next = text.tokens[token].traits
    return next.contains(.capitalized) && !next.contains(.inTitleCase)
      && !next.contains(.sentenceStart)
  }

  /// A single word that was taken for a person, but is an organization's name elsewhere and no person's.
  private func corrected(_ mention: Mention) -> Mention {
    if let bare = withoutDescription(mention) { return bare }
    guard mention.tokens.count == 1, mention.type == .person else { return mention }
    let word = text.clean.string(text.tokens[mention.tokens.start].range)
    guard let candidates = known[word],
      candidates.contains(where: { $0.words.count == 1 && $0.type == .organization }),
      !candidates.contains(where: { $0.type == .person })
    else { return mention }
    return self.mention(mention.tokens, .organization)
  }

  /// The name alone, where a word that only begins the sentence stands before it: `Chipmaker Lumenza said`.
  ///
  /// The rest must be a name elsewhere, and the whole must not.
  private func withoutDescription(_ mention: Mention) -> Mention? {
    let tokens = mention.tokens
    guard tokens.count > 1, mention.type == .organization || mention.type == .person,
      text.tokens[tokens.start].traits.contains(.sentenceStart),
      text.tokens[tokens.start].symbol.isKnown
    else { return nil }
    let first = text.clean.string(text.tokens[tokens.start].range)
    let second = text.clean.string(text.tokens[tokens.start + 1].range)
    let last = text.clean.string(text.tokens[tokens.last].range)
    guard (uses[first] ?? 0) <= 1, (uses[second] ?? 0) > 0 || (uses[last] ?? 0) > 0,
      descriptions.contains(where: { rules.contains(first, inList: $0) })
    else { return nil }
    return self.mention(TokenRange(tokens.start + 1, tokens.end), mention.type)
  }

  private func mention(_ tokens: TokenRange, _ type: MentionType) -> Mention {
    var words = ""
    for index in tokens.indices {
      let token = text.tokens[index]
      if index > tokens.start, token.start > text.tokens[index - 1].end { words += " " }
      words += text.clean.string(token.range)
    }
    return Mention(
      tokens: tokens,
      range: text.bytes(of: tokens),
      type: type,
      value: .name(words),
      rule: RuleIdentifier(file: "linking", name: "known-name")
    )
  }
}
