import AverModel

extension TokenizedText {
  /// The words of a range with single spaces where the text has white space.
  func words(of range: TokenRange) -> String {
    var words = ""
    for index in range.indices {
      if index > range.start, tokens[index].start > tokens[index - 1].end { words += " " }
      words += clean.string(tokens[index].range)
    }
    return words
  }
}
