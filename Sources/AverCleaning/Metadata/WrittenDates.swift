import AverModel

/// Finds the days that a short text names as people write them: `17 December 2025`, `17.12.25`.
struct WrittenDates {
  /// A day, and which tokens of the text it is.
  struct Found {
    let day: CivilDate
    let tokens: Range<Int>
  }

  /// A number or a word of a text.
  struct Token {
    /// The word in lower case, or the digits.
    let text: Substring
    /// The value of a number.
    let number: Int?
    /// The characters between it and the token before.
    let gap: Substring
  }

  let rules: CleaningRules
  /// Whether `3/5/2024` is of May; nil if that is not known.
  let isDayFirst: Bool?

  /// The days of a text in its order.
  func dates(in tokens: [Token]) -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < tokens.count {
      if let found = date(in: tokens, at: index), Self.isPlausible(found.day) {
        result.append(found)
        index = found.tokens.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// The day of a text that names one and no other.
  func only(in text: String) -> CivilDate? {
    let days = Set(dates(in: Self.tokens(of: text)).map(\.day))
    return days.count == 1 ? days.first : nil
  }

  /// The numbers and words of a text.
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var end = text.startIndex
    var position = text.startIndex
    while position < text.endIndex {
      let isDigit = text[position].isASCIIDigit
      guard isDigit || text[position].isLetter else {
        position = text.index(after: position)
        continue
      }
      let start = position
      var wasLower = false
      while position < text.endIndex,
        isDigit ? text[position].isASCIIDigit : text[position].isLetter
      {
        // `Ines MarlowMay 3, 2024`: a style sheet keeps apart what the text does not.
        if wasLower, text[position].isUppercase { break }
        wasLower = text[position].isLowercase
        position = text.index(after: position)
      }
      let token = Substring(text[start..<position].lowercased())
      let number = isDigit && token.utf8.count <= 8 ? Int(token) : nil
      tokens.append(Token(text: token, number: number, gap: text[end..<start]))
      end = position
    }
    return tokens
  }

  // MARK: Forms

  private func date(in tokens: [Token], at start: Int) -> Found? {
    numeric(tokens, start) ?? dayFirst(tokens, start) ?? monthFirst(tokens, start)
      ?? yearFirst(tokens, start)
  }

  /// `2025-12-17`, `17.12.2025`, `12/17/25`.
  private func numeric(_ tokens: [Token], _ start: Int) -> Found? {
    guard start + 2 < tokens.count, let first = tokens[start].number,
      let second = tokens[start + 1].number, let third = tokens[start + 2].number,
      tokens[start + 1].text.count <= 2
    else { return nil }
    let (gap, next) = (Self.mark(tokens[start + 1].gap), Self.mark(tokens[start + 2].gap))
    guard let gap, gap == next else { return nil }
    let range = start..<(start + 3)
    if tokens[start].text.count == 4, tokens[start + 2].text.count <= 2 {
      return found(first, second, third, range)
    }
    let yearLength = tokens[start + 2].text.count
    guard tokens[start].text.count <= 2, yearLength == 4 || yearLength == 2 && gap != "-" else {
      return nil
    }
    let year = yearLength == 2 ? 2000 + third : third
    if second > 12 { return found(year, first, second, range) }
    if gap == "." || first > 12 || first == second { return found(year, second, first, range) }
    return isDayFirst.flatMap {
      $0 ? found(year, second, first, range) : found(year, first, second, range)
    }
  }

  /// `17 December 2025`, `17th of December, 2025`, `17 de diciembre de 2025`.
  private func dayFirst(_ tokens: [Token], _ start: Int) -> Found? {
    guard tokens[start].text.count <= 2, let day = tokens[start].number else { return nil }
    var index = start + 1
    if index < tokens.count, tokens[index].gap.isEmpty, ordinals.contains(tokens[index].text) {
      index += 1
    }
    if index < tokens.count, links.contains(tokens[index].text) { index += 1 }
    guard index + 1 < tokens.count, tokens[index].gap.count <= 3,
      let month = rules.month(tokens[index].text)
    else { return nil }
    let named = index
    index += 1
    // `24 نيسان / أبريل 2020`: by both of its names.
    if tokens[index].gap.contains("/"), rules.month(tokens[index].text) == month { index += 1 }
    if index < tokens.count, links.contains(tokens[index].text) { index += 1 }
    guard index < tokens.count, tokens[index].gap.count <= 3,
      let year = year(tokens[index], isShortAllowed: !tokens[named].gap.contains(" "))
    else { return nil }
    return found(year, month, day, start..<(index + 1))
  }

  /// `December 17, 2025`, `Dec 17th 2025`.
  private func monthFirst(_ tokens: [Token], _ start: Int) -> Found? {
    guard start + 2 < tokens.count, tokens[start].number == nil,
      let day = tokens[start + 1].number, tokens[start + 1].text.count <= 2,
      tokens[start + 1].gap.count <= 3, let month = rules.month(tokens[start].text)
    else { return nil }
    var index = start + 2
    if tokens[index].gap.isEmpty, ordinals.contains(tokens[index].text) { index += 1 }
    if index < tokens.count, links.contains(tokens[index].text) { index += 1 }
    guard index < tokens.count, tokens[index].gap.count <= 3,
      let year = year(tokens[index], isShortAllowed: false)
    else { return nil }
    return found(year, month, day, start..<(index + 1))
  }

  /// `2025年12月17日`, `2025 December 17`.
  private func yearFirst(_ tokens: [Token], _ start: Int) -> Found? {
    guard start + 2 < tokens.count, let year = year(tokens[start], isShortAllowed: false) else {
      return nil
    }
    if start + 4 < tokens.count, ["年", "년"].contains(tokens[start + 1].text),
      let month = tokens[start + 2].number, ["月", "월"].contains(tokens[start + 3].text.prefix(1)),
      let day = tokens[start + 4].number
    {
      return found(year, month, day, start..<(start + 5))
    }
    guard let month = rules.month(tokens[start + 1].text), tokens[start + 1].gap.count <= 3,
      let day = tokens[start + 2].number, tokens[start + 2].text.count <= 2,
      tokens[start + 2].gap.count <= 2
    else { return nil }
    return found(year, month, day, start..<(start + 3))
  }

  // MARK: Parts

  private let ordinals: Set<Substring> = ["st", "nd", "rd", "th", "er", "º", "ª", "e"]
  private let links: Set<Substring> = ["of", "de", "del", "do", "di"]

  /// The mark between the numbers of a date.
  private static func mark(_ gap: Substring) -> Character? {
    let marks = gap.filter { $0 != " " }
    guard marks.count == 1, gap.count <= 3, let mark = marks.first,
      mark == "." || mark == "/" || mark == "-" || mark == "|"
    else { return nil }
    return mark
  }

  private func year(_ token: Token, isShortAllowed: Bool) -> Int? {
    guard let number = token.number else { return nil }
    if token.text.count == 4 { return number }
    return isShortAllowed && token.text.count == 2 ? 2000 + number : nil
  }

  private func found(_ year: Int, _ month: Int, _ day: Int, _ tokens: Range<Int>) -> Found? {
    CivilDate(year: year, month: month, day: day).map { Found(day: $0, tokens: tokens) }
  }

  /// Older than the web or from a clock that is wrong.
  static func isPlausible(_ day: CivilDate) -> Bool { (1990...2099).contains(day.year) }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { self >= "0" && self <= "9" }
}
