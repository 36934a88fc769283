import AverModel
import AverRules

/// Decides what an amount's ambiguous sign or name means, such as `$`, `crowns` and `pesos`.
///
/// A rule gives such an amount all the currencies that may be meant, `XXX/DKK/NOK/SEK`, the default
/// first. The document decides:
/// - A name is what the document calls in full nearest before it, else after it: `5 billion Danish
///   crowns … 310 million crowns`. Else it is the currency of the dateline, else of the site's
///   country, else of the country that the text speaks of most, unless it speaks of the default's.
/// - The bare sign of a `contrasted_currency` stands beside qualified ones (`$` beside `C$`), so it
///   is the currency of the dateline or site only where the document does not qualify that one, or
///   tells one sum both ways, and where no agency writes for the world.
///
/// `PREVIOUS` is the currency of the amount before it in its sentence.
struct CurrencyResolver {
  /// What stands for the currency of the amount before.
  private static let previous = "PREVIOUS"

  private let rules: RuleSet
  private let placeList: Int?
  private let agencyList: Int?

  init(rules: RuleSet) {
    self.rules = rules
    placeList = rules.list(named: StageLists.currencyPlace)
    agencyList = rules.list(named: StageLists.worldAgency)
  }

  /// The mentions with one currency each.
  ///
  /// - Parameters:
  ///   - mentions: All mentions of the document, in text order.
  ///   - input: The document; turned to other sentences where they have to be read once more.
  /// - Returns: All of them, in the same order.
  func resolve(_ mentions: [Mention], in input: inout SentenceInput) -> [Mention] {
    var amounts: [(mention: Int, money: Money, codes: [String])] = []
    for (index, mention) in mentions.enumerated() {
      guard case .money(let money)? = mention.value else { continue }
      amounts.append((index, money, money.currency.split(separator: "/").map { String($0) }))
    }
    guard amounts.contains(where: { $0.codes.count > 1 || $0.codes.first == Self.previous }) else {
      return mentions
    }
    let first = Dictionary(
      amounts.enumerated().lazy.filter { $1.codes.count == 1 }.map { ($1.codes[0], $0) },
      uniquingKeysWith: { one, _ in one }
    )
    var last: [String: Int] = [:]
    var setting: Setting?
    var result = mentions
    var before: (code: String, sentence: Int)?
    for (place, amount) in amounts.enumerated() {
      let sentence = sentence(of: mentions[amount.mention], in: input.text)
      var code = amount.codes.first ?? "XXX"
      if code == Self.previous {
        code = before.flatMap { $0.sentence == sentence ? $0.code : nil } ?? "XXX"
      } else if amount.codes.count > 1 {
        let found = setting ?? self.setting(&input)
        setting = found
        if isContrasted(code) {
          if let local = found.reader, amount.codes.contains(local),
            first[local] == nil || isRestated(amounts.map(\.money), local)
          {
            code = local
          }
        } else {
          code =
            amount.codes.filter { last[$0] != nil }.max { last[$0] ?? 0 < last[$1] ?? 0 }
            ?? amount.codes.filter { first[$0] != nil }.min { first[$0] ?? 0 < first[$1] ?? 0 }
            ?? found.candidates.first { amount.codes.contains($0) }
            ?? mostNamed(amount.codes, &input) ?? code
        }
      } else {
        last[code] = place
      }
      before = (code, sentence)
      let mention = mentions[amount.mention]
      result[amount.mention] = Mention(
        tokens: mention.tokens,
        range: mention.range,
        type: mention.type,
        value: .money(Money(amount: amount.money.amount, currency: code)),
        identifiers: mention.identifiers,
        rule: mention.rule
      )
    }
    return result
  }

  /// Whether a sum is told with the sign of a currency and again without: `A$4.6bn` in a headline, then `$4.6 billion`.
  private func isRestated(_ amounts: [Money], _ code: String) -> Bool {
    let qualified = Set(amounts.filter { $0.currency == code }.map(\.amount))
    return amounts.contains { $0.currency.contains("/") && qualified.contains($0.amount) }
  }

  private func isContrasted(_ code: String) -> Bool {
    rules.list(named: StageLists.contrastedCurrency).map { rules.contains(code, inList: $0) }
      ?? false
  }

  private func sentence(of mention: Mention, in text: AnalyzedText) -> Int {
    let sentences = text.tokenized.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.end <= mention.tokens.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  // MARK: Where the document comes from

  /// The currencies of the places that a document comes from.
  private struct Setting {
    var dateline: String?
    var site: String?
    var isOfWorldAgency = false

    var candidates: [String] { [dateline, site].compactMap { $0 } }
    /// What a reader of the document takes a bare sign for; nil if that is no one currency.
    var reader: String? { isOfWorldAgency ? nil : dateline ?? site }
  }

  private func setting(_ input: inout SentenceInput) -> Setting {
    var setting = Setting()
    setting.site = siteCurrency(input.text.tokenized.clean.metadata)
    guard let dateline = Dateline(of: input.text) else { return setting }
    input.load(dateline.sentence, isMatched: false)
    for match in input.lists.matches where dateline.sentence.start + Int(match.end) <= dateline.end
    {
      if Int(match.list) == placeList, match.value >= 0, setting.dateline == nil {
        setting.dateline = rules.values[Int(match.value)]
      }
      if Int(match.list) == agencyList { setting.isOfWorldAgency = true }
    }
    return setting
  }

  private func siteCurrency(_ metadata: DocumentMetadata) -> String? {
    guard let list = rules.list(named: StageLists.currencyDomain),
      let domain = SiteDomain.last(of: metadata)
    else { return nil }
    return rules.value(of: domain, inList: list)
  }

  /// The currency among `codes` whose places the text names most often, the first of equals; nil if
  /// it names those of the default.
  private func mostNamed(_ codes: [String], _ input: inout SentenceInput) -> String? {
    guard let placeList else { return nil }
    var counts = Array(repeating: 0, count: codes.count)
    for sentence in input.text.tokenized.sentences {
      input.load(sentence.tokens, isMatched: false)
      for match in input.lists.matches where Int(match.list) == placeList && match.value >= 0 {
        if let place = codes.firstIndex(of: rules.values[Int(match.value)]) { counts[place] += 1 }
      }
    }
    guard counts[0] == 0, let most = counts.max(), most > 0, let place = counts.firstIndex(of: most)
    else {
      return nil
    }
    return codes[place]
  }
}
