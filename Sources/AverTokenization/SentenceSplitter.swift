import AverModel

/// Finds where the sentences of one block end.
///
/// Where ASCII marks end sentences the verdict is Aver's own, from the tokens around the mark;
/// where marks of other scripts do, it is ICU's.
struct SentenceSplitter {
  let vocabulary: Vocabulary
  let text: [UInt8]
  let tokens: [Token]
  /// The tokens of the block.
  let block: Range<Int>
  /// Whether the block is a headline or subheading: an abbreviation there ends nothing.
  let isHeading: Bool
  /// The first bytes of sentences after marks of other scripts, in order.
  let foreignStarts: [Int]

  /// Finds the ends of the block's sentences.
  ///
  /// - Parameter candidates: The tokens after which one may end, in order.
  /// - Returns: The first token of each sentence but the first, and the block's end.
  func sentenceEnds(at candidates: [Int]) -> [Int] {
    var ends: [Int] = []
    var sentenceStart = block.lowerBound
    func close(at end: Int?) {
      guard let end, end < block.upperBound, end > sentenceStart else { return }
      ends.append(end)
      sentenceStart = end
    }
    if foreignStarts.isEmpty {
      for index in candidates where index >= sentenceStart {
        close(at: endOfSentence(at: index, sentenceStart: sentenceStart))
      }
    } else {
      var foreign = foreignStarts[...]
      for index in block where index >= sentenceStart {
        while let start = foreign.first, start <= tokens[index].start { foreign.removeFirst() }
        let end = endOfSentence(at: index, sentenceStart: sentenceStart)
        let isForeign =
          index + 1 < block.upperBound
          && foreign.first.map { $0 <= tokens[index + 1].start } ?? false
        close(at: end ?? (isForeign ? index + 1 : nil))
      }
    }
    ends.append(block.upperBound)
    return ends
  }

  /// What a mark says about the end of a sentence.
  private enum Mark {
    case stop
    case question
    case ellipsis
    case abbreviation
  }

  private func mark(_ index: Int) -> Mark? {
    let token = tokens[index]
    if token.traits.contains(.abbreviation) { return .abbreviation }
    guard token.traits.contains(.punctuation) else { return nil }
    switch text[token.start] {
    case UInt8(ascii: "."):
      return token.end - token.start == 1 && !isStop(index - 1) ? .stop : ellipsis(index)
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return .question
    case 0xE2 where isEllipsisSign(token): return ellipsis(index)
    default: return nil
    }
  }

  /// An ellipsis, unless brackets around it say that an editor left words out.
  private func ellipsis(_ index: Int) -> Mark? {
    let isBracketed = index > block.lowerBound && text[tokens[index].start - 1] == UInt8(ascii: "[")
    return isBracketed ? nil : .ellipsis
  }

  /// Whether a lone stop stands at an index, as in an ellipsis with spaces: `. . .`.
  private func isStop(_ index: Int) -> Bool {
    guard block.contains(index) else { return false }
    let token = tokens[index]
    return token.end - token.start == 1 && text[token.start] == UInt8(ascii: ".")
  }

  private func isEllipsisSign(_ token: Token) -> Bool {
    token.end - token.start == 3 && text[token.start] == 0xE2 && text[token.start + 1] == 0x80
      && text[token.start + 2] == 0xA6
  }

  /// The first token of the next sentence, if the sentence ends with the mark at `index`.
  private func endOfSentence(at index: Int, sentenceStart: Int) -> Int? {
    if beginsUnannounced(index + 1) || beginsUnmarked(index + 1, after: sentenceStart)
      || isNextItem(index + 1, after: sentenceStart)
      || sentenceStart == block.lowerBound && isDateline(before: index + 1)
    {
      return index + 1
    }
    guard let mark = mark(index) else { return nil }
    let next = indexAfterClosers(index + 1)
    guard next < block.upperBound else { return nil }
    let word = indexAfterOpeners(next)
    guard word < block.upperBound else { return nil }
    let isQuoteClosed = tokens[(index + 1)..<next].contains { $0.traits.contains(.quote) }
    if tokens[next].traits.contains(.glued) {
      return next == index + 1 && lacksSpace(index, after: mark) ? next : nil
    }
    switch mark {
    case .abbreviation:
      // `At 5 a.m. Mr. Roe left`: what is before is too short for a sentence.
      return index - sentenceStart >= 3 && endsAfterAbbreviation(index, before: word) ? next : nil
    case .stop:
      if isListMarker(sentenceStart, index) { return nil }
      if canBegin(word) || text[tokens[next].start] == UInt8(ascii: "(") { return next }
      return next == index + 1 && beginsByEllipsis(next) ? next : nil
    case .ellipsis:
      if (sentenceStart..<index).allSatisfy(isDots) { return nil }
      return canBegin(word) && tokens[word].traits.contains(.capitalized) && !isPronounI(word)
        ? next : nil
    case .question:
      guard canBegin(word) else { return nil }
      if isQuoteClosed, isReportNext(word) { return nil }
      // `Viva Acme! (1965)`: a work and its year.
      if next < word, tokens[word].traits.contains(.number) { return nil }
      if tokens[word].traits.contains(.abbreviation),
        classes(word).isDisjoint(with: .titleAbbreviation),
        tokens[word].end - tokens[word].start > 2
      {
        return nil
      }
      return next
    }
  }

  /// Skips brackets and quotation marks that close what the sentence opened.
  private func indexAfterClosers(_ start: Int) -> Int {
    var index = start
    while index < block.upperBound {
      if isCloser(index) {
        index += 1
      } else if let end = endOfFootnote(index) {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// The end of the reference to a footnote: `[12]`, or digits glued to the mark.
  private func endOfFootnote(_ index: Int) -> Int? {
    let token = tokens[index]
    if token.traits.isSuperset(of: [.number, .glued]) {
      return token.end - token.start <= 3 ? index + 1 : nil
    }
    guard text[token.start] == UInt8(ascii: "["), index + 2 < block.upperBound,
      tokens[index + 1].traits.contains(.number),
      tokens[index + 1].end - tokens[index + 1].start <= 3,
      text[tokens[index + 2].start] == UInt8(ascii: "]")
    else { return nil }
    return index + 3
  }

  private func isCloser(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.traits.contains(.punctuation) else { return false }
    switch text[token.start] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"),
      0xE2 where isOpeningCurl(token):
      if token.traits.contains(.glued) {
        return !isOpeningCurl(token) || index + 1 == block.upperBound
          || !tokens[index + 1].traits.contains(.glued)
      }
      // A straight mark with space on both sides closes; with space before it only, it opens.
      return index + 1 == block.upperBound || !tokens[index + 1].traits.contains(.glued)
    case 0xE2:
      // ’ ” and ›
      guard token.end - token.start == 3 else { return false }
      let last = text[token.start + 2]
      return text[token.start + 1] == 0x80 && (last == 0x99 || last == 0x9D || last == 0xBA)
    case 0xC2: return text[token.start + 1] == 0xBB  // »
    default: return false
    }
  }

  /// Whether a token is `“` or `‘`, which some type to close a quotation.
  private func isOpeningCurl(_ token: Token) -> Bool {
    guard token.end - token.start == 3, text[token.start + 1] == 0x80 else { return false }
    return text[token.start + 2] == 0x9C || text[token.start + 2] == 0x98
  }

  /// Skips brackets and quotation marks that open.
  private func indexAfterOpeners(_ start: Int) -> Int {
    var index = start
    while index < block.upperBound {
      let token = tokens[index]
      let byte = text[token.start]
      guard
        token.traits.contains(.quote) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
      else { break }
      index += 1
    }
    return index
  }

  /// Whether a sentence can begin with the token: it has no lower-case letter in front.
  private func canBegin(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.traits.contains(.punctuation) { return beginsByMark(index) }
    if token.traits.contains(.capitalized) || token.traits.contains(.mixedCase) { return true }
    if token.traits.contains(.lowerCase) {
      // `3rd` and `2010s` begin with their digits; scripts without case have no lower case.
      return !token.traits.contains(.letters)
        || text[token.start] >= 0xD7
    }
    return true
  }

  /// `[...] The rest`, `— Jane Roe` after a quotation.
  private func beginsByMark(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index + 1 < block.upperBound else { return false }
    if text[token.start - 1] == UInt8(ascii: "["), text[token.start] == UInt8(ascii: ".") {
      return true
    }
    let isDash =
      text[token.start] == UInt8(ascii: "-")
      || token.end - token.start == 3 && text[token.start] == 0xE2 && text[token.start + 1] == 0x80
        && (text[token.start + 2] == 0x93 || text[token.start + 2] == 0x94)
    let next = tokens[index + 1]
    return isDash && !token.traits.contains(.glued) && !next.traits.contains(.glued)
      && next.traits.contains(.capitalized)
  }

  /// `It ended. ... The rest`: words were left out at the start of a sentence.
  private func beginsByEllipsis(_ index: Int) -> Bool {
    guard tokens[index - 1].traits.contains(.glued) else { return false }
    var next = index
    while next < block.upperBound, isDots(next) { next += 1 }
    // A lone stop would be the last of the sentence before.
    guard next < block.upperBound, next > index + 1 || tokens[index].end - tokens[index].start > 1
    else { return false }
    return tokens[next].traits.contains(.capitalized) && !tokens[next].traits.contains(.glued)
  }

  /// Whether a token is a stop or an ellipsis.
  private func isDots(_ index: Int) -> Bool {
    let token = tokens[index]
    return text[token.start] == UInt8(ascii: ".") && token.traits.contains(.punctuation)
      || isEllipsisSign(token)
  }

  /// `Thursday, May 7, 2015 On Tuesday the`: a date opens the block and a sentence begins behind it.
  private func isDateline(before index: Int) -> Bool {
    var first = block.lowerBound
    if classes(first).contains(.weekday) { first += isComma(first + 1) ? 2 : 1 }
    guard index == first + 4, index < block.upperBound, classes(first).contains(.month),
      tokens[first + 1].traits.contains(.number), isComma(first + 2),
      tokens[first + 3].traits.contains(.number)
    else { return false }
    let next = tokens[index]
    return next.traits.contains(.capitalized) && !next.traits.contains(.glued)
      && !classes(index).isDisjoint(with: .opensSentences)
  }

  private func isComma(_ index: Int) -> Bool {
    index < block.upperBound && text[tokens[index].start] == UInt8(ascii: ",")
  }

  /// `end.The` `really?Yes`: the space after the mark is missing.
  private func lacksSpace(_ index: Int, after mark: Mark) -> Bool {
    guard index > block.lowerBound else { return false }
    switch mark {
    case .stop: break
    case .question where text[tokens[index].start] == UInt8(ascii: "?"): break
    default: return false
    }
    let before = tokens[index - 1]
    let after = tokens[index + 1]
    guard !before.traits.isDisjoint(with: [.letters, .number]), before.end - before.start > 2,
      characters(before.end - 1).isDisjoint(with: .upper)
    else { return false }
    return after.traits.isSuperset(of: [.capitalized, .letters])
      && !after.traits.contains(.allCapitals) && after.end - after.start > 1
  }

  private func characters(_ index: Int) -> CharacterTraits {
    text[index] >= 0x41 && text[index] <= 0x5A ? .upper : []
  }

  /// `• First item`, `Image: Jane Roe`: a sentence begins though no mark ended the one before.
  private func beginsUnannounced(_ index: Int) -> Bool {
    guard index < block.upperBound, !tokens[index].traits.contains(.glued) else { return false }
    let token = tokens[index]
    if isBullet(index) { return true }
    guard token.traits.contains(.capitalized), classes(index).contains(.creditWord),
      index + 1 < block.upperBound
    else { return false }
    return text[tokens[index + 1].start] == UInt8(ascii: ":")
  }

  /// `… 2. The next item` in a sentence that began with `1.`.
  private func isNextItem(_ index: Int, after sentenceStart: Int) -> Bool {
    guard index < block.upperBound, !tokens[index].traits.contains(.glued),
      tokens[index].end - tokens[index].start <= 2,
      let marker = ListMarker(at: index, of: tokens, in: text, before: block.upperBound),
      let first = ListMarker(at: sentenceStart, of: tokens, in: text, before: block.upperBound)
    else { return false }
    return first.isFollowed(by: marker)
  }

  /// Whether the token is one of `•`, `‣` and `⁃`.
  private func isBullet(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.end - token.start == 3, text[token.start] == 0xE2 else { return false }
    let second = text[token.start + 1]
    let third = text[token.start + 2]
    return second == 0x80 && (third == 0xA2 || third == 0xA3) || second == 0x81 && third == 0x83
  }

  /// `1.` or `b.` at the start of an item.
  private func isListMarker(_ sentenceStart: Int, _ index: Int) -> Bool {
    var start = sentenceStart
    while start < index, isBullet(start) { start += 1 }
    guard index == start + 1 else { return false }
    let token = tokens[start]
    if token.traits.contains(.number) { return token.end - token.start <= 3 }
    return token.traits.contains(.letters) && token.end - token.start == 1
  }

  private func isPronounI(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start == 1 && text[token.start] == UInt8(ascii: "I")
  }

  /// `asked Ms. Lee` or `Lee asked` after a quotation that ends with its own mark.
  private func isReportNext(_ index: Int) -> Bool {
    for candidate in index..<min(index + 4, block.upperBound) {
      if classes(candidate).contains(.reportingVerb) { return true }
      if !tokens[candidate].traits.contains(.capitalized) { return false }
    }
    return false
  }

  private func endsAfterAbbreviation(_ index: Int, before word: Int) -> Bool {
    if isHeading { return false }
    let abbreviation = classes(index)
    if abbreviation.contains(.titleAbbreviation) { return false }
    let next = tokens[word]
    guard next.traits.contains(.capitalized) else { return false }
    return isEtCetera(index) || !classes(word).isDisjoint(with: .opensSentences)
  }

  /// `etc.` closes a list, so that a capital after it begins a sentence.
  private func isEtCetera(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start == 4 && text[token.start + 1] == UInt8(ascii: "t")
      && text[token.start + 2] == UInt8(ascii: "c")
  }

  func classes(_ index: Int) -> WordClass {
    vocabulary.classes(of: tokens[index].symbol)
  }
}

extension WordClass {
  /// Words that begin sentences and, with a capital, hardly ever names.
  static let opensSentences: WordClass = [
    .sentenceOpener, .determiner, .pronoun, .preposition, .conjunction, .subordinator, .conditional,
  ]
}
