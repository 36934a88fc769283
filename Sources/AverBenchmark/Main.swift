import Aver
import FoundationEssentials

/// Times the pipeline stage by stage: `AverBenchmark [--seconds N] [PATH…]`, by default on `Corpus`.
@main
enum Main {
  static func main() throws {
    var paths: [String] = []
    var seconds = 3
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      if argument == "--seconds", let value = arguments.popFirst().flatMap({ Int($0) }) {
        seconds = value
      } else {
        paths.append(argument)
      }
    }
    let documents = try BenchmarkDocuments.read(paths.isEmpty ? ["Corpus"] : paths)
    guard !documents.isEmpty else {
      print("no documents: name files or folders with .html, .txt or .jsonl in them")
      return
    }
    let benchmark = try StageBenchmark(rules: LoadedRules.builtIn())
    let result = try benchmark.run(documents, for: .seconds(seconds))
    print(BenchmarkTable.text(of: result))
  }
}
