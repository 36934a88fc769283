import AverModel
import Foundation
import Testing

@testable import AverReports

@Suite("Claim records")
struct ClaimRecordTests {
  private let run = RunIdentity(tool: "aver/1.0.0", rules: "sha256:00", libraries: [], options: [])

  private func line(_ claim: Claim, _ clean: CleanText, explains: Bool = false) -> String {
    var json = JSONWriter()
    ClaimRecord(run: run, explains: explains)
      .write(claim, of: DocumentIdentity(clean), to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("a record is written member by member as the schema says")
  func golden() {
    let line = line(
      SampleDocument.claim,
      SampleDocument.clean(address: "https://news.example/a-b")
    )
    let expected = """
      {"record":"claim","id":"urn:aver:claim:IDENTIFIER",\
      "key":"investment(investee=Brightwater; investor=Halvorsen)","type":"investment",\
      "statement":"Halvorsen invested in Brightwater.",\
      "roles":{"investor":[{"type":"ORG","text":"it","span":[17,19],"name":"Halvorsen",\
      "names":["Halvorsen"],"entity":"E1","same_as":["https://example.org/id/1"],"source":[23,25]}],\
      "amount":[{"type":"MONEY","text":"more than €13 million","span":[56,77],\
      "money":{"amount":13000000,"currency":"EUR","bound":"more_than"},\
      "status":"possible","source":[62,85]}],\
      "stake":[{"type":"PERCENT","text":"12.5%","span":[31,36],\
      "number":{"low":12.5,"high":13,"unit":"percent","bound":"between"},"source":[37,42]}],\
      "date":[{"type":"DATE","text":"the third quarter of 2025","span":[81,106],\
      "time":{"type":"DATE","value":"2025-Q3","start":"2025-07-01","end":"2025-10-01",\
      "edtf":"2025-35"},"source":[89,114]}],\
      "kind":[{"type":"TEXT","text":"bought","span":[24,30],"value":"minority","source":[30,36]}]},\
      "status":"completed","polarity":"affirmed",\
      "attribution":[{"name":"Halvorsen","kind":"organization","text":"Halvorsen","span":[2,11],\
      "cue":"said","entity":"E1"}],\
      "evidence":[{"span":[2,107],"quote":{"type":"TextQuoteSelector",\
      "exact":"Halvorsen said it had bought 12.5% of Brightwater for more than €13 million in the \
      third quarter of 2025.","prefix":"📉 ","suffix":" Nobody else commented."},\
      "link":"https://news.example/a-b#:~:text=Halvorsen%20said%20it%20had,third%20quarter%20of%202025.",\
      "source":[8,115]}],\
      "document":{"id":"deals/a.html",\
      "digest":"sha256:DIGEST","source_digest":"sha256:SOURCE",\
      "url":"https://news.example/a-b","title":"Halvorsen \\"buys\\"","date":"2025-12-17"},\
      "provenance":{"rule":"en/deals.aver:investment/active",\
      "run":"\(run.run)","tool":"aver/1.0.0","rules":"sha256:00"}}

      """
    #expect(masked(line) == expected)
  }

  /// The line with its digests, which other tests pin, replaced by words.
  private func masked(_ line: String) -> String {
    line.replacing(/urn:aver:claim:[a-z2-7]{32}/, with: "urn:aver:claim:IDENTIFIER")
      .replacing(/"digest":"sha256:[0-9a-f]{64}"/, with: #""digest":"sha256:DIGEST""#)
      .replacing(/"source_digest":"sha256:[0-9a-f]{64}"/, with: #""source_digest":"sha256:SOURCE""#)
  }

  @Test("a record's text has no file, and so neither source bytes nor a digest of them")
  func recordText() {
    let line = line(SampleDocument.claim, SampleDocument.clean(asRecord: true))
    #expect(!line.contains("\"source\""))
    #expect(!line.contains("source_digest"))
    #expect(!line.contains("\"link\""))
  }

  @Test("steps and cues are written on demand only")
  func explained() {
    let clean = SampleDocument.clean()
    let line = line(SampleDocument.claim, clean, explains: true)
    #expect(
      line.contains(
        #""steps":["en/money.aver:amount"],"cues":[{"slot":"status","text":"had bought","#
          + #""span":[20,30]}],"run""#
      )
    )
    #expect(!self.line(SampleDocument.claim, clean).contains("cues"))
  }

  @Test("a filler that lacks the value its type promises is text")
  func missingValue() {
    let range = SampleDocument.range(of: "12.5%")
    let claim = SampleDocument.claim.with(fillers: [.init(type: .percent, range: range)])
    let line = line(claim, SampleDocument.clean())
    #expect(line.contains(#""roles":{"x":[{"type":"TEXT","text":"12.5%","span":[31,36],"source""#))
  }

  @Test("a name without a canonical one is its own")
  func missingName() {
    let range = SampleDocument.range(of: "Brightwater")
    let claim = SampleDocument.claim.with(fillers: [.init(type: .organization, range: range)])
    #expect(line(claim, SampleDocument.clean()).contains(#""name":"Brightwater""#))
  }

  @Test("the identifier names content: not the document's name, nor status, rule or key")
  func identifier() {
    let document = DocumentIdentity(SampleDocument.clean())
    let claim = SampleDocument.claim
    let name = ClaimIdentity.identifier(of: claim, in: document)
    let asRecord = DocumentIdentity(SampleDocument.clean(asRecord: true))
    #expect(name == "urn:aver:claim:ipuk7eklbrdncvyuoqktp4vzc7ap2uii")
    #expect(ClaimIdentity.identifier(of: claim, in: asRecord) == name)
    #expect(
      ClaimIdentity.identifier(of: claim.with(roles: claim.roles.reversed()), in: document) == name
    )
    #expect(
      ClaimIdentity.identifier(of: claim.with(roles: Array(claim.roles.dropLast())), in: document)
        != name
    )
  }
}

extension Claim {
  /// The claim with one role `x` only.
  fileprivate func with(fillers: [RoleFiller]) -> Claim {
    with(roles: [Role(name: "x", fillers: fillers)])
  }

  fileprivate func with(roles: [Role]) -> Claim {
    Claim(
      type: type,
      key: "",
      statement: nil,
      roles: roles,
      status: .ended,
      polarity: polarity,
      attribution: attribution,
      evidence: evidence,
      rule: RuleIdentifier(file: "other.aver", name: "other")
    )
  }
}
