package import Aver
import AverLinking
package import AverModel
package import AverRules

/// What each rule costs over a corpus.
package struct RuleProfile: Sendable {
  /// Lengths of text, in tokens, whose costs are compared to see how they grow.
  static let sizes = [32, 64, 128, 256, 512, 1_024]

  /// The costs of one rule.
  package struct Cost: Sendable {
    package var nanoseconds = 0
    /// In how many sentences its trigger stands; for frames how many triggers there are.
    package var tried = 0
    /// At how many tokens a match could begin, in those sentences.
    package var attempts = 0
    /// How often it matched.
    package var matches = 0
    /// What stands in every match.
    var shared = SharedParts()
    /// For each size the time over texts of that size, and at how many tokens a match could begin.
    var growth: [(nanoseconds: Int, attempts: Int)] = RuleProfile.sizes.map { _ in (0, 0) }

    /// How its time grows with the length of the text; nil if too few tokens could begin a match.
    ///
    /// Longer texts hold more such tokens in proportion; what is compared is the time that each of them
    /// takes, so that a rare trigger does not pass for steep growth.
    package var exponent: Double? {
      let points = zip(RuleProfile.sizes, growth).filter { $1.attempts >= 50 }.map { size, total in
        (
          size: Double(size),
          cost: Double(size) * Double(total.nanoseconds) / Double(total.attempts)
        )
      }
      return points.count >= 3 ? GrowthExponent.fit(points) : nil
    }

    mutating func add(_ other: Cost) {
      nanoseconds += other.nanoseconds
      tried += other.tried
      attempts += other.attempts
      matches += other.matches
      shared.keep(other.shared)
      for index in growth.indices {
        growth[index].nanoseconds += other.growth[index].nanoseconds
        growth[index].attempts += other.growth[index].attempts
      }
    }
  }

  package var documentCount = 0
  package var sentenceCount = 0
  package var tokenCount = 0
  /// Costs of the patterns of each entity rule.
  package var entities: [Cost]
  /// Costs of the patterns of each relation, `with` patterns included.
  package var patterns: [Cost]
  /// Costs of the frames of each relation.
  package var frames: [Cost]

  /// Creates a profile of no document.
  package init(rules: RuleSet) {
    entities = rules.entityRules.map { _ in Cost() }
    patterns = rules.relations.map { _ in Cost() }
    frames = patterns
  }

  /// Adds what another part of the corpus cost.
  package mutating func add(_ other: RuleProfile) {
    documentCount += other.documentCount
    sentenceCount += other.sentenceCount
    tokenCount += other.tokenCount
    for index in entities.indices { entities[index].add(other.entities[index]) }
    for index in patterns.indices { patterns[index].add(other.patterns[index]) }
    for index in frames.indices { frames[index].add(other.frames[index]) }
  }
}

extension RuleProfile {
  /// Times every rule on one document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - pipeline: Made of the rules.
  ///   - loaded: The rules.
  /// - Throws: `PipelineError` if the document cannot be read.
  package init(
    _ document: SourceDocument,
    _ pipeline: inout Pipeline,
    _ loaded: LoadedRules
  ) throws(PipelineError) {
    let rules = loaded.ruleSet
    self.init(rules: rules)
    let text = try pipeline.analyzed(document)
    let mentions = pipeline.mentions(in: text)
    documentCount = 1
    sentenceCount = text.tokenized.sentences.count
    tokenCount = text.tokenized.tokens.count
    var timer = RuleTimer(text: text, mentions: mentions, rules: rules)
    for sentence in text.tokenized.sentences {
      timer.turn(to: sentence.tokens)
      for index in rules.entityRules.indices {
        timer.run(rules.entityRules[index].patterns, &entities[index])
      }
      for index in rules.relations.indices {
        let programs =
          rules.relations[index].patterns + rules.relations[index].fillers.map(\.program)
        timer.run(programs, &patterns[index])
      }
    }
    for (place, size) in Self.sizes.enumerated() {
      for start in stride(from: 0, through: tokenCount - size, by: size) {
        timer.turn(to: TokenRange(start, start + size))
        for index in rules.entityRules.indices {
          timer.grow(rules.entityRules[index].patterns, place, &entities[index])
        }
        for index in rules.relations.indices {
          timer.grow(rules.relations[index].patterns, place, &patterns[index])
        }
      }
    }
    for (index, cost) in pipeline.frameCosts(of: text, mentions: mentions).enumerated() {
      frames[index].nanoseconds = cost.nanoseconds
      frames[index].tried = cost.attempts
      frames[index].attempts = cost.attempts
      frames[index].matches = cost.matches
    }
  }
}
