import AverModel
import Testing

@testable import Aver

@Suite("Currencies by the document")
struct CurrencyTests {
  @Test(
    "a bare sign is the currency of the site's country, if no other evidence stands against it",
    arguments: [
      ("https://www.harrowpost.ca/2025/mill", "The mill cost $40 million.", ["CAD"]),
      ("https://www.harrowpost.com.au/mill", "The mill cost $40 million.", ["AUD"]),
      ("https://www.harrowpost.com/mill", "The mill cost $40 million.", ["USD"]),
      (nil, "The mill cost $40 million.", ["USD"]),
      (
        "https://www.harrowpost.ca/mill", "The mill cost C$55 million ($40 million).",
        ["CAD", "USD"]
      ),
      ("https://www.harrowpost.ca/mill", "OSLO, June 3 (Reuters) - It cost $40 million.", ["USD"]),
      ("https://harrowpost.com.ph/mill", "The mill cost 40 million pesos.", ["PHP"]),
      ("https://harrowpost.no:8080", "The mill cost 40 million crowns.", ["NOK"]),
    ] as [(String?, String, [String])]
  )
  func decides(address: String?, sentence: String, currencies: [String]) throws {
    let bytes = Array(sentence.utf8)
    var metadata = DocumentMetadata()
    metadata.address = address.map { DocumentMetadata.Field(value: $0) }
    let clean = CleanText(
      identifier: "sentence",
      bytes: bytes,
      blocks: [Block(range: ByteRange(0, bytes.count), kind: .paragraph)],
      offsets: nil,
      metadata: metadata,
      sourceBytes: bytes
    )
    var pipeline = try Pipeline(rules: LoadedRules.builtIn())
    let found = try pipeline.annotate(clean).mentions.compactMap { mention -> String? in
      guard case .money(let money)? = mention.value else { return nil }
      return money.currency
    }
    #expect(found == currencies)
  }
}
