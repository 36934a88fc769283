import AverModel

extension TokenScanner {
  /// Takes a page address, mailbox, handle or hash tag at the cursor as one token.
  mutating func scanAddress() -> Bool {
    let first = text[cursor]
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") { return scanHandle() }
    guard characters.traits(ofByte: first).contains(.letter) || isDigit(cursor) else {
      return false
    }
    // An address begins where a word begins: not after a letter or digit of the same chunk.
    if cursor > chunkStart, !isBoundary(before: cursor) { return false }
    return scanPageAddress() || scanMailbox()
  }

  private func isBoundary(before index: Int) -> Bool {
    let before = text[index - 1]
    return before >= 0x80
      || characters.traits(ofByte: before).isDisjoint(with: [.letter, .digit, .connector])
  }

  /// `@aver_news` `#energy`: the sign and a word that has a letter.
  private mutating func scanHandle() -> Bool {
    guard cursor == chunkStart || isBoundary(before: cursor) else { return false }
    let end = endOfWordRun(from: cursor + 1)
    guard end > cursor + 1, !isDigit(cursor + 1) || text[cursor] == UInt8(ascii: "@") else {
      return false
    }
    emit(to: end, .address)
    return true
  }

  private mutating func scanPageAddress() -> Bool {
    guard hasScheme() else { return scanDomainWithPath() }
    emit(to: endOfAddress(), .address)
    return true
  }

  /// `www.example.com`, which needs none of the signs that addresses are looked for by.
  mutating func scanWebAddress() -> Bool {
    guard WordFolding.foldedASCII(text[cursor]) == UInt8(ascii: "w"),
      matches(cursor, cursor + 4, "www."), cursor + 4 < chunkEnd
    else { return false }
    emit(to: endOfAddress(), .address)
    return true
  }

  /// `https://` and the like: a word of at most ten letters, a colon and two strokes.
  private func hasScheme() -> Bool {
    var index = cursor
    while index - cursor < 10, characters.traits(ofByte: byte(index)).contains(.letter) {
      index += 1
    }
    return byte(index) == UInt8(ascii: ":") && byte(index + 1) == UInt8(ascii: "/")
      && byte(index + 2) == UInt8(ascii: "/") && index + 3 < chunkEnd
  }

  /// Takes a known domain with a path, such as `example.com/page`.
  ///
  /// Without a path it is an ordinary word.
  private mutating func scanDomainWithPath() -> Bool {
    var index = cursor
    var labelStart = cursor
    while index < chunkEnd, index - cursor < 64 {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        labelStart = index + 1
      } else if byte == UInt8(ascii: "/") {
        guard labelStart > cursor, isDomainLabel(labelStart, index) else { return false }
        emit(to: endOfAddress(), .address)
        return true
      } else if byte != UInt8(ascii: "-"),
        characters.traits(ofByte: byte).isDisjoint(with: [.letter, .digit])
      {
        return false
      }
      index += 1
    }
    return false
  }

  /// `press@example.com`: a local part of at most 64 bytes, as in RFC 5321, and a domain.
  private mutating func scanMailbox() -> Bool {
    var index = cursor
    while index < chunkEnd, index - cursor <= 64, text[index] != UInt8(ascii: "@") {
      guard isMailboxByte(text[index]) else { return false }
      index += 1
    }
    guard byte(index) == UInt8(ascii: "@"), index > cursor else { return false }
    var end = index + 1
    var stops = 0
    while end < chunkEnd {
      let byte = text[end]
      if byte == UInt8(ascii: ".") {
        guard end > index + 1, isLetter(end + 1) || isDigit(end + 1) else { break }
        stops += 1
      } else if byte != UInt8(ascii: "-"),
        characters.traits(ofByte: byte).isDisjoint(with: [.letter, .digit])
      {
        break
      }
      end += 1
    }
    guard stops > 0 else { return false }
    emit(to: end, .address)
    return true
  }

  private func isMailboxByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "_"),
      UInt8(ascii: "%"):
      true
    default: !characters.traits(ofByte: byte).isDisjoint(with: [.letter, .digit])
    }
  }

  /// The end of the chunk without the punctuation that ends the sentence rather than the address.
  private mutating func endOfAddress() -> Int {
    var end = cursor
    var last = cursor
    var openBrackets = 0
    while end < chunkEnd {
      let (traits, length) = character(at: end)
      let byte = text[end]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || traits.contains(.quote) {
        break
      }
      end += length
      if byte == UInt8(ascii: "(") {
        openBrackets += 1
      } else if byte == UInt8(ascii: ")"), openBrackets > 0 {
        openBrackets -= 1
        last = end
      } else if traits.isDisjoint(with: .punctuation)
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
      {
        last = end
      }
    }
    return last
  }

  /// Whether a label, such as `com`, ends names of hosts.
  func isDomainLabel(_ start: Int, _ end: Int) -> Bool {
    classes(start, end).contains(.domainLabel)
  }
}
