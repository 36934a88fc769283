import AverModel

@testable import AverReports

/// Records of the sample document, and others like it.
enum SampleRecords {
  private static let run = RunIdentity(
    tool: "aver/1.0.0",
    rules: "sha256:00",
    libraries: [],
    options: []
  )

  /// The record of the sample claim, read back.
  static func claim(asRecord: Bool = false) throws -> RecordedClaim {
    var json = JSONWriter()
    ClaimRecord(run: run).write(
      SampleDocument.claim,
      of: DocumentIdentity(SampleDocument.clean(asRecord: asRecord)),
      to: &json
    )
    return try read(String(decoding: json.bytes.dropLast(), as: UTF8.self))
  }

  /// The sample document with its claim and, unless it is not at hand, its text.
  static func document(hasText: Bool = true) throws -> DocumentClaims {
    let claim = try claim()
    let text = hasText ? Array(SampleDocument.text.utf8) : nil
    return DocumentClaims(document: claim.document, text: text, claims: [claim])
  }

  /// A made-up claim: `roles` as JSON.
  static func claim(
    _ identifier: String,
    document: String = "a.html",
    digest: String? = nil,
    site: String = "A",
    key: String = "acquisition(acquirer=Halvorsen; target=Brightwater)",
    status: String = "completed",
    statement: String = "Halvorsen bought Brightwater.",
    roles: String = ""
  ) throws -> RecordedClaim {
    try read(
      """
      {"record":"claim","id":"urn:aver:claim:\(identifier)","key":"\(key)","type":"acquisition",\
      "statement":"\(statement)","roles":{\(roles)},"status":"\(status)","polarity":"affirmed",\
      "attribution":[],"evidence":[{"span":[0,4],"quote":{"type":"TextQuoteSelector","exact":"Some",\
      "prefix":"","suffix":""}}],"document":{"id":"\(document)",\
      "digest":"sha256:\(digest ?? document)","site":"\(site)","date":"2025-03-12"},\
      "provenance":{"rule":"a.aver:b/c","run":"urn:aver:run:x","tool":"aver/1.0.0","rules":"sha256:1"}}
      """
    )
  }

  static func amount(_ value: String, _ currency: String = "USD", bound: String = "exact") -> String
  {
    #""amount":[{"type":"MONEY","text":"x","span":[0,1],"money":{"amount":\#(value),"#
      + #""currency":"\#(currency)","bound":"\#(bound)"}}]"#
  }

  static func date(_ value: String, _ start: String, _ end: String) -> String {
    #""date":[{"type":"DATE","text":"x","span":[0,1],"time":{"type":"DATE","value":"\#(value)","#
      + #""start":"\#(start)","end":"\#(end)"}}]"#
  }

  private static func read(_ line: String) throws -> RecordedClaim {
    guard case .claim(let claim) = try RecordedLine(Array(line.utf8)) else {
      throw RecordError(code: "bad-record", message: "the line is no claim")
    }
    return claim
  }
}
