import AverModel

/// The number or letter of an item in a list that runs on in one paragraph: `1.` `2)` `b.` `3.)`.
struct ListMarker {
  /// The place in the list: 1 for `1` and `a`.
  let number: Int
  /// What stands after the number or letter.
  let isBracketed: Bool
  let isLetter: Bool

  /// The marker that begins at a token, if one does.
  init?(at index: Int, of tokens: [Token], in text: [UInt8], before end: Int) {
    guard index + 1 < end else { return nil }
    let token = tokens[index]
    let count = token.end - token.start
    guard count <= 2, tokens[index + 1].traits.contains(.glued) else { return nil }
    var value = 0
    if token.traits.contains(.number) {
      for digit in token.start..<token.end { value = value * 10 + Int(text[digit]) - 0x30 }
      isLetter = false
    } else {
      guard count == 1, token.traits.contains(.lowerCase) else { return nil }
      value = Int(text[token.start]) - 0x60
      isLetter = true
    }
    switch text[tokens[index + 1].start] {
    case UInt8(ascii: ")"): isBracketed = true
    case UInt8(ascii: "."): isBracketed = false
    default: return nil
    }
    number = value
  }

  /// Whether the other marker numbers the item after this one.
  func isFollowed(by other: ListMarker) -> Bool {
    other.number == number + 1 && other.isBracketed == isBracketed && other.isLetter == isLetter
  }
}
