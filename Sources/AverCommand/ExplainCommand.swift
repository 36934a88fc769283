import ArgumentParser
import Aver
import AverModel
import AverReports
import AverRuleLoading
import AverRules

/// `aver explain`: what Aver sees in a sentence.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the words, tags, lemmas, groups and clauses of a sentence."
  )

  @ArgumentParser.Argument(help: "The sentence, or several; quote them for the shell.")
  var sentence: [String]

  @OptionGroup var rules: RuleOptions

  func run() throws {
    let library: RuleLibrary
    do throws(RuleError) { library = try rules.library() } catch {
      throw CommandFailure(error.description)
    }
    let bytes = Array(sentence.joined(separator: " ").utf8)
    let document = SourceDocument(identifier: "sentence", bytes: bytes, mediaType: .plainText)
    let loaded = try rules.load()
    let text: AnalyzedText
    do throws(PipelineError) {
      var pipeline = try Pipeline(rules: loaded)
      text = pipeline.analyze(try pipeline.tokenize(try pipeline.clean(document)))
    } catch {
      throw CommandFailure(error.description)
    }
    let lemmas = SentenceLemmas(library: library).lemmas(of: text)
    let writer = try ResultWriter(path: nil)
    for line in AnalysisText(text, lemmas: lemmas).lines() { try writer.writeLine(line) }
  }
}

extension RuleOptions {
  /// The rule files that the command line asks for.
  func library() throws(RuleError) -> RuleLibrary {
    guard let rules else { return BuiltInRules.library() }
    return try RuleLoader.library(in: rules)
  }
}
