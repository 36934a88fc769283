import Aver
import FoundationEssentials

/// Times the pipeline stage by stage: `AverBenchmark [--language] [--seconds N] [PATH…]`, by default on
/// `Corpus`; with `--language` words, sentences, tags and groups only, beside ICU's breaks.
@main
enum Main {
  static func main() throws {
    var paths: [String] = []
    var seconds = 3
    var isLanguageOnly = false
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      if argument == "--seconds", let value = arguments.popFirst().flatMap({ Int($0) }) {
        seconds = value
      } else if argument == "--language" {
        isLanguageOnly = true
      } else {
        paths.append(argument)
      }
    }
    let documents = try BenchmarkDocuments.read(paths.isEmpty ? ["Corpus"] : paths)
    guard !documents.isEmpty else {
      print("no documents: name files or folders with .html, .txt or .jsonl in them")
      return
    }
    let rules = try LoadedRules.builtIn()
    if isLanguageOnly {
      let benchmark = try LanguageBenchmark(documents, rules: rules)
      return print(try LanguageTable.text(of: benchmark, for: .seconds(seconds)))
    }
    let benchmark = StageBenchmark(rules: rules)
    let result = try benchmark.run(documents, for: .seconds(seconds))
    print(BenchmarkTable.text(of: result))
  }
}
