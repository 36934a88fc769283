import AverModel

extension TokenScanner {
  /// `US$` `C$`: up to three capitals and a currency sign in front of a number are one token.
  mutating func scanPrefixedSign() -> Bool {
    let end = endOfCapitals(from: cursor)
    guard end > cursor, end - cursor <= 3, end < chunkEnd else { return false }
    let (traits, length) = character(at: end)
    guard traits.contains(.currency) else { return false }
    let signEnd = end + length
    guard signEnd == chunkEnd || isDigit(signEnd) else { return false }
    emit(to: signEnd, .currency)
    return true
  }

  /// The end of `$US` or `$A` in `$US150`, or alone in a list, whose sign ends at `signEnd`.
  func endOfSignedCode(_ signEnd: Int) -> Int? {
    let end = endOfCapitals(from: signEnd)
    return end > signEnd && end - signEnd <= 3 && (end == chunkEnd || isDigit(end)) ? end : nil
  }

  /// `CHF250m` `Rs500` `R1.2bn`: the code of a currency is a token, the number after it another.
  mutating func scanCurrencyCode() -> Bool {
    guard text[cursor] >= 0x41, text[cursor] <= 0x5A else { return false }
    var end = cursor
    while end - cursor < 5, characters.traits(ofByte: byte(end)).contains(.letter) { end += 1 }
    guard end - cursor < 5, isDigit(end), classes(cursor, end).contains(.currencyPrefix) else {
      return false
    }
    let digitsEnd = endOfDigits(from: end)
    let hasFraction =
      (byte(digitsEnd) == UInt8(ascii: ".") || byte(digitsEnd) == UInt8(ascii: ","))
      && isDigit(digitsEnd + 1)
    if end - cursor == 1, !hasFraction, !isScale(digitsEnd, endOfWordRun(from: digitsEnd)) {
      return false
    }
    emit(to: end)
    return true
  }

  private func isScale(_ start: Int, _ end: Int) -> Bool {
    matches(start, end, "m") || matches(start, end, "bn") || matches(start, end, "mn")
      || matches(start, end, "tn") || matches(start, end, "trn")
  }

  private func endOfCapitals(from start: Int) -> Int {
    var end = start
    while byte(end) >= 0x41, byte(end) <= 0x5A, end - start < 4 { end += 1 }
    return end
  }
}
