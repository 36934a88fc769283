/// Cuts a rule file into logical lines and the lines into tokens.
///
/// Column 0 starts a declaration; an indented line starts a clause if its first word is a clause word,
/// else it continues the line above. `#` starts a comment at the start of a line or after white space,
/// unless it stands between quotes.
package struct RuleLexer {
  /// One line of a file: the bytes that count, without indentation and comment.
  struct Line {
    let start: Int
    let end: Int
    let isIndented: Bool
  }

  private let bytes: [UInt8]
  private let file: Int
  private(set) var diagnostics: [RuleDiagnostic] = []

  init(_ ruleFile: RuleFile, file: Int) {
    bytes = ruleFile.bytes
    self.file = file
  }

  /// All lines that hold something.
  func lines() -> [Line] {
    var result: [Line] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if let line = line(from: start, to: end) { result.append(line) }
      start = end + 1
    }
    return result
  }

  private func line(from start: Int, to end: Int) -> Line? {
    var first = start
    while first < end, isSpace(bytes[first]) { first += 1 }
    var stop = first
    var quote: UInt8 = 0
    while stop < end {
      let byte = bytes[stop]
      if quote != 0 {
        if byte == 0x5C { stop += 1 } else if byte == quote { quote = 0 }
      } else if byte == 0x22 || (byte == 0x27 && opensExact(stop, first, end)) {
        quote = byte
      } else if byte == 0x23, stop == first || isSpace(bytes[stop - 1]) {
        break
      }
      stop += 1
    }
    // An apostrophe or quote that never closes opens nothing: look for the comment again without it.
    if quote != 0 {
      stop = first
      while stop < end, !(bytes[stop] == 0x23 && (stop == first || isSpace(bytes[stop - 1]))) {
        stop += 1
      }
    }
    while stop > first, isSpace(bytes[stop - 1]) { stop -= 1 }
    return stop > first ? Line(start: first, end: stop, isIndented: first > start) : nil
  }

  /// Whether an apostrophe of a line begins `'Exact case'`.
  private func opensExact(_ position: Int, _ first: Int, _ end: Int) -> Bool {
    position == first || isSpace(bytes[position - 1])
      || (isSign(bytes[position - 1]) && closesExact(position, end))
  }

  /// The first word of a line, letters and underscores only.
  func firstWord(of line: Line) -> String {
    var end = line.start
    while end < line.end, isWordLetter(bytes[end]) { end += 1 }
    return String(decoding: bytes[line.start..<end], as: UTF8.self)
  }

  /// The first byte of a range that is the given sign and stands outside `"…"`.
  func splitPoint(in range: (start: Int, end: Int), at sign: UInt8) -> Int? {
    var isQuoted = false
    var position = range.start
    while position < range.end {
      let byte = bytes[position]
      if byte == 0x22 { isQuoted.toggle() }
      if byte == sign, !isQuoted { return position }
      position += 1
    }
    return nil
  }

  /// The text of a range.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The tokens of several ranges, in order.
  mutating func tokens(in ranges: [(start: Int, end: Int)]) -> [RuleToken] {
    var result: [RuleToken] = []
    for range in ranges { scan(range.start, range.end, into: &result) }
    return result
  }

  private mutating func scan(_ start: Int, _ end: Int, into result: inout [RuleToken]) {
    var position = start
    while position < end {
      let byte = bytes[position]
      if isSpace(byte) {
        position += 1
        continue
      }
      let (kind, stop) = token(at: position, end)
      if let kind { result.append(RuleToken(kind: kind, start: position, end: stop)) }
      position = max(stop, position + 1)
    }
  }

  private mutating func token(at position: Int, _ end: Int) -> (RuleToken.Kind?, Int) {
    switch bytes[position] {
    case 0x22:
      let (text, stop) = delimited(position, end, by: 0x22)
      return (.quoted(text), stop)
    case 0x27 where closesExact(position, end):
      let (text, stop) = delimited(position, end, by: 0x27)
      return (.exact(text), stop)
    case 0x5B: return testToken(at: position, end)
    case 0x40:
      var stop = position + 1
      while stop < end, isNameByte(bytes[stop]) { stop += 1 }
      return (.reference(text(position + 1, stop)), stop)
    case 0x7B: return countToken(at: position, end)
    case 0x2E
    where position + 2 < end && bytes[position + 1] == 0x2E && isDigit(bytes[position + 2]):
      var stop = position + 2
      while stop < end, isDigit(bytes[stop]) { stop += 1 }
      return (.gap(Int(text(position + 2, stop)) ?? 0), stop)
    case 0x3D where position + 1 < end && bytes[position + 1] == 0x3E:
      return (.sign("=>"), position + 2)
    case 0x28, 0x29, 0x7C, 0x3F, 0x2A, 0x2B, 0x3A, 0x3D, 0x2C:
      return (.sign(text(position, position + 1)), position + 1)
    default:
      var stop = position + 1
      while stop < end, !endsWord(at: stop, end) { stop += 1 }
      return (.word(text(position, stop)), stop)
    }
  }

  private mutating func testToken(at position: Int, _ end: Int) -> (RuleToken.Kind?, Int) {
    var stop = position + 1
    var isInExpression = false
    var depth = 0
    while stop < end {
      let byte = bytes[stop]
      if isInExpression {
        if byte == 0x5C {
          stop += 1
        } else if byte == 0x5B {
          depth += 1
        } else if byte == 0x5D {
          depth = max(0, depth - 1)
        } else if byte == 0x2F, depth == 0 {
          isInExpression = false
        }
      } else if byte == 0x2F {
        isInExpression = true
      } else if byte == 0x5D {
        break
      }
      stop += 1
    }
    if stop >= end {
      report(.unclosedDelimiter, "`[` is never closed", position, position + 1, "add `]`")
      return (.tests(text(position + 1, end)), end)
    }
    return (.tests(text(position + 1, stop)), stop + 1)
  }

  private mutating func countToken(at position: Int, _ end: Int) -> (RuleToken.Kind?, Int) {
    var stop = position + 1
    while stop < end, bytes[stop] != 0x7D { stop += 1 }
    let parts = text(position + 1, min(stop, end)).split(separator: ",")
    let numbers = parts.compactMap { Int($0.filter { $0 != " " }) }
    guard stop < end, let low = numbers.first, numbers.count == parts.count, parts.count <= 2 else {
      let hint = "write `{2}` or `{1,3}`"
      report(.unexpectedText, "this is no repetition", position, min(stop + 1, end), hint)
      return (nil, min(stop + 1, end))
    }
    return (.counts(low, numbers.last ?? low), stop + 1)
  }

  private mutating func delimited(_ start: Int, _ end: Int, by mark: UInt8) -> (String, Int) {
    // `\"` is a quotation mark of the text.
    var content: [UInt8] = []
    var stop = start + 1
    while stop < end, bytes[stop] != mark {
      if bytes[stop] == 0x5C, stop + 1 < end, bytes[stop + 1] == mark || bytes[stop + 1] == 0x5C {
        stop += 1
      }
      content.append(bytes[stop])
      stop += 1
    }
    if stop >= end {
      let sign = text(start, start + 1)
      report(.unclosedDelimiter, "`\(sign)` is never closed", start, start + 1, "add `\(sign)`")
    }
    return (String(decoding: content, as: UTF8.self), min(stop + 1, end))
  }

  /// Whether the apostrophe opens `'Exact case'` rather than the word `'s`.
  private func closesExact(_ start: Int, _ end: Int) -> Bool {
    var stop = start + 1
    while stop < end, bytes[stop] != 0x27 { stop += 1 }
    guard stop < end, stop > start + 1 else { return false }
    return stop + 1 == end || isSpace(bytes[stop + 1]) || isSign(bytes[stop + 1])
  }

  private func endsWord(at position: Int, _ end: Int) -> Bool {
    let byte = bytes[position]
    if isSpace(byte) || isSign(byte) || byte == 0x22 || byte == 0x5B { return true }
    // `7.5` is one word; `a..3` is a word and a gap.
    return byte == 0x2E && position + 2 < end && bytes[position + 1] == 0x2E
      && isDigit(bytes[position + 2])
  }

  private mutating func report(
    _ code: RuleDiagnosticCode,
    _ message: String,
    _ start: Int,
    _ end: Int,
    _ hint: String?
  ) {
    let place = RulePlace(file: file, start: start, end: end)
    diagnostics.append(RuleDiagnostic(code, message, at: place, hint: hint))
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isWordLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private func isNameByte(_ byte: UInt8) -> Bool {
    isWordLetter(byte) || isDigit(byte) || byte == 0x5F
  }
  private func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x7C, 0x3F, 0x2A, 0x2B, 0x3A, 0x3D, 0x2C, 0x7B: true
    default: false
    }
  }
}
