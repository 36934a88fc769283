import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver clean`: pages to articles.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Find the article in a page: its text, title, author and date.",
    discussion: """
      Formats: jsonl gives one record a document, with its blocks and their source bytes; text the \
      article alone; markdown and html keep headings, lists, quotations and tables.
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var ruleOptions: RuleOptions

  @Flag(help: "Say for each line of the page why it is part of the article or is not.")
  var explain = false

  func validate() throws { try input.format.validate(for: .articles) }

  func run() throws {
    let rules = try loadedRules()
    let run = try SupervisedRun(input, resultName: "articles") { CleanCommand.helpMessage() }
    let format = input.format
    let explains = explain
    let (status, _) = try run.run(
      rules: nil,
      identity: nil,
      makeWorker: { () throws(PipelineError) in DocumentCleaner(rules: rules) },
      work: { document, cleaner, output throws(PipelineError) in
        if explains {
          let explanation = try cleaner.explain(document)
          output.bytes += Self.text(of: explanation, document.identifier).utf8
          return
        }
        let clean = try cleaner.clean(document)
        output.note(clean.diagnostics, of: document)
        switch format {
        case .text: output.bytes += clean.bytes + [0x0A]
        case .markdown: output.bytes += CleanMarkdown.text(of: clean)
        case .html: output.bytes += CleanHTML.text(of: clean)
        default:
          var json = JSONWriter()
          CleanRecord.write(clean, to: &json)
          output.bytes += json.takeBytes()
        }
      }
    )
    throw ExitCode(status.rawValue)
  }

  /// One line for each line of the page: `+` or `-`, the reason, the element that decided, the text.
  private static func text(of explanation: CleaningExplanation?, _ identifier: String) -> String {
    var text = VisibleText.escaped(identifier) + ": "
    guard let explanation else { return text + "no page; its lines are all kept\n" }
    text += "the article is by \(explanation.stage)"
    if let container = explanation.container { text += ", " + VisibleText.escaped(container) }
    text += "\n"
    for line in explanation.lines {
      let reason = line.reason + String(repeating: " ", count: max(0, 18 - line.reason.utf8.count))
      let kind = line.kind.name + String(repeating: " ", count: 10 - line.kind.name.utf8.count)
      text += "\(line.isKept ? "+" : "-") \(reason) \(kind) "
      text += VisibleText.escaped("\(line.element) | \(line.text.prefix(80))") + "\n"
    }
    return text
  }

  private func loadedRules() throws(CommandFailure) -> LoadedCleaningRules {
    do throws(PipelineError) {
      guard let folder = ruleOptions.rules else { return .builtIn }
      return try .load(directory: folder)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
