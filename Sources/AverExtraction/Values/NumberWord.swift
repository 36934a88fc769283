import AverModel

/// What a word adds to a number written in words.
enum NumberWord {
  /// Zero to nineteen, and the tens.
  case units(Int)
  case hundred
  case dozen
  /// A power of ten from a thousand up, or a lakh or crore.
  case scale(ExactDecimal)
  /// `half`, `third` …: one of so many parts.
  case part(Int)
  /// `a`, `and`, `of`: belong to a number and add nothing.
  case link
  case minus
  case point

  /// The word's part in a number; nil if it has none.
  init?(_ word: String) {
    if let units = NumberWord.units[word] {
      self = .units(units)
    } else if let power = NumberWord.scales[word] {
      self = .scale(ExactDecimal(significand: 1, exponent: power))
    } else if let parts = NumberWord.parts[word] {
      self = .part(parts)
    } else {
      switch word {
      case "hundred": self = .hundred
      case "dozen": self = .dozen
      case "a", "an", "and", "of", "the", "&": self = .link
      case "minus", "negative": self = .minus
      case "point": self = .point
      default: return nil
      }
    }
  }

  /// The rank that an ordinal word or ordinal digits name: 3 for `third` and `3rd`.
  static func ordinal(_ word: String) -> Int? {
    if let rank = ordinals[word] { return rank }
    let digits = word.prefix { $0.isNumber }
    guard let rank = Int(digits), ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else { return nil }
    return rank
  }

  private static let units: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  private static let scales: [String: Int] = [
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "lakh": 5,
    "crore": 7,
  ]

  private static let parts: [String: Int] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
    "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
    "tenths": 10, "hundredth": 100, "hundredths": 100,
  ]

  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
  ]
}
