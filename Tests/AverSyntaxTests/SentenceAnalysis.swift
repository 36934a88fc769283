import AverModel
import AverRules
import AverTestSupport
import AverTokenization
import Foundation

@testable import AverSyntax

/// An analyzed sentence with ways to write its parts down for comparison.
struct SentenceAnalysis {
  /// The function words and abbreviations as the product reads them, and a few names of days.
  static let vocabulary: Vocabulary = {
    let folder = RepositoryLayout.root + "/Rules/en/language"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.sorted().compactMap { name -> RuleFile? in
      let path = "\(folder)/\(name)"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
      return RuleFile(path: "en/language/\(name)", text: text)
    }
    let days = RuleFile(
      path: "days.aver",
      text: "list weekday = Monday | Tuesday\nlist month = May | June\n"
    )
    do {
      return try RuleCompiler.compile(RuleLibrary(files + [days]), digest: "") { texts, _ in
        texts.map { $0.split(separator: " ").map(String.init) }
      }.vocabulary
    } catch {
      preconditionFailure("the function words do not compile: \(error)")
    }
  }()

  let text: AnalyzedText

  init(_ sentence: String, kind: Block.Kind = .paragraph) throws {
    let bytes = Array(sentence.utf8)
    let clean = CleanText(
      identifier: "sentence",
      bytes: bytes,
      blocks: [Block(range: ByteRange(0, bytes.count), kind: kind)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: bytes
    )
    var tokenizer = try Tokenizer(vocabulary: Self.vocabulary)
    var analyzer = SyntaxAnalyzer(vocabulary: Self.vocabulary)
    text = analyzer.analyze(try tokenizer.tokenize(clean))
  }

  func word(_ token: Int) -> String { text.tokenized.string(TokenRange(token, token + 1)) }

  func words(_ range: TokenRange) -> String { range.indices.map(word).joined(separator: " ") }
}
