/// The bytes that a step of a token expression accepts.
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

  mutating func invert() {
    low = ~low
    second = ~second
    third = ~third
    high = ~high
  }
}

/// A token expression as it is written: characters, `.`, classes (`[a-z]`, `[^0-9]`, `\d`, `\w`), groups,
/// `|`, `? * +` and `{n,m}`; nothing that could need backtracking.
indirect enum TokenExpressionSyntax {
  case bytes(ByteSet)
  case sequence([TokenExpressionSyntax])
  case alternatives([TokenExpressionSyntax])
  case repeated(TokenExpressionSyntax, Int, Int?)

  /// Reads an expression; nil if it is not well formed.
  static func parse(_ text: String) -> TokenExpressionSyntax? {
    var rest = Array(text.utf8)[...]
    guard let node = alternatives(&rest, depth: 0), rest.isEmpty else { return nil }
    return node
  }

  /// The fewest and the most bytes of a match; more than `limit` count as `limit`.
  func lengths(upTo limit: Int) -> ClosedRange<Int> {
    switch self {
    case .bytes: return 1...1
    case .sequence(let items):
      let each = items.map { $0.lengths(upTo: limit) }
      let least = each.reduce(0) { min($0 + $1.lowerBound, limit) }
      return least...each.reduce(0) { min($0 + $1.upperBound, limit) }
    case .alternatives(let branches):
      let each = branches.map { $0.lengths(upTo: limit) }
      return (each.map(\.lowerBound).min() ?? 0)...(each.map(\.upperBound).max() ?? 0)
    case .repeated(let inner, let low, let high):
      let once = inner.lengths(upTo: limit)
      let most = high.map { min($0 * once.upperBound, limit) } ?? (once.upperBound > 0 ? limit : 0)
      return min(low * once.lowerBound, limit)...most
    }
  }

  private static func alternatives(
    _ text: inout ArraySlice<UInt8>,
    depth: Int
  ) -> TokenExpressionSyntax? {
    guard depth < 16 else { return nil }
    var branches: [TokenExpressionSyntax] = []
    while true {
      var items: [TokenExpressionSyntax] = []
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

  private static func repetition(
    _ atom: TokenExpressionSyntax,
    _ text: inout ArraySlice<UInt8>
  ) -> TokenExpressionSyntax? {
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

  private static func atom(_ text: inout ArraySlice<UInt8>, depth: Int) -> TokenExpressionSyntax? {
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

  private static func byteClass(_ text: inout ArraySlice<UInt8>) -> TokenExpressionSyntax? {
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
