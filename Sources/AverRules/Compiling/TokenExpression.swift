import AverModel

/// A regular expression over the bytes of one token, matched whole, in linear time.
///
/// It knows characters, `.`, classes (`[a-z]`, `[^0-9]`, `\d`, `\w`), groups, `|`, `? * +` and
/// `{n,m}`; nothing that could need backtracking.
package struct TokenExpression: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case bytes(ByteSet)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  struct ByteSet: Hashable, Sendable {
    var low: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var high: UInt64 = 0

    func contains(_ byte: UInt8) -> Bool {
      let word = byte < 64 ? low : byte < 128 ? second : byte < 192 ? third : high
      return word >> UInt64(byte & 63) & 1 == 1
    }

    mutating func insert(_ range: ClosedRange<UInt8>) {
      for byte in range {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: low |= bit
        case 1: second |= bit
        case 2: third |= bit
        default: high |= bit
        }
      }
    }

    func isSubset(of other: ByteSet) -> Bool {
      low & ~other.low == 0 && second & ~other.second == 0 && third & ~other.third == 0
        && high & ~other.high == 0
    }

    mutating func invert() {
      low = ~low
      second = ~second
      third = ~third
      high = ~high
    }
  }

  private indirect enum Node {
    case bytes(ByteSet)
    case sequence([Node])
    case alternatives([Node])
    case repeated(Node, Int, Int?)
  }

  private(set) var steps: [Step] = []
  /// The words of an expression that is nothing but words and `|`, by hash; nil for any other.
  private var words: [UInt64: [[UInt8]]]?
  /// For up to 512 steps: where each step leads without reading a byte, as bits.
  private var closures: [SIMD8<UInt64>] = []
  private var byteSets: [ByteSet] = []

  /// How many steps the bits of a `SIMD8` hold.
  private static let mostBits = 512

  /// Compiles an expression; nil if it is not well formed or needs more than 1,000 steps.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    guard let node = Self.alternatives(&bytes, depth: 0), bytes.isEmpty else { return nil }
    guard emit(node) else { return nil }
    steps.append(.match)
    words = Self.plainWords(text)
    if steps.count <= Self.mostBits { prepareBits() }
  }

  private static func plainWords(_ text: String) -> [UInt64: [[UInt8]]]? {
    let signs = Array("()[]{}.*+?\\^$".utf8)
    guard !text.utf8.contains(where: { signs.contains($0) }) else { return nil }
    var result: [UInt64: [[UInt8]]] = [:]
    for part in text.utf8.split(separator: 0x7C, omittingEmptySubsequences: false) {
      let word = Array(part)
      result[WordFolding.hash(word.span, 0, word.count), default: []].append(word)
    }
    return result
  }

  private mutating func prepareBits() {
    byteSets = steps.map { step in
      if case .bytes(let set) = step { set } else { ByteSet() }
    }
    for first in steps.indices {
      var list: [Int] = []
      var isIn = [Bool](repeating: false, count: steps.count)
      add(first, &list, &isIn)
      var bits = SIMD8<UInt64>()
      for step in list { bits[step / 64] |= 1 << UInt64(step % 64) }
      closures.append(bits)
    }
  }

  /// Creates an expression from its steps; nil if one of them leads nowhere.
  init?(steps: [Step]) {
    guard steps.last == .match else { return nil }
    for step in steps {
      switch step {
      case .split(let left, let right):
        guard steps.indices.contains(left), steps.indices.contains(right) else { return nil }
      case .jump(let target): guard steps.indices.contains(target) else { return nil }
      case .bytes, .match: break
      }
    }
    self.steps = steps
    if steps.count <= Self.mostBits { prepareBits() }
  }

  /// Traits that every token has which it matches: a number where it knows digits only, a capital where
  /// it begins with A to Z.
  var impliedTraits: TokenTraits {
    var digits = ByteSet()
    digits.insert(0x30...0x39)
    var capitals = ByteSet()
    capitals.insert(0x41...0x5A)
    let sets = steps.compactMap { step in
      if case .bytes(let set) = step { set } else { nil as ByteSet? }
    }
    var first: [Int] = []
    var isIn = [Bool](repeating: false, count: steps.count)
    add(0, &first, &isIn)
    if sets.isEmpty || first.contains(where: { steps[$0] == .match }) { return [] }
    if sets.allSatisfy({ $0.isSubset(of: digits) }) { return .number }
    let isCapital = first.allSatisfy { step in
      if case .bytes(let set) = steps[step] { set.isSubset(of: capitals) } else { false }
    }
    return isCapital ? .capitalized : []
  }

  /// Whether the whole of a range of a text matches.
  ///
  /// - Complexity: O(*n* · *m*) for *n* bytes and *m* steps.
  package func matches(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if let words {
      guard let candidates = words[WordFolding.hash(text, start, end)] else { return false }
      return candidates.contains { word in
        guard word.count == end - start else { return false }
        for index in word.indices where word[index] != text[start + index] { return false }
        return true
      }
    }
    if !closures.isEmpty { return matchesByBits(text, start, end) }
    return matchesBySteps(text, start, end)
  }

  private func matchesByBits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let words = (steps.count + 63) / 64
    var current = closures[0]
    for position in start..<end {
      let byte = text[position]
      var next = SIMD8<UInt64>()
      for word in 0..<words {
        var left = current[word]
        while left != 0 {
          let step = word * 64 + left.trailingZeroBitCount
          left &= left - 1
          if byteSets[step].contains(byte) { next |= closures[step + 1] }
        }
      }
      if next == SIMD8<UInt64>() { return false }
      current = next
    }
    let last = steps.count - 1
    return current[last / 64] >> UInt64(last % 64) & 1 == 1
  }

  private func matchesBySteps(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var current: [Int] = []
    var isIn = [Bool](repeating: false, count: steps.count)
    add(0, &current, &isIn)
    for position in start..<end {
      var next: [Int] = []
      var isNext = [Bool](repeating: false, count: steps.count)
      for step in current {
        if case .bytes(let set) = steps[step], set.contains(text[position]) {
          add(step + 1, &next, &isNext)
        }
      }
      if next.isEmpty { return false }
      current = next
    }
    return current.contains { steps[$0] == .match }
  }

  private func add(_ first: Int, _ list: inout [Int], _ isIn: inout [Bool]) {
    var pending = [first]
    while let step = pending.popLast() {
      guard !isIn[step] else { continue }
      isIn[step] = true
      switch steps[step] {
      case .split(let left, let right): pending += [right, left]
      case .jump(let target): pending.append(target)
      case .bytes, .match: list.append(step)
      }
    }
  }

  private mutating func emit(_ node: Node) -> Bool {
    guard steps.count < 1_000 else { return false }
    switch node {
    case .bytes(let set): steps.append(.bytes(set))
    case .sequence(let nodes):
      for node in nodes where !emit(node) { return false }
    case .alternatives(let nodes):
      var ends: [Int] = []
      for (index, node) in nodes.enumerated() {
        let split = steps.count
        if index < nodes.count - 1 { steps.append(.split(0, 0)) }
        guard emit(node) else { return false }
        if index < nodes.count - 1 {
          ends.append(steps.count)
          steps.append(.jump(0))
          steps[split] = .split(split + 1, steps.count)
        }
      }
      for end in ends { steps[end] = .jump(steps.count) }
    case .repeated(let node, let low, let high):
      for _ in 0..<low where !emit(node) { return false }
      guard let high else {
        let split = steps.count
        steps.append(.split(0, 0))
        guard emit(node) else { return false }
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
        return true
      }
      var splits: [Int] = []
      for _ in low..<max(low, high) {
        splits.append(steps.count)
        steps.append(.split(0, 0))
        guard emit(node) else { return false }
      }
      for split in splits { steps[split] = .split(split + 1, steps.count) }
    }
    return true
  }

  private static func alternatives(_ text: inout ArraySlice<UInt8>, depth: Int) -> Node? {
    guard depth < 16 else { return nil }
    var branches: [Node] = []
    while true {
      var items: [Node] = []
      while let byte = text.first, byte != 0x7C, byte != 0x29 {
        guard let atom = atom(&text, depth: depth), let item = repetition(atom, &text) else {
          return nil
        }
        items.append(item)
      }
      branches.append(.sequence(items))
      guard text.first == 0x7C else { return .alternatives(branches) }
      text.removeFirst()
    }
  }

  private static func repetition(_ atom: Node, _ text: inout ArraySlice<UInt8>) -> Node? {
    switch text.first {
    case 0x3F:
      text.removeFirst()
      return .repeated(atom, 0, 1)
    case 0x2A:
      text.removeFirst()
      return .repeated(atom, 0, nil)
    case 0x2B:
      text.removeFirst()
      return .repeated(atom, 1, nil)
    case 0x7B:
      guard let close = text.firstIndex(of: 0x7D) else { return nil }
      let inner = String(decoding: text[(text.startIndex + 1)..<close], as: UTF8.self)
      let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
      text = text[(close + 1)...]
      guard let low = Int(parts[0]), low <= 64 else { return nil }
      if parts.count == 1 { return .repeated(atom, low, low) }
      guard parts.count == 2 else { return nil }
      if parts[1].isEmpty { return .repeated(atom, low, nil) }
      guard let high = Int(parts[1]), high >= low, high <= 64 else { return nil }
      return .repeated(atom, low, high)
    default: return atom
    }
  }

  private static func atom(_ text: inout ArraySlice<UInt8>, depth: Int) -> Node? {
    guard let byte = text.popFirst() else { return nil }
    var set = ByteSet()
    switch byte {
    case 0x28:
      guard let inner = alternatives(&text, depth: depth + 1), text.popFirst() == 0x29 else {
        return nil
      }
      return inner
    case 0x2E: set.insert(0...255)
    case 0x5B: return byteClass(&text)
    case 0x5C:
      guard let escaped = text.popFirst() else { return nil }
      set = escape(escaped)
    case 0x2A, 0x2B, 0x3F, 0x7B, 0x5D: return nil
    default: set.insert(byte...byte)
    }
    return .bytes(set)
  }

  private static func escape(_ byte: UInt8) -> ByteSet {
    var set = ByteSet()
    switch byte {
    case 0x64: set.insert(0x30...0x39)
    case 0x77:
      set.insert(0x30...0x39)
      set.insert(0x41...0x5A)
      set.insert(0x61...0x7A)
      set.insert(0x5F...0x5F)
    default: set.insert(byte...byte)
    }
    return set
  }

  private static func byteClass(_ text: inout ArraySlice<UInt8>) -> Node? {
    var set = ByteSet()
    let isInverted = text.first == 0x5E
    if isInverted { text.removeFirst() }
    var isFirst = true
    while let byte = text.popFirst() {
      if byte == 0x5D, !isFirst {
        if isInverted { set.invert() }
        return .bytes(set)
      }
      isFirst = false
      if byte == 0x5C {
        guard let escaped = text.popFirst() else { return nil }
        let other = escape(escaped)
        for value in 0...UInt8.max where other.contains(value) { set.insert(value...value) }
      } else if text.first == 0x2D, let end = text.dropFirst().first, end != 0x5D {
        text = text.dropFirst(2)
        guard byte <= end else { return nil }
        set.insert(byte...end)
      } else {
        set.insert(byte...byte)
      }
    }
    return nil
  }
}
