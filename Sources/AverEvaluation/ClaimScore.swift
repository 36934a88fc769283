package import AverModel

/// Precision, recall and F1 of extraction over gold documents, with the blame for every error.
package struct ClaimScore: Sendable {
  /// An extracted claim that gold does not have.
  package struct Unfounded: Hashable, Sendable {
    /// The document.
    package let document: String
    /// The rule that made the claim.
    package let rule: RuleIdentifier
    /// The claim in one line.
    package let summary: String
    /// The cited words.
    package let quote: String
  }

  /// A gold claim that was not extracted.
  package struct Missed: Hashable, Sendable {
    /// The document.
    package let document: String
    /// The claim in one line.
    package let summary: String
    /// The first gold quote.
    package let quote: String
    /// The attempt that came nearest; nil if no rule of the type comes near.
    package let nearMiss: NearMiss?
  }

  /// What an extractor makes of a document.
  package struct Reading: Sendable {
    /// The article.
    package let text: CleanText
    /// Its claims.
    package let claims: [Claim]
    /// Finds the nearest miss of claim types at some words; always nil where nobody looks for it.
    package let nearestMiss: @Sendable (_ types: [String], _ ranges: [ByteRange]) -> NearMiss?

    /// Creates a reading.
    package init(
      text: CleanText,
      claims: [Claim],
      nearestMiss: @escaping @Sendable ([String], [ByteRange]) -> NearMiss? = { _, _ in nil }
    ) {
      self.text = text
      self.claims = claims
      self.nearestMiss = nearestMiss
    }
  }

  /// A claim that was extracted with a slot that is not as in gold.
  package struct Inexact: Hashable, Sendable {
    /// The document.
    package let document: String
    /// The rule that made the claim.
    package let rule: RuleIdentifier
    /// The gold claim in one line.
    package let gold: String
    /// The extracted claim in one line.
    package let summary: String
    /// The slots that are not alike.
    package let wrongSlots: [String]
    /// Whether it still is a full match: only slots that do not count for one are wrong.
    package let isFull: Bool
  }

  /// A document that could not be scored, or whose gold does not fit its text.
  package struct Problem: Hashable, Sendable {
    /// The document.
    package let document: String
    /// What is wrong, in one line.
    package let message: String
    /// Whether the score must not be trusted.
    package let isError: Bool
  }

  /// Type and core roles agree.
  package private(set) var core = ConfusionCounts()
  /// Amount, bound, date, status and polarity agree as well.
  package private(set) var full = ConfusionCounts()
  /// Core counts by claim type.
  package private(set) var coreByType: [String: ConfusionCounts] = [:]
  /// Full counts by claim type.
  package private(set) var fullByType: [String: ConfusionCounts] = [:]
  /// Counts by slot, within core matches.
  package private(set) var slots: [String: ConfusionCounts] = [:]
  /// Core counts by rule, without false negatives: a miss has no rule.
  package private(set) var byRule: [String: ConfusionCounts] = [:]
  /// In how many core matches the cited words overlap those of gold.
  package private(set) var evidenceOverlaps = 0
  /// Counts by document, in document order.
  package private(set) var documentCounts: [(core: ConfusionCounts, full: ConfusionCounts)] = []
  /// The number of documents.
  package var documentCount: Int { documentCounts.count }
  /// Extracted claims that gold does not have, in document order.
  package private(set) var unfounded: [Unfounded] = []
  /// Gold claims that were not extracted, in document order.
  package private(set) var missed: [Missed] = []
  /// Core matches with a wrong slot, in document order.
  package private(set) var inexact: [Inexact] = []
  /// What went wrong on the way.
  package private(set) var problems: [Problem] = []

  /// Creates a score of nothing.
  package init() {}

  /// Scores documents with what an extractor makes of them.
  ///
  /// - Parameters:
  ///   - documents: Articles with gold claims.
  ///   - extract: The pipeline. A document on which it throws counts as one without claims.
  package init(
    documents: [GoldDocument],
    extract: (SourceDocument) throws -> Reading
  ) {
    for document in documents {
      do {
        add(document, try extract(document.article))
      } catch {
        problems.append(
          Problem(document: document.identifier, message: "\(error)", isError: true)
        )
        addMatches(document, search: nil, nil)
      }
    }
  }

  /// Adds one document.
  package mutating func add(_ document: GoldDocument, _ reading: Reading) {
    let text = reading.text
    for quote in document.unfoundQuotes {
      problems.append(
        Problem(
          document: document.identifier,
          message: "the article does not have the gold quote '\(quote)'; quote it word by word",
          isError: true
        )
      )
    }
    let search = QuoteSearch(bytes: text.bytes)
    let lost = document.claims.count { claim in
      claim.quotes.contains { search.range(of: $0) == nil }
    }
    if lost > 0 {
      problems.append(
        Problem(
          document: document.identifier,
          message: "the clean text lacks the words of \(lost) gold claims",
          isError: false
        )
      )
    }
    if let date = document.date, ReferenceDate(metadata: text.metadata).day != CivilDate(date) {
      problems.append(
        Problem(
          document: document.identifier,
          message: "dated \(text.metadata.published?.value ?? "nowhere"), in gold \(date)",
          isError: false
        )
      )
    }
    addMatches(document, search: search, reading)
  }

  private mutating func addMatches(
    _ document: GoldDocument,
    search: QuoteSearch?,
    _ reading: Reading?
  ) {
    let text = reading?.text
    let goldTypes = Set(document.claims.flatMap { [$0.type] + $0.acceptedTypes })
    // A further type is the rule author's own business, unless gold has it.
    let scored = (reading?.claims ?? []).filter {
      ClaimComparison.isBuiltIn(type: $0.type) || goldTypes.contains($0.type)
    }
    let gold = document.claims.map { ComparableClaim($0, in: search) }
    let found = text.map { text in scored.map { ComparableClaim($0, in: text) } } ?? []
    let matching = ClaimMatching(gold: gold, claims: found)
    let before = (core: core, full: full)
    defer { documentCounts.append((core - before.core, full - before.full)) }
    for pair in matching.pairs {
      let claim = scored[pair.claim]
      count(pair, type: gold[pair.gold].type, rule: claim.rule)
      guard !pair.wrongSlots.isEmpty else { continue }
      inexact.append(
        Inexact(
          document: document.identifier,
          rule: claim.rule,
          gold: gold[pair.gold].summary,
          summary: found[pair.claim].summary,
          wrongSlots: pair.wrongSlots,
          isFull: pair.isFull
        )
      )
    }
    for index in matching.missed {
      let one = ConfusionCounts(falseNegatives: 1)
      core += one
      full += one
      coreByType[gold[index].type, default: ConfusionCounts()] += one
      fullByType[gold[index].type, default: ConfusionCounts()] += one
      missed.append(
        Missed(
          document: document.identifier,
          summary: gold[index].summary,
          quote: document.claims[index].quotes[0],
          nearMiss: reading?.nearestMiss(
            [gold[index].type] + gold[index].acceptedTypes,
            gold[index].evidence
          )
        )
      )
    }
    for index in matching.unfounded {
      let one = ConfusionCounts(falsePositives: 1)
      core += one
      full += one
      coreByType[scored[index].type, default: ConfusionCounts()] += one
      fullByType[scored[index].type, default: ConfusionCounts()] += one
      byRule[scored[index].rule.description, default: ConfusionCounts()] += one
      unfounded.append(
        Unfounded(
          document: document.identifier,
          rule: scored[index].rule,
          summary: found[index].summary,
          quote: scored[index].evidence.compactMap { text?.string($0) }.joined(separator: " … ")
        )
      )
    }
  }

  private mutating func count(_ pair: ClaimMatching.Pair, type: String, rule: RuleIdentifier) {
    let right = ConfusionCounts(truePositives: 1)
    let fullCount = pair.isFull ? right : ConfusionCounts(falsePositives: 1, falseNegatives: 1)
    core += right
    full += fullCount
    coreByType[type, default: ConfusionCounts()] += right
    fullByType[type, default: ConfusionCounts()] += fullCount
    byRule[rule.description, default: ConfusionCounts()] += right
    evidenceOverlaps += pair.overlapsEvidence ? 1 : 0
    for (slot, agreement) in pair.slots {
      slots[slot, default: ConfusionCounts()] += ConfusionCounts(
        truePositives: agreement.isEqual ? 1 : 0,
        falsePositives: agreement.isExtracted && !agreement.isEqual ? 1 : 0,
        falseNegatives: agreement.isInGold && !agreement.isEqual ? 1 : 0
      )
    }
  }
}
