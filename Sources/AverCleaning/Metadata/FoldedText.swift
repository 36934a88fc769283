/// Text of attributes and scripts as a person would read it.
enum FoldedText {
  /// Character references decoded, tags removed, white space folded and trimmed.
  static func value(of bytes: [UInt8]) -> String {
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

  /// The words of a text in lower case, for comparing.
  static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }
  }
}
