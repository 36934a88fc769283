import AverModel

/// Finds lines of an article that say what another line says already: copies for another screen, and
/// sentences set off as a quotation.
struct Repetitions {
  /// A copied passage has at least so many lines.
  private static let fewestLines = 3
  /// The share of all words that a copied passage has at least, as its divisor.
  private static let copiedShare = 3
  /// Shorter sentences are repeated for good reasons.
  private static let fewestWords = 6
  /// Longer lines are no sentence set off.
  private static let longestQuotation = 60

  private let tree: PageTree
  private let text: [UInt8]

  init(tree: PageTree, text: [UInt8]) {
    self.tree = tree
    self.text = text
  }

  /// Finds the lines that repeat others.
  ///
  /// A passage of several lines that stands there once more counts, and a sentence of another line set
  /// off as a quotation; single lines are repeated for good reasons.
  ///
  /// - Parameters:
  ///   - lines: The lines of an article.
  ///   - isQuotation: Which of them are set off.
  /// - Returns: For each line whether it repeats another.
  /// - Complexity: O(*n*) in the bytes of the lines.
  func find(in lines: [TextBlock], isQuotation: [Bool]) -> [Bool] {
    let words = lines.map(words(of:))
    var result = copies(words)
    var starts: [UInt64: [Int]] = [:]
    for (index, line) in words.enumerated()
    where isQuotation[index] && (Self.fewestWords...Self.longestQuotation).contains(line.count) {
      starts[Self.hash(line[..<Self.fewestWords]), default: []].append(index)
    }
    // A text that repeats itself without end is no reason to compare everything with everything.
    starts = starts.filter { $0.value.count <= 4 }
    guard !starts.isEmpty else { return result }
    for (index, line) in words.enumerated() where line.count > Self.fewestWords {
      for start in 0...(line.count - Self.fewestWords) {
        let hash = Self.hash(line[start..<(start + Self.fewestWords)])
        for candidate in starts[hash] ?? [] where candidate != index {
          let quotation = words[candidate]
          let end = start + quotation.count
          guard quotation.count < line.count, end <= line.count else { continue }
          if line[start..<end].elementsEqual(quotation) { result[candidate] = true }
        }
      }
    }
    return result
  }

  /// Marks the second copy of each passage of several lines.
  private func copies(_ words: [[UInt64]]) -> [Bool] {
    let hashes = words.map { Self.hash($0[...]) }
    var firsts: [UInt64: Int] = [:]
    var result = Array(repeating: false, count: words.count)
    let total = words.reduce(0) { $0 + $1.count }
    var run: (first: Int, start: Int, wordCount: Int)?
    func finish(at end: Int) {
      guard let found = run, end - found.start >= Self.fewestLines,
        Self.copiedShare * found.wordCount >= total
      else { return }
      for index in found.start..<end { result[index] = true }
    }
    for (index, hash) in hashes.enumerated() {
      if let open = run, hashes[open.first + index - open.start] == hash,
        open.first + index - open.start < open.start
      {
        run?.wordCount += words[index].count
        continue
      }
      finish(at: index)
      run = firsts[hash].map { ($0, index, words[index].count) }
      if run == nil { firsts[hash] = index }
    }
    finish(at: hashes.count)
    return result
  }

  private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// The hashes of a line's words, in lower case as far as they are ASCII.
  private func words(of line: TextBlock) -> [UInt64] {
    var reader = WordReader()
    for index in line.nodes {
      let node = tree.nodes[index]
      guard node.element == .text else {
        if node.element == .br { reader.finishWord() }
        continue
      }
      if node.isVerbatim {
        reader.read(text.span, node.range.start, node.range.end)
      } else {
        let decoded = Array(tree.decodedText(of: node))
        reader.read(decoded.span, 0, decoded.count)
      }
    }
    reader.finishWord()
    return reader.words
  }
}

/// Takes a text apart into the hashes of its words; marks and quotation marks are between words.
private struct WordReader {
  private(set) var words: [UInt64] = []
  private var word = WordHash()
  private var isInWord = false

  mutating func finishWord() {
    guard isInWord else { return }
    words.append(word.value)
    word = WordHash()
    isInWord = false
  }

  mutating func read(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var position = start
    while position < end {
      let byte = text[position]
      if byte == 0xE2, position + 2 < end, text[position + 1] == 0x80 {
        // General punctuation: dashes, quotation marks.
        finishWord()
        position += 3
        continue
      }
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 {
        word.add(ASCII.lowered(byte))
        isInWord = true
      } else {
        finishWord()
      }
      position += 1
    }
  }
}
