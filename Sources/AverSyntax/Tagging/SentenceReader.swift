package import AverModel

/// Reads the words of a sentence for the tagger.
package enum SentenceReader {
  /// Reads the words of a sentence, with two boundaries before and after it.
  package static func read(
    _ range: TokenRange,
    of text: TokenizedText,
    _ lexicon: TaggerLexicon,
    into features: inout [WordFeatures]
  ) {
    let tokens = text.tokens
    let bytes = text.clean.bytes.span
    features.removeAll(keepingCapacity: true)
    features.append(.boundary)
    features.append(.boundary)
    var wordCount = 0
    var capitalizedCount = 0
    var isFirst = true
    for index in range.indices {
      var word = WordFeatures(of: bytes, tokens[index].start, tokens[index].end)
      word.entry = lexicon.entry(of: word.hash)
      if word.shape.contains(.hasLetter) {
        if isFirst { word.shape.insert(.first) }
        isFirst = false
        // Short words keep their small letters in headlines.
        if tokens[index].end - tokens[index].start > 3 {
          wordCount += 1
          if word.shape.contains(.capitalized) { capitalizedCount += 1 }
        }
      }
      features.append(word)
    }
    if wordCount > 2, capitalizedCount * 4 > wordCount * 3 {
      for index in 2..<features.count { features[index].shape.insert(.inTitleCase) }
    }
    features.append(.boundary)
    features.append(.boundary)
  }
}
