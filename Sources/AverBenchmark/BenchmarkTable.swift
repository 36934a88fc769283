import Aver

/// Writes the result of a benchmark as a table.
enum BenchmarkTable {
  static func text(of result: StageBenchmark.Result) -> String {
    var lines = [
      "\(result.documentCount) documents, \(result.sourceByteCount) source bytes, "
        + "\(result.textByteCount) bytes of text, \(result.tokenCount) tokens, "
        + "\(result.mentionCount) mentions, \(result.claimCount) claims; "
        + "best of \(result.passCount) passes, one core",
      row("stage", "ms", "MB/s of text", "share"),
    ]
    let total = seconds(result.best.total)
    for stage in StageTimings.Stage.allCases {
      let time = seconds(result.best[stage])
      lines.append(
        row(
          stage.rawValue,
          decimal(time * 1000),
          rate(result.textByteCount, time),
          decimal(time / total * 100) + "%"
        )
      )
    }
    lines.append(row("all", decimal(total * 1000), rate(result.textByteCount, total), "100.0%"))
    return lines.joined(separator: "\n")
  }

  static func row(_ columns: String...) -> String {
    let widths = [22, 10, 14, 12, 12]
    return zip(columns, widths).enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + padding : padding + cell.0
    }.joined()
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  static func rate(_ byteCount: Int, _ seconds: Double) -> String {
    seconds > 0 ? decimal(Double(byteCount) / 1e6 / seconds) : "-"
  }

  /// One digit after the point.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Two digits after the point.
  static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
