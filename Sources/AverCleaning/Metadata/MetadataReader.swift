import AverModel

/// Reads what a page says about itself.
///
/// What the input said outranks the page; nothing is given where nothing is certain enough.
struct MetadataReader {
  private let document: SourceDocument
  private var facts: PageFacts
  private let record: ArticleRecord
  private let rules: CleaningRules

  init(
    document: SourceDocument,
    facts: PageFacts,
    data: StructuredData,
    rules: CleaningRules
  ) {
    self.document = document
    self.facts = facts
    self.rules = rules
    let titles =
      [facts.meta(["og:title", "twitter:title"]), facts.title.flatMap(facts.text(of:))]
      + facts.headings.prefix(5).map(facts.text(of:))
    record = ArticleRecord(
      data,
      decoded: facts.decoded,
      titles: titles.compactMap { $0?.value }
    )
  }

  mutating func read() -> DocumentMetadata {
    var result = DocumentMetadata()
    result.site = site()
    let site = result.site?.value
    let title = self.title(site: site)
    result.title = document.title.map { .init(value: $0) } ?? title
    result.language = language()
    let address = self.address()
    result.address = document.address.map { .init(value: $0) } ?? address
    let dates = PublicationDate(
      document: document,
      facts: facts,
      record: record,
      rules: rules,
      language: result.language?.value,
      address: address
    )
    result.published =
      document.date.map { .init(value: $0) } ?? dates.published()
      ?? document.fetchDate.map { .init(value: $0) }
    result.modified = dates.modified()
    result.author = AuthorFinder(facts: facts, record: record, rules: rules, site: site).author()
    result.section = section()
    return result
  }

  /// The bytes of the article's text in the page's data.
  var recordedBody: ByteRange? { record.body }

  private func section() -> DocumentMetadata.Field? {
    facts.meta(["article:section", "og:article:section", "section", "sailthru.section"])
      ?? record.field("articleSection")
  }

  // MARK: Site, language, address

  private func site() -> DocumentMetadata.Field? {
    facts.meta(["og:site_name", "application-name"]) ?? record.publisher
      ?? record.field("name", ofType: ["WebSite"])
  }

  private func language() -> DocumentMetadata.Field? {
    let candidates = [
      facts.root.flatMap { facts.field(.language, at: $0) ?? facts.field(.xmlLanguage, at: $0) },
      facts.meta(["content-language", "language", "og:locale"]), record.field("inLanguage"),
    ]
    for case let candidate? in candidates {
      let parts = candidate.value.split { $0 == "_" || $0 == "-" }
      guard let first = parts.first, (2...3).contains(first.utf8.count),
        first.utf8.allSatisfy(ASCII.isLetter)
      else { continue }
      var tag = first.lowercased()
      if parts.count > 1, parts[1].utf8.count == 2 { tag += "-" + parts[1].uppercased() }
      return .init(value: tag, source: candidate.source)
    }
    return nil
  }

  private func address() -> DocumentMetadata.Field? {
    let candidates = [
      facts.canonical.flatMap { facts.field(.href, at: $0) }, facts.meta(["og:url"]),
      record.field("url"),
    ]
    for case let candidate? in candidates
    where candidate.value.hasPrefix("http://") || candidate.value.hasPrefix("https://") {
      return candidate
    }
    return nil
  }

  // MARK: Title

  private mutating func title(site: String?) -> DocumentMetadata.Field? {
    let open = facts.meta(["og:title", "twitter:title", "dc.title", "title"])
    let page = facts.title.flatMap(facts.text(of:))
    let headline = record.field("headline")
    let named = [headline, open, page].compactMap { $0 }
    let siteWords = site.map(FoldedText.words) ?? []
    var best: (field: DocumentMetadata.Field, node: Int, score: Double)?
    for heading in facts.headings {
      guard let field = facts.text(of: heading) else { continue }
      let words = FoldedText.words(field.value)
      guard !words.isEmpty, words != siteWords, words.count <= 60 else { continue }
      let score = named.map { agreement(words, FoldedText.words($0.value)) }.max() ?? 0.5
      if score >= 0.5, score > best?.score ?? 0 { best = (field, heading, score) }
    }
    facts.setHeadline(best?.node ?? facts.headings.first)
    if let best { return best.field }
    if let headline { return headline }
    guard let field = open ?? page else { return nil }
    return .init(
      value: TitleSeparation.headline(of: field.value, site: site, address: facts.siteName),
      source: field.source
    )
  }

  /// The share of the words of a heading that another title has too, for headings that are not a
  /// mere part of it.
  private func agreement(_ heading: [Substring], _ title: [Substring]) -> Double {
    guard !title.isEmpty else { return 0 }
    let known = Set(title)
    let shared = heading.filter(known.contains).count
    guard 3 * shared >= min(title.count, 9) else { return 0 }
    return Double(shared) / Double(heading.count)
  }
}
