import AverModel
import Foundation
import Testing

@testable import AverCleaning

@Suite("Cleaning twice")
struct IdempotenceTests {
  @Test("C10: an article that is cleaned again stays as it is", arguments: SamplePages.articlePaths)
  func articles(path: String) throws {
    let once = try SamplePages.clean(Array(try Data(contentsOf: URL(filePath: path))))
    #expect(!once.bytes.isEmpty)
    for mediaType in [SourceDocument.MediaType.plainText, .unknown] {
      #expect(try SamplePages.clean(once.bytes, mediaType).bytes == once.bytes)
    }
  }

  @Test(
    "C10: hostile pages too",
    arguments: HostilePage.all.filter { $0.page.utf8.count < 1_000_000 }
  )
  func hostile(page: HostilePage) throws {
    let once = try SamplePages.clean(page.page)
    #expect(try SamplePages.clean(once.bytes, .plainText).bytes == once.bytes)
  }

  @Test("every block and span lies on character boundaries", arguments: SamplePages.articlePaths)
  func boundaries(path: String) throws {
    let clean = try SamplePages.clean(Array(try Data(contentsOf: URL(filePath: path))))
    let text = clean.text
    let boundaries = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) })
    var end = 0
    for block in clean.blocks {
      #expect(block.range.start >= end)
      #expect(boundaries.contains(block.range.start))
      #expect(block.range.end == clean.bytes.count || boundaries.contains(block.range.end))
      end = block.range.end
    }
  }
}
