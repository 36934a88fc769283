import AverModel
import AverTestSupport
import Foundation
import Testing

@testable import AverSyntax

@Suite("Tagger")
struct TaggerTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let sentence: String
    let tags: String
    var testDescription: String { sentence }
  }

  @Test(
    "gives universal tags",
    arguments: [
      Row(
        sentence: "The firm didn't sell its 12.5% stake to Linde.",
        tags: "DET NOUN AUX PART VERB PRON NUM SYM NOUN ADP PROPN PUNCT"
      ),
      Row(
        sentence: "Italy's largest bank has quickly agreed to buy it for $3 billion.",
        tags: "PROPN PART ADJ NOUN AUX ADV VERB PART VERB PRON ADP SYM NUM NUM PUNCT"
      ),
      Row(
        sentence: "If she takes over the firm, investors who hold bonds will lose.",
        tags: "SCONJ PRON VERB ADP DET NOUN PUNCT NOUN PRON VERB NOUN AUX VERB PUNCT"
      ),
    ]
  )
  func givesTags(row: Row) throws {
    let tags = try SentenceAnalysis(row.sentence).text.tags.map(\.universalTag)
    #expect(tags.joined(separator: " ") == row.tags)
  }

  @Test("gives the same tags whatever it read before")
  func forgetsNothingElse() throws {
    let sentences =
      NewsSentence.control.map(\.sentence) + NewsSentence.subjectsAndChains.map(\.sentence)
    var worker = Tagger(model: .builtIn)
    for sentence in sentences + sentences.reversed() {
      let text = try SentenceAnalysis(sentence).text.tokenized
      var fresh = Tagger(model: .builtIn)
      let (remembered, anew) = (worker.tag(text), fresh.tag(text))
      #expect(remembered.tags == anew.tags)
      #expect(remembered.classes == anew.classes)
    }
  }

  @Test("sums weights by class and takes the first of the highest")
  func sumsWeights() {
    let rows: [[Int8]] = [
      [3, -128, 127, 0, 5, 9, -7, 1, 0, 0, 2, 2, -1, 4, 9, 8],
      [0, 127, -128, 5, 5, 0, 16, -1, 1, 0, 7, 0, 10, 5, 0, 1],
      [6, -1, 1, 4, -1, 0, 0, 0, -8, 9, 0, -3, 0, 0, 0, -128],
    ]
    for count in 1...rows.count {
      var scores = ClassScores()
      var sums = Array(repeating: 0, count: 16)
      for row in rows.prefix(count) {
        var packed = SIMD2<UInt64>()
        for (lane, weight) in row.enumerated() {
          sums[lane] += Int(weight)
          packed[lane / 8] |= UInt64(UInt8(bitPattern: weight)) << UInt64(8 * (lane % 8))
        }
        scores.add(row: packed)
      }
      #expect(scores.best == sums.firstIndex(of: sums.max() ?? 0))
    }
  }

  @Test("needs a model of the right layout")
  func needsModel() {
    #expect(TaggerModel(bytes: []) == nil)
    #expect(TaggerModel(bytes: Array("AVERTAG1".utf8)) == nil)
    #expect(TaggerModel(bytes: Array(repeating: 0, count: 4096)) == nil)
  }

  @Test("has a model of at most two megabytes")
  func hasSmallModel() throws {
    let path = RepositoryLayout.root + "/Rules/en/models/tagger.model"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    #expect(bytes.count <= 2_000_000)
    #expect(TaggerModel(bytes: bytes) != nil)
  }

  @Test("keeps what a lexicon entry is made of")
  func keepsEntry() {
    let entry = LexiconEntry(
      hash: 0xFEDC_BA98_7654_3210,
      classes: 0x4001,
      verbForms: [.past, .gerund],
      isCertain: true
    )
    #expect(entry.classes == 0x4001)
    #expect(entry.verbForms == [.past, .gerund])
    #expect(entry.isCertain)
    #expect(entry.includes(.adjective))
    #expect(entry.includes(.pastParticiple))
    #expect(!entry.includes(.noun))
  }
}
