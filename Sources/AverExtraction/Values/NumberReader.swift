import AverModel

/// Reads a number in digits, words or both: `1,200.5`, `two and a half`, `half a million`, `9-7/8`.
struct NumberReader {
  private var total = ExactDecimal(0)
  private var hasTotal = false
  private var current: ExactDecimal?
  private var lastScale: ExactDecimal?
  private var isNegative = false
  private var decimals: Decimals?
  /// What stood before `and`: the whole part of `two and three fifths`.
  private var wholePart: ExactDecimal?
  /// Whether `and` follows a scale at once: `a million and a half`.
  private var isAddedToScale = false
  /// Whether the number since the last scale is a part of it, as the half of `a million and a half`.
  private var isPartOfScale = false
  /// What the last word was.
  private var last = LastWord.other
  /// Tens that a numerator stands before: they can only begin a denominator.
  private var pendingTens: Int?

  private enum LastWord {
    /// A number or `a`, which may count parts: the three of `three twenty-firsts`.
    case numerator
    case tens
    case other
  }

  /// Digits in words behind `point`.
  private struct Decimals {
    var digits = ""
    var hasTens = false
  }

  /// The number that a text writes; nil if it writes none.
  static func number(in text: String) -> ExactDecimal? {
    let parts = parts(of: text)
    if let bar = parts.firstIndex(where: { $0.lowercased() == "over" }) {
      // `one over twenty`.
      guard let under = number(in: parts[(bar + 1)...])?.wholeNumber, under > 0 else { return nil }
      return number(in: parts[..<bar])?.divided(by: under)
    }
    return number(in: parts[...])
  }

  private static func number(in parts: ArraySlice<String>) -> ExactDecimal? {
    var reader = NumberReader()
    for part in parts {
      guard reader.read(part) else { return nil }
    }
    return reader.result
  }

  /// The text cut into runs of digits, with their separators, and words.
  ///
  /// A hyphen between the two joins nothing, one before the first is a sign. Groups of three digits with spaces between
  /// them, `40 000`, are one run.
  private static func parts(of text: String) -> [String] {
    // `.5 percent`, as American papers write.
    if text.utf8.first == 0x2E, let next = text.utf8.dropFirst().first, next >= 0x30, next <= 0x39 {
      return parts(of: "0" + text)
    }
    var parts: [String] = []
    var part = ""
    var partHasDigits = false
    /// Whether only a space stands between the last two runs.
    var isSpaced = false
    /// Whether the last run is one of groups already.
    var isGrouped = false
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
    func finish() {
      guard !part.isEmpty else { return }
      if isSpaced, let before = parts.last, hasDigits(part, 3...3),
        isGrouped || hasDigits(before, 1...3)
      {
        parts[parts.count - 1] = before + part
        isGrouped = true
      } else {
        parts.append(part)
        isGrouped = false
      }
      part = ""
      partHasDigits = false
      isSpaced = false
    }
    for scalar in text.unicodeScalars {
      let belongs: Bool
      if isDigit(scalar) || fractions[scalar] != nil {
        belongs = part.isEmpty || partHasDigits
      } else if scalar == "." || scalar == "," || scalar == "/" || scalar == "'" {
        belongs = partHasDigits
      } else {
        belongs = scalar.properties.isAlphabetic && !partHasDigits
      }
      if !belongs, !part.isEmpty {
        // `A380` is a name, not a number.
        if !partHasDigits, isDigit(scalar) { parts.append("?") }
        finish()
      }
      if isDigit(scalar) || fractions[scalar] != nil {
        partHasDigits = true
        part.unicodeScalars.append(scalar)
      } else if belongs || scalar.properties.isAlphabetic {
        part.unicodeScalars.append(scalar)
      } else if scalar == "-" || scalar == "\u{2212}" || scalar == "\u{2013}", parts.isEmpty {
        parts.append("minus")
      } else if scalar.properties.isWhitespace {
        isSpaced = true
      } else {
        isSpaced = false
        if !isDash(scalar) { parts.append(String(scalar)) }
      }
    }
    finish()
    return parts
  }

  private static func hasDigits(_ run: String, _ count: ClosedRange<Int>) -> Bool {
    count.contains(run.utf8.count) && run.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" || scalar == "\u{2013}"
      || scalar == "\u{2212}" || scalar == "'"
  }

  private mutating func read(_ part: String) -> Bool {
    if let digits = NumberReader.digits(part) {
      last = .numerator
      // `40 5` are two numbers, `9 7/8` is one.
      return (current == nil || digits.exponent < 0) && add(digits)
    }
    guard let word = NumberWord(part.lowercased()) else { return false }
    let before = last
    last = .other
    switch word {
    case .units(let number):
      last = number >= 20 ? .tens : .numerator
      if decimals != nil {
        addDecimals(number)
        return true
      }
      if case .numerator = before, number >= 20, current.map({ $0 < ExactDecimal(20) }) ?? true {
        // Of the denominator of `three twenty-firsts`.
        pendingTens = number
        return true
      }
      return add(ExactDecimal(number))
    case .hundred: return multiplyCurrent(by: ExactDecimal(100))
    case .dozen: return multiplyCurrent(by: ExactDecimal(12))
    case .scale(let scale): return close(with: scale)
    case .part(let count, let isRank): return addPart(of: count, isRank: isRank, after: before)
    case .article:
      last = .numerator
      return pendingTens == nil
    case .and:
      guard pendingTens == nil else { return false }
      if let present = current, wholePart == nil {
        wholePart = present
        current = nil
      } else {
        isAddedToScale = hasTotal && current == nil
      }
      return true
    case .link: return pendingTens == nil
    case .minus:
      isNegative = true
      return current == nil && !hasTotal
    case .point:
      decimals = Decimals()
      return current != nil
    }
  }

  private mutating func add(_ number: ExactDecimal) -> Bool {
    guard let present = current else {
      current = number
      return true
    }
    // `nineteen twenty` and `3 4` are no sums.
    guard number < present, number.exponent < 0 || !(present < ExactDecimal(20)) else {
      return false
    }
    current = present.adding(number)
    return current != nil
  }

  /// Digits behind the point, one by one or in pairs: `point two five`, `point twenty-five`.
  private mutating func addDecimals(_ number: Int) {
    guard var found = decimals else { return }
    if found.hasTens, number > 0, number < 10 {
      found.digits = String(found.digits.dropLast()) + String(number)
      found.hasTens = false
    } else {
      found.digits += String(number)
      found.hasTens = number >= 20
    }
    decimals = found
  }

  /// Puts what stood before `and` and what stands behind it together: `a hundred and three`.
  private mutating func join() -> Bool {
    finishDecimals()
    guard let whole = wholePart else { return true }
    guard let present = current, present < ExactDecimal(100), !(whole < ExactDecimal(100)) else {
      return false
    }
    wholePart = nil
    current = whole.adding(present)
    return current != nil
  }

  private mutating func multiplyCurrent(by factor: ExactDecimal) -> Bool {
    guard pendingTens == nil else { return false }
    current = (current ?? ExactDecimal(1)).multiplied(by: factor)
    return current != nil
  }

  private mutating func addPart(of count: Int, isRank: Bool, after before: LastWord) -> Bool {
    var count = count
    if let tens = pendingTens {
      guard count < 10 else { return false }
      count += tens
      pendingTens = nil
    } else if isRank {
      // `twenty-first` and `second` are ranks.
      if case .tens = before { return false }
      guard count > 2 else { return false }
    }
    let numerator = current ?? ExactDecimal(1)
    let hasNumerator = current != nil
    if let whole = wholePart {
      wholePart = nil
      // `one hundred and three quarters`, but `one hundred and thirty fifths`.
      if numerator < ExactDecimal(count) {
        current = numerator.divided(by: count)?.adding(whole)
      } else {
        current = numerator.adding(whole)?.divided(by: count)
      }
    } else {
      isPartOfScale = hasTotal && (isAddedToScale || !hasNumerator)
      current = numerator.divided(by: count)
    }
    return current != nil
  }

  private mutating func close(with scale: ExactDecimal) -> Bool {
    guard pendingTens == nil, join() else { return false }
    if current == nil, hasTotal {
      guard let product = total.multiplied(by: scale) else { return false }
      total = product
    } else {
      // `5 million 3 billion` are two numbers.
      if hasTotal, let before = lastScale, !(scale < before) { return false }
      guard let product = (current ?? ExactDecimal(1)).multiplied(by: scale),
        let sum = total.adding(product)
      else { return false }
      total = sum
    }
    current = nil
    hasTotal = true
    isAddedToScale = false
    isPartOfScale = false
    lastScale = scale
    return true
  }

  private mutating func finishDecimals() {
    guard let digits = decimals?.digits, let present = current,
      let added = ExactDecimal("0." + digits)
    else { return }
    current = present.adding(added)
    decimals = nil
  }

  private var result: ExactDecimal? {
    var reader = self
    // `two and three` is no number.
    guard pendingTens == nil, reader.join() else { return nil }
    if reader.isPartOfScale, let part = reader.current, let scale = lastScale {
      reader.current = part.multiplied(by: scale)
    }
    let sum: ExactDecimal?
    switch (reader.current, hasTotal) {
    case (let current?, true): sum = total.adding(current)
    case (let current?, false): sum = current
    case (nil, true): sum = total
    case (nil, false): sum = nil
    }
    return isNegative ? sum?.multiplied(by: ExactDecimal(-1)) : sum
  }

  /// A number in digits with separators, a fraction (`7/8`, `5½`) included.
  private static func digits(_ text: String) -> ExactDecimal? {
    guard let last = text.unicodeScalars.last else { return nil }
    if let fraction = fractions[last] {
      guard let part = ExactDecimal(fraction.over).divided(by: fraction.under) else { return nil }
      let whole = text.unicodeScalars.dropLast()
      if whole.isEmpty { return part }
      return digits(String(String.UnicodeScalarView(whole)))?.adding(part)
    }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    if halves.count == 2, let under = Int(halves[1]), under > 0 {
      return digits(String(halves[0]))?.divided(by: under)
    }
    return ExactDecimal(withoutSeparators(text))
  }

  /// The digits with a point for the decimal mark and without separators of thousands.
  private static func withoutSeparators(_ text: String) -> String {
    let text = text.filter { $0 != "'" }
    let stops = text.count { $0 == "." }
    let commas = text.count { $0 == "," }
    if stops > 1, commas <= 1 {
      // 1.234.567,8
      return String(text.filter { $0 != "." }.map { $0 == "," ? "." : $0 })
    }
    if commas == 1, stops == 0, let comma = text.firstIndex(of: ",") {
      let decimals = text[text.index(after: comma)...].count
      if decimals != 3 { return String(text.map { $0 == "," ? "." : $0 }) }
    }
    return text.filter { $0 != "," }
  }

  private static let fractions: [Unicode.Scalar: (over: Int, under: Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
  ]
}

extension ExactDecimal {
  /// The quotient, rounded half up to twelve decimals where it does not end before.
  func divided(by divisor: Int) -> ExactDecimal? {
    guard divisor > 0 else { return nil }
    let digits: Int64 = 1_000_000_000_000
    let whole = significand / Int64(divisor)
    let rest = significand % Int64(divisor)
    guard abs(rest) < Int64.max / digits else { return nil }
    let scaled = rest * digits
    let rounding = Int64(divisor) / 2 * scaled.signum()
    let decimals = (scaled + rounding) / Int64(divisor)
    return ExactDecimal(significand: whole, exponent: exponent)
      .adding(ExactDecimal(significand: decimals, exponent: exponent - 12))
  }
}
