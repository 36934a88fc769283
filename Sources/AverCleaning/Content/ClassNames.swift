import AverRules

/// What the class or id of an element says about it.
struct ClassVerdict: OptionSet {
  let rawValue: UInt16
  /// A name that may stand for boilerplate, if the element is a line or more.
  static let suspicious = ClassVerdict(rawValue: 1)
  /// A name that stands for boilerplate.
  static let boilerplate = ClassVerdict(rawValue: 2)
  /// A name of what is not shown at once: a tooltip, a text for screen readers.
  static let concealed = ClassVerdict(rawValue: 4)
  /// A name for the text of an article.
  static let body = ClassVerdict(rawValue: 8)
  /// Besides, a name for what is never the frame of an article.
  static let foreign = ClassVerdict(rawValue: 16)
  /// A name for the date of publication.
  static let date = ClassVerdict(rawValue: 32)
  /// A name for the names of the authors.
  static let author = ClassVerdict(rawValue: 64)
  /// A name for an entry of a blog, whose other names say nothing of what it is.
  static let entry = ClassVerdict(rawValue: 128)
  /// A name for boilerplate that may be the head of the article.
  static let head = ClassVerdict(rawValue: 256)

  /// Whether an element of this kind is no part of the article.
  func excludes(_ element: ElementName) -> Bool {
    if element.isBlock { return !isDisjoint(with: [.suspicious, .boilerplate, .concealed]) }
    switch element {
    // Links and emphasis are words of a sentence, whatever their names.
    case .a, .b, .i, .em, .strong, .u, .mark, .abbr, .q, .cite, .code, .sup, .sub, .td, .th:
      return contains(.concealed)
    default: return !isDisjoint(with: [.boilerplate, .concealed])
    }
  }
}

/// Judges class and id attributes, each distinct value once.
struct ClassNames {
  /// No author writes more than this into one attribute; a page can.
  private static let longestValue = 1000

  private let rules: CleaningRules
  private var verdicts: [UInt64: ClassVerdict] = [:]

  init(_ rules: CleaningRules) { self.rules = rules }

  /// What an attribute's value says.
  mutating func verdict(of value: ArraySlice<UInt8>) -> ClassVerdict {
    var hash = WordHash()
    for byte in value { hash.add(byte) }
    if let known = verdicts[hash.value] { return known }
    var verdict: ClassVerdict = []
    for name in value.prefix(Self.longestValue).split(whereSeparator: ASCII.isSpace) {
      verdict.formUnion(self.verdict(ofName: name))
    }
    if verdict.contains(.entry) { verdict.formIntersection([.entry, .body]) }
    verdicts[hash.value] = verdict
    return verdict
  }

  private func verdict(ofName name: ArraySlice<UInt8>) -> ClassVerdict {
    // `md:hidden`: a rule for some screen, not a name.
    if name.contains(0x3A) { return [] }
    let name = ClassName(name, rules)
    if name.whole.contains(.bodyClass) { return .body }
    if name.whole.contains(.entryClass) { return .entry }
    var verdict = exclusion(of: name.words)
    if name.words.contains(where: { $0.alone.contains(.dateClass) }),
      !name.words.contains(where: { $0.alone.contains(.changeClass) })
    {
      verdict.insert(.date)
    }
    if name.words.contains(where: {
      $0.alone.contains(.authorClass) || $0.paired.contains(.authorClass)
    }),
      !name.words.contains(where: { $0.alone.contains(.authorFrame) })
    {
      verdict.insert(.author)
    }
    return verdict
  }

  /// Lists of words that take the meaning from the next one.
  private static let passing: CleaningLists = [
    CleaningLists(.negationClass), CleaningLists(.builderClass),
  ]

  private func exclusion(of words: [ClassName.Word]) -> ClassVerdict {
    guard let first = words.first, let last = words.last, !last.alone.contains(.frameClass),
      !first.alone.contains(.negationClass)
    else { return [] }
    for (index, word) in words.enumerated() {
      if index > 0, !words[index - 1].alone.isDisjoint(with: Self.passing) { continue }
      let lists = word.alone.union(word.paired)
      if lists.contains(.concealedClass) { return .concealed }
      if lists.contains(.foreignClass) { return [.boilerplate, .foreign] }
      if lists.contains(.boilerplateClass) {
        return lists.contains(.headClass) ? [.boilerplate, .head] : .boilerplate
      }
    }
    let end = words.dropFirst().lastIndex { !$0.alone.contains(.wrapperClass) } ?? 0
    guard words[end].alone.contains(.weakClass) else { return [] }
    return words[end].alone.contains(.headClass) ? [.suspicious, .head] : .suspicious
  }
}

/// A name split into its words: at `-`, `_`, other marks, digits and capitals.
struct ClassName {
  struct Word {
    /// The lists that have the word.
    let alone: CleaningLists
    /// The lists that have the word and the next one, written together.
    fileprivate(set) var paired: CleaningLists = []
  }

  private(set) var words: [Word] = []
  /// The lists that have all words, written together.
  let whole: CleaningLists

  init(_ name: ArraySlice<UInt8>, _ rules: CleaningRules) {
    var (word, pair, whole) = (WordHash(), WordHash(), WordHash())
    var count = 0
    var wasLower = false
    func finish(_ words: inout [Word]) {
      guard count > 0 else { return }
      if !words.isEmpty { words[words.count - 1].paired = rules.lists(of: pair.finished) }
      words.append(Word(alone: rules.lists(of: word.finished)))
      pair = word
      word = WordHash()
      count = 0
    }
    for byte in name {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLetter = ASCII.isLetter(byte) || byte >= 0x80
      if !isLetter || isUpper && wasLower { finish(&words) }
      if isLetter {
        let lower = ASCII.lowered(byte)
        word.add(lower)
        pair.add(lower)
        whole.add(lower)
        count += 1
      }
      wasLower = isLetter && !isUpper
    }
    finish(&words)
    self.whole = rules.lists(of: whole.finished)
  }
}
