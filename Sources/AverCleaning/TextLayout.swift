import AverModel

/// The blocks of a plain text, found from its lines.
///
/// Blank lines end paragraphs. Other line ends do so too, unless the text is hard-wrapped: then only
/// an indented line or an item of a list begins a new block.
struct TextLayout {
  private struct Line {
    /// The first byte that is no white space, and the byte behind the last.
    let start: Int
    let end: Int
    let indentation: Int

    var isBlank: Bool { start == end }
  }

  private let text: [UInt8]
  private let lines: [Line]

  init(_ text: [UInt8]) {
    self.text = text
    var lines: [Line] = []
    var position = 0
    while position <= text.count {
      var end = position
      while end < text.count, text[end] != 0x0A { end += 1 }
      var start = position
      while start < end, ASCII.isSpace(text[start]) { start += 1 }
      var trimmed = end
      while trimmed > start, ASCII.isSpace(text[trimmed - 1]) { trimmed -= 1 }
      lines.append(Line(start: start, end: trimmed, indentation: start - position))
      position = end + 1
    }
    self.lines = lines
  }

  /// The blocks in text order.
  func blocks() -> [Block] {
    let isWrapped = isHardWrapped()
    let margin = lines.filter { !$0.isBlank }.map(\.indentation).min() ?? 0
    var result: [Block] = []
    var current: (start: Int, end: Int, kind: Block.Kind)?
    func finish() {
      if let block = current {
        result.append(Block(range: ByteRange(block.start, block.end), kind: block.kind))
      }
      current = nil
    }
    var isFirst = true
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        finish()
        continue
      }
      let isItem = isListItem(line)
      let continues = isWrapped && !isItem && line.indentation <= margin + 1
      if let block = current, continues || isWrapped && block.kind == .listItem && !isItem {
        current = (block.start, line.end, block.kind)
        continue
      }
      finish()
      let kind: Block.Kind =
        if isItem { .listItem } else if isTitle(index, isWrapped) {
          isFirst ? .title : .heading
        } else {
          .paragraph
        }
      current = (line.start, line.end, kind)
      isFirst = false
    }
    finish()
    return result
  }

  /// Whether most lines were broken to fit a width rather than to end a paragraph, or one of them in the
  /// middle of a sentence in a text without long lines.
  private func isHardWrapped() -> Bool {
    var candidates = 0
    var broken = 0
    var hasContinuation = false
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      candidates += 1
      let length = line.end - line.start
      if length >= 45, length <= 110, !endsSentence(line) { broken += 1 }
      let isLower = text[next.start] >= 0x61 && text[next.start] <= 0x7A
      if isLower, length >= 20, !endsSentence(line), !isListItem(line) { hasContinuation = true }
    }
    if hasContinuation, lines.allSatisfy({ $0.end - $0.start <= 110 }) { return true }
    return candidates > 0 && 2 * broken >= candidates
  }

  private func endsSentence(_ line: Line) -> Bool {
    var position = line.end - 1
    // Closing quotes and brackets stand behind the stop.
    while position > line.start, text[position] == 0x22 || text[position] == 0x29 { position -= 1 }
    switch text[position] {
    case 0x2E, 0x21, 0x3F, 0x3A: return true
    // The last byte of a closing curly quote.
    case 0x9D, 0x99: return position >= 2 && text[position - 2] == 0xE2
    default: return false
    }
  }

  private func isListItem(_ line: Line) -> Bool {
    let count = line.end - line.start
    guard count > 2 else { return false }
    let first = text[line.start]
    if first == 0x2D || first == 0x2A || first == 0x2B { return text[line.start + 1] == 0x20 }
    // The bullet.
    if first == 0xE2, text[line.start + 1] == 0x80, text[line.start + 2] == 0xA2 { return true }
    var position = line.start
    while position < line.end, ASCII.isDigit(text[position]), position < line.start + 3 {
      position += 1
    }
    return position > line.start && position + 1 < line.end
      && (text[position] == 0x2E || text[position] == 0x29) && text[position + 1] == 0x20
  }

  /// Whether a line stands alone, is short and has no stop: a title or a heading.
  private func isTitle(_ index: Int, _ isWrapped: Bool) -> Bool {
    let line = lines[index]
    guard line.end - line.start <= 120, !endsSentence(line) else { return false }
    guard index + 1 < lines.count,
      let follower = lines[(index + 1)...].first(where: { !$0.isBlank })
    else { return false }
    let isAlone = lines[index + 1].isBlank || !isWrapped
    let isAfterBreak = index == 0 || lines[index - 1].isBlank
    return isAlone && (isAfterBreak || !isWrapped)
      && follower.end - follower.start > line.end - line.start
  }
}
