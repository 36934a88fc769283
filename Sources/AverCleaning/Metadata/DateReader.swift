import AverModel

/// Reads dates of publication as machines write them.
///
/// Nothing is guessed: what is not clearly one day gives nil.
enum DateReader {
  /// The day or instant of an ISO 8601 text, or of its near relatives such as `2025/12/17 08:30`.
  ///
  /// - Returns: `2025-12-17`, or `2025-12-17T08:30:00Z` where time and zone are given.
  static func iso(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let date = day(bytes, at: 0), isPlausible(date.day) else { return nil }
    let isoDay = format(date.day)
    guard let time = time(bytes, from: date.end) else { return isoDay }
    return isoDay + "T" + time
  }

  /// The day in an address such as `/2025/12/17/`; nil if there is none or more than one.
  static func day(inAddress address: String) -> String? {
    let bytes = Array(address.utf8)
    var found: CivilDate?
    var position = 0
    while position < bytes.count {
      defer { position += 1 }
      guard bytes[position] == 0x2F, position + 1 < bytes.count, ASCII.isDigit(bytes[position + 1]),
        let date = day(bytes, at: position + 1), isPlausible(date.day)
      else { continue }
      let isClosed = date.end == bytes.count || !ASCII.isDigit(bytes[date.end])
      guard isClosed else { continue }
      if found != nil, found != date.day { return nil }
      found = date.day
    }
    return found.map(format)
  }

  /// The day of a text that is a date and hardly anything else: `17 December 2025`, `17.12.2025`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isDayFirst: Whether `3/5/2024` is of May; nil if that is not known.
  /// - Returns: The day, if the text has one and no other.
  static func day(inText text: String, isDayFirst: Bool? = nil) -> String? {
    if let iso = iso(text) { return String(iso.prefix(10)) }
    let words = FoldedText.words(text)
    guard words.count <= 14 else { return nil }
    var days: Set<CivilDate> = []
    for index in words.indices where index + 2 < words.count {
      let (first, second, third) = (words[index], words[index + 1], words[index + 2])
      guard let year = Int(third), third.count == 4 else { continue }
      let candidate: (month: Int, day: Int)? =
        if let month = month(first), let day = ordinal(second) {
          (month, day)
        } else if let month =
          month(second), let day = ordinal(first)
        {
          (month, day)
        } else if text.contains("\(first).\(second).\(third)"),
          let day = Int(first), let month = Int(second)
        { (month, day) } else { nil }
      if let candidate,
        let day = CivilDate(year: year, month: candidate.month, day: candidate.day),
        isPlausible(day)
      {
        days.insert(day)
      }
    }
    guard days.count == 1, let day = days.first else { return nil }
    return format(day)
  }

  private static func slashed(
    _ left: Int,
    _ right: Int,
    _ isDayFirst: Bool?
  )
    -> (month: Int, day: Int)?
  {
    if left > 12 || left == right { return (right, left) }
    if right > 12 { return (left, right) }
    return isDayFirst.map { $0 ? (right, left) : (left, right) }
  }

  // MARK: Parts

  private static func day(_ bytes: [UInt8], at start: Int) -> (day: CivilDate, end: Int)? {
    guard let year = number(bytes, start, count: 4) else { return nil }
    var position = start + 4
    guard position < bytes.count else { return nil }
    let separator = bytes[position]
    if ASCII.isDigit(separator) {
      guard let month = number(bytes, position, count: 2),
        let day = number(bytes, position + 2, count: 2),
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      return (date, position + 4)
    }
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    position += 1
    guard let month = shortNumber(bytes, &position), position < bytes.count,
      bytes[position] == separator
    else { return nil }
    position += 1
    guard let day = shortNumber(bytes, &position),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return (date, position)
  }

  private static func time(_ bytes: [UInt8], from start: Int) -> String? {
    var position = start
    guard position < bytes.count, bytes[position] | 0x20 == 0x74 || bytes[position] == 0x20 else {
      return nil
    }
    position += 1
    guard let hour = number(bytes, position, count: 2), hour < 24, position + 4 < bytes.count,
      bytes[position + 2] == 0x3A, let minute = number(bytes, position + 3, count: 2), minute < 60
    else { return nil }
    position += 5
    var second = 0
    if position < bytes.count, bytes[position] == 0x3A,
      let value = number(bytes, position + 1, count: 2), value < 60
    {
      second = value
      position += 3
      if position < bytes.count, bytes[position] == 0x2E {
        position += 1
        while position < bytes.count, ASCII.isDigit(bytes[position]) { position += 1 }
      }
    }
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard let zone = zone(bytes, from: position) else { return nil }
    return "\(pair(hour)):\(pair(minute)):\(pair(second))\(zone)"
  }

  private static func zone(_ bytes: [UInt8], from start: Int) -> String? {
    guard start < bytes.count else { return nil }
    let rest = String(decoding: bytes[start...], as: UTF8.self)
    if ["z", "utc", "gmt"].contains(rest.lowercased()) { return "Z" }
    guard bytes[start] == 0x2B || bytes[start] == 0x2D,
      let hours = number(bytes, start + 1, count: 2), hours <= 14
    else { return nil }
    var position = start + 3
    if position < bytes.count, bytes[position] == 0x3A { position += 1 }
    let minutes = number(bytes, position, count: 2) ?? 0
    guard minutes < 60 else { return nil }
    return (bytes[start] == 0x2B ? "+" : "-") + "\(pair(hours)):\(pair(minutes))"
  }

  private static func number(_ bytes: [UInt8], _ start: Int, count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    let digits = bytes[start..<(start + count)]
    guard digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func shortNumber(_ bytes: [UInt8], _ position: inout Int) -> Int? {
    let start = position
    while position < bytes.count, position < start + 2, ASCII.isDigit(bytes[position]) {
      position += 1
    }
    return number(bytes, start, count: position - start).flatMap { position > start ? $0 : nil }
  }

  private static func ordinal(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let suffix = word.dropFirst(digits.count)
    return ["", "st", "nd", "rd", "th"].contains(suffix) ? Int(digits) : nil
  }

  private static func month(_ word: Substring) -> Int? {
    months.firstIndex { names in names.contains { $0 == word } }.map { $0 + 1 }
  }

  // Older than the web or from a clock that is wrong.
  private static func isPlausible(_ day: CivilDate) -> Bool { (1990...2099).contains(day.year) }

  private static func format(_ day: CivilDate) -> String {
    "\(day.year)-\(pair(day.month))-\(pair(day.day))"
  }

  private static func pair(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static let months: [[String]] = [
    ["january", "jan", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro"],
    ["february", "feb", "februar", "février", "febrero", "febbraio", "fevereiro"],
    ["march", "mar", "märz", "mars", "marzo", "março"],
    ["april", "apr", "avril", "abril", "aprile"],
    ["may", "mai", "mayo", "maggio", "maio"],
    ["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
    ["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
    ["august", "aug", "août", "agosto"],
    ["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"],
    ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro"],
    ["november", "nov", "novembre", "noviembre", "novembro"],
    ["december", "dec", "dezember", "dez", "décembre", "diciembre", "dicembre", "dezembro"],
  ]
}
