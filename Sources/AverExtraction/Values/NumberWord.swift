import AverModel

/// What a word adds to a number written in words.
enum NumberWord {
  /// Zero to nineteen, and the tens.
  case units(Int)
  case hundred
  case dozen
  /// A power of ten from a thousand up, or a lakh or crore.
  case scale(ExactDecimal)
  /// `half`, `third`, `thirds` …: one of so many parts. One named like a rank, `third`, may be
  /// the end of an ordinal.
  case part(Int, isRank: Bool)
  /// `a`: one of what follows.
  case article
  case and
  /// `of`, `the`: belong to a number and add nothing.
  case link
  case minus
  case point

  /// The word's part in a number; nil if it has none.
  init?(_ word: String) {
    if let units = NumberWord.units[word] {
      self = .units(units)
    } else if let power = NumberWord.scales[word] {
      self = .scale(ExactDecimal(significand: 1, exponent: power))
    } else if let part = NumberWord.part(word) {
      self = part
    } else {
      switch word {
      case "hundred", "hundreds": self = .hundred
      case "dozen", "dozens", "doz": self = .dozen
      case "a", "an": self = .article
      case "and", "&": self = .and
      case "of", "the": self = .link
      case "minus", "negative": self = .minus
      case "point": self = .point
      default: return nil
      }
    }
  }

  /// The rank that an ordinal word or ordinal digits name: 3 for `third` and `3rd`, 21 for
  /// `twenty-first`.
  static func ordinal(_ text: String) -> Int? {
    let words = text.split { $0 == "-" || $0 == " " }
    if words.count == 2, let tens = units[String(words[0])], tens >= 20,
      let rank = ranks[String(words[1])], rank < 10
    {
      return tens + rank
    }
    if let rank = ranks[text] { return rank }
    let digits = text.prefix { $0.isNumber }
    guard let rank = Int(digits), ["st", "nd", "rd", "th"].contains(text.dropFirst(digits.count))
    else { return nil }
    return rank
  }

  private static func part(_ word: String) -> NumberWord? {
    switch word {
    case "half", "halves": return .part(2, isRank: false)
    case "quarter", "quarters": return .part(4, isRank: false)
    default: break
    }
    if let rank = ranks[word] { return .part(rank, isRank: true) }
    guard word.hasSuffix("s"), let rank = ranks[String(word.dropLast())] else { return nil }
    return .part(rank, isRank: rank <= 2)
  }

  private static let units: [String: Int] = [
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  private static let scales: [String: Int] = [
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "lakh": 5,
    "lakhs": 5, "crore": 7, "crores": 7,
  ]

  private static let ranks: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 1_000_000, "billionth": 1_000_000_000,
  ]
}
