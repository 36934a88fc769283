import AverEvaluation
import AverModel
import AverTestSupport
import Testing

@Suite("Corpus")
struct CorpusTests {
  static let path = RepositoryLayout.root + "/Corpus"

  @Test("every gold quote stands in its article")
  func quotes() throws {
    for document in try GoldFolder(path: Self.path).documents {
      #expect(document.unfoundQuotes == [], "\(document.identifier)")
    }
  }

  @Test("every article has claims of built-in types, and its date is a day")
  func types() throws {
    for document in try GoldFolder(path: Self.path).documents {
      #expect(!document.claims.isEmpty, "\(document.identifier)")
      if let date = document.date { #expect(CivilDate(date) != nil, "\(document.identifier)") }
      for claim in document.claims {
        let types = [claim.type] + claim.acceptedTypes
        #expect(types.allSatisfy { ClaimComparison.isBuiltIn(type: $0) }, "\(document.identifier)")
      }
    }
  }

  @Test("gold agrees with itself, claim by claim")
  func selfAgreement() throws {
    for document in try GoldFolder(path: Self.path).documents {
      let gold = document.claims.filter { !$0.isOptional }.map { ComparableClaim($0, in: nil) }
      let matching = ClaimMatching(gold: gold, claims: gold)
      #expect(matching.pairs.count == gold.count, "\(document.identifier)")
      #expect(matching.pairs.count { $0.isFull } == gold.count, "\(document.identifier)")
    }
  }

  @Test("every status, polarity and built-in type occurs")
  func variety() throws {
    let claims = try GoldFolder(path: Self.path).documents.flatMap(\.claims)
    #expect(Set(claims.map(\.status)) == Set(ClaimStatus.allCases))
    #expect(Set(claims.map(\.polarity)) == Set(Polarity.allCases))
    #expect(Set(claims.map(\.type)).count == 15)
    #expect(
      Set(claims.flatMap(\.attribution).map(\.kind)) == Set(AttributedSource.Kind.allCases)
    )
  }
}
