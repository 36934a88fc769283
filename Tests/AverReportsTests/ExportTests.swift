import AverModel
import Foundation
import Testing

@testable import AverReports

@Suite("Claims in other formats")
struct ExportTests {
  private func text(_ export: some ClaimExport, _ document: DocumentClaims) -> String {
    let bytes = export.bytes(for: document)
    export.note(bytes)
    return String(decoding: export.head + bytes + export.tail, as: UTF8.self)
  }

  @Test("text for people says what, who, in which words and where")
  func blocks() throws {
    #expect(
      text(ClaimBlocks(), try SampleRecords.document()) == """
        investment (completed)
          Halvorsen invested in Brightwater.
          investor: Halvorsen
          amount:   more than 13,000,000 EUR (possible)
          stake:    12.5 to 13%
          date:     2025-Q3
          kind:     minority
          according to Halvorsen (organization)
          “Halvorsen said it had bought 12.5% of Brightwater for more than €13 million in the \
        third quarter of 2025.”
            deals/a.html:8-115
          rule en/deals.aver:investment/active


        """
    )
  }

  @Test("text for people acts on a terminal by nothing but its own colours")
  func hostileBlocks() throws {
    let claim = try SampleRecords.claim(
      "a",
      document: #"a\u001b[2J\u202e.html"#,
      statement: #"x\u001b]0;t\u0007\r\u009b31m"#
    )
    let document = DocumentClaims(document: claim.document, text: nil, claims: [claim])
    for isColoured in [false, true] {
      let shown = text(ClaimBlocks(isColoured: isColoured), document)
      #expect(shown.contains("\\x1b]0;t\\x07\\x0d\\x9b31m"))
      #expect(shown.contains("a\\x1b[2J\\u{202e}.html"))
      let colours = shown.matches(of: /\u{1B}\[[0-9]{1,2}m/).count
      #expect(shown.unicodeScalars.count { $0 == "\u{1B}" } == colours)
      #expect((colours > 0) == isColoured)
    }
  }

  @Test("a row of the table has the first value of each kind")
  func table() throws {
    let lines = text(ClaimTable(), try SampleRecords.document())
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("id,type,status,polarity,statement,party,party_role,counterparty,"))
    #expect(
      lines[1].contains(
        ",investment,completed,affirmed,Halvorsen invested in Brightwater.,Halvorsen,investor,,,"
          + "\"investor=Halvorsen; amount=more than 13,000,000 EUR; stake=12.5 to 13%; date=2025-Q3; "
          + "kind=minority\",13000000,,,EUR,more_than,,2025-Q3,2025-07-01,2025-10-01,"
      )
    )
    #expect(lines[1].contains(#",deals/a.html,"Halvorsen ""buys""",,,2025-12-17,,2,107,8,115,"#))
  }

  @Test(
    "what a spreadsheet would run is text",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), (#"\t=a"#, "'\t=a"),
      (#"\r=a"#, "\"'\r=a\""), ("a=b", "a=b"), (#"a\"b,\nc"#, "\"a\"\"b,\nc\""),
    ]
  )
  func formulas(statement: String, cell: String) throws {
    let claim = try SampleRecords.claim(
      "a",
      statement: statement,
      roles: SampleRecords.amount("-5")
    )
    let document = DocumentClaims(document: claim.document, text: nil, claims: [claim])
    #expect(text(ClaimTable(), document).contains(",affirmed,\(cell),"))
    #expect(text(ClaimTable(), document).contains(",-5,,,USD,exact,"))
    let raw = text(ClaimTable(isRaw: true), document)
    #expect(raw.contains(cell.replacing("'", with: "")))
  }

  @Test("the graph holds the record, an annotation for each quote, and the run")
  func graph() throws {
    let document = try SampleRecords.document()
    let value = try JSONValue(Array(text(ClaimGraph(context: Array("{}".utf8)), document).utf8))
    let nodes = value["@graph"]?.elements ?? []
    #expect(nodes.count == 3)
    #expect(nodes[0] == (try JSONValue(document.claims[0].line)))
    let selectors = nodes[1]["oa:hasTarget"]?["oa:hasSelector"]?.elements ?? []
    #expect(
      selectors.map { $0["@type"]?.text?.dropFirst(3) }
        == ["TextQuoteSelector", "TextPositionSelector", "FragmentSelector"]
    )
    #expect(selectors[1]["oa:start"]?["@value"]?.text == "2")
    #expect(nodes[2]["@type"]?.text == "prov:Activity")
    let line = text(ClaimGraphLines(context: Array(#"{"a":1}"#.utf8)), document)
    #expect(line.hasPrefix(#"{"@context":{"a":1},"record":"claim","#))
    #expect(try JSONValue(Array(line.dropLast().utf8)).members.count == 13)
  }

  @Test("tasks for Label Studio count code points, the emoji as one")
  func tasks() throws {
    let value = try JSONValue(Array(text(AnnotationTasks(), try SampleRecords.document()).utf8))
    let task = value.elements[0]
    #expect(task["data"]?["text"]?.text == SampleDocument.text)
    let result = task["predictions"]?.elements[0]["result"]?.elements ?? []
    let regions = result.filter { $0["type"]?.text == "labels" }
    let scalars = Array(SampleDocument.text.unicodeScalars)
    for region in regions {
      let span = region["value"]
      let start = span?["start"]?.decimal?.wholeNumber ?? -1
      let end = span?["end"]?.decimal?.wholeNumber ?? -1
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      #expect(span?["text"]?.text == String(words))
    }
    #expect(regions.count == 6)
    #expect(result.count { $0["type"]?.text == "relation" } == 5)
    #expect(text(AnnotationTasks(), try SampleRecords.document(hasText: false)) == "[\n\n]\n")
  }

  @Test("the archive for brat holds text, marks, events and their attributes")
  func standoff() throws {
    let export = StandoffArchive(types: ["investment": ["investor", "amount"]])
    let archive = text(export, try SampleRecords.document())
    #expect(archive.contains("investment\tinvestor*:<ANY>, amount*:<ANY>\n"))
    #expect(archive.contains("T1\tORG 17 19\tit\n"))
    #expect(archive.contains("T4\tMONEY 56 77\tmore than €13 million\n"))
    #expect(archive.contains("E1\tinvestment:T6 investor:T1 amount:T4 stake:T3 date:T5 kind:T2\n"))
    #expect(archive.contains("A1\tStatus E1 completed\n"))
    #expect(archive.contains("\tAnnotatorNotes T4\tmore than 13,000,000 EUR\n"))
    #expect(archive.utf8.count % 512 == 0)
  }

  @Test("the page's data cannot end their element, and its policy names its own script")
  func page() throws {
    let claim = try SampleRecords.claim(
      "a",
      document: "</script><img src=x onerror=alert(1)>",
      statement: "<!--<script>&amp;"
    )
    let document = DocumentClaims(
      document: claim.document,
      text: Array("</script><b>".utf8),
      claims: [claim]
    )
    let page = text(ClaimPage(title: "<Claims> & \u{202E}") { "rule <\($0)>" }, document)
    let data = page.split(separator: #"<script type="application/json" id="data">"#)[1]
      .split(separator: "</script>")[0]
    #expect(!data.contains { "<>&".contains($0) })
    let value = try JSONValue(Array(data.utf8))
    #expect(value["documents"]?.elements[0]["text"]?.text == "</script><b>")
    #expect(value["rules"]?["a.aver:b"]?.text == "rule <a.aver:b>")
    #expect(page.contains("<title>&lt;Claims&gt; &amp; \\u{202e}</title>"))
    let digest = Base64.encoded(SHA256.digest(ReportFile.pageScript.bytes))
    #expect(page.contains("script-src 'sha256-\(digest)'"))
    #expect(!page.contains("innerHTML") && !page.contains("http-equiv=\"refresh\""))
  }

  @Test(
    "base64 is that of RFC 4648",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
  )
  func base64(text: String, encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == encoded)
  }

  @Test("the same records give the same database")
  func database() throws {
    let document = try SampleRecords.document()
    let files = try (0..<2).map { _ in
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sqlite"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let database = try ClaimDatabase(path: path)
      try database.add(.claim(document.claims[0]))
      try database.add(.document(document.document, claimCount: 1))
      try database.add(.failure(identifier: nil, code: "x", message: "y"))
      try database.finish()
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }
    #expect(files[0].starts(with: Array("SQLite format 3".utf8)))
    #expect(files[0] == files[1])
    #expect(throws: DatabaseFailure.self) { try ClaimDatabase(path: "/nowhere/a.sqlite") }
  }
}
