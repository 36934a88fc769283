import AverModel
import Testing

@testable import AverCleaning

/// Bytes, and the text they are.
struct DecodingRow: CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let text: String
  var declared: String?
  var isBad = false

  init(
    _ testDescription: String,
    _ bytes: [UInt8],
    _ text: String,
    declared: String? = nil,
    isBad: Bool = false
  ) {
    self.testDescription = testDescription
    self.bytes = bytes
    self.text = text
    self.declared = declared
    self.isBad = isBad
  }

  private static func meta(_ label: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("<meta charset=\(label)>".utf8) + bytes
  }

  static let all: [DecodingRow] = [
    DecodingRow("nothing", [], ""),
    DecodingRow("ASCII", Array("plain".utf8), "plain"),
    DecodingRow("UTF-8", Array("naïve 北京".utf8), "naïve 北京"),
    DecodingRow("byte order mark", [0xEF, 0xBB, 0xBF] + Array("é".utf8), "é"),
    DecodingRow("UTF-16 LE with mark", [0xFF, 0xFE, 0x41, 0, 0xE9, 0, 0x3D, 0xD8, 0, 0xDE], "Aé😀"),
    DecodingRow("UTF-16 BE with mark", [0xFE, 0xFF, 0, 0x41, 0x53, 0x17], "A北"),
    DecodingRow(
      "UTF-16 that claims to be UTF-8",
      [0xFF, 0xFE] + "<meta charset=utf-8>é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      "<meta charset=utf-8>é"
    ),
    DecodingRow(
      "UTF-16 without mark",
      "<p>é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      "<p>é"
    ),
    DecodingRow(
      "lone surrogate in UTF-16",
      [0xFF, 0xFE, 0, 0xD8, 0x41, 0],
      "\u{FFFD}A",
      isBad: true
    ),
    DecodingRow(
      "declared Latin-1 is windows-1252",
      [0x93, 0xE9, 0x94],
      "“é”",
      declared: "iso-8859-1"
    ),
    DecodingRow("declared Latin-1 but UTF-8", Array("é".utf8), "é", declared: "iso-8859-1"),
    DecodingRow(
      "declared in the page",
      meta("windows-1251", [0xCF, 0xF0, 0xE8]),
      "<meta charset=windows-1251>При"
    ),
    DecodingRow(
      "declared GB 2312, is GB 18030",
      meta("gb2312", [0xB1, 0xB1, 0xBE, 0xA9, 0x81, 0x30, 0x84, 0x36]),
      "<meta charset=gb2312>北京¥".replacing("¥", with: "\u{A5}")
    ),
    DecodingRow(
      "declared behind 4 KB of scripts",
      Array(repeating: 0x20, count: 4096) + meta("windows-1252", [0xE9]),
      String(repeating: " ", count: 4096) + "<meta charset=windows-1252>é"
    ),
    DecodingRow("Shift JIS", [0x93, 0x8C, 0x8B, 0x9E], "東京", declared: "shift_jis"),
    DecodingRow("EUC-KR", [0xBC, 0xAD, 0xBF, 0xEF], "서울", declared: "euc-kr"),
    DecodingRow(
      "ISO-2022-JP",
      [0x1B, 0x24, 0x42, 0x45, 0x6C, 0x1B, 0x28, 0x42],
      "東",
      declared: "iso-2022-jp"
    ),
    DecodingRow(
      "declared UTF-8, is Latin",
      [0x63, 0xE9, 0x20, 0xE8, 0x20, 0xFC, 0x2E],
      "cé è ü.",
      declared: "utf-8"
    ),
    DecodingRow("unknown label", [0xE9, 0x2E], "é.", declared: "klingon"),
    DecodingRow(
      "NUL and controls",
      [0x61, 0, 0x62, 0x1F, 0x09, 0x0C, 0x0A],
      "a\u{FFFD}b\u{FFFD}\t \n"
    ),
    DecodingRow(
      "U+FFFE and U+FFFF",
      [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0x61],
      "\u{FFFD}\u{FFFD}a"
    ),
    DecodingRow(
      "truncated at the end",
      Array("é".utf8) + [0xE2, 0x82],
      "é\u{FFFD}",
      declared: "utf-8",
      isBad: true
    ),
    DecodingRow(
      "overlong",
      [0xC0, 0xAF, 0x61],
      "\u{FFFD}\u{FFFD}a",
      declared: "utf-8",
      isBad: true
    ),
    DecodingRow(
      "surrogate in UTF-8",
      [0xED, 0xA0, 0x80],
      "\u{FFFD}\u{FFFD}\u{FFFD}",
      declared: "utf-8",
      isBad: true
    ),
    DecodingRow(
      "maximal bad parts",
      [0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62, 0x80, 0x63, 0x80, 0xBF, 0x64],
      "a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}d",
      declared: "utf-8",
      isBad: true
    ),
    DecodingRow(
      "beyond Unicode",
      [0xF4, 0x90, 0x80, 0x80],
      "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
      declared: "utf-8",
      isBad: true
    ),
  ]
}

@Suite("Character decoder")
struct CharacterDecoderTests {
  private func decode(_ bytes: [UInt8], _ declared: String?) throws -> DecodedText {
    try CharacterDecoder().decode(
      SourceDocument(identifier: "d", bytes: bytes, mediaType: .html, declaredEncoding: declared)
    )
  }

  @Test("decodes as a browser would", arguments: DecodingRow.all)
  func decodes(row: DecodingRow) throws {
    let decoded = try decode(row.bytes, row.declared)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == row.text)
    #expect(decoded.diagnostics.map(\.code) == (row.isBad ? ["invalid-encoding"] : []))
    if let offsets = decoded.offsets { #expect(offsets.cleanCount == decoded.bytes.count) }
  }

  @Test("keeps the place of each character", arguments: DecodingRow.all)
  func places(row: DecodingRow) throws {
    let decoded = try decode(row.bytes, row.declared)
    var position = 0
    var last = 0
    while position < decoded.bytes.count {
      let count =
        decoded.bytes[position] < 0x80
        ? 1 : UTF8Validation.part(in: decoded.bytes.span, at: position).count
      let source = decoded.source(of: ByteRange(position, position + count))
      #expect(source.start >= last && source.end > source.start && source.end <= row.bytes.count)
      last = source.end
      position += count
    }
  }

  @Test(
    "every label opens a converter",
    arguments: [
      "utf-8", "utf-16", "utf-16be", "latin1", "ibm866", "cp1250", "cp1251", "cp1253", "latin5",
      "cp1255", "cp1256", "cp1257", "cp1258", "tis-620", "latin2", "latin3", "latin4", "cyrillic",
      "arabic", "greek", "hebrew", "latin6", "iso-8859-13", "iso-8859-14", "latin9", "koi8-r",
      "koi8-u", "mac", "gbk", "big5", "euc-jp", "iso-2022-jp", "sjis", "korean",
    ]
  )
  func converters(label: String) throws {
    let encoding = try #require(CharacterEncoding(label: Array(label.utf8)))
    let conversion = Conversion(encoding: encoding, bytes: [0x41, 0x42])
    let isOpen = conversion != nil
    #expect(isOpen)
  }

  @Test(
    "does not know labels that hide markup",
    arguments: ["utf-7", "utf-32", "hz-gb-2312", "x", ""]
  )
  func unknownLabels(label: String) { #expect(CharacterEncoding(label: Array(label.utf8)) == nil) }

  @Test("guesses only where nothing else says anything")
  func detector() throws {
    // Russian in KOI8-R, long enough for statistics.
    let words = "это длинный русский текст без всякого указания на кодировку, в нем много слов "
    let table: [Character: UInt8] = Dictionary(
      uniqueKeysWithValues: zip("юабцдефгхийклмнопярстужвьызшэщчъ", UInt8(0xC0)...0xDF)
    )
    let bytes = String(repeating: words, count: 10).map { table[$0] ?? $0.asciiValue ?? 0x20 }
    let decoded = try decode(bytes, nil)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasPrefix(words))
  }
}
