/// Writes the times of words, tags and groups as a table, with their ratio to ICU's word breaks.
enum LanguageTable {
  static func text(of benchmark: LanguageBenchmark, for time: Duration) throws -> String {
    let times = try LanguageBenchmark.Measure.allCases.map { measure in
      (measure, BenchmarkTable.seconds(try benchmark.fastest(measure, within: time)))
    }
    let reference = times.first { $0.0 == .unicodeWords }?.1 ?? 0
    var lines = [
      "\(benchmark.texts.count) texts, \(benchmark.byteCount) bytes, \(benchmark.tokenCount) tokens; "
        + "one core, fastest pass",
      BenchmarkTable.row("measure", "ms", "MB/s", "M tokens/s", "x ICU words"),
    ]
    for (measure, seconds) in times {
      lines.append(
        BenchmarkTable.row(
          measure.rawValue,
          BenchmarkTable.decimal(seconds * 1000),
          BenchmarkTable.rate(benchmark.byteCount, seconds),
          BenchmarkTable.decimal(Double(benchmark.tokenCount) / 1e6 / seconds),
          BenchmarkTable.hundredths(reference / seconds)
        )
      )
    }
    return lines.joined(separator: "\n")
  }
}
