/// A table whose rows stand under each other, broken into parts that fit a terminal.
struct AlignedRows {
  enum Row {
    /// The next line of each column's cells.
    case cells(String)
    /// Bars over columns.
    case spans(String, [Span])
  }

  /// A bar with a label at its start.
  struct Span {
    let label: String
    let columns: Range<Int>
  }

  /// How many columns of a terminal a part may have.
  private static let width = 100
  private static let titleWidth = 10

  let rows: [Row]
  /// For each column its cells, one for each `cells` row.
  let columns: [[String]]

  func lines() -> [String] {
    var lines: [String] = []
    var start = 0
    while start < columns.count {
      let end = endOfPart(from: start)
      if start > 0 { lines.append("") }
      lines += part(start..<end)
      start = end
    }
    return lines
  }

  private func endOfPart(from start: Int) -> Int {
    var used = Self.titleWidth
    var end = start
    while end < columns.count {
      used += width(of: end)
      if used > Self.width, end > start { break }
      end += 1
    }
    return end
  }

  /// The width of a column with the space after it; labels of bars need five places.
  private func width(of column: Int) -> Int {
    max(4, (columns[column].map(\.count).max() ?? 0)) + 1
  }

  private func part(_ range: Range<Int>) -> [String] {
    var cellRow = 0
    return rows.compactMap { row in
      switch row {
      case .cells(let title):
        let cells = range.map { padded(columns[$0][cellRow], to: width(of: $0)) }
        cellRow += 1
        return trimmed(padded(title, to: Self.titleWidth) + cells.joined())
      case .spans(let title, let spans):
        guard spans.contains(where: { $0.columns.overlaps(range) }) else { return nil }
        return trimmed(padded(title, to: Self.titleWidth) + bars(spans, range))
      }
    }
  }

  private func bars(_ spans: [Span], _ range: Range<Int>) -> String {
    var line = ""
    var next = range.lowerBound
    for span in spans where span.columns.overlaps(range) {
      let start = max(span.columns.lowerBound, range.lowerBound)
      let end = min(span.columns.upperBound, range.upperBound)
      line += String(repeating: " ", count: (next..<start).reduce(0) { $0 + width(of: $1) })
      let length = (start..<end).reduce(0) { $0 + width(of: $1) } - 1
      let label = (start == span.columns.lowerBound ? "" : "-") + span.label
      line += label + String(repeating: "-", count: max(0, length - label.count)) + " "
      next = end
    }
    return line
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }
}
