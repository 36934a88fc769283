import ArgumentParser
import Aver
import AverEvaluation
import AverModel
import AverReports
import AverRuleLoading
import AverRules

/// `aver explain`: what Aver sees in a sentence, and what the rules make of it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what Aver sees in a sentence, and why rules fire or do not.",
    discussion: """
      The sentence is given as words, as FILE:LINE, or as - for standard input. Of a file's line the \
      sentences are explained that stand on it, with all the rest of the document read.
      """
  )

  @ArgumentParser.Argument(help: "A sentence, or several; or FILE:LINE, or -.")
  var sentence: [String]

  @Option(help: ArgumentHelp("Only this rule or claim type.", valueName: "name"))
  var rule: String?

  @Flag(help: "Only rules that did not fire, with the smallest change by which they would.")
  var whyNot = false

  @Option(help: ArgumentHelp("Day of publication (ISO 8601).", valueName: "day"))
  var date: String?

  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if let date, CivilDate(date) == nil {
      throw ValidationError("--date must begin with a day such as 2025-12-17, not '\(date)'")
    }
  }

  func run() throws {
    let loaded = try rules.load()
    if let rule, !RuleExplanation.names(in: loaded).contains(rule) {
      throw CommandFailure("no rule and no claim type is called '\(rule)'; see 'aver rules list'")
    }
    let input = try ExplainInput(sentence, date: date)
    let explanation: RuleExplanation
    do {
      var pipeline = try Pipeline(rules: loaded)
      let clean = try pipeline.clean(input.document)
      explanation = try RuleExplanation(
        clean,
        &pipeline,
        loaded,
        at: try input.ranges(in: clean),
        seeksChanges: whyNot
      )
    } catch let error as PipelineError {
      throw CommandFailure(error.description)
    }
    try write(explanation)
  }

  private func write(_ explanation: RuleExplanation) throws {
    let writer = try ResultWriter(path: nil)
    if rule == nil, !whyNot {
      let library: RuleLibrary
      do throws(RuleError) { library = try rules.library() } catch {
        throw CommandFailure(error.description)
      }
      let text = explanation.document.analyzed
      let lemmas = SentenceLemmas(library: library).lemmas(of: text)
      for line in AnalysisText(text, lemmas: lemmas).lines(of: explanation.sentences) {
        try writer.writeLine(line)
      }
      for (title, lines) in [
        ("mentions", explanation.mentionLines), ("claims", explanation.claimLines),
      ] where !lines.isEmpty {
        for line in ["", title] + lines { try writer.writeLine(VisibleText.escaped(line)) }
      }
    }
    var attempts = explanation.attemptLines(rule: rule, onlyFailed: whyNot)
    if let rule { attempts += explanation.lostLines(rule: rule) }
    if rule != nil || whyNot { attempts += explanation.patternLines(rule: rule) }
    if rule == nil, !whyNot, !attempts.isEmpty { try writer.writeLine("\nrules tried") }
    for line in attempts { try writer.writeLine(VisibleText.escaped(line)) }
    if attempts.isEmpty, rule != nil || whyNot {
      try writer.writeLine(
        whyNot ? "no rule that has a trigger here failed to fire" : "the rule has no trigger here"
      )
    }
  }
}

extension RuleOptions {
  /// The rule files that the command line asks for.
  func library() throws(RuleError) -> RuleLibrary {
    guard let rules else { return BuiltInRules.library() }
    return try RuleLoader.library(in: rules)
  }
}
