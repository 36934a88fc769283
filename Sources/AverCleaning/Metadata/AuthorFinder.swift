import AverModel
import AverRules

/// Decides who wrote an article, by all that its page says: fewer names rather than wrong ones.
struct AuthorFinder {
  let facts: PageFacts
  let record: ArticleRecord
  let rules: CleaningRules
  let names: AuthorNames

  init(facts: PageFacts, record: ArticleRecord, rules: CleaningRules, site: String?) {
    self.facts = facts
    self.record = record
    self.rules = rules
    names = AuthorNames(rules: rules, site: site)
  }

  /// The authors' names joined by commas.
  func author() -> DocumentMetadata.Field? {
    let stated =
      names.joined(record.authors) ?? meta() ?? names.joined(cardLabel())
      ?? names.joined(marked())
    if let stated, !AuthorNames.isHandle(stated.value) { return stated }
    return shown() ?? stated ?? names.joined(record.people)
  }

  private func meta() -> DocumentMetadata.Field? {
    for name in rules.entries(of: .authorMeta) {
      let fields = facts.metas(named: name)
      if let field = names.joined(fields) { return field }
    }
    return nil
  }

  /// The name in the card that a page makes for messages: `twitter:label1` says what `twitter:data1` is.
  private func cardLabel() -> [DocumentMetadata.Field] {
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")]
    {
      guard let name = facts.meta([label]), let value = facts.meta([data]) else { continue }
      let words = FoldedText.words(name.value)
      if LineBeginning(words, rules).count(.byline) == words.count { return [value] }
    }
    return []
  }

  private func marked() -> [DocumentMetadata.Field] {
    for node in (facts.properties["author"] ?? []).prefix(6) {
      let inner = (facts.properties["name"] ?? []).first { facts.tree.contains(node, $0) }
      let shown = facts.text(of: inner ?? node, isSplit: true)
      let field = shown.map(names.firstPart(of:)) ?? facts.field(.content, at: inner ?? node)
      if let field { return [field] }
    }
    return []
  }

  // MARK: Shown

  /// The names that the page shows: in a byline, as a link to the author, under a class for it.
  private func shown() -> DocumentMetadata.Field? {
    let zone = facts.places.headZone.flatMap { $0.isEmpty ? nil : $0 }
    let labelled = facts.authorLabels + facts.authorLinks
    let near = labelled.filter { node in
      facts.exclusions[node] < .foreign && !facts.isOfAnother(node)
        && zone.map {
          facts.places.lines[$0.lowerBound].nodes.lowerBound <= Int(facts.tree.nodes[node].end)
            && node <= facts.places.lines[$0.upperBound - 1].nodes.upperBound
        } ?? false
    }
    for node in near.sorted() {
      if let field = facts.text(of: node, isSplit: true), let name = names.byline(field) {
        return name
      }
    }
    if let zone {
      for index in zone {
        let line = facts.places.lines[index]
        guard line.textCount <= 200, line.exclusion < .foreign,
          let name = byline(line)
        else { continue }
        return name
      }
    }
    for node in labelled.sorted().prefix(12)
    where facts.exclusions[node] < .foreign && !facts.isOfAnother(node) {
      if let field = facts.text(of: node, isSplit: true), let name = names.byline(field) {
        return name
      }
    }
    return nil
  }

  private func byline(_ line: TextBlock) -> DocumentMetadata.Field? {
    let value = FoldedText.value(
      of: line.firstBytes(400, of: facts.tree, text: facts.decoded.bytes)
    )
    guard let range = names.rangeBehindBy(value) else { return nil }
    return names.byline(.init(value: String(value[range]), source: facts.source(of: line)))
  }
}
