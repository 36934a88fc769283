package import AverModel

/// Writes the words, tags, lemmas, groups and clauses of a text for people, aligned under the words.
///
/// Each sentence is a table of rows whose columns are its tokens, broken where a terminal ends, and
/// below it one line for each group and clause with its features. Groups are named by kind and
/// number in the sentence: `n1`, `v1`, `c1`.
package struct AnalysisText {
  private let text: AnalyzedText
  private let lemmas: [String]

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - lemmas: One lemma a token.
  package init(_ text: AnalyzedText, lemmas: [String]) {
    self.text = text
    self.lemmas = lemmas
  }

  /// Sentences, parted by empty lines.
  ///
  /// - Parameter sentences: Their indices; nil for all.
  /// - Returns: The lines, without their ends.
  package func lines(of sentences: [Int]? = nil) -> [String] {
    var lines: [String] = []
    for index in sentences ?? Array(text.tokenized.sentences.indices) {
      let sentence = text.tokenized.sentences[index]
      if !lines.isEmpty { lines.append("") }
      let analysis = SentenceView(text, sentence.tokens)
      lines += AlignedRows(rows: rows(of: analysis), columns: columns(analysis)).lines()
      let features = FeatureLines(analysis).lines()
      if !features.isEmpty { lines += [""] + features }
    }
    return lines
  }

  private func columns(_ analysis: SentenceView) -> [[String]] {
    analysis.range.indices.map { token in
      [analysis.word(token), text.tags[token].universalTag, VisibleText.escaped(lemmas[token])]
    }
  }

  private func rows(of analysis: SentenceView) -> [AlignedRows.Row] {
    var rows: [AlignedRows.Row] = [.cells("words"), .cells("tags"), .cells("lemmas")]
    let nouns = analysis.nouns.map { (analysis.name(noun: $0), text.nounGroups[$0].tokens) }
    let verbs = analysis.verbs.map { (analysis.name(verb: $0), text.verbGroups[$0].tokens) }
    let clauses = analysis.clauses.map { (analysis.name(clause: $0), text.clauses[$0].tokens) }
    for (title, spans) in [("nouns", nouns), ("verbs", verbs), ("clauses", clauses)] {
      for (number, layer) in layers(of: spans, from: analysis.range.start).enumerated() {
        rows.append(.spans(number == 0 ? title : "", layer))
      }
    }
    return rows
  }

  /// Spreads spans over as few rows as keep those that overlap apart.
  private func layers(
    of spans: [(String, TokenRange)],
    from start: Int
  ) -> [[AlignedRows.Span]] {
    var layers: [[AlignedRows.Span]] = []
    for (label, range) in spans {
      let span = AlignedRows.Span(
        label: label,
        columns: (range.start - start)..<(range.end - start)
      )
      let free = layers.firstIndex { ($0.last?.columns.upperBound ?? 0) <= span.columns.lowerBound }
      if let free { layers[free].append(span) } else { layers.append([span]) }
    }
    return layers
  }
}
