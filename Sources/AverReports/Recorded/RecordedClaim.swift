package import AverModel

/// A claim as a record states it: what every format but JSON Lines is made from.
package struct RecordedClaim: Sendable {
  /// What fills a role.
  package struct Filler: Sendable {
    /// `ORG`, `MONEY` …, or a type that the rules define.
    package let type: String
    /// As the text words it.
    package let text: String
    package let span: RecordedSpan
    package let source: RecordedSpan?
    /// The canonical name of its entity.
    package let name: String?
    package let names: [String]
    /// The entity within the document, such as `E1`.
    package let entity: String?
    package let identifiers: [String]
    /// Its normalized value; nil for names and words.
    package let value: MentionValue?
    /// ISO 8601-2 of a time; nil where there is none.
    package let extendedDate: String?
    /// The word of a closed vocabulary.
    package let word: String?
    /// How the filler itself is hedged.
    package let status: String?

    /// Whether it is a party: something with a name.
    package var isParty: Bool { name != nil && MentionType(type).isName }
  }

  /// A role and its fillers.
  package struct Role: Sendable {
    package let name: String
    package let fillers: [Filler]
  }

  /// Whom the text credits.
  package struct Source: Sendable {
    package let name: String
    /// One of `person` `organization` `outlet` `document` `anonymous`.
    package let kind: String
    package let text: String?
    package let span: RecordedSpan?
    package let cue: String?
    package let entity: String?
  }

  /// A stretch of text that states the claim.
  package struct Evidence: Sendable {
    package let span: RecordedSpan
    package let source: RecordedSpan?
    package let exact: String
    package let prefix: String
    package let suffix: String
    package let link: String?
  }

  package let identifier: String
  package let key: String?
  package let type: String
  package let statement: String?
  package let roles: [Role]
  package let status: String
  package let polarity: String
  package let attribution: [Source]
  package let evidence: [Evidence]
  package let document: RecordedDocument
  package let rule: String
  package let run: String
  package let tool: String
  package let rules: String
  /// The record, without its line end.
  package let line: [UInt8]

  /// Reads a claim's record.
  ///
  /// - Parameters:
  ///   - value: The record.
  ///   - line: Its bytes, without a line end.
  /// - Throws: `RecordError` that names what is missing.
  init(_ value: JSONValue, line: [UInt8]) throws(RecordError) {
    identifier = try value.required("id")
    key = value["key"]?.text
    type = try value.required("type")
    statement = value["statement"]?.text
    var roles: [Role] = []
    for member in value["roles"]?.members ?? [] {
      var fillers: [Filler] = []
      for element in member.value.elements { fillers.append(try Filler(element)) }
      roles.append(Role(name: member.name, fillers: fillers))
    }
    self.roles = roles
    status = try value.required("status")
    polarity = try value.required("polarity")
    var attribution: [Source] = []
    for element in value["attribution"]?.elements ?? [] { attribution.append(try Source(element)) }
    self.attribution = attribution
    var evidence: [Evidence] = []
    for element in value["evidence"]?.elements ?? [] { evidence.append(try Evidence(element)) }
    self.evidence = evidence
    document = try RecordedDocument(value["document"] ?? .null)
    let provenance = value["provenance"] ?? .null
    rule = try provenance.required("rule")
    run = try provenance.required("run")
    tool = try provenance.required("tool")
    rules = try provenance.required("rules")
    self.line = line
  }

  /// The named fillers, each with its role, in the order of the rule.
  package var parties: [(role: String, filler: Filler)] {
    roles.flatMap { role in role.fillers.filter(\.isParty).map { (role.name, $0) } }
  }

  /// The first filler whose value is of a kind.
  package func first(where matches: (MentionValue) -> Bool) -> (role: String, filler: Filler)? {
    for role in roles {
      for filler in role.fillers {
        if let value = filler.value, matches(value) { return (role.name, filler) }
      }
    }
    return nil
  }

  /// The first amount of money; a price or valuation stands after the amount.
  package var money: Money? {
    guard let found = first(where: { if case .money = $0 { true } else { false } }),
      case .money(let money)? = found.filler.value
    else { return nil }
    return money
  }

  /// When it happened: the role `date`, else the first time that the claim has.
  package var date: Filler? {
    if let date = roles.first(where: { $0.name == "date" })?.fillers.first { return date }
    return first(where: { if case .time = $0 { true } else { false } })?.filler
  }
}

extension RecordedClaim.Filler {
  fileprivate init(_ value: JSONValue) throws(RecordError) {
    type = try value.required("type")
    text = try value.required("text")
    guard let span = value.span("span") else {
      throw RecordError(code: "bad-record", message: "the filler '\(text)' has no 'span'")
    }
    self.span = span
    source = value.span("source")
    name = value["name"]?.text
    names = (value["names"]?.elements ?? []).compactMap(\.text)
    entity = value["entity"]?.text
    identifiers = (value["same_as"]?.elements ?? []).compactMap(\.text)
    self.value = Self.value(value)
    extendedDate = value["time"]?["edtf"]?.text
    word = value["value"]?.text
    status = value["status"]?.text
  }

  private static func value(_ value: JSONValue) -> MentionValue? {
    if let money = value["money"] {
      return amount(money).map {
        .money(Money(amount: $0, currency: money["currency"]?.text ?? "XXX"))
      }
    }
    if let number = value["number"] {
      return amount(number).map { .number(NumberValue(amount: $0, unit: number["unit"]?.text)) }
    }
    guard let time = value["time"], let kind = TimeValue.Kind(rawValue: time["type"]?.text ?? ""),
      let text = time["value"]?.text
    else { return nil }
    return .time(
      TimeValue(
        kind: kind,
        value: text,
        modifier: time["mod"]?.text,
        relation: time["relation"]?.text.flatMap(TimeValue.Relation.init(rawValue:)),
        start: time["start"]?.text.flatMap(CivilDate.init(_:)),
        end: time["end"]?.text.flatMap(CivilDate.init(_:))
      )
    )
  }

  private static func amount(_ value: JSONValue) -> Amount? {
    if let single = value["amount"]?.decimal {
      return .single(single, Bound(rawValue: value["bound"]?.text ?? "") ?? .exact)
    }
    guard let low = value["low"]?.decimal, let high = value["high"]?.decimal else { return nil }
    return .between(low, high)
  }

  /// What fills the role, for people: the entity's name, the value, or the words, on one line.
  package var shown: String {
    if let word { return word }
    if let value { return ReadableValue.text(of: value) }
    return (name ?? text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension RecordedClaim.Source {
  fileprivate init(_ value: JSONValue) throws(RecordError) {
    name = try value.required("name")
    kind = try value.required("kind")
    text = value["text"]?.text
    span = value.span("span")
    cue = value["cue"]?.text
    entity = value["entity"]?.text
  }
}

extension RecordedClaim.Evidence {
  fileprivate init(_ value: JSONValue) throws(RecordError) {
    guard let span = value.span("span"), let quote = value["quote"] else {
      throw RecordError(code: "bad-record", message: "evidence lacks its 'span' or its 'quote'")
    }
    self.span = span
    source = value.span("source")
    exact = try quote.required("exact")
    prefix = quote["prefix"]?.text ?? ""
    suffix = quote["suffix"]?.text ?? ""
    // Records may come from anywhere: what is no link of the web is none.
    link = value["link"]?.text.flatMap(WebAddress.normalized)
  }
}
