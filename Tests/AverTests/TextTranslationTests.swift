import AverModel
import AverRuleLoading
import AverRules
import Testing

@testable import Aver

@Suite("Text translation")
struct TextTranslationTests {
  private static let text = """
    Orvel said that Dorn & Co. hadn’t bought 40% of the Quellburg. “It won’t,” said Ms. Zell.
    """

  private static func edited(_ change: (RuleFile) -> RuleFile) throws -> LoadedRules {
    let library = RuleLibrary(BuiltInRules.library().files.map(change))
    return LoadedRules(try RuleLoader.compile(library, digest: "edited"))
  }

  private static func adding(_ line: String, to path: String) throws -> LoadedRules {
    try edited { file in
      file.path.hasSuffix(path)
        ? RuleFile(path: file.path, bytes: file.bytes + Array(line.utf8)) : file
    }
  }

  private static func analyzed(_ rules: LoadedRules) throws -> AnalyzedText {
    var pipeline = try Pipeline(rules: rules)
    let document = SourceDocument(
      identifier: "t",
      bytes: Array(text.utf8),
      mediaType: .plainText
    )
    return pipeline.analyze(try pipeline.tokenize(try pipeline.clean(document)))
  }

  @Test("gives what the other rules' own pipeline gives")
  func equality() throws {
    let old = try LoadedRules.builtIn()
    // New words come before old ones in the vocabulary, so that every symbol moves.
    let new = try Self.adding("\nlist trial = quellburg | zell orvel\n", to: "main.aver")
    for (source, target) in [(old, new), (new, old)] {
      let translation = try #require(TextTranslation(from: source, to: target))
      let own = try Self.analyzed(target)
      let given = try #require(
        translation.translated(try Self.analyzed(source), of: own.tokenized.clean)
      )
      #expect(given.tokenized.tokens == own.tokenized.tokens)
      #expect(given.tags == own.tags)
      #expect(given.nounGroups == own.nounGroups)
      #expect(given.verbGroups == own.verbGroups)
      #expect(given.clauses == own.clauses)
    }
  }

  @Test("a text that is cleaned differently is not taken over")
  func otherText() throws {
    let rules = try LoadedRules.builtIn()
    let translation = try #require(TextTranslation(from: rules, to: rules))
    let clean = CleanText(
      identifier: "t",
      bytes: Array("Orvel rose.".utf8),
      blocks: [Block(range: ByteRange(0, 11), kind: .paragraph)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: []
    )
    #expect(translation.translated(try Self.analyzed(rules), of: clean) == nil)
  }

  @Test("there is none where a word has another class")
  func otherClasses() throws {
    let old = try LoadedRules.builtIn()
    let vocabulary = old.ruleSet.vocabulary
    let path = "language/auxiliaries.aver"
    let file = try #require(
      BuiltInRules.library().files.first { file in
        String(decoding: file.bytes, as: UTF8.self).contains("list modal")
      },
      "no rule file declares the modal verbs; \(path) was expected to"
    )
    let new = try Self.edited { other in
      guard other.path == file.path else { return other }
      let text = String(decoding: other.bytes, as: UTF8.self)
      return RuleFile(path: other.path, text: text.replacing("list modal", with: "list modals"))
    }
    #expect(vocabulary.classes(of: vocabulary.symbol(of: "would")).contains(.modal))
    #expect(TextTranslation(from: old, to: new) == nil)
    #expect(TextTranslation(from: new, to: old) == nil)
  }
}
