package import AverModel

/// A time expression as its own words say it, before the document decides what it denotes.
///
/// `last month`, `Monday`, `the third quarter` and `October` stay what they are; `TimeResolver`
/// gives them their place in the calendar.
package struct UnresolvedTime: Hashable, Sendable {
  /// TIMEX3's type.
  package let kind: TimeValue.Kind
  /// What the words say.
  package let form: TimeForm
  /// TIMEX3's mod, such as `START`.
  package let modifier: String?
  /// How an event stands to the interval.
  package let relation: TimeValue.Relation?

  package init(
    kind: TimeValue.Kind = .date,
    form: TimeForm,
    modifier: String? = nil,
    relation: TimeValue.Relation? = nil
  ) {
    self.kind = kind
    self.form = form
    self.modifier = modifier
    self.relation = relation
  }

  func with(form: TimeForm) -> UnresolvedTime {
    UnresolvedTime(kind: kind, form: form, modifier: modifier, relation: relation)
  }

  func with(modifier: String?) -> UnresolvedTime {
    UnresolvedTime(kind: kind, form: form, modifier: modifier ?? self.modifier, relation: relation)
  }

  func with(relation: TimeValue.Relation) -> UnresolvedTime {
    UnresolvedTime(kind: kind, form: form, modifier: modifier, relation: relation)
  }

  func with(kind: TimeValue.Kind) -> UnresolvedTime {
    UnresolvedTime(kind: kind, form: form, modifier: modifier, relation: relation)
  }
}

/// Which of the periods that bear a name is meant.
package enum TimeDirection: Hashable, Sendable {
  /// The words do not say: the tense of the sentence decides.
  case open
  /// The last one before the document's date: `last Friday`.
  case last
  /// The one that holds the document's date or is nearest to it: `this winter`.
  case this
  /// The first one after the document's date: `next June`.
  case next
  /// The first one after the time before it in the text: `the following Friday`.
  case following
  /// The last one before the time before it in the text: `the previous Friday`.
  case preceding
}

/// What the words of a time expression say.
package indirect enum TimeForm: Hashable, Sendable {
  /// A period that the words name in full: `October 2025`.
  case period(CalendarPeriod)
  /// A period that comes round: `October`, `last Friday`.
  case recurring(RecurringPeriod, TimeDirection)
  /// A period that comes round, within another: `March of last year`.
  case within(RecurringPeriod, TimeForm)
  /// The nth such weekday of a period, counted from its end if `number` is negative.
  case ordinalWeekday(number: Int, weekday: Int, TimeForm)
  /// The nth such unit of a period, counted from its end if `number` is negative: `the first week
  /// of October`.
  case ordinalPart(number: Int, TimeUnit, TimeForm)
  /// A day in numbers that may be read in two ways, of which the document decides one.
  case numeric(monthFirst: TimeForm, dayFirst: TimeForm)
  /// So many units from the document's date: `last month`, `two years ago`.
  case relative(Int, TimeUnit)
  /// So many units from the time before it in the text: `a year earlier`.
  case anchored(Int, TimeUnit)
  /// So many units before the quarter or half that the text speaks of, else from the document's
  /// date: `a year ago` beside results.
  case compared(Int, TimeUnit)
  /// The quarter or half that the text speaks of, else the last one that is over: `the latest
  /// quarter`.
  case latest(TimeUnit)
  /// The quarter or half that the text speaks of, in another year: `the 1988 quarter`.
  case focused(year: Int)
  /// So many units from another time: `Tuesday week`.
  case shifted(Int, TimeUnit, TimeForm)
  /// The period of a unit that holds another time: `the week of Dec. 1`.
  case containing(TimeUnit, TimeForm)
  /// The first or the last day of a period: `year-end`.
  case edge(isEnd: Bool, TimeForm)
  /// A year of a calendar that is not the civil one: the value is the period's, the days are not
  /// known.
  case fiscal(TimeForm)
  /// A part of a day or a time of the clock, such as `NI` or `17:00`, on a day.
  case clock(String, TimeForm)
  /// From one time to another.
  case span(TimeForm, TimeForm)
  /// A length, such as `P3M`.
  case duration(String)
  /// A length that ends before a day or begins with one, of so many units: `the past three
  /// months`, `two weeks starting May 20`. What comes after the document's date begins the day
  /// after it.
  case stretch(String, Int, TimeUnit, from: TimeForm)
  /// A repetition, such as `P1W` or `XXXX-WXX-5`.
  case set(String)
  /// One of TIMEX3's references: `PRESENT_REF`.
  case reference(String)
}
