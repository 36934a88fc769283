extension RuleLibrary {
  /// The table of irregular verbs, as the rule files have it.
  package var irregularVerbs: [IrregularWord] { table("irregular-verbs.tsv") }

  /// The table of irregular nouns.
  package var irregularNouns: [IrregularWord] { table("irregular-nouns.tsv") }

  private func table(_ name: String) -> [IrregularWord] {
    let file = files.first { $0.path == name || $0.path.hasSuffix("/" + name) }
    return file.map { IrregularWord.words(inTable: String(decoding: $0.bytes, as: UTF8.self)) }
      ?? []
  }
}
