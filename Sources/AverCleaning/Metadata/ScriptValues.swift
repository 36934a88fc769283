import AverModel

/// Finds texts that the scripts of a page keep under known keys, as `"key":"value"`.
struct ScriptValues {
  /// No value that is asked for is longer.
  private static let longestValue = 40
  /// A page whose scripts have more of them is a list.
  private static let limit = 40

  private let text: [UInt8]
  private let scripts: [ByteRange]

  /// - Parameters:
  ///   - text: The page.
  ///   - scripts: Where the bodies of its scripts are in it.
  init(_ text: [UInt8], scripts: [ByteRange]) {
    self.text = text
    self.scripts = scripts
  }

  /// The places of the values of some keys, in order.
  func values(of keys: [String]) -> [ByteRange] {
    let hashes = Set(keys.map { Self.hash(Array($0.utf8)[...]) })
    let longest = keys.map(\.utf8.count).max() ?? 0
    let bytes = text.span
    var result: [ByteRange] = []
    for script in scripts {
      var position = script.start
      var lastQuote = -1
      while position < script.end, result.count < Self.limit {
        defer { position += 1 }
        guard bytes[position] == 0x22 else { continue }
        let keyStart = lastQuote + 1
        lastQuote = position
        // An escaped quote ends a key too, in JSON that is a string of a script.
        let keyEnd = position > 0 && bytes[position - 1] == 0x5C ? position - 1 : position
        guard position + 1 < script.end, bytes[position + 1] == 0x3A, keyStart > 0,
          keyEnd > keyStart, keyEnd - keyStart <= longest,
          hashes.contains(Self.hash(text[keyStart..<keyEnd]))
        else { continue }
        if let value = value(bytes, from: position + 2, to: script.end) { result.append(value) }
      }
    }
    return result
  }

  private func value(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> ByteRange? {
    var start = start
    while start < end, ASCII.isSpace(bytes[start]) || bytes[start] == 0x5C { start += 1 }
    guard start < end, bytes[start] == 0x22 else { return nil }
    start += 1
    var position = start
    let limit = min(end, start + Self.longestValue)
    while position < limit, bytes[position] != 0x22, bytes[position] != 0x5C { position += 1 }
    return position < limit && position > start ? ByteRange(start, position) : nil
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
