/// Looks for the encoding that a page declares: in `meta` tags and in an XML declaration.
enum EncodingPrescan {
  /// The declared encoding, if there is one within the limit and it is known.
  static func encoding(in bytes: Span<UInt8>, limit: Int) -> CharacterEncoding? {
    let end = min(limit, bytes.count)
    var position = 0
    while position < end {
      guard bytes[position] == 0x3C else {
        position += 1
        continue
      }
      if ASCII.hasPrefix("!--", in: bytes, at: position + 1) {
        position = ASCII.find("-->", in: bytes, from: position + 4, to: end) ?? end
      } else if ASCII.hasPrefix("meta", in: bytes, at: position + 1)
        || ASCII.hasPrefix("?xml", in: bytes, at: position + 1)
      {
        let close = ASCII.find(">", in: bytes, from: position, to: end) ?? end
        if let label = label(in: bytes, from: position, to: close),
          let encoding = CharacterEncoding(label: label)
        {
          return encoding
        }
        position = close
      } else {
        position += 1
      }
    }
    return nil
  }

  /// The value behind `charset=` or `encoding=` in a tag.
  private static func label(in bytes: Span<UInt8>, from start: Int, to end: Int) -> [UInt8]? {
    guard
      let key = ASCII.find("charset", in: bytes, from: start, to: end).map({ $0 + 7 })
        ?? ASCII.find("encoding", in: bytes, from: start, to: end).map({ $0 + 8 })
    else { return nil }
    var position = key
    while position < end, ASCII.isSpace(bytes[position]) { position += 1 }
    guard position < end, bytes[position] == 0x3D else { return nil }
    position += 1
    var label: [UInt8] = []
    while position < end {
      let byte = bytes[position]
      position += 1
      let isDelimiter = ASCII.isSpace(byte) || byte == 0x22 || byte == 0x27 || byte == 0x3B
      if !isDelimiter { label.append(byte) }
      if isDelimiter, !label.isEmpty { break }
    }
    return label.isEmpty ? nil : label
  }
}
