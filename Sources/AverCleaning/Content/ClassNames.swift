/// What the class or id of an element says about it.
struct ClassVerdict: OptionSet {
  let rawValue: UInt8
  /// It is boilerplate by name.
  static let boilerplate = ClassVerdict(rawValue: 1)
  /// It holds the text of an article by name.
  static let body = ClassVerdict(rawValue: 2)
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
    var words = words(of: name)
    if BoilerplateWords.bodies.contains(words.joined()) { return .body }
    if let last = words.last, BoilerplateWords.frames.contains(last) { return [] }
    if let first = words.first, BoilerplateWords.negations.contains(first) { return [] }
    for (index, word) in words.enumerated() where BoilerplateWords.strong.contains(word) {
      if index > 0, BoilerplateWords.negations.contains(words[index - 1]) { continue }
      return .boilerplate
    }
    while let last = words.last, words.count > 1, BoilerplateWords.wrappers.contains(last) {
      words.removeLast()
    }
    if let last = words.last, BoilerplateWords.weak.contains(last) { return .boilerplate }
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
