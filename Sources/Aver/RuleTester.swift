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
    /// What the test would have to expect to pass; nil if it passes.
    package let expectation: String?
  }

  private let rules: RuleSet
  private let company: Stages
  private var tokenizer: Tokenizer
  private var analyzer: SyntaxAnalyzer

  package init(rules: RuleSet) throws(PipelineError) {
    self.rules = rules
    company = Stages(rules)
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
    var alone: (owner: RuleTest.Owner, stages: Stages)?
    for test in rules.ruleTests where name == nil || name == test.name {
      if alone?.owner != test.owner { alone = (test.owner, Stages(rules.alone(test.owner))) }
      let text = try analyze(test.syntax)
      for (isAlone, stages) in [(true, alone?.stages ?? company), (false, company)] {
        let document = stages.document(text, test.syntax)
        let judge = RuleTestJudge(document: document, test: test, rules: rules, isAlone: isAlone)
        let (failure, found) = judge.verdict()
        outcomes.append(
          Outcome(
            test: test,
            isAlone: isAlone,
            failure: failure,
            found: found,
            expectation: failure == nil ? nil : judge.expectation()
          )
        )
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

  /// The stages that tests need, set up once for a set of rules.
  private struct Stages {
    let extractor: Extractor
    let linker: Linker

    init(_ rules: RuleSet) {
      extractor = Extractor(rules: rules)
      linker = Linker(rules: rules, includesAttributions: true)
    }

    func document(_ text: AnalyzedText, _ test: TestSyntax) -> LinkedDocument {
      let reference = ReferenceDate(day: test.date.flatMap { CivilDate($0) })
      return linker.link(text, mentions: extractor.mentions(in: text, reference: reference))
    }
  }
}
