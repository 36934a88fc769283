import AverModel

/// Replaces what no text may hold by U+FFFD and keeps where each byte came from.
struct CharacterRepair {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets = OffsetMap()

  init(capacity: Int) { bytes.reserveCapacity(capacity + capacity / 64 + 16) }

  /// Appends bytes of the file that are read as UTF-8.
  mutating func append(_ text: Span<UInt8>, from start: Int) {
    var position = start
    var runStart = start
    while position < text.count {
      let (count, isGood) = character(in: text, at: position)
      if isGood {
        position += count
        continue
      }
      appendRun(text, runStart, position)
      appendReplacement(of: text[position], source: position, sourceEnd: position + count)
      position += count
      runStart = position
    }
    appendRun(text, runStart, text.count)
  }

  /// Appends converted text.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - sources: For each byte of the text, where its character begins among the converted bytes.
  ///   - sourceCount: The number of converted bytes.
  ///   - sourceStart: Where the converted bytes begin in the file.
  mutating func append(
    _ text: Span<UInt8>,
    sources: [Int32],
    sourceCount: Int,
    sourceStart: Int
  ) {
    var position = 0
    while position < text.count {
      let (count, isGood) = character(in: text, at: position)
      let next = position + count
      let source = Int(sources[position]) + sourceStart
      let sourceEnd = (next < text.count ? Int(sources[next]) : sourceCount) + sourceStart
      if isGood {
        for place in position..<next { bytes.append(text[place]) }
        offsets.append(cleanCount: count, source: source, sourceEnd: max(source, sourceEnd))
      } else {
        appendReplacement(of: text[position], source: source, sourceEnd: max(source, sourceEnd))
      }
      position = next
    }
  }

  private func character(in text: Span<UInt8>, at position: Int) -> (count: Int, isGood: Bool) {
    let byte = text[position]
    if byte < 0x80 { return (1, !UTF8Validation.isForbidden(byte)) }
    let part = UTF8Validation.part(in: text, at: position)
    return (
      part.count, part.isValid && !UTF8Validation.isNonCharacter(text, position, part.count)
    )
  }

  private mutating func appendRun(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    for place in start..<end { bytes.append(text[place]) }
    offsets.append(cleanCount: end - start, source: start, sourceEnd: end)
  }

  private mutating func appendReplacement(of byte: UInt8, source: Int, sourceEnd: Int) {
    // A form feed is white space to everyone but XML.
    guard byte != 0x0C else {
      bytes.append(0x20)
      offsets.append(cleanCount: 1, source: source, sourceEnd: sourceEnd)
      return
    }
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    offsets.append(cleanCount: 3, source: source, sourceEnd: sourceEnd)
  }
}
