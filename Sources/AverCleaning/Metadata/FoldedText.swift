/// Text of attributes and scripts as a person would read it.
enum FoldedText {
  /// Character references decoded, tags removed, white space folded and trimmed.
  static func value(of bytes: [UInt8]) -> String {
    if let plain = plainValue(of: bytes) { return plain }
    let text = bytes.span
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    func add(_ scalar: Unicode.Scalar) {
      if CleanTextBuilder.isInvisible(scalar.value) { return }
      if CleanTextBuilder.isSpace(scalar.value) {
        isSpacePending = !result.isEmpty
        return
      }
      if isSpacePending { result.append(" ") }
      isSpacePending = false
      result.append(scalar)
    }
    var position = 0
    var plainStart = 0
    func addPlain(to end: Int) {
      guard plainStart < end else { return }
      for scalar in String(decoding: bytes[plainStart..<end], as: UTF8.self).unicodeScalars {
        add(scalar)
      }
    }
    while position < text.count {
      if text[position] == 0x26, let reference = CharacterReference(text, at: position) {
        addPlain(to: position)
        for scalar in reference.scalars { add(scalar) }
        position = reference.end
        plainStart = position
      } else if text[position] == 0x3C, position + 1 < text.count,
        ASCII.isLetter(text[position + 1]) || text[position + 1] == 0x2F,
        let close = ASCII.find(">", in: text, from: position, to: min(text.count, position + 200))
      {
        addPlain(to: position)
        position = close + 1
        plainStart = position
      } else {
        position += 1
      }
    }
    addPlain(to: text.count)
    return String(result)
  }

  /// The same of ASCII without references and tags; nil for other bytes.
  private static func plainValue(of bytes: [UInt8]) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isSpacePending = false
    for byte in bytes {
      guard byte < 0x80, byte != 0x26, byte != 0x3C else { return nil }
      if CleanTextBuilder.isInvisible(UInt32(byte)) { continue }
      if CleanTextBuilder.isSpace(UInt32(byte)) {
        isSpacePending = !result.isEmpty
        continue
      }
      if isSpacePending { result.append(0x20) }
      isSpacePending = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words of a text in lower case, for comparing.
  static func words(_ text: String) -> [Substring] {
    let lowered = text.lowercased()
    guard lowered.utf8.allSatisfy({ $0 < 0x80 }) else {
      return lowered.split { !($0.isLetter || $0.isNumber) }
    }
    return lowered.utf8.split { !(ASCII.isLetter($0) || ASCII.isDigit($0)) }.map { Substring($0) }
  }
}
