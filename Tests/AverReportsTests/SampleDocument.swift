import AverModel
import AverReports

/// One made-up document with one claim, shared by the tests of the writers.
enum SampleDocument {
  static let text =
    "📉 Halvorsen said it had bought 12.5% of Brightwater for more than €13 million "
    + "in the third quarter of 2025. Nobody else commented."

  static let source = "<p>" + text + "</p>"

  static func clean(asRecord: Bool = false, address: String? = nil) -> CleanText {
    var offsets = OffsetMap()
    offsets.append(cleanCount: text.utf8.count, source: 3, sourceEnd: 3 + text.utf8.count)
    var metadata = DocumentMetadata()
    metadata.title = .init(value: "Halvorsen \"buys\"")
    metadata.published = .init(value: "2025-12-17")
    metadata.address = address.map { .init(value: $0) }
    return CleanText(
      identifier: "deals/a.html",
      bytes: Array(text.utf8),
      blocks: [],
      offsets: asRecord ? nil : offsets,
      metadata: metadata,
      sourceBytes: Array((asRecord ? text : source).utf8)
    )
  }

  /// The bytes of words of the text.
  static func range(of words: String) -> ByteRange {
    let bytes = Array(text.utf8)
    let needle = Array(words.utf8)
    for start in 0...(bytes.count - needle.count)
    where bytes[start..<start + needle.count].elementsEqual(needle) {
      return ByteRange(start, start + needle.count)
    }
    preconditionFailure("the sample text lacks '\(words)'")
  }

  static var claim: Claim {
    Claim(
      type: "investment",
      key: "investment(investee=Brightwater; investor=Halvorsen)",
      statement: "Halvorsen invested in Brightwater.",
      roles: [
        .init(
          name: "investor",
          fillers: [
            .init(
              type: .organization,
              range: range(of: "it"),
              value: .name("Halvorsen"),
              entity: 1,
              name: "Halvorsen",
              names: ["Halvorsen"],
              identifiers: ["https://example.org/id/1", "https://example.org/id/1"]
            )
          ]
        ),
        .init(
          name: "amount",
          fillers: [
            .init(
              type: .money,
              range: range(of: "more than €13 million"),
              value: .money(
                Money(
                  amount: .single(ExactDecimal(significand: 13, exponent: 6), .moreThan),
                  currency: "EUR"
                )
              ),
              status: .possible
            )
          ]
        ),
        .init(
          name: "stake",
          fillers: [
            .init(
              type: .percent,
              range: range(of: "12.5%"),
              value: .number(
                NumberValue(
                  amount: .between(
                    ExactDecimal(significand: 125, exponent: -1),
                    ExactDecimal(13)
                  ),
                  unit: "percent"
                )
              )
            )
          ]
        ),
        .init(
          name: "date",
          fillers: [
            .init(
              type: .date,
              range: range(of: "the third quarter of 2025"),
              value: .time(
                TimeValue(
                  kind: .date,
                  value: "2025-Q3",
                  start: CivilDate(year: 2025, month: 7, day: 1),
                  end: CivilDate(year: 2025, month: 10, day: 1)
                )
              )
            )
          ]
        ),
        .init(
          name: "kind",
          fillers: [
            .init(type: MentionType("TEXT"), range: range(of: "bought"), vocabularyWord: "minority")
          ]
        ),
      ],
      status: .completed,
      polarity: .affirmed,
      attribution: [
        AttributedSource(
          name: "Halvorsen",
          kind: .organization,
          range: range(of: "Halvorsen"),
          cue: "said",
          entity: 1
        )
      ],
      evidence: [range(of: String(text.dropFirst(2).prefix { $0 != "N" }.dropLast()))],
      rule: RuleIdentifier(file: "en/deals.aver", name: "investment", variant: "active"),
      steps: [RuleIdentifier(file: "en/money.aver", name: "amount")],
      cues: [ClaimCue(slot: "status", range: range(of: "had bought"))]
    )
  }
}
