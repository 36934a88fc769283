import AverModel
import AverTestSupport
import Foundation
import Testing

@testable import AverCleaning

/// A page in a form that breaks naive offsets, and how to read slices of it.
struct PageVariant: CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  var encoding = String.Encoding.utf8

  /// Hostile variants of a page of valid UTF-8.
  static func all(of page: String) -> [PageVariant] {
    let bytes = Array(page.utf8)
    let latin = page.replacingOccurrences(of: "charset=\"utf-8\"", with: "charset=\"iso-8859-1\"")
    let utf16 = Array(page.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var variants = [
      PageVariant(testDescription: "as it is", bytes: bytes),
      PageVariant(testDescription: "byte order mark", bytes: [0xEF, 0xBB, 0xBF] + bytes),
      PageVariant(
        testDescription: "CR LF",
        bytes: Array(page.replacingOccurrences(of: "\n", with: "\r\n").utf8)
      ),
      PageVariant(
        testDescription: "references",
        bytes: mutated(bytes, every: 41, Array("&copy;&#150;&mldr;&bogus;&#x1F600;&nbsp &".utf8))
      ),
      PageVariant(testDescription: "NUL", bytes: mutated(bytes, every: 53, [0])),
      PageVariant(
        testDescription: "controls",
        bytes: mutated(bytes, every: 37, [0x0B, 0x1F, 0x0C])
      ),
      PageVariant(
        testDescription: "invalid UTF-8",
        bytes: mutated(bytes + Array("ééééééééé".utf8), every: 300, [0xE2, 0x82, 0xFF])
      ),
      PageVariant(testDescription: "soft hyphens", bytes: mutated(bytes, every: 23, [0xC2, 0xAD])),
      PageVariant(
        testDescription: "UTF-16",
        bytes: [0xFF, 0xFE] + utf16,
        encoding: .utf16LittleEndian
      ),
    ]
    if let data = latin.data(using: .windowsCP1252) {
      variants.append(
        PageVariant(testDescription: "windows-1252", bytes: Array(data), encoding: .windowsCP1252)
      )
    }
    for tenth in 1..<10 {
      variants.append(
        PageVariant(
          testDescription: "\(tenth) tenths",
          bytes: Array(bytes[..<(bytes.count * tenth / 10)])
        )
      )
    }
    return variants
  }

  /// Inserts bytes into text, never inside a tag, reference, script or character.
  private static func mutated(_ bytes: [UInt8], every: Int, _ insert: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isText = false
    var sinceInsert = 0
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      if byte == 0x3C { isText = false }
      sinceInsert += 1
      let previous = index > 0 ? bytes[index - 1] : 0
      let isLetters = byte >= 0x61 && byte <= 0x7A && previous >= 0x61 && previous <= 0x7A
      let isInReference = bytes[max(0, index - 8)...index].contains(0x26)
      if isText, isLetters, !isInReference, sinceInsert >= every {
        result.append(contentsOf: insert)
        sinceInsert = 0
      }
      if byte == 0x3E, index > 1, bytes[index - 1] == 0x70, bytes[index - 2] != 0x2F {
        isText = true
      }
    }
    return result
  }
}

@Suite("Offsets")
struct OffsetTests {
  @Test(
    "every run and span of a page is found in its source",
    arguments: PageVariant.all(of: SamplePages.article)
  )
  func variants(variant: PageVariant) throws {
    let clean = try SamplePages.clean(variant.bytes)
    #expect(clean.bytes.count > 100 || variant.testDescription.hasSuffix("tenths"))
    #expect(!clean.codes.contains("offset-unverified"))
    #expect(OffsetProperties.failures(of: clean, encoding: variant.encoding, spanCount: 400) == [])
  }

  @Test("36,000 random spans are found in their sources", arguments: SamplePages.articlePaths)
  func articles(path: String) throws {
    // The whole ones in which what is put in means the same whatever word follows it.
    let forms = [
      "as it is", "byte order mark", "CR LF", "NUL", "controls", "soft hyphens", "UTF-16",
    ]
    let variants = PageVariant.all(
      of: String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    ).filter { forms.contains($0.testDescription) }
    let count = 36_000 / (SamplePages.articlePaths.count * variants.count) + 1
    for variant in variants {
      let clean = try SamplePages.clean(variant.bytes)
      let failures = OffsetProperties.failures(
        of: clean,
        encoding: variant.encoding,
        spanCount: count
      )
      #expect(failures == [], "\(variant)")
    }
  }

  @Test("a span's source is the stretch of the file that gave it")
  func exactSource() throws {
    let clean = try SamplePages.clean(SamplePages.article)
    let rows: [(quote: String, source: String)] = [
      ("£4.2 million", "&pound;4.2&nbsp;million"),
      ("Marta and Jonas K", "Marta</b> and <i>Jonas&#160;K"),
      ("“We", "&#8220;We"),
      ("R&D", "R&amp;D"),
      ("do.\nThe", "do.<br>The"),
      ("Brackwater", "Brackwater"),
    ]
    for row in rows {
      let range = try #require(clean.text.range(of: row.quote))
      let start = clean.text.utf8.distance(from: clean.text.startIndex, to: range.lowerBound)
      let source = try #require(
        clean.offsets?.source(of: ByteRange(start, start + row.quote.utf8.count))
      )
      #expect(String(decoding: clean.sourceBytes[source.indices], as: UTF8.self) == row.source)
    }
  }

  @Test("a JSON record's text has no offsets and keeps its bytes")
  func record() throws {
    let bytes = Array("One.\r\n\r\n  Two  words.\u{0}".utf8)
    let clean = try SamplePages.clean(bytes, .recordText)
    #expect(clean.bytes == bytes)
    #expect(clean.offsets == nil)
    #expect(clean.blockTexts == ["One.", "Two  words.\u{0}"])
  }

  private static let pages = RepositoryLayout.root + "/../shared/bench/cleaning/dev.input.jsonl.gz"

  @Test(
    "every run and span of real pages is found in its source",
    .enabled(if: FileManager.default.fileExists(atPath: pages))
  )
  func realPages() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gunzip", "-c", Self.pages]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let input = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    struct Record: Decodable {
      let id: String
      let html: String
    }
    for line in input.split(separator: 0x0A) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      let clean = try SamplePages.clean(Array(record.html.utf8), declaredEncoding: "utf-8")
      #expect(!clean.codes.contains("offset-unverified"), "\(record.id)")
      let failures = OffsetProperties.failures(of: clean, spanCount: 50)
      #expect(failures == [], "\(record.id)")
    }
  }
}
