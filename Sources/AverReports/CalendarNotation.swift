import AverModel

/// Time values in the notation of ISO 8601-2 (EDTF), relation and vagueness included.
///
/// TIMEX3 cannot say `since 2019`; EDTF can: `2019/..`. Nor can it say which days `the past three
/// months` are. Quarters are EDTF's sub-year groupings 33 to 36, halves 40 and 41, seasons 21 to
/// 24. What has no counterpart gives nil.
///
/// Source: ISO 8601-2:2019, annexes A and B; Library of Congress, "EDTF Specification".
enum CalendarNotation {
  static func extended(_ time: TimeValue) -> String? {
    if time.kind == .duration { return days(time) }
    guard time.kind == .date else { return nil }
    let first = time.start.map(\.description)
    let last = time.end.map { $0.adding(days: -1).description }
    switch time.relation {
    case nil: return point(time).map { time.modifier == "APPROX" ? $0 + "~" : $0 }
    case .since: return (plain(time.value) ?? first).map { $0 + "/.." }
    case .until, .by: return (plain(time.value) ?? last).map { "../" + $0 }
    case .before: return time.start.map { "../" + $0.adding(days: -1).description }
    case .after: return time.end.map { $0.description + "/.." }
    case .fromTo:
      guard let first, let last else { return nil }
      return first + "/" + last
    }
  }

  /// A value that both notations write alike: a year, a month or a day, `X` for a digit that is not
  /// known.
  private static func plain(_ value: String) -> String? {
    let shape = String(
      value.utf8.map {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: "X") ? "0" : Character(scalar($0))
      }
    )
    return ["0000", "0000-00", "0000-00-00"].contains(shape) && value != "XXXX" ? value : nil
  }

  /// The interval of a time from its first day to its last.
  private static func days(_ time: TimeValue) -> String? {
    guard let start = time.start, let end = time.end else { return nil }
    return start.description + "/" + end.adding(days: -1).description
  }

  private static func point(_ time: TimeValue) -> String? {
    if let plain = plain(time.value) { return plain }
    if time.value.hasPrefix("BC"), let year = Int(time.value.dropFirst(2)), year > 0 {
      // Year 0 is 1 BC there.
      let digits = String(year - 1)
      return (year > 1 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        + digits
    }
    let parts = time.value.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    if parts.count == 1 {
      return switch year.utf8.count {
      case 3: year + "X"
      case 2: year + "XX"
      default: nil
      }
    }
    guard parts.count >= 2, year.utf8.count == 4 else { return nil }
    if let grouping = groupings[String(parts[1])] { return year + "-" + grouping }
    // A week or weekend has no notation of its own there: it is written as its days.
    return parts[1].hasPrefix("W") ? days(time) : nil
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(byte) }

  private static let groupings = [
    "SP": "21", "SU": "22", "FA": "23", "WI": "24",
    "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36",
    "H1": "40", "H2": "41",
  ]
}
