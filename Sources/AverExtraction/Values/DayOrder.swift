import AverModel
import AverRules

/// Whether a document writes the day before the month: `03/04/2025` is then of April.
///
/// A date that can be read in one way only decides (`29/12/2024`), else the dateline, else the
/// country of the site, else which words are spelled as in Britain and which as in America.
struct DayOrder: Sendable {
  private let rules: RuleSet?
  private let placeList: Int?
  private let domainList: Int?
  private let spellingList: Int?

  /// - Parameter rules: The rules with the lists; without them only other dates tell.
  init(rules: RuleSet?) {
    self.rules = rules
    placeList = rules?.list(named: StageLists.dayOrderPlace)
    domainList = rules?.list(named: StageLists.dayOrderDomain)
    spellingList = rules?.list(named: StageLists.dayOrderSpelling)
  }

  func isDayFirst(_ occurrences: [TimeResolver.Occurrence], in text: AnalyzedText) -> Bool {
    guard occurrences.contains(where: { Self.isOpen($0.time.form) }) else { return false }
    if let order = order(ofOthers: occurrences, in: text) { return order }
    guard let rules else { return false }
    var input = SentenceInput(text: text, rules: rules)
    if let dateline = Dateline(of: text) {
      input.load(dateline.sentence, isMatched: false)
      for match in input.lists.matches where Int(match.list) == placeList && match.value >= 0 {
        guard dateline.sentence.start + Int(match.end) <= dateline.end else { continue }
        return rules.values[Int(match.value)] == Self.dayFirst
      }
    }
    if let domainList, let domain = SiteDomain.last(of: text.tokenized.clean.metadata),
      let order = rules.value(of: domain, inList: domainList)
    {
      return order == Self.dayFirst
    }
    return spelledDayFirst(&input, rules)
  }

  private static let dayFirst = "day"

  private static func isOpen(_ form: TimeForm) -> Bool {
    if case .numeric = form { return true }
    return false
  }

  /// The order of the first date in numbers of which one can be no month.
  private func order(
    ofOthers occurrences: [TimeResolver.Occurrence],
    in text: AnalyzedText
  ) -> Bool? {
    for occurrence in occurrences where !Self.isOpen(occurrence.time.form) {
      let runs = text.tokenized.string(occurrence.tokens).utf8.split(separator: UInt8(ascii: "/"))
      guard runs.count == 3, let first = Int(String(decoding: runs[0], as: UTF8.self)),
        let second = Int(String(decoding: runs[1], as: UTF8.self)), first <= 31, second <= 31
      else { continue }
      if first > 12 { return true }
      if second > 12 { return false }
    }
    return nil
  }

  private func spelledDayFirst(_ input: inout SentenceInput, _ rules: RuleSet) -> Bool {
    guard let spellingList else { return false }
    var balance = 0
    for sentence in input.text.tokenized.sentences {
      input.load(sentence.tokens, isMatched: false)
      for match in input.lists.matches where Int(match.list) == spellingList && match.value >= 0 {
        balance += rules.values[Int(match.value)] == Self.dayFirst ? 1 : -1
      }
    }
    return balance > 0
  }
}
