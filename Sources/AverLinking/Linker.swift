package import AverModel
package import AverRules

/// Joins names to entities and reads sentences as relations.
package struct Linker: Sendable {
  private let rules: RuleSet
  private let includesAttributions: Bool
  private let nameStrengths: [RuleIdentifier: Int]
  private let patterns: RelationPatterns

  /// - Parameters:
  ///   - rules: The rules.
  ///   - includesAttributions: Whether attributions are relations of their own too, as rule tests need
  ///     them.
  package init(rules: RuleSet, includesAttributions: Bool = false) {
    self.rules = rules
    self.includesAttributions = includesAttributions
    nameStrengths = DocumentNames.strengths(of: rules)
    patterns = RelationPatterns(rules: rules)
  }

  /// Links a document.
  ///
  /// - Parameters:
  ///   - text: The text with its groups.
  ///   - mentions: What the entity rules found, in text order.
  /// - Returns: The document with entities, references and relations.
  package func link(_ text: AnalyzedText, mentions: [Mention]) -> LinkedDocument {
    let prepared = prepare(text, mentions: mentions)
    return document(
      prepared,
      relations: relations(in: prepared.sentences, builder(prepared), prepared.entities)
    )
  }

  /// Links a document and says of every frame whose trigger stands in it what came of it.
  ///
  /// - Parameters:
  ///   - text: The text with its groups.
  ///   - mentions: What the entity rules found, in text order.
  /// - Returns: The document, and the attempts in text order.
  package func explain(
    _ text: AnalyzedText,
    mentions: [Mention]
  ) -> (document: LinkedDocument, attempts: [FrameAttempt]) {
    let prepared = prepare(text, mentions: mentions)
    let relations = relations(in: prepared.sentences, builder(prepared), prepared.entities)
    let explainer = FrameExplainer(rules: rules, builder: builder(prepared))
    var input = SentenceInput(text: text, rules: rules)
    var machine = PatternMachine(rules: rules)
    var attempts: [FrameAttempt] = []
    for sentence in prepared.sentences {
      load(sentence, &input)
      attempts += explainer.attempts(in: sentence, input, &machine)
    }
    return (document(prepared, relations: relations), attempts)
  }

  /// What the frames of each relation cost in a document, by relation.
  ///
  /// Each frame is read twice, as explanations read it: costs compare relations with each other.
  package func frameCosts(of text: AnalyzedText, mentions: [Mention]) -> [FrameCost] {
    let prepared = prepare(text, mentions: mentions)
    let explainer = FrameExplainer(rules: rules, builder: builder(prepared))
    var costs = Array(repeating: FrameCost(), count: rules.relations.count)
    for sentence in prepared.sentences { explainer.addCosts(of: sentence, to: &costs) }
    return costs
  }

  /// A document before its sentences are read as relations.
  private struct Prepared {
    let text: AnalyzedText
    let mentions: [Mention]
    let entityOfMention: [Int?]
    let linkOfMention: [EntityLink?]
    let entities: [Entity]
    let sentences: [SentenceContext]
    let speakers: Speakers
  }

  private func builder(_ prepared: Prepared) -> RelationBuilder {
    RelationBuilder(
      rules: rules,
      entityOfMention: prepared.entityOfMention,
      speakers: prepared.speakers
    )
  }

  private func document(_ prepared: Prepared, relations: [Relation]) -> LinkedDocument {
    LinkedDocument(
      analyzed: prepared.text,
      mentions: prepared.mentions,
      entityOfMention: prepared.entityOfMention,
      linkOfMention: prepared.linkOfMention,
      entities: prepared.entities,
      relations: relations
    )
  }

  private func prepare(_ text: AnalyzedText, mentions: [Mention]) -> Prepared {
    let corrected = AcronymMeanings(text: text.tokenized, rules: rules)
      .corrected(mentions, strengths: nameStrengths)
    let found = DocumentNames(corrected, in: text.tokenized, rules, strengths: nameStrengths)
      .completed(corrected)
    var resolver = EntityResolver(rules: rules)
    resolver.resolve(found, in: text.tokenized)
    let names = resolver.retyped(found)
    let firstPass = sentences(text, names)
    var discourse = discourse(names, resolver, text.tokenized)
    let references = ReferenceResolver(rules: rules).references(
      in: firstPass,
      resolver,
      &discourse
    )
    let merged = merge(names, references, resolver, text.tokenized)
    let (mentions, clusterOfMention) = (merged.mentions, merged.clusterOfMention)
    let (entities, entityOfCluster) = entities(of: resolver.clusters, mentions, clusterOfMention)
    let entityOfMention = mentions.indices.map { index in
      clusterOfMention[index].flatMap { entityOfCluster[$0] }
    }
    return Prepared(
      text: text,
      mentions: mentions,
      entityOfMention: entityOfMention,
      linkOfMention: merged.links,
      entities: entities,
      sentences: references.isEmpty ? firstPass : sentences(text, mentions),
      speakers: Speakers(
        discourse: discourse,
        clusterOfMention: clusterOfMention,
        secondOfMention: merged.secondOfMention
      )
    )
  }

  private func discourse(
    _ names: [Mention],
    _ resolver: EntityResolver,
    _ text: TokenizedText
  ) -> Discourse {
    let outlets = rules.list(named: StageLists.newsOutlet)
    let institutions = rules.list(named: "institution")
    var reporters: Set<Int> = []
    var bystanders: Set<Int> = []
    for (index, cluster) in resolver.clusters.enumerated() where cluster.type == .organization {
      if isListed(cluster, outlets) { reporters.insert(index) }
      if isListed(cluster, institutions) { bystanders.insert(index) }
    }
    let leadEnd = text.sentences.prefix(2).last?.tokens.end ?? 0
    return Discourse(
      names,
      resolver.clusterOfMention,
      reporters: reporters,
      bystanders: bystanders,
      lead: names.firstIndex { $0.tokens.start >= leadEnd } ?? names.count
    )
  }

  private func isListed(_ cluster: EntityResolver.Cluster, _ list: Int?) -> Bool {
    guard let list else { return false }
    return cluster.names.contains { rules.contains($0, inList: list) }
  }

  private func sentences(_ text: AnalyzedText, _ mentions: [Mention]) -> [SentenceContext] {
    var result: [SentenceContext] = []
    var mention = 0
    var group = 0
    var verb = 0
    var clause = 0
    for (index, sentence) in text.tokenized.sentences.enumerated() {
      let end = sentence.tokens.end
      let mentionRange = Self.take(&mention, mentions.count) { mentions[$0].tokens.start < end }
      let groups = Self.take(&group, text.nounGroups.count) {
        text.nounGroups[$0].tokens.start < end
      }
      let verbs = Self.take(&verb, text.verbGroups.count) {
        text.verbGroups[$0].tokens.start < end
      }
      let clauses = Self.take(&clause, text.clauses.count) { text.clauses[$0].tokens.start < end }
      result.append(
        SentenceContext(
          index: index,
          tokens: sentence.tokens,
          phrases: PhraseBuilder.phrases(
            in: sentence.tokens,
            groups: groups,
            text: text,
            mentions: mentions,
            sentenceMentions: mentionRange
          ),
          verbs: verbs,
          clauses: clauses,
          text: text,
          mentions: mentions,
          mentionRange: mentionRange
        )
      )
    }
    return result
  }

  private static func take(
    _ next: inout Int,
    _ count: Int,
    while holds: (Int) -> Bool
  ) -> Range<Int> {
    let start = next
    while next < count, holds(next) { next += 1 }
    return start..<next
  }

  /// Names and references in text order, with the cluster of each and why it belongs there.
  private struct Merged {
    let mentions: [Mention]
    let clusterOfMention: [Int: Int]
    /// The other cluster of mentions that mean two: `the two companies`.
    let secondOfMention: [Int: Int]
    let links: [EntityLink?]
  }

  private func merge(
    _ names: [Mention],
    _ references: [ReferenceResolver.Reference],
    _ resolver: EntityResolver,
    _ text: TokenizedText
  ) -> Merged {
    var mentions: [Mention] = []
    var clusterOfMention: [Int: Int] = [:]
    var secondOfMention: [Int: Int] = [:]
    var links: [EntityLink?] = []
    mentions.reserveCapacity(names.count + references.count)
    links.reserveCapacity(names.count + references.count)
    var next = 0
    func addNames(before end: Int) {
      while next < names.count, names[next].tokens.start < end {
        clusterOfMention[mentions.count] = resolver.clusterOfMention[next]
        links.append(resolver.linkOfMention[next])
        mentions.append(names[next])
        next += 1
      }
    }
    for reference in references {
      let tokens = reference.tokens
      addNames(before: tokens.start)
      if let last = mentions.last, last.tokens.overlaps(tokens) { continue }
      // `the London-based lender` holds a name; what only touches one is no reference.
      var inner = next
      while inner < names.count, tokens.contains(names[inner].tokens) { inner += 1 }
      if inner < names.count, names[inner].tokens.overlaps(tokens) { continue }
      if let second = reference.second { secondOfMention[mentions.count] = second }
      clusterOfMention[mentions.count] = reference.cluster
      links.append(reference.link)
      mentions.append(
        Mention(
          tokens: tokens,
          range: text.bytes(of: tokens),
          type: reference.type,
          value: nil,
          rule: RuleIdentifier(file: "linking", name: reference.link.rawValue)
        )
      )
    }
    addNames(before: Int.max)
    return Merged(
      mentions: mentions,
      clusterOfMention: clusterOfMention,
      secondOfMention: secondOfMention,
      links: links
    )
  }

  private func entities(
    of clusters: [EntityResolver.Cluster],
    _ mentions: [Mention],
    _ clusterOfMention: [Int: Int]
  ) -> ([Entity], [Int: Int]) {
    var members: [Int: [Int]] = [:]
    var order: [Int] = []
    for index in mentions.indices {
      guard let cluster = clusterOfMention[index] else { continue }
      if members[cluster] == nil { order.append(cluster) }
      members[cluster, default: []].append(index)
    }
    var entityOfCluster: [Int: Int] = [:]
    let entities = order.enumerated().map { number, cluster in
      entityOfCluster[cluster] = number
      let names = Self.fullestFirst(clusters[cluster].names, former: clusters[cluster].formerNames)
      return Entity(
        number: number + 1,
        name: names.first ?? "",
        names: names,
        type: clusters[cluster].type,
        mentions: members[cluster] ?? [],
        identifiers: clusters[cluster].identifiers.sorted()
      )
    }
    return (entities, entityOfCluster)
  }

  /// Names by number of words, then letters; among equals the one the text uses first.
  ///
  /// A name all in capitals is the fullest only if there is no other way to write it; former names come last.
  private static func fullestFirst(_ names: [String], former: Set<String>) -> [String] {
    let order = names.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      let isFormer = former.contains(first)
      if isFormer != former.contains(second) { return !isFormer }
      let firstIsShouted = first.uppercased() == first && first.contains(" ")
      let secondIsShouted = second.uppercased() == second && second.contains(" ")
      if firstIsShouted != secondIsShouted { return secondIsShouted }
      let firstWords = first.split(separator: " ").count
      let secondWords = second.split(separator: " ").count
      if firstWords != secondWords { return firstWords > secondWords }
      if first.utf8.count != second.utf8.count { return first.utf8.count > second.utf8.count }
      return left.offset < right.offset
    }
    return order.map(\.element)
  }

  private func relations(
    in sentences: [SentenceContext],
    _ builder: RelationBuilder,
    _ entities: [Entity]
  ) -> [Relation] {
    guard let text = sentences.first?.text else { return [] }
    let entityOfMention = builder.entityOfMention
    let matcher = FrameMatcher(rules: rules)
    let details = DetailReader(schemas: rules.schemas, entityOfMention: entityOfMention)
    let periods = PeriodReader(rules: rules, entityOfMention: entityOfMention)
    let attribution = AttributionReader(rules: rules)
    var input = SentenceInput(text: text, rules: rules)
    var machine = PatternMachine(rules: rules)
    var result: [Relation] = []
    for sentence in sentences {
      load(sentence, &input)
      var found: [Relation] = []
      for token in sentence.tokens.indices where sentence.token(token).symbol.isKnown {
        for match in matcher.matches(at: token, in: sentence)
        where !rules.relations[match.relation].isAttribution {
          found += builder.relations(of: match, sentence, input, &machine)
        }
      }
      found += builder.patternRelations(patterns, sentence, input, &machine)
      found = ofHighestPriority(found)
      found = details.completed(found, after: result, sentence.mentions)
      result = details.updated(result, by: found, sentence.mentions)
      found = periods.completed(found, after: result, sentence, input)
      guard !found.isEmpty || includesAttributions else { continue }
      let credits = attribution.credits(
        in: sentence,
        entityOfMention: entityOfMention,
        entities: entities,
        input
      )
      result += found.map { relation in
        let own = credits.filter { $0.scope.contains(where: relation.trigger.overlaps) }
        return Attributing.credit(relation, own, entityOfMention, entities)
      }
      if includesAttributions { result += credits.map { Attributing.relation(of: $0, sentence) } }
    }
    result = QuotedSpeech(rules: rules, sentences: sentences, load: load)
      .credited(result, entityOfMention: entityOfMention, entities: entities, &input)
    result = RoundupPeriod(rules: rules, sentences: sentences).dated(result)
    return DocumentWindow(rules: rules, sentences: sentences, load: load)
      .filled(result, &input, &machine)
  }

  /// Makes a sentence and its mentions ready for the machine.
  private func load(_ sentence: SentenceContext, _ input: inout SentenceInput) {
    input.load(sentence.tokens)
    for (index, mention) in sentence.sentenceMentions {
      guard let type = rules.type(named: mention.type.name) else { continue }
      let start = mention.tokens.start - input.base
      let end = mention.tokens.end - input.base
      if end <= input.count { input.add(type: type, start, end, mention: index) }
    }
  }

  /// Without the relations whose trigger a relation of higher priority has, too.
  private func ofHighestPriority(_ relations: [Relation]) -> [Relation] {
    guard relations.count > 1, rules.relations.contains(where: { $0.priority != 0 }) else {
      return relations
    }
    let priorities = relations.map { relation in
      rules.relations.first { $0.name == relation.rule.name && $0.file == relation.rule.file }?
        .priority ?? 0
    }
    return relations.indices.filter { index in
      !relations.indices.contains { other in
        priorities[other] > priorities[index]
          && relations[other].trigger.overlaps(relations[index].trigger)
      }
    }.map { relations[$0] }
  }
}
