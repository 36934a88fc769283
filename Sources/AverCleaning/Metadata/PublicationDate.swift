import AverModel
import AverRules

/// Decides when an article was published and last changed, by all that its page says.
///
/// What the page's data say counts before what is shown, but for the day: an outlet shows the day of its
/// own zone. Where nothing is said and nothing shown, the page's address and its scripts are asked.
struct PublicationDate {
  let document: SourceDocument
  let facts: PageFacts
  let record: ArticleRecord
  let rules: CleaningRules
  let language: String?
  /// The page's own address.
  let address: DocumentMetadata.Field?

  private var isDayFirst: Bool? {
    guard let language else { return nil }
    return language == "en" || language == "en-US" ? nil : true
  }

  /// The day or instant of publication.
  func published() -> DocumentMetadata.Field? {
    let dates = ShownDates(facts: facts, rules: rules, isDayFirst: isDayFirst)
    if isWiki {
      // Its text is as old as its last revision, whenever the page was begun.
      return modified() ?? dates.belowArticle().first?.field
    }
    let beside = dates.besideHeadline()
    let shown = beside.first { $0.meaning != .change }
    if let stated = stated() { return agreed(stated, beside.filter { $0.meaning != .change }) }
    if let shown, shown.weight >= 3 { return shown.field }
    if let field = firstTime() ?? addressDate() ?? shown?.field ?? labelled() { return field }
    // The day of a change alone says nothing about that of publication.
    return dates.belowArticle().first { $0.meaning == .publication }?.field ?? scriptDate()
  }

  private var isWiki: Bool {
    facts.meta(["generator"])?.value.lowercased().contains("wiki") ?? false
  }

  /// The day or instant of the last change.
  func modified() -> DocumentMetadata.Field? {
    record.field("dateModified").flatMap(dated)
      ?? facts.meta(rules.entries(of: .changeMeta)).flatMap(dated)
      ?? (facts.properties["datemodified"] ?? []).lazy.compactMap(property).first
      ?? record.field("dateModified", ofType: Self.pageTypes).flatMap(dated)
  }

  private static let pageTypes: Set<String> = [
    "WebPage", "Recipe", "VideoObject", "Product", "ItemPage", "AboutPage", "HowTo", "FAQPage",
  ]

  // MARK: Said

  private func stated() -> DocumentMetadata.Field? {
    record.field("datePublished").flatMap(dated) ?? metaDates().first
      ?? (facts.properties["datepublished"] ?? []).lazy.compactMap(property).first
      ?? record.field("datePublished", ofType: Self.pageTypes).flatMap(dated)
      ?? record.field("dateCreated").flatMap(dated)
      ?? (facts.properties["datecreated"] ?? []).lazy.compactMap(property).first
  }

  /// The days of publication in `meta` elements, the surest first.
  private func metaDates() -> [DocumentMetadata.Field] {
    rules.entries(of: .publicationMeta).flatMap { facts.metas(named: $0).compactMap(dated) }
  }

  private func property(_ node: Int) -> DocumentMetadata.Field? {
    facts.field(.content, at: node).flatMap(dated)
      ?? facts.field(.datetime, at: node).flatMap(dated)
      ?? facts.text(of: node).flatMap(textDated)
  }

  /// The stated instant, or what the page shows its readers in its place.
  ///
  /// Data keep the day of a first version or of an import, or that of another zone. Where the page shows
  /// another day as its own, and other data agree or its markup says that it is one of publication, that
  /// day counts.
  private func agreed(
    _ stated: DocumentMetadata.Field,
    _ shown: [ShownDates.Shown]
  ) -> DocumentMetadata.Field {
    guard let day = CivilDate(stated.value) else { return stated }
    let days = shown.compactMap { CivilDate($0.field.value) }
    if days.contains(day) { return stated }
    guard let own = shown.first, own.weight >= 2, let ownDay = CivilDate(own.field.value) else {
      return nextDay(of: stated, addressDate())
    }
    if ownDay.isNext(to: day) { return own.field }
    if let other = metaDates().first(where: { CivilDate($0.value) == ownDay }) { return other }
    let isSure = own.weight >= 5 || modified().flatMap { CivilDate($0.value) } == ownDay
    return isSure ? own.field : nextDay(of: stated, addressDate())
  }

  /// The day of a page's address where the stated instant is a day apart.
  private func nextDay(
    of stated: DocumentMetadata.Field,
    _ own: DocumentMetadata.Field?
  ) -> DocumentMetadata.Field {
    guard let own, let day = CivilDate(own.value), let other = CivilDate(stated.value),
      day.isNext(to: other)
    else { return stated }
    return own
  }

  // MARK: Shown

  /// The first `time` that is not said to be of a change, a comment or a list.
  private func firstTime() -> DocumentMetadata.Field? {
    for node in facts.times {
      let property = facts.tree.value(of: .itemProperty, at: node)
      let classes = facts.tree.value(of: .classes, at: node) ?? []
      let label = (property ?? []) + [0x20] + classes
      let words = FoldedText.words(String(decoding: label.prefix(300), as: UTF8.self))
      let isPublished = words.contains { $0 == "published" || $0 == "pubdate" }
      if !isPublished, words.contains(where: { $0 == "updated" || $0.contains("modif") }) {
        continue
      }
      guard !facts.isOfAnother(node) else { continue }
      if let field = facts.field(.datetime, at: node).flatMap(dated) { return field }
      if let field = facts.text(of: node).flatMap(textDated) { return field }
    }
    return nil
  }

  /// The date of the first element whose class names one, if the page has few of them.
  private func labelled() -> DocumentMetadata.Field? {
    var found: [DocumentMetadata.Field] = []
    for node in facts.dateLabels where !facts.isOfAnother(node) {
      let text = facts.text(of: node)
      if let text, LineBeginning(FoldedText.words(text.value), rules).count(.changeLabel) > 0 {
        continue
      }
      if let field = facts.field(.title, at: node).flatMap(dated) ?? text.flatMap(textDated) {
        found.append(field)
      }
    }
    return Set(found.map(\.value)).count <= 3 ? found.first : nil
  }

  // MARK: Last resorts

  private func addressDate() -> DocumentMetadata.Field? {
    if let address = document.address, let day = DateReader.day(inAddress: address) {
      return .init(value: day)
    }
    guard let address, let day = DateReader.day(inAddress: address.value) else { return nil }
    return .init(value: day, source: address.source)
  }

  /// The date that the page's scripts have under a key for it, if they have but one day.
  private func scriptDate() -> DocumentMetadata.Field? {
    var found: DocumentMetadata.Field?
    for value in ScriptValues(facts.decoded.bytes, scripts: facts.scripts)
      .values(of: rules.entries(of: .publicationKey))
    {
      let text = String(decoding: facts.decoded.bytes[value.indices], as: UTF8.self)
      guard let date = DateReader.iso(text) else { continue }
      if let found, found.value.prefix(10) != date.prefix(10) { return nil }
      if found == nil { found = .init(value: date, source: facts.decoded.source(of: value)) }
    }
    return found
  }

  // MARK: Values

  private func dated(_ field: DocumentMetadata.Field) -> DocumentMetadata.Field? {
    DateReader.iso(field.value).map { .init(value: $0, source: field.source) } ?? textDated(field)
  }

  private func textDated(_ field: DocumentMetadata.Field) -> DocumentMetadata.Field? {
    guard field.value.utf8.count <= 200 else { return nil }
    return WrittenDates(rules: rules, isDayFirst: isDayFirst).only(in: field.value)
      .map { .init(value: DateReader.format($0), source: field.source) }
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
