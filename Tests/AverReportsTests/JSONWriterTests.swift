import AverModel
import AverReports
import Foundation
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  @Test(
    "escapes what breaks lines and terminals, and nothing else",
    arguments: [
      ("plain", #""plain""#),
      ("a\"b\\c/d", #""a\"b\\c/d""#),
      ("tab\tline\nreturn\r", #""tab\tline\nreturn\r""#),
      ("\u{0}\u{7}\u{1B}\u{7F}", #""\u0000\u0007\u001b\u007f""#),
      ("\u{80}\u{85}\u{9F}\u{A0}", "\"\\u0080\\u0085\\u009f\u{A0}\""),
      ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""),
      ("é 北京 😀", "\"é 北京 😀\""),
    ]
  )
  func escapes(text: String, json: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test("every character comes back from a parser, on one line")
  func roundTrip() throws {
    let scalars = (0...0x3000).compactMap { Unicode.Scalar(UInt32($0)) }
    let text = String(String.UnicodeScalarView(scalars))
    var writer = JSONWriter()
    writer.beginArray()
    writer.string(text)
    writer.endArray()
    let line = String(decoding: writer.bytes, as: UTF8.self)
    let parsed = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
    #expect(parsed == [text])
    #expect(line.components(separatedBy: .newlines).count == 1)
  }

  @Test("separates members and elements")
  func structure() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("a")
    writer.beginArray()
    writer.integer(0)
    writer.integer(-7)
    writer.integer(1_234_567)
    writer.beginObject()
    writer.endObject()
    writer.null()
    writer.endArray()
    writer.name("b")
    writer.pair(0, 12)
    writer.name("c")
    writer.boolean(true)
    writer.endObject()
    writer.endLine()
    writer.boolean(false)
    let text = String(decoding: writer.takeBytes(), as: UTF8.self)
    #expect(text == "{\"a\":[0,-7,1234567,{},null],\"b\":[0,12],\"c\":true}\nfalse")
    #expect(writer.bytes.isEmpty)
  }

  @Test(
    "writes exact numbers out",
    arguments: [("13e9", "13000000000"), ("-12.50", "-12.5"), ("0.05", "0.05"), ("0", "0")]
  )
  func numbers(text: String, json: String) throws {
    var writer = JSONWriter()
    writer.number(try #require(ExactDecimal(text)))
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }
}

@Suite("Code point index")
struct CodePointIndexTests {
  @Test("counts as a walk over the characters does", arguments: ["", "plain", "é 北京 😀 ok"])
  func counts(text: String) {
    // Long enough that more than one block of the index is asked for.
    let long = String(repeating: text, count: 60)
    let bytes = Array(long.utf8)
    let index = CodePointIndex(bytes)
    var count = 0
    var byte = 0
    for scalar in long.unicodeScalars {
      #expect(index.codePoints(before: byte) == count)
      byte += scalar.utf8.count
      count += 1
    }
    #expect(index.codePoints(before: bytes.count) == count)
  }

  @Test("steps whole characters, and stops at the ends")
  func steps() {
    let index = CodePointIndex(Array("aé😀z".utf8))
    #expect(index.byte(7, back: 1) == 3)
    #expect(index.byte(7, back: 2) == 1)
    #expect(index.byte(7, back: 32) == 0)
    #expect(index.byte(1, ahead: 2) == 7)
    #expect(index.byte(1, ahead: 32) == 8)
  }
}
