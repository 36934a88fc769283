import AverClaims
package import AverExtraction
package import AverLinking
public import AverModel
import AverRules
import AverSyntax
import AverTokenization

/// The stages in their order, from the bytes of a document to its claims.
///
/// A pipeline owns the tokenizer's handles and so serves one document at a time: make one a worker.
/// What it gives for a document depends on that document and the rules alone.
public struct Pipeline: ~Copyable {
  private let cleaner: DocumentCleaner
  private var tokenizer: Tokenizer
  private var analyzer: SyntaxAnalyzer
  private let extractor: Extractor
  private let linker: Linker
  private let builder: ClaimBuilder

  /// Creates a pipeline.
  ///
  /// - Parameter rules: The rules to read documents by.
  /// - Throws: `PipelineError.segmenterUnavailable` if no text can be split into words here.
  public init(rules: LoadedRules) throws(PipelineError) {
    cleaner = DocumentCleaner(rules: rules.cleaning)
    do {
      tokenizer = try Tokenizer(vocabulary: rules.ruleSet.vocabulary)
    } catch {
      throw .segmenterUnavailable(message: String(describing: error))
    }
    analyzer = SyntaxAnalyzer(vocabulary: rules.ruleSet.vocabulary)
    extractor = Extractor(rules: rules.ruleSet)
    linker = Linker(rules: rules.ruleSet)
    builder = ClaimBuilder(schemas: rules.ruleSet.schemas)
  }

  /// Finds the article of a document.
  ///
  /// - Parameter document: The bytes and what the input said about them.
  /// - Returns: The article's text, with the way back to the bytes.
  /// - Throws: `PipelineError.cleaning` if the bytes yield no text at all.
  public func clean(_ document: SourceDocument) throws(PipelineError) -> CleanText {
    try cleaner.clean(document)
  }

  /// Splits a text into words and sentences.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text with its tokens.
  /// - Throws: `PipelineError.tokenization` if the text cannot be split.
  public mutating func tokenize(_ text: CleanText) throws(PipelineError) -> TokenizedText {
    do {
      return try tokenizer.tokenize(text)
    } catch {
      throw .tokenization(document: text.identifier, message: String(describing: error))
    }
  }

  /// Tags words and finds groups and clauses.
  public mutating func analyze(_ text: TokenizedText) -> AnalyzedText { analyzer.analyze(text) }

  /// Cleans, cuts and analyzes a document.
  ///
  /// - Throws: `PipelineError` if it cannot be read.
  package mutating func analyzed(
    _ document: SourceDocument
  ) throws(PipelineError) -> AnalyzedText {
    analyze(try tokenize(try clean(document)))
  }

  /// Finds names and values; relative dates are resolved against the document's own date.
  public func mentions(in text: AnalyzedText) -> [Mention] {
    let reference = ReferenceDate(metadata: text.tokenized.clean.metadata)
    return extractor.mentions(in: text, reference: reference)
  }

  /// The same, with somebody who looks on.
  package func mentions<Observer: ExtractionObserver>(
    in text: AnalyzedText,
    observer: inout Observer
  ) -> [Mention] {
    let reference = ReferenceDate(metadata: text.tokenized.clean.metadata)
    return extractor.mentions(in: text, reference: reference, observer: &observer)
  }

  /// Joins names to entities and reads sentences as relations.
  public func link(_ text: AnalyzedText, mentions: [Mention]) -> LinkedDocument {
    linker.link(text, mentions: mentions)
  }

  /// The same, and what came of every frame whose trigger stands in the text.
  package func explain(
    _ text: AnalyzedText,
    mentions: [Mention]
  ) -> (document: LinkedDocument, attempts: [FrameAttempt]) {
    linker.explain(text, mentions: mentions)
  }

  /// What the frames of each relation cost in a text, by relation.
  package func frameCosts(of text: AnalyzedText, mentions: [Mention]) -> [FrameCost] {
    linker.frameCosts(of: text, mentions: mentions)
  }

  /// Turns the relations of a document into its claims.
  public func claims(of document: LinkedDocument) -> [Claim] { builder.claims(of: document) }

  /// Everything up to mentions, entities and relations.
  ///
  /// - Parameter text: The text.
  /// - Returns: The document with its mentions, entities and relations.
  /// - Throws: `PipelineError.tokenization` if the text cannot be split into words.
  public mutating func annotate(_ text: CleanText) throws(PipelineError) -> LinkedDocument {
    let analyzed = analyze(try tokenize(text))
    return link(analyzed, mentions: mentions(in: analyzed))
  }
}
