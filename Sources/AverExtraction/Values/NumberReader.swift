import AverModel

/// Reads a number in digits, words or both: `1,200.5`, `two and a half`, `half a million`, `9-7/8`.
struct NumberReader {
  private var total = ExactDecimal(0)
  private var hasTotal = false
  private var current: ExactDecimal?
  private var lastScale: ExactDecimal?
  private var isNegative = false
  private var hasLink = false
  private var decimalDigits: String?
  /// What stood before `and`: the whole part of `two and three fifths`.
  private var wholePart: ExactDecimal?

  /// The number that a text writes; nil if it writes none.
  static func number(in text: String) -> ExactDecimal? {
    var reader = NumberReader()
    for part in parts(of: text) {
      guard reader.read(part) else { return nil }
    }
    return reader.result
  }

  /// The text cut into runs of digits, with their separators, and words; a hyphen between the two
  /// joins nothing, one before the first is a sign.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var partHasDigits = false
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
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
        parts.append(part)
        part = ""
        partHasDigits = false
      }
      if isDigit(scalar) || fractions[scalar] != nil {
        partHasDigits = true
        part.unicodeScalars.append(scalar)
      } else if belongs {
        part.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        part.unicodeScalars.append(scalar)
      } else if scalar == "-" || scalar == "\u{2212}" || scalar == "\u{2013}", parts.isEmpty {
        parts.append("minus")
      } else if scalar == "&" {
        parts.append("&")
      } else if !scalar.properties.isWhitespace, !isDash(scalar) {
        parts.append(String(scalar))
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" || scalar == "\u{2013}"
      || scalar == "\u{2212}" || scalar == "'"
  }

  private mutating func read(_ part: String) -> Bool {
    if let digits = NumberReader.digits(part) { return add(digits) }
    guard let word = NumberWord(part.lowercased()) else { return false }
    switch word {
    case .units(let number):
      if let digits = decimalDigits {
        decimalDigits = digits + String(number)
        return true
      }
      return add(ExactDecimal(number))
    case .hundred: return multiplyCurrent(by: ExactDecimal(100))
    case .dozen: return multiplyCurrent(by: ExactDecimal(12))
    case .scale(let scale): return close(with: scale)
    case .part(let count): return addPart(of: count)
    case .link:
      hasLink = true
      return true
    case .minus:
      isNegative = true
      return current == nil && !hasTotal
    case .point:
      decimalDigits = ""
      return current != nil
    }
  }

  private mutating func add(_ number: ExactDecimal) -> Bool {
    guard let present = current else {
      current = number
      return true
    }
    if hasLink, present < ExactDecimal(100), wholePart == nil {
      wholePart = present
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

  private mutating func multiplyCurrent(by factor: ExactDecimal) -> Bool {
    current = (current ?? ExactDecimal(1)).multiplied(by: factor)
    return current != nil
  }

  private mutating func addPart(of count: Int) -> Bool {
    if let present = current, let whole = wholePart {
      current = present.divided(by: count)?.adding(whole)
      wholePart = nil
    } else if let present = current, !hasLink {
      current = present.divided(by: count)
    } else if let present = current {
      current = ExactDecimal(1).divided(by: count)?.adding(present)
    } else if hasTotal, let scale = lastScale {
      guard let sum = scale.divided(by: count)?.adding(total) else { return false }
      total = sum
      return true
    } else {
      current = ExactDecimal(1).divided(by: count)
    }
    return current != nil
  }

  private mutating func close(with scale: ExactDecimal) -> Bool {
    finishDecimals()
    if current == nil, hasTotal {
      guard let product = total.multiplied(by: scale) else { return false }
      total = product
    } else {
      guard let product = (current ?? ExactDecimal(1)).multiplied(by: scale),
        let sum = total.adding(product)
      else { return false }
      total = sum
    }
    current = nil
    hasTotal = true
    hasLink = false
    lastScale = scale
    return true
  }

  private mutating func finishDecimals() {
    guard let digits = decimalDigits, let present = current,
      let decimals = ExactDecimal("0." + digits)
    else { return }
    current = present.adding(decimals)
    decimalDigits = nil
  }

  private var result: ExactDecimal? {
    // `two and three` is no number.
    guard wholePart == nil else { return nil }
    var reader = self
    reader.finishDecimals()
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
