import AverExtraction
import AverLinking
import AverModel
package import AverRules
import AverSyntax
import AverTokenization

/// Runs the tests that stand in rule files: each rule alone, and in the company of all others.
package struct RuleTester: ~Copyable {
  /// What went wrong in a test.
  package enum Failure: String, Sendable {
    /// What was expected is not there.
    case missing
    /// Something is there that was not expected.
    case noisy
    /// It is there, with another value or filler.
    case wrongValue = "wrong value"
    /// It is there, with another status or polarity.
    case wrongStatus = "wrong status"
  }

  /// What a test gave.
  package struct Outcome: Sendable {
    package let test: RuleTest
    /// Whether the rule ran alone or with all others.
    package let isAlone: Bool
    /// Nil if it passed.
    package let failure: Failure?
    /// What was found instead, for the message.
    package let found: String
  }

  private let rules: RuleSet
  private var tokenizer: Tokenizer
  private let analyzer: SyntaxAnalyzer

  package init(rules: RuleSet) throws(PipelineError) {
    self.rules = rules
    do {
      tokenizer = try Tokenizer(vocabulary: rules.vocabulary)
    } catch {
      throw .segmenterUnavailable(message: String(describing: error))
    }
    analyzer = SyntaxAnalyzer(vocabulary: rules.vocabulary)
  }

  /// Runs every test twice.
  ///
  /// - Parameter name: Only the tests of this rule; nil for all.
  /// - Returns: Two outcomes a test, alone first, in the order of files and lines.
  /// - Throws: `PipelineError` if a sentence cannot be split into words.
  package mutating func run(rule name: String? = nil) throws(PipelineError) -> [Outcome] {
    var outcomes: [Outcome] = []
    var alone: (owner: RuleTest.Owner, rules: RuleSet)?
    for test in rules.ruleTests where name == nil || name == test.name {
      if alone?.owner != test.owner { alone = (test.owner, rules.alone(test.owner)) }
      let text = try analyze(test.syntax)
      for (isAlone, ruleSet) in [(true, alone?.rules ?? rules), (false, rules)] {
        let document = document(text, test.syntax, ruleSet)
        let judge = RuleTestJudge(document: document, test: test, rules: rules, isAlone: isAlone)
        let (failure, found) = judge.verdict()
        outcomes.append(Outcome(test: test, isAlone: isAlone, failure: failure, found: found))
      }
    }
    return outcomes
  }

  private mutating func analyze(_ test: TestSyntax) throws(PipelineError) -> AnalyzedText {
    let bytes = Array(test.sentence.utf8)
    let clean = CleanText(
      identifier: "test",
      bytes: bytes,
      blocks: [Block(range: ByteRange(0, bytes.count), kind: .paragraph)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: bytes
    )
    do {
      return analyzer.analyze(try tokenizer.tokenize(clean))
    } catch {
      throw .tokenization(document: "test", message: String(describing: error))
    }
  }

  private func document(
    _ text: AnalyzedText,
    _ test: TestSyntax,
    _ ruleSet: RuleSet
  ) -> LinkedDocument {
    let reference = ReferenceDate(day: test.date.flatMap { CivilDate($0) })
    let mentions = Extractor(rules: ruleSet).mentions(in: text, reference: reference)
    return Linker(rules: ruleSet, includesAttributions: true).link(text, mentions: mentions)
  }
}
