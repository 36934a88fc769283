import AverModel

/// Finds the text of an article in a page that shows none: in the data of the program that would show it.
///
/// Such a script holds one JSON value, often with all of the site in it. Its objects and arrays are a tree like the
/// elements of a page, and the article is where most of the running text stands.
struct ScriptedBody {
  /// A shorter script holds no article.
  private static let shortestScript = 1000
  /// How far into a script its JSON begins at the latest: behind `window.__STATE__ = `.
  private static let longestPrefix = 200
  private static let longestKey = 60
  /// A shorter string is a label.
  private static let shortestProse = 60

  private let text: [UInt8]
  private let data: StructuredData
  private var names: ClassNames
  /// For each value the characters of running text in it.
  private var counts: [Int] = []

  private init(_ text: [UInt8], script: ByteRange, rules: CleaningRules) {
    self.text = text
    data = StructuredData(text, scripts: [script])
    names = ClassNames(rules)
  }

  /// Finds the strings that are the article.
  ///
  /// - Parameters:
  ///   - text: The page.
  ///   - scripts: Where the bodies of its scripts are in it.
  ///   - rules: The words by which keys name boilerplate.
  ///   - least: A text with fewer characters is none.
  /// - Returns: The places of the strings, those of one paragraph together; empty if there is no article.
  static func paragraphs(
    in text: [UInt8],
    scripts: [ByteRange],
    rules: CleaningRules,
    least: Int
  ) -> [[ByteRange]] {
    var best: (paragraphs: [[ByteRange]], count: Int) = ([], least - 1)
    for script in scripts {
      guard script.count >= shortestScript, let json = json(of: script, text) else { continue }
      var body = ScriptedBody(text, script: json, rules: rules)
      body.weigh()
      let found = body.densest()
      if found.count > best.count { best = (body.paragraphs(in: found.value), found.count) }
    }
    return best.paragraphs
  }

  /// The part of a script from its first value on, if it is data rather than a program.
  private static func json(of script: ByteRange, _ text: [UInt8]) -> ByteRange? {
    var start = script.start
    while start < script.end, ASCII.isSpace(text[start]) { start += 1 }
    guard start < script.end else { return nil }
    if text[start] != 0x7B, text[start] != 0x5B {
      let limit = min(script.end, start + longestPrefix)
      guard let sign = text[start..<limit].firstIndex(of: 0x3D) else { return nil }
      start = sign + 1
      while start < script.end, ASCII.isSpace(text[start]) { start += 1 }
    }
    guard start < script.end, text[start] == 0x7B || text[start] == 0x5B else { return nil }
    return ByteRange(start, script.end)
  }

  // MARK: Where

  /// Counts the running text of each value; what stands under a key that names boilerplate is none, nor is what
  /// was there before.
  private mutating func weigh() {
    let values = data.values
    counts = Array(repeating: 0, count: values.count)
    var seen: Set<UInt64> = []
    var index = 0
    while index < values.count {
      let value = values[index]
      if let key = value.key, key.count <= Self.longestKey,
        names.verdict(of: text[key.indices]).excludes(.div)
      {
        index = value.end
        continue
      }
      if value.kind == .string {
        let count = proseCount(value.range)
        var hash = WordHash()
        for byte in text[value.range.indices] { hash.add(byte) }
        if count > 0, seen.insert(hash.value).inserted { counts[index] = count }
      }
      index += 1
    }
    for index in values.indices.reversed() where values[index].parent >= 0 {
      counts[values[index].parent] += counts[index]
    }
  }

  /// The characters of a string, if it reads like running text: many words, tags aside.
  private func proseCount(_ range: ByteRange) -> Int {
    guard range.count >= Self.shortestProse, text[range.start] != 0x7B, text[range.start] != 0x5B
    else { return 0 }
    var count = 0
    var spaceCount = 0
    var codeCount = 0
    var wideCount = 0
    var isInTag = false
    for byte in text[range.indices] {
      switch byte {
      case 0x3C: isInTag = true
      case 0x3E: isInTag = false
      case _ where isInTag || byte & 0xC0 == 0x80: break
      case 0x20: spaceCount += 1
      case 0x7B, 0x7D, 0x3B, 0x3D: codeCount += 1
      default:
        count += 1
        if byte >= 0xE3 { wideCount += 1 }
      }
    }
    // Ideographs stand without spaces, and say as much as a short word each.
    let isText = 2 * wideCount > count || 14 * spaceCount >= count
    return isText && 12 * codeCount < count ? count + wideCount : 0
  }

  /// The innermost value with most of the running text.
  private func densest() -> (value: Int, count: Int) {
    let roots = data.values.indices.filter { data.values[$0].parent < 0 }
    guard var current = roots.max(by: { counts[$0] < counts[$1] }) else { return (0, 0) }
    while let child = data.children(of: current).max(by: { counts[$0] < counts[$1] }),
      10 * counts[child] >= 6 * counts[current], counts[child] > 0
    {
      current = child
    }
    return (current, counts[current])
  }

  // MARK: What

  /// The strings of a value under the keys of its running text.
  private func paragraphs(in value: Int) -> [[ByteRange]] {
    let values = data.values
    if values[value].kind == .string { return [[values[value].range]] }
    let strings = (value..<values[value].end).filter { values[$0].kind == .string }
    let keys = Set(strings.filter { counts[$0] > 0 }.map(keyHash))
    var result: [[ByteRange]] = []
    var last: Int?
    for string in strings where keys.contains(keyHash(string)) && !values[string].range.isEmpty {
      // A string that was there before counts nothing but is as long.
      if counts[string] == 0, proseCount(values[string].range) > 0 { continue }
      let group = group(of: string)
      // Words in italics are strings of their own.
      if let last, group == last, group > value {
        result[result.count - 1].append(values[string].range)
      } else {
        result.append([values[string].range])
      }
      last = group
    }
    return result
  }

  /// The list of pieces that a string's object stands in.
  private func group(of string: Int) -> Int {
    let object = data.values[string].parent
    return object < 0 ? -1 : data.values[object].parent
  }

  private func keyHash(_ value: Int) -> UInt64 {
    var hash = WordHash()
    if let key = data.values[value].key { for byte in text[key.indices] { hash.add(byte) } }
    return hash.value
  }
}
