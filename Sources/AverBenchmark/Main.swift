import Aver
import FoundationEssentials
import Glibc

/// Times the pipeline and what rules cost it, and compares the matcher with a slow and obvious one.
///
///     AverBenchmark [--seconds N] [PATH…]                 each stage, by default on `Corpus`
///     AverBenchmark --language [--seconds N] [PATH…]      words, sentences, tags and groups only, beside ICU
///     AverBenchmark --language --measure tags --passes N PATH…   one of them so many times, for tools that count
///     AverBenchmark --cleaning [--seconds N] [PATH…]      cleaning beside the bare parse of the same bytes
///     AverBenchmark --cleaning-growth                     cleaning of hostile pages, and of twice as much
///     AverBenchmark --rule-cost [--seconds N] [PATH…]     many rules, many gaps
///     AverBenchmark --fuzz-matcher CASES [--seed N]       status 1 if a case differs
@main
enum Main {
  static func main() throws {
    var paths: [String] = []
    var seconds = 3
    var seed = 1
    var fuzzCases: Int?
    var isRuleCost = false
    var isLanguageOnly = false
    var isCleaningOnly = false
    var measure: LanguageBenchmark.Measure?
    var passes = 1
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--seconds": seconds = arguments.popFirst().flatMap { Int($0) } ?? seconds
      case "--seed": seed = arguments.popFirst().flatMap { Int($0) } ?? seed
      case "--fuzz-matcher": fuzzCases = arguments.popFirst().flatMap { Int($0) } ?? 1_000_000
      case "--rule-cost": isRuleCost = true
      case "--language": isLanguageOnly = true
      case "--cleaning": isCleaningOnly = true
      case "--cleaning-growth": return print(CleaningGrowth().table())
      case "--measure":
        measure = arguments.popFirst().flatMap { LanguageBenchmark.Measure(rawValue: $0) }
      case "--passes": passes = arguments.popFirst().flatMap { Int($0) } ?? passes
      default: paths.append(argument)
      }
    }
    if let fuzzCases {
      if try !MatcherFuzz.run(cases: fuzzCases, seed: seed) { exit(1) }
      return
    }
    let documents = try BenchmarkDocuments.read(paths.isEmpty ? ["Corpus"] : paths)
    guard !documents.isEmpty else {
      print("no documents: name files or folders with .html, .txt or .jsonl in them")
      return
    }
    if isCleaningOnly {
      return print(try CleaningBenchmark(documents: documents).run(for: .seconds(seconds)))
    }
    if isRuleCost {
      return try RuleCost(documents: documents, time: .seconds(seconds)).run()
    }
    let rules = try LoadedRules.builtIn()
    if isLanguageOnly {
      let benchmark = try LanguageBenchmark(documents, rules: rules)
      if let measure { return try benchmark.run(measure, passes: passes) }
      return print(try LanguageTable.text(of: benchmark, for: .seconds(seconds)))
    }
    let benchmark = StageBenchmark(rules: rules)
    let result = try benchmark.run(documents, for: .seconds(seconds))
    print(BenchmarkTable.text(of: result))
  }
}
