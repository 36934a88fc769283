import AverModel
import AverRules

/// Carries names through a document: who is named once in a clear place is known in all others.
///
/// A later `Symantec` is the `Symantec Corp` of the first sentence, a bare `Lindqvist` the `Tova Lindqvist`
/// before it, `Orvel Marine` one name because `Orvel Marine A/S` is; weaker readings give way.
struct DocumentNames {
  private let text: TokenizedText
  private let strengths: [RuleIdentifier: Int]
  private let names: KnownNames
  private let rules: RuleSet
  /// The lists of words such as `chipmaker` and `chairman` that describe whose name follows.
  private let descriptions: [Int]
  private let and: Symbol
  private let nameAfterAnd: Int?
  /// The verbs of saying, which follow names and no other words.
  private let sayingVerbs: Int?
  /// How many names begin with a word.
  private var uses: [String: Int] = [:]

  /// - Parameters:
  ///   - mentions: The mentions that the rules made, in text order.
  ///   - text: The text.
  ///   - rules: Legal suffixes, which do not tell names apart, and lists of descriptions.
  ///   - strengths: The priorities of the rules.
  init(
    _ mentions: [Mention],
    in text: TokenizedText,
    _ rules: RuleSet,
    strengths: [RuleIdentifier: Int]
  ) {
    self.text = text
    self.rules = rules
    self.strengths = strengths
    descriptions = [StageLists.companyNoun, StageLists.personNoun].compactMap {
      rules.list(named: $0)
    }
    and = rules.vocabulary.symbol(of: "and")
    nameAfterAnd = rules.list(named: StageLists.nameAfterAnd)
    sayingVerbs = rules.list(named: StageLists.sayingVerb)
    names = KnownNames(mentions, in: text, rules: rules, strengths: strengths)
    for mention in mentions where mention.type == .organization || mention.type == .person {
      uses[text.clean.string(text.tokens[mention.tokens.start].range), default: 0] += 1
    }
  }

  /// The priorities of all rules, by which names are weighed.
  static func strengths(of rules: RuleSet) -> [RuleIdentifier: Int] {
    var result: [RuleIdentifier: Int] = [:]
    for rule in rules.entityRules { result[rule.identifier] = rule.priority }
    return result
  }

  /// The mentions, corrected, with those added that the known names explain.
  func completed(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    result.reserveCapacity(mentions.count + mentions.count / 4)
    var next = 0
    var token = 0
    while token < text.tokens.count {
      while next < mentions.count, mentions[next].tokens.end <= token { next += 1 }
      let here = next < mentions.count && mentions[next].tokens.start <= token
      if !here || mentions[next].tokens.start == token,
        let (range, type) = knownName(at: token, mentions, next)
      {
        result.append(mention(range, type))
        token = range.end
        while next < mentions.count, mentions[next].tokens.start < token { next += 1 }
      } else if here, isMisread(mentions[next]) {
        next += 1
      } else if here, let (first, second) = parted(mentions[next]) {
        result += [first, second]
        token = mentions[next].tokens.end
        next += 1
      } else if here {
        result.append(unmasked(mentions[next]))
        token = mentions[next].tokens.end
        next += 1
      } else {
        token += 1
      }
    }
    return result
  }

  /// The known name that begins at a token and outweighs the mentions there.
  private func knownName(
    at token: Int,
    _ mentions: [Mention],
    _ next: Int
  ) -> (TokenRange, MentionType)? {
    guard isNameWord(token) else { return nil }
    for name in names.names(at: token) {
      let range = TokenRange(token, token + name.tokens.count)
      var overlapped = next
      var isBetter = true
      while overlapped < mentions.count, mentions[overlapped].tokens.start < range.end {
        let mention = mentions[overlapped]
        if mention.tokens == range, mention.type == name.type { return nil }
        isBetter = isBetter && outweighs(name, range, mention)
        overlapped += 1
      }
      guard isBetter else { continue }
      let isFree = overlapped == next
      if isFree, isUnsure(name) || continuesName(range.end, mentions, overlapped) { continue }
      if name.isCommon, isWord(range) { continue }
      return (range, name.type)
    }
    return nil
  }

  /// Whether a known name at a range takes the place of a mention there.
  private func outweighs(_ name: KnownNames.Name, _ range: TokenRange, _ mention: Mention) -> Bool {
    guard isNamed(mention) else { return false }
    let strength = strength(of: mention)
    if mention.tokens == range { return isSurer(name, mention, strength) }
    if range.contains(mention.tokens) { return name.strength >= max(strength, 1) }
    // A mention that begins inside the name and runs beyond it.
    return range.start < mention.tokens.start && strength <= 0 && name.strength >= 3
  }

  /// Whether a known name's type is surer than that of a mention of the same words.
  private func isSurer(_ name: KnownNames.Name, _ mention: Mention, _ strength: Int) -> Bool {
    // `Birmingham said` after `Walter Birmingham`, but not `in Birmingham`.
    if mention.type == .place, name.type == .person, name.isDerived {
      return name.strength >= 2 && !isLocated(mention.tokens.start)
    }
    // What a list or a title says yields only to a legal suffix: `Belgium beat Sweden` makes no company.
    if mention.isListed || strength > 3 || (strength == 3 && name.strength < 5) { return false }
    if name.strength > 0 { return name.strength > strength }
    // Between guesses the more frequent wins.
    let own = names.names(at: mention.tokens.start).first { other in
      other.type == mention.type && other.tokens.count == name.tokens.count
    }
    return (name.count, name.strength) > (own?.count ?? 0, strength)
  }

  /// Whether a guess about a heading hides a name that the text knows.
  private func isMisread(_ mention: Mention) -> Bool {
    guard isNamed(mention), mention.tokens.count > 1,
      text.tokens[mention.tokens.start].traits.contains(.inTitleCase)
    else { return false }
    return (mention.tokens.start + 1..<mention.tokens.end).contains { token in
      isNameWord(token)
        && names.names(at: token).contains { name in
          !name.tokens.overlaps(mention.tokens) && name.strength > strength(of: mention) + 2
        }
    }
  }

  /// The two that a name with `and` or a possessive stands for, if the first is a name of its own elsewhere:
  /// `Harker and Venn Inc` in a text about Harker Ltd.
  private func parted(_ mention: Mention) -> (Mention, Mention)? {
    guard mention.type == .organization, !mention.isListed, and.isKnown,
      let middle = mention.tokens.indices.first(where: {
        text.tokens[$0].symbol == and || text.tokens[$0].traits.contains(.possessive)
      }),
      middle > mention.tokens.start, middle + 1 < mention.tokens.last,
      endsInSuffix(mention.tokens),
      nameAfterAnd.map({ !rules.contains(text.tokens[middle + 1].symbol, inList: $0) }) ?? true
    else { return nil }
    let first = TokenRange(mention.tokens.start, middle)
    let other = names.names(at: first.start).first { name in
      name.tokens.count == first.count && !name.tokens.overlaps(mention.tokens)
    }
    guard let other else { return nil }
    return (
      self.mention(first, other.type),
      self.mention(TokenRange(middle + 1, mention.tokens.end), .organization)
    )
  }

  private func endsInSuffix(_ tokens: TokenRange) -> Bool {
    var last = tokens.last
    if text.tokens[last].traits.contains(.possessive) { last -= 1 }
    let word = text.clean.string(text.tokens[last].range).lowercased().filter { $0 != "." }
    return rules.legalSuffixes.contains(word)
  }

  /// A guess that a person is meant, although the first word is the name of an organization.
  private func unmasked(_ mention: Mention) -> Mention {
    if let bare = withoutDescription(mention) { return bare }
    guard mention.type == .person, mention.tokens.count > 1, strength(of: mention) <= -3,
      let name = names.names(at: mention.tokens.start).first(where: { $0.tokens.count == 1 }),
      name.type == .organization, name.strength > 0
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

  private func strength(of mention: Mention) -> Int {
    let isHeading = text.tokens[mention.tokens.start].traits.contains(.inTitleCase)
    return (strengths[mention.rule] ?? 0) - (isHeading ? 2 : 0)
  }

  /// Whether a preposition of place stands before a token.
  private func isLocated(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    let before = text.clean.string(text.tokens[token - 1].range)
    return ["in", "at", "near", "from", "to", "outside", "around", "across"].contains(before)
  }

  private func isNamed(_ mention: Mention) -> Bool {
    if mention.type.isName { return true }
    guard case .name? = mention.value else { return mention.value == nil }
    return true
  }

  /// Whether a single guess is all that speaks for a person or place.
  private func isUnsure(_ name: KnownNames.Name) -> Bool {
    name.strength < 0 && name.count == 1 && !name.isDerived && name.type != .organization
  }

  /// Whether a short form may be no name but a word here: behind an article, or where a sentence begins.
  private func isWord(_ range: TokenRange) -> Bool {
    let traits = text.tokens[range.start].traits
    if traits.contains(.inTitleCase) { return true }
    if traits.contains(.sentenceStart) {
      guard range.end < text.tokens.count else { return true }
      let next = text.tokens[range.end]
      return !next.traits.contains(.possessive)
        && sayingVerbs.map { !rules.contains(next.symbol, inList: $0) } ?? true
    }
    guard range.start > 0 else { return false }
    return rules.vocabulary.classes(of: text.tokens[range.start - 1].symbol).contains(.determiner)
  }

  private func isNameWord(_ token: Int) -> Bool {
    let traits = text.tokens[token].traits
    if traits.contains(.glued), token > 0, isHyphen(token - 1) { return false }
    return traits.contains(.capitalized) || traits.contains(.mixedCase)
  }

  /// Whether a capitalized word follows at once, so that the name is part of a longer, unknown one.
  private func continuesName(_ token: Int, _ mentions: [Mention], _ next: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    if next < mentions.count, mentions[next].tokens.start == token { return false }
    let traits = text.tokens[token].traits
    if traits.contains(.glued), isHyphen(token), token + 1 < text.tokens.count {
      let following = text.tokens[token + 1].traits
      return following.contains(.glued) && following.contains(.capitalized)
    }
    return traits.contains(.capitalized) && !traits.contains(.inTitleCase)
      && !traits.contains(.sentenceStart)
  }

  private func isHyphen(_ token: Int) -> Bool {
    text.clean.bytes[text.tokens[token].start] == 0x2D
  }

  private func mention(_ tokens: TokenRange, _ type: MentionType) -> Mention {
    Mention(
      tokens: tokens,
      range: text.bytes(of: tokens),
      type: type,
      value: .name(text.words(of: tokens)),
      rule: RuleIdentifier(file: "linking", name: "known-name")
    )
  }
}

extension Mention {
  /// Whether a list with identifiers knows the name.
  fileprivate var isListed: Bool { !identifiers.isEmpty }
}
