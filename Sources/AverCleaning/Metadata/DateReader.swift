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
    guard let date = day(bytes, at: 0), WrittenDates.isPlausible(date.day) else { return nil }
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
        let date = day(bytes, at: position + 1), WrittenDates.isPlausible(date.day)
      else { continue }
      let isClosed = date.end == bytes.count || !ASCII.isDigit(bytes[date.end])
      guard isClosed else { continue }
      if found != nil, found != date.day { return nil }
      found = date.day
    }
    return found.map(format)
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

  /// A day in ISO 8601.
  static func format(_ day: CivilDate) -> String {
    "\(day.year)-\(pair(day.month))-\(pair(day.day))"
  }

  private static func pair(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
