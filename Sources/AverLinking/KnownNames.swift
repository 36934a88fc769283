import AverModel
import AverRules

/// The names of a document with the best evidence for each.
///
/// Evidence is the priority of the rule that read the name: a legal suffix or a title proves, a verb
/// suggests. Words are compared by their bytes; in a line of capitals only the letters count.
struct KnownNames {
  /// A name, or a short form that stands for it.
  struct Name {
    /// Where it stands first, without legal suffix and possessive.
    let tokens: TokenRange
    let type: MentionType
    /// The highest priority of the rules that read it so; less for a short form.
    var strength: Int
    /// How often it was read so.
    var count: Int
    /// Whether it is a short form that is derived.
    let isDerived: Bool
    /// Whether a list knows the short form as a word of something else: `Stone` of `Stone Pumps Inc`.
    var isCommon = false
  }

  private let text: TokenizedText
  private let rules: RuleSet
  private let placeLists: [Int]
  private let and: Symbol
  private let nameAfterAnd: Int?
  private var namesOfWord: [UInt64: [Name]] = [:]

  /// - Parameters:
  ///   - mentions: The mentions that the rules made.
  ///   - text: The text.
  ///   - rules: Legal suffixes, and lists whose words say nothing of one name.
  ///   - strengths: The priorities of the rules.
  init(
    _ mentions: [Mention],
    in text: TokenizedText,
    rules: RuleSet,
    strengths: [RuleIdentifier: Int]
  ) {
    self.text = text
    self.rules = rules
    and = rules.vocabulary.symbol(of: "and")
    nameAfterAnd = rules.list(named: StageLists.nameAfterAnd)
    placeLists = StageLists.placeWords.compactMap { rules.list(named: $0) }
    let suffixes = rules.legalSuffixes
    for mention in mentions where mention.type.isName {
      let tokens = Self.core(of: mention.tokens, in: text, suffixes)
      let first = text.tokens[tokens.start].traits
      // A line of capitals does not show how a name is written.
      guard !first.contains([.allCapitals, .inTitleCase]) else { continue }
      let isHeading = first.contains(.inTitleCase)
      let strength = (strengths[mention.rule] ?? 0) - (isHeading ? 2 : 0)
      add(Name(tokens: tokens, type: mention.type, strength: strength, count: 1, isDerived: false))
    }
    addShortForms()
    for word in namesOfWord.keys { namesOfWord[word]?.sort(by: Self.isBetter) }
  }

  /// The names that a text may use from a token on, longest first, then the surest.
  func names(at token: Int) -> [Name] {
    guard let candidates = namesOfWord[hash(of: token)] else { return [] }
    return candidates.filter { name in
      token + name.tokens.count <= text.tokens.count
        && name.tokens.indices.allSatisfy { known in
          isSame(token + known - name.tokens.start, known)
        }
    }
  }

  /// The words of a name that are its own: no legal suffix, no possessive.
  private static func core(
    of tokens: TokenRange,
    in text: TokenizedText,
    _ suffixes: Set<String>
  ) -> TokenRange {
    var end = tokens.end
    while end > tokens.start + 1 {
      let count = clutter(before: end, from: tokens.start + 1, in: text, suffixes)
      if count == 0 { break }
      end -= count
    }
    return TokenRange(tokens.start, end)
  }

  /// How many tokens before an end are a possessive, a comma or a legal suffix (`A/S` is three).
  private static func clutter(
    before end: Int,
    from start: Int,
    in text: TokenizedText,
    _ suffixes: Set<String>
  ) -> Int {
    let last = text.tokens[end - 1]
    if last.traits.contains(.possessive) { return 1 }
    for count in [3, 1] where end - count >= start {
      let bytes = text.bytes(of: TokenRange(end - count, end))
      let word = text.clean.string(bytes).lowercased().filter { $0 != "." }
      if word == "," || suffixes.contains(word) { return count }
    }
    return 0
  }

  private static func isBetter(_ left: Name, _ right: Name) -> Bool {
    if left.tokens.count != right.tokens.count { return left.tokens.count > right.tokens.count }
    if left.strength != right.strength { return left.strength > right.strength }
    if left.count != right.count { return left.count > right.count }
    return left.tokens.start < right.tokens.start
  }

  private mutating func add(_ name: Name) {
    let word = hash(of: name.tokens.start)
    let same = namesOfWord[word]?.firstIndex { other in
      other.type == name.type && other.tokens.count == name.tokens.count
        && zip(other.tokens.indices, name.tokens.indices).allSatisfy { isSame($0, $1) }
    }
    if let same {
      namesOfWord[word]?[same].count += name.count
      if let strength = namesOfWord[word]?[same].strength {
        namesOfWord[word]?[same].strength = max(strength, name.strength)
      }
    } else {
      namesOfWord[word, default: []].append(name)
    }
  }

  /// Adds surnames and first words of what is surely a person or an organization.
  private mutating func addShortForms() {
    let whole = namesOfWord.values.joined().sorted { $0.tokens.start < $1.tokens.start }
    for name in whole where name.tokens.count > 1 && isBestReading(name) && !isJoined(name) {
      let strength = min(name.strength, 3) - 1
      if name.type == .person {
        addShortForm(of: name, at: name.tokens.last, leastLength: 3, strength)
      } else if name.type == .organization {
        if !rules.isEntry(text.tokens[name.tokens.start].symbol) {
          addShortForm(of: name, at: name.tokens.start, leastLength: 4, strength)
        } else if name.tokens.count == 2, name.strength >= 3,
          !rules.isEntry(text.tokens[name.tokens.last].symbol)
        {
          // `Serrana` after `Grupo Serrana`, if nothing better is known of it.
          addShortForm(of: name, at: name.tokens.last, leastLength: 4, -3)
        } else if name.strength >= 5, !isPlaceWord(name.tokens.start) {
          addShortForm(of: name, at: name.tokens.start, leastLength: 4, -1, isCommon: true)
        }
      }
    }
  }

  private mutating func addShortForm(
    of name: Name,
    at word: Int,
    leastLength: Int,
    _ strength: Int,
    isCommon: Bool = false
  ) {
    let token = text.tokens[word]
    guard token.traits.contains(.capitalized), token.end - token.start >= leastLength else {
      return
    }
    let tokens = TokenRange(word, word + 1)
    add(
      Name(
        tokens: tokens,
        type: name.type,
        strength: strength,
        count: 0,
        isDerived: true,
        isCommon: isCommon
      )
    )
  }

  /// Whether a name has two parts, of which the first alone is another's: `Harker and Venn Inc`, `Venn's Pumps Inc`.
  private func isJoined(_ name: Name) -> Bool {
    guard name.type == .organization else { return false }
    return (name.tokens.start + 1..<name.tokens.last).contains { token in
      if text.tokens[token].traits.contains(.possessive) { return true }
      guard text.tokens[token].symbol == and, and.isKnown else { return false }
      return nameAfterAnd.map { !rules.contains(text.tokens[token + 1].symbol, inList: $0) } ?? true
    }
  }

  /// Whether a word tells where somebody is or comes from: `American`, `Chicago`.
  private func isPlaceWord(_ token: Int) -> Bool {
    placeLists.contains { rules.contains(text.tokens[token].symbol, inList: $0) }
  }

  private func isBestReading(_ name: Name) -> Bool {
    guard let rivals = namesOfWord[hash(of: name.tokens.start)] else { return true }
    return !rivals.contains { other in
      other.type != name.type && other.tokens.count == name.tokens.count
        && (other.strength, other.count) > (name.strength, name.count)
        && zip(other.tokens.indices, name.tokens.indices).allSatisfy { isSame($0, $1) }
    }
  }

  /// A digest of a word's bytes without the difference of ASCII capitals.
  private func hash(of token: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.tokens[token].range.indices {
      hash = (hash ^ UInt64(Self.folded(text.clean.bytes[index]))) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Whether a word of the text is a word of a known name.
  private func isSame(_ word: Int, _ known: Int) -> Bool {
    let (first, second) = (text.tokens[word], text.tokens[known])
    guard first.end - first.start == second.end - second.start else { return false }
    let isShouted = first.traits.contains([.allCapitals, .inTitleCase])
    for offset in 0..<(first.end - first.start) {
      let (left, right) = (
        text.clean.bytes[first.start + offset], text.clean.bytes[second.start + offset]
      )
      guard left == right || (isShouted && Self.folded(left) == Self.folded(right)) else {
        return false
      }
    }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }
}
