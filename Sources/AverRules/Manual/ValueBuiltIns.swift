/// What `value` clauses may call and name.
package struct ValueBuiltIn: Sendable {
  package let name: String
  package let arguments: String
  /// What it gives, for the manual.
  package let meaning: String

  private init(_ name: String, _ arguments: String, _ meaning: String) {
    self.name = name
    self.arguments = arguments
    self.meaning = meaning
  }

  /// Every built-in, in the order of the manual.
  package static let all: [ValueBuiltIn] = [
    ValueBuiltIn(
      "money",
      "amount, currency, bound",
      "money; the currency is an ISO 4217 code, or several as `XXX/DKK/NOK`, the default first, of which the document decides one; `PREVIOUS` is that of the amount before"
    ),
    ValueBuiltIn("number", "amount, unit, bound", "a number; the unit may be absent"),
    ValueBuiltIn("percent", "amount, unit, bound", "a number of `percent`, or of the unit given"),
    ValueBuiltIn("quantity", "amount, unit, bound", "a number with a unit"),
    ValueBuiltIn(
      "range",
      "low, high, scale",
      "an amount; the scale of `high` is that of `low` too, unless `low` would then exceed `high`"
    ),
    ValueBuiltIn(
      "within",
      "low, high",
      "an amount between the two; absent unless the first is lower"
    ),
    ValueBuiltIn("sum", "a, b", "an amount"),
    ValueBuiltIn("negative", "a", "an amount below zero"),
    ValueBuiltIn("ratio", "part, whole", "an amount"),
    ValueBuiltIn("rate", "unit, unit", "a unit such as `meter_per_second`"),
    ValueBuiltIn("digits", "capture, n", "the nth run of digits of a token such as `3Q25`"),
    ValueBuiltIn("name", "capture", "a name: white space folded, possessive removed"),
    ValueBuiltIn(
      "alias",
      "capture",
      "the name that a list gives for an entry (its `key`, its map's value)"
    ),
    ValueBuiltIn("join", "a, …", "the texts with single spaces between"),
    ValueBuiltIn("lower", "a", "the text in lower case"),
    ValueBuiltIn("first", "a, …", "the first argument that is not absent"),
    ValueBuiltIn(
      "date",
      "year, month, day, weekday",
      "a date of the grain of its last part; any part may be absent, the year may be a time or a direction; a day alone may have its weekday"
    ),
    ValueBuiltIn(
      "numeric",
      "a, b, year",
      "a day as `03/04/2025`; where either may be the month, the document's dateline, site or spelling decides"
    ),
    ValueBuiltIn("weekday", "day, time", "days are 1 (Monday) to 7"),
    ValueBuiltIn("weekend", "time", "the weekend in or nearest to a time"),
    ValueBuiltIn("quarter", "n, time", "a quarter of the year"),
    ValueBuiltIn("half", "n, time", "a half of the year"),
    ValueBuiltIn("season", "code, time", "codes are `SP SU FA WI`"),
    ValueBuiltIn("holiday", "rule, time", "a holiday, by its rule"),
    ValueBuiltIn(
      "nth",
      "n, weekday or unit, time",
      "the nth such weekday, week, month … of a period, the last if -1"
    ),
    ValueBuiltIn("decade", "year", "1990 or 90"),
    ValueBuiltIn("century", "n", "20 for the 20th"),
    ValueBuiltIn("year", "short, year", "what two digits mean beside a full year: 17 of `1915-17`"),
    ValueBuiltIn("relative", "offset, unit", "so many units from the document's date"),
    ValueBuiltIn("anchored", "offset, unit", "so many units from the time before it in the text"),
    ValueBuiltIn("shift", "offset, unit, time", "so many units from another time"),
    ValueBuiltIn(
      "compared",
      "offset, unit",
      "from the quarter or half in focus, else from the document's date"
    ),
    ValueBuiltIn("latest", "unit", "the quarter or half in focus"),
    ValueBuiltIn("focused", "year", "the quarter or half in focus, in that year"),
    ValueBuiltIn("containing", "unit, time", "the week of a day, and the like"),
    ValueBuiltIn("edge", "start or end, time", "the first or last day"),
    ValueBuiltIn("fiscal", "time", "a fiscal period"),
    ValueBuiltIn(
      "clock",
      "hour, minute, time, half, second",
      "a time of day; half is `am` or `pm`"
    ),
    ValueBuiltIn("daypart", "code, time", "codes are `MO MI AF EV NI`"),
    ValueBuiltIn("part", "mod, time", "the time with TIMEX3's mod `START MID END APPROX` …"),
    ValueBuiltIn("since", "time", "the time with its relation"),
    ValueBuiltIn("until", "time", "the time with its relation"),
    ValueBuiltIn("before", "time", "the time with its relation"),
    ValueBuiltIn("after", "time", "the time with its relation"),
    ValueBuiltIn("by", "time", "the time with its relation"),
    ValueBuiltIn("span", "from, to", "the time from one to the other"),
    ValueBuiltIn(
      "duration",
      "amount, unit, bound",
      "a length; an absent amount or `vague` makes it vague, a range an alternative"
    ),
    ValueBuiltIn(
      "lengths",
      "amount, unit, amount, unit …",
      "a length of several parts, the largest first"
    ),
    ValueBuiltIn(
      "stretch",
      "offset, unit, time",
      "a length that ends (negative) or begins at the document's date, or at another time"
    ),
    ValueBuiltIn("set", "amount, unit", "a repetition"),
    ValueBuiltIn("every", "time", "a repetition"),
    ValueBuiltIn("reference", "word", "`PRESENT_REF` `PAST_REF` `FUTURE_REF`"),
  ]
}

/// The names of built-ins, and the words that stand for themselves in `value` clauses.
package enum ValueBuiltIns {
  package static let names = Set(ValueBuiltIn.all.map(\.name))
  /// Words that may stand for themselves, such as units.
  package static let words: Set<String> = [
    "approximately", "at_least", "at_most", "century", "day", "decade", "degree_celsius",
    "degree_fahrenheit", "end", "following", "future_ref", "hour", "inch", "last", "less_than",
    "meter", "minute", "month", "more_than",
    "next", "past_ref", "pound", "preceding", "present_ref", "proportion", "quarter", "second",
    "square_meter", "start", "this", "vague", "week", "weekend", "year",
  ]

  /// Whether a word may stand for itself: one of `words`, or a code in capitals such as `GBP`.
  package static func isWord(_ word: String) -> Bool {
    words.contains(word) || word.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}
