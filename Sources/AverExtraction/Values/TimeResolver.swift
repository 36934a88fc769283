package import AverModel
package import AverRules

/// Places the times of a document in the calendar.
///
/// Times are taken in text order. In news, what the words leave open is counted from the document's
/// date, in the direction that the tense of the sentence gives; `a year earlier` and `that month`
/// are counted from the time before them. In a `Narrative`, all of it is counted from the last date
/// of the story. Without a document date such times stay underspecified. The present day plays no
/// part.
package struct TimeResolver: Sendable {
  /// A time where it stands in the text.
  package struct Occurrence: Hashable, Sendable {
    package let tokens: TokenRange
    package let time: UnresolvedTime

    package init(tokens: TokenRange, time: UnresolvedTime) {
      self.tokens = tokens
      self.time = time
    }
  }

  private let reference: ReferenceDate
  private let forward: ForwardVerbs?
  private let dayOrder: DayOrder

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - reference: The document's date.
  ///   - rules: The rules, for the verbs that look ahead and for what tells the order of day and
  ///     month; without them no verb does, and the month stands first.
  package init(reference: ReferenceDate, rules: RuleSet? = nil) {
    self.reference = reference
    forward = rules.flatMap { ForwardVerbs(rules: $0) }
    dayOrder = DayOrder(rules: rules)
  }

  /// Places the times of a document.
  ///
  /// - Parameters:
  ///   - occurrences: All times of the document, in text order.
  ///   - text: The text that they stand in.
  /// - Returns: The values, in the same order.
  package func resolve(_ occurrences: [Occurrence], in text: AnalyzedText) -> [TimeValue] {
    var anchor: (period: CalendarPeriod, sentence: Int)?
    var focus: (period: CalendarPeriod, sentence: Int)?
    let isNarrative = Narrative.isTold(by: occurrences, in: text, on: reference.day)
    var story: CalendarPeriod?
    var before: (tokens: TokenRange, period: CalendarPeriod)?
    // The first of two that come round, right before its second.
    var pairStart: CalendarPeriod?
    let isDayFirst = dayOrder.isDayFirst(occurrences, in: text)
    var values: [TimeValue] = []
    values.reserveCapacity(occurrences.count)
    for (index, occurrence) in occurrences.enumerated() {
      let shared = withSharedYear(occurrence, following: occurrences.dropFirst(index + 1).first)
      let time = shared.with(
        form: TimeResolver.onDay(before, occurrence.tokens, shared.form)
          ?? TimeResolver.ordered(shared.form, isDayFirst: isDayFirst)
      )
      let sentence = sentenceIndex(of: occurrence.tokens.start, in: text.tokenized.sentences)
      // Further back than two sentences, a time is no longer what `a year earlier` refers to.
      let nearAnchor = anchor.flatMap { found in
        (sentence ?? found.sentence) - found.sentence <= 2 ? found.period : nil
      }
      let nearFocus = focus.flatMap { found in
        (sentence ?? found.sentence) - found.sentence <= 8 ? found.period : nil
      }
      let placement = TimePlacement(
        day: reference.day,
        minute: reference.minute,
        story: story,
        anchor: story ?? nearAnchor,
        focus: nearFocus,
        tense: tense(of: occurrence, in: text, sentence: sentence),
        isAttributive: isAttributive(occurrence.tokens, in: text)
      )
      let next = occurrences.dropFirst(index + 1).first
      let rangeEnd =
        story == nil ? TimeResolver.rangeEnd(time.form, occurrence, next, in: text) : nil
      let placed =
        rangeStart(time.form, before: rangeEnd, placement) ?? pairEnd(time.form, pairStart)
        ?? placement.place(time.form)
      pairStart = rangeEnd == nil ? nil : placed?.period
      before = placed?.period.map { (occurrence.tokens, $0) }
      if let period = placed?.period, time.kind == .date || time.kind == .time {
        anchor = (period, sentence ?? 0)
        if isNarrative, Narrative.leads(time.form, to: period) { story = period }
        // What a quarter is compared with does not take the focus from it.
        let isComparison = TimeResolver.isComparison(time.form)
        if period.unit == .quarter || period.unit == .half, !isComparison,
          isOver(period) || !(nearFocus.map { isOver($0) } ?? false)
        {
          focus = (period, sentence ?? 0)
        }
      }
      values.append(
        TimeValue(
          kind: time.kind,
          value: placed?.value ?? TimeResolver.openValue(of: time.form) ?? "XXXX",
          modifier: time.modifier,
          relation: time.relation,
          start: placed?.start,
          end: placed?.end
        )
      )
    }
    return values
  }

  /// `tomorrow at 4 p.m.`: a time of the clock is of the day right before it.
  private static func onDay(
    _ before: (tokens: TokenRange, period: CalendarPeriod)?,
    _ tokens: TokenRange,
    _ form: TimeForm
  ) -> TimeForm? {
    guard case .clock(let code, .relative(0, .day)) = form, let before,
      before.period.unit == .day, tokens.start >= before.tokens.end,
      tokens.start - before.tokens.end <= 2
    else { return nil }
    return .clock(code, .period(before.period))
  }

  /// A form with its days in numbers read in the document's order.
  private static func ordered(_ form: TimeForm, isDayFirst: Bool) -> TimeForm {
    guard case .numeric(let monthFirst, let dayFirst) = form else { return form }
    return isDayFirst ? dayFirst : monthFirst
  }

  /// `March and June 2024`, `6-7 January`: a month or day takes the year or month of the one after
  /// the next word.
  private func withSharedYear(
    _ occurrence: Occurrence,
    following next: Occurrence?
  ) -> UnresolvedTime {
    let time = occurrence.time
    guard case .recurring(let recurring, .open) = time.form, let next,
      next.tokens.start - occurrence.tokens.end == 1
    else { return time }
    switch (recurring, next.time.form) {
    case (_, .period(let period)):
      guard let start = period.start,
        let shared = recurring.periods(around: start).last(where: { ($0.start ?? start) <= start }),
        shared.unit == period.unit
      else { return time }
      return time.with(form: .period(shared))
    case (.dayOfMonth(let day, _), .recurring(.day(let month, _), let direction)):
      return time.with(form: .recurring(.day(month: month, day: day), direction))
    default: return time
    }
  }

  private func tense(of occurrence: Occurrence, in text: AnalyzedText, sentence: Int?) -> Tense {
    let tense =
      sentence.map { Tense(of: occurrence.tokens, in: text, sentence: $0, forward: forward) }
      ?? .open
    switch occurrence.time.relation {
    case .since: return Tense(.past)
    case .by, .until: return tense.direction == .open ? Tense(.future) : tense
    case .before, .after, .fromTo, nil: return tense
    }
  }

  /// Whether a noun follows that the time qualifies: `third-quarter results`.
  private func isAttributive(_ tokens: TokenRange, in text: AnalyzedText) -> Bool {
    guard tokens.end < text.tags.count else { return false }
    return text.tags[tokens.end] == .noun || text.tags[tokens.end] == .adjective
  }

  /// The second of two times that come round, one word between them that orders them: `Nov. to
  /// March`.
  private static func rangeEnd(
    _ form: TimeForm,
    _ first: Occurrence,
    _ next: Occurrence?,
    in text: AnalyzedText
  ) -> TimeForm? {
    guard case .recurring(let recurring, .open) = form, let next,
      next.tokens.start - first.tokens.end == 1, text.tags[first.tokens.end] != .coordinator
    else { return nil }
    switch next.time.form {
    case .recurring(let other, .open), .within(let other, _):
      switch (recurring, other) {
      case (.month, .month), (.weekday, .weekday), (.day, .day): return next.time.form
      default: return nil
      }
    default: return nil
    }
  }

  /// The first of two: the last one before the second, unless both are to come.
  private func rangeStart(
    _ form: TimeForm,
    before end: TimeForm?,
    _ placement: TimePlacement
  )
    -> TimePlacement.Place?
  {
    guard case .recurring(let recurring, _) = form, let end else { return nil }
    if case .recurring = end, placement.tense.direction == .future { return nil }
    guard let day = placement.place(end)?.period?.start else { return nil }
    return recurring.periods(around: day).last { ($0.start ?? day) <= day }.map {
      TimePlacement.Place($0)
    }
  }

  /// The second of two: the first one after the first.
  private func pairEnd(_ form: TimeForm, _ start: CalendarPeriod?) -> TimePlacement.Place? {
    guard case .recurring(let recurring, .open) = form, let day = start?.start else { return nil }
    return recurring.periods(around: day).first { ($0.start ?? day) >= day }.map {
      TimePlacement.Place($0)
    }
  }

  /// Whether a period has ended before the document's date; a quarter to come does not take the
  /// focus from the one that results are told of.
  private func isOver(_ period: CalendarPeriod) -> Bool {
    guard let day = reference.day, let end = period.end else { return true }
    return end <= day
  }

  private func sentenceIndex(of token: Int, in sentences: [TokenizedText.Sentence]) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.end <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }

  private static func isComparison(_ form: TimeForm) -> Bool {
    switch form {
    case .anchored, .compared, .shifted, .focused: true
    default: false
    }
  }

  /// TIMEX3's value of a time whose place in the calendar is not known, such as `XXXX-10`.
  ///
  /// Recursion is bounded by the nesting of a rule's `value` clause.
  static func openValue(of form: TimeForm) -> String? {
    switch form {
    case .period(let period): period.value
    case .recurring(let recurring, _), .within(let recurring, _): recurring.openValue
    case .ordinalWeekday(_, let weekday, _): "XXXX-WXX-\(weekday + 1)"
    case .ordinalPart(_, let unit, _): unit == .week ? "XXXX-WXX" : "XXXX"
    case .numeric(let monthFirst, _): openValue(of: monthFirst)
    case .latest: "PAST_REF"
    case .relative(let offset, _), .anchored(let offset, _), .compared(let offset, _),
      .shifted(let offset, _, _):
      offset == 0 ? "PRESENT_REF" : offset < 0 ? "PAST_REF" : "FUTURE_REF"
    case .containing(_, let inner), .edge(_, let inner), .fiscal(let inner): openValue(of: inner)
    case .clock(let code, let inner):
      switch inner {
      case .relative, .anchored, .compared, .latest, .shifted: "XXXX-XX-XXT" + code
      default: openValue(of: inner).map { $0 + "T" + code }
      }
    case .span(let from, let to):
      openValue(of: from).flatMap { first in openValue(of: to).map { first + "/" + $0 } }
    case .duration(let value), .set(let value), .reference(let value): value
    case .stretch(let value, _, _, _): value
    case .focused(let year): CalendarPeriod.year(year).value
    }
  }
}
