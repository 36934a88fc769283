import AverModel

/// Reads what a page says about itself.
///
/// What the input said outranks the page; nothing is given where nothing is certain enough.
struct MetadataReader {
  private let document: SourceDocument
  private let facts: PageFacts
  private let record: ArticleRecord

  init(document: SourceDocument, facts: PageFacts, data: StructuredData) {
    self.document = document
    self.facts = facts
    let titles =
      [facts.meta("og:title", "twitter:title"), facts.title.flatMap(facts.text(of:))]
      + facts.headings.prefix(5).map(facts.text(of:))
    record = ArticleRecord(
      data,
      decoded: facts.decoded,
      titles: titles.compactMap { $0?.value }
    )
  }

  func read() -> DocumentMetadata {
    var result = DocumentMetadata()
    result.site = site()
    result.title = document.title.map { .init(value: $0) } ?? title(site: result.site?.value)
    result.published = document.date.map { .init(value: $0) } ?? published().map(localized)
    result.author = author(site: result.site?.value)
    result.language = language()
    result.address = document.address.map { .init(value: $0) } ?? address()
    return result
  }

  // MARK: Site, language, address

  private func site() -> DocumentMetadata.Field? {
    facts.meta("og:site_name", "application-name") ?? record.publisher
      ?? record.field("name", ofType: ["WebSite"])
  }

  private func language() -> DocumentMetadata.Field? {
    let candidates = [
      facts.root.flatMap { facts.field(.language, at: $0) ?? facts.field(.xmlLanguage, at: $0) },
      facts.meta("content-language", "language", "og:locale"), record.field("inLanguage"),
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
      facts.canonical.flatMap { facts.field(.href, at: $0) }, facts.meta("og:url"),
      record.field("url"),
    ]
    for case let candidate? in candidates
    where candidate.value.hasPrefix("http://") || candidate.value.hasPrefix("https://") {
      return candidate
    }
    return nil
  }

  // MARK: Title

  private func title(site: String?) -> DocumentMetadata.Field? {
    let open = facts.meta("og:title", "twitter:title", "dc.title", "title")
    let page = facts.title.flatMap(facts.text(of:))
    let headline = record.field("headline")
    let named = [headline, open, page].compactMap { $0 }
    let siteWords = site.map(FoldedText.words) ?? []
    var best: (field: DocumentMetadata.Field, score: Double)?
    for heading in facts.headings {
      guard let field = facts.text(of: heading) else { continue }
      let words = FoldedText.words(field.value)
      guard !words.isEmpty, words != siteWords, words.count <= 60 else { continue }
      let score = named.map { agreement(words, FoldedText.words($0.value)) }.max() ?? 0.5
      if score >= 0.5, score > best?.score ?? 0 { best = (field, score) }
    }
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

  // MARK: Date

  private func published() -> DocumentMetadata.Field? {
    if let field = record.field("datePublished").flatMap(dated) { return field }
    let names = [
      "article:published_time", "og:published_time", "article:published", "datepublished",
      "date_published", "published_time", "publication_date", "publicationdate", "publish-date",
      "publishdate", "publish_date", "pubdate", "parsely-pub-date", "sailthru.date",
      "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
      "dcterms.date", "article.published", "article_date_original", "cxenseparse:recs:publishtime",
      "bt:pubdate", "date", "dcsext.articlefirstpublished", "originalpublicationdate", "lp.date",
    ]
    for name in names {
      if let field = facts.meta(name).flatMap(dated) { return field }
    }
    for node in facts.properties["datepublished"] ?? [] {
      for field in [facts.field(.content, at: node), facts.field(.datetime, at: node)] {
        if let field = field.flatMap(dated) { return field }
      }
      if let field = facts.text(of: node).flatMap(textDated) { return field }
    }
    if let field = record.field(
      "datePublished",
      ofType: ["WebPage", "Recipe", "VideoObject", "Product", "ItemPage", "AboutPage"]
    ).flatMap(dated) {
      return field
    }
    return firstTime() ?? labelledDate() ?? addressDate()
  }

  /// The date of the first element whose class names one, if the page has few of them.
  private func labelledDate() -> DocumentMetadata.Field? {
    var found: [DocumentMetadata.Field] = []
    for node in facts.dateLabels where !isInList(node) {
      if let field = facts.field(.title, at: node).flatMap(dated)
        ?? facts.text(of: node).flatMap(textDated)
      {
        found.append(field)
      }
    }
    return Set(found.map(\.value)).count <= 3 ? found.first : nil
  }

  /// A time in UTC on the day that the page's address gives, where the two are a day apart: the day
  /// of the outlet's own zone counts.
  private func localized(_ field: DocumentMetadata.Field) -> DocumentMetadata.Field {
    guard field.value.hasSuffix("Z"), let own = addressDate(),
      own.value != field.value.prefix(10), let first = CivilDate(own.value),
      let second = CivilDate(field.value), first.isNext(to: second)
    else { return field }
    return own
  }

  /// The first `time` that is not said to be of a change, a comment or a list.
  private func firstTime() -> DocumentMetadata.Field? {
    for node in facts.times {
      let property = facts.tree.value(of: .itemProperty, at: node)
      let classes = facts.tree.value(of: .classes, at: node) ?? []
      let label = (property ?? []) + [0x20] + classes
      let words = FoldedText.words(String(decoding: label.prefix(300), as: UTF8.self))
      if words.contains(where: { $0 == "updated" || $0.contains("modif") }) { continue }
      guard !isInList(node) else { continue }
      if let field = facts.field(.datetime, at: node).flatMap(dated) { return field }
      if let field = facts.text(of: node).flatMap(textDated) { return field }
    }
    return nil
  }

  private func isInList(_ node: Int) -> Bool {
    var current = node
    while current >= 0 {
      switch facts.tree.nodes[current].element {
      case .aside, .nav, .footer, .li: return true
      default: current = Int(facts.tree.nodes[current].parent)
      }
    }
    return false
  }

  private func addressDate() -> DocumentMetadata.Field? {
    if let address = document.address, let day = DateReader.day(inAddress: address) {
      return .init(value: day)
    }
    guard let address = address(), let day = DateReader.day(inAddress: address.value) else {
      return nil
    }
    return .init(value: day, source: address.source)
  }

  private func dated(_ field: DocumentMetadata.Field) -> DocumentMetadata.Field? {
    let value = DateReader.iso(field.value) ?? DateReader.day(inText: field.value)
    return value.map { .init(value: $0, source: field.source) }
  }

  private func textDated(_ field: DocumentMetadata.Field) -> DocumentMetadata.Field? {
    let language = language()?.value
    let isDayFirst = language.flatMap { $0 == "en" || $0 == "en-US" ? nil : true }
    return DateReader.day(inText: field.value, isDayFirst: isDayFirst)
      .map { .init(value: $0, source: field.source) }
  }

  // MARK: Author

  private func author(site: String?) -> DocumentMetadata.Field? {
    let fromRecord = AuthorNames.joined(record.authors, site: site)
    if let fromRecord { return fromRecord }
    let meta = facts.meta(
      "author",
      "article:author",
      "dc.creator",
      "dcterms.creator",
      "byl",
      "parsely-author",
      "sailthru.author"
    )
    if let field = meta.flatMap({ AuthorNames.joined([$0], site: site) }) { return field }
    let marked = (facts.properties["author"] ?? []).prefix(1).compactMap(facts.text(of:))
    if let field = AuthorNames.joined(marked, site: site) { return field }
    let linked = facts.authorLinks.prefix(1).compactMap(facts.text(of:))
    return AuthorNames.joined(linked, site: site)
  }
}

extension CivilDate {
  /// Whether the other day is the day before or after.
  fileprivate func isNext(to other: CivilDate) -> Bool {
    let (early, late) =
      (year, month, day) < (other.year, other.month, other.day)
      ? (self, other) : (other, self)
    if early.year == late.year, early.month == late.month { return late.day - early.day == 1 }
    let isLastDay = early.day == CivilDate.days(in: early.month, of: early.year)
    let isNextMonth = early.year * 12 + early.month + 1 == late.year * 12 + late.month
    return isLastDay && isNextMonth && late.day == 1
  }
}
