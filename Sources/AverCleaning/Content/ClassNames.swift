/// What the class or id of an element says about it.
struct ClassVerdict: OptionSet {
  let rawValue: UInt8
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
  private var verdicts: [ArraySlice<UInt8>: ClassVerdict] = [:]

  /// What an attribute's value says.
  mutating func verdict(of value: ArraySlice<UInt8>) -> ClassVerdict {
    if let known = verdicts[value] { return known }
    // No author writes more names than this; a page can.
    var verdict: ClassVerdict = []
    for name in value.prefix(1000).split(whereSeparator: ASCII.isSpace) {
      verdict.formUnion(Self.verdict(ofName: name))
    }
    verdicts[value] = verdict
    return verdict
  }

  private static func verdict(ofName name: ArraySlice<UInt8>) -> ClassVerdict {
    // `md:hidden`: a rule for some screen, not a name.
    if name.contains(0x3A) { return [] }
    var words = words(of: name)
    if BoilerplateWords.bodies.contains(words.joined()) { return .body }
    if let last = words.last, BoilerplateWords.frames.contains(last) { return [] }
    if let first = words.first, BoilerplateWords.negations.contains(first) { return [] }
    for (index, word) in words.enumerated() {
      if index > 0, BoilerplateWords.negations.contains(words[index - 1]) { continue }
      let pair = index + 1 < words.count ? word + words[index + 1] : word
      if BoilerplateWords.concealed.contains(word) || BoilerplateWords.concealed.contains(pair) {
        return .concealed
      }
      if BoilerplateWords.foreign.contains(word) || BoilerplateWords.foreign.contains(pair) {
        return [.boilerplate, .foreign]
      }
      if BoilerplateWords.strong.contains(word) || BoilerplateWords.strong.contains(pair) {
        return .boilerplate
      }
    }
    while let last = words.last, words.count > 1, BoilerplateWords.wrappers.contains(last) {
      words.removeLast()
    }
    if let last = words.last, BoilerplateWords.weak.contains(last) { return .suspicious }
    return []
  }

  /// The parts of a name in lower case: split at `-`, `_`, other marks and capitals; no digits.
  static func words(of name: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLetter = ASCII.isLetter(byte) || byte >= 0x80
      if !isLetter || isUpper && wasLower, !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
      if isLetter { word.append(ASCII.lowered(byte)) }
      wasLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
