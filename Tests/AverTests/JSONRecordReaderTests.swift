import Aver
import AverModel
import Testing

@Suite("JSON records")
struct JSONRecordReaderTests {
  private func read(_ line: String) throws -> SourceDocument {
    try JSONRecordReader(date: "2024-01-02").document(from: Array(line.utf8))
  }

  @Test("a text record is taken as it is")
  func textRecord() throws {
    let document = try read(
      #" { "id" : "a b" , "text" : "x\n\"é\" \u00e9 \ud83d\ude00 \/" , "url":"https://n.example/", "#
        + #""title":"T","date":"2025-12-17T08:00:00Z","n":[1,{"k":[]},-1.5e3,null,true,"]"]} "#
    )
    #expect(document.identifier == "a b")
    #expect(String(decoding: document.bytes, as: UTF8.self) == "x\n\"é\" é 😀 /")
    #expect(document.mediaType == .recordText)
    #expect(document.address == "https://n.example/")
    #expect(document.title == "T")
    #expect(document.date == "2025-12-17T08:00:00Z")
    #expect(document.declaredEncoding == nil)
  }

  @Test("a page record is UTF-8, whatever the page says; what is null or empty is not there")
  func pageRecord() throws {
    let document = try read(#"{"id":7,"html":"<p>x</p>","url":"","title":null}"#)
    #expect(document.identifier == "7")
    #expect(document.mediaType == .html)
    #expect(document.declaredEncoding == "utf-8")
    #expect(document.address == nil)
    #expect(document.title == nil)
    #expect(document.date == "2024-01-02")
  }

  struct Bad: CustomTestStringConvertible {
    let line: String
    var code = "bad-json"
    var identifier: String?
    var testDescription: String { String(line.prefix(60)) }
  }

  @Test(
    "what is no record is refused with its reason",
    arguments: [
      Bad(line: "no json"), Bad(line: "[]"), Bad(line: "\"x\""), Bad(line: "{"),
      Bad(line: #"{"id":"a""#, identifier: "a"),
      Bad(line: #"{"id":"a",}"#, identifier: "a"),
      Bad(line: #"{"id":"a" "text":"b"}"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":"b"} x"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":"b"#, identifier: "a"),
      Bad(line: "{\"id\":\"a\",\"text\":\"b\tc\"}", identifier: "a"),
      Bad(line: #"{"id":"a","text":"\x"}"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":"\u12g4"}"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":"\ud800"}"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":"\ud83d\u0041"}"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":"\udc00"}"#, identifier: "a"),
      Bad(line: #"{"id":"a","id":"b","text":""}"#, identifier: "a"),
      Bad(line: #"{"id":"a","text":7}"#, identifier: "a"),
      Bad(line: #"{"id":true,"text":""}"#),
      Bad(line: #"{"id":"a","n":1e999,"text":""}"#, identifier: "a"),
      Bad(line: #"{"id":"a","n":01}"#, identifier: "a"),
      Bad(line: #"{"id":"a","n":1.}"#, identifier: "a"),
      Bad(line: #"{"id":"a","n":[1,]}"#, identifier: "a"),
      Bad(line: #"{"id":"a","n":[1}}"#, identifier: "a"),
      Bad(line: #"{"id":"a","n":{"x"}}"#, identifier: "a"),
      Bad(line: #"{"id":"a","n":"# + String(repeating: "[", count: 100_000), identifier: "a"),
      Bad(line: #"{"text":"x"}"#, code: "no-id"),
      Bad(line: #"{"id":"","text":"x"}"#, code: "no-id"),
      Bad(line: #"{"id":null,"text":"x"}"#, code: "no-id"),
      Bad(line: "{}", code: "no-id"),
      Bad(line: #"{"id":"a"}"#, code: "no-text", identifier: "a"),
      Bad(line: #"{"id":"a","text":null}"#, code: "no-text", identifier: "a"),
      Bad(line: #"{"id":"a","text":"x","html":"y"}"#, code: "no-text", identifier: "a"),
    ]
  )
  func refused(row: Bad) {
    let error = #expect(throws: RecordError.self) { try read(row.line) }
    #expect(error?.code == row.code)
    #expect(error?.identifier == row.identifier)
    #expect(error?.message.isEmpty == false)
  }

  @Test("nesting is allowed up to a limit")
  func nesting() throws {
    let open = String(repeating: "[", count: 256)
    let close = String(repeating: "]", count: 256)
    #expect(try read(#"{"n":\#(open)\#(close),"id":"a","text":""}"#).identifier == "a")
  }

  @Test("bytes that are not UTF-8 are refused at their place")
  func invalidBytes() {
    let line = Array(#"{"id":"a","text":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    let error = #expect(throws: RecordError.self) { try JSONRecordReader().document(from: line) }
    #expect(error?.message == "the line is not UTF-8 at byte 19")
  }
}
