import AverModel
import Testing

@testable import AverReports

@Suite("Records read back")
struct RecordedLineTests {
  @Test("a record that was written is read as what it says")
  func roundTrip() throws {
    let claim = try SampleRecords.claim()
    #expect(claim.type == "investment")
    #expect(claim.roles.map(\.name) == ["investor", "amount", "stake", "date", "kind"])
    #expect(claim.parties.map(\.filler.shown) == ["Halvorsen"])
    #expect(
      claim.roles.map { $0.fillers[0].shown }
        == ["Halvorsen", "more than 13,000,000 EUR", "12.5 to 13%", "2025-Q3", "minority"]
    )
    #expect(claim.money?.currency == "EUR")
    #expect(claim.date?.extendedDate == "2025-35")
    #expect(claim.evidence[0].source == RecordedSpan(start: 8, end: 115))
    #expect(claim.document.identifier == "deals/a.html")
    #expect(try SampleRecords.claim(asRecord: true).evidence[0].source == nil)
  }

  @Test(
    "what is no record is refused with a reason",
    arguments: [
      ("", "a value is missing"), ("[]", "no JSON object"), ("{}", "no 'record'"),
      (#"{"record":"claim"}"#, "no text 'id'"), (#"{"record":1}"#, "no 'record'"),
      (
        #"{"record":"claim","id":"x","type":"t","roles":{"a":[{"type":"ORG","text":"b"}]}}"#,
        "'span'"
      ),
      (String(repeating: "[", count: 400), "deeper"), (#"{"record":"claim"} x"#, "stands after"),
      (#"{"a":1e999}"#, "too large"), (#"{"a":"\ud800"}"#, "surrogate"),
    ]
  )
  func refused(line: String, reason: String) {
    let error = #expect(throws: RecordError.self) { try RecordedLine(Array(line.utf8)) }
    #expect(error?.message.contains(reason) == true)
  }

  @Test("other records are told from claims")
  func otherRecords() throws {
    let error = #"{"record":"error","document":{"id":"a"},"code":"x","message":"y"}"#
    guard case .failure(let identifier, "x", "y") = try RecordedLine(Array(error.utf8)) else {
      Issue.record("an error record was read as something else")
      return
    }
    #expect(identifier == "a")
    guard case .other = try RecordedLine(Array(#"{"record":"summary"}"#.utf8)) else {
      Issue.record("an unknown record was read as something else")
      return
    }
  }

  @Test(
    "a value is written as it was read",
    arguments: [
      #"{"a":[1,2.50,-3e5,{"b":[]},{}],"c":null,"d":[true,false],"e":"\"\\ é 😀"}"#, "[[[]]]", "12",
      #""x""#,
    ]
  )
  func values(text: String) throws {
    var json = JSONWriter()
    json.value(try JSONValue(Array(text.utf8)))
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }
}
