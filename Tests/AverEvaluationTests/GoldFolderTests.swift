import AverEvaluation
import AverModel
import FoundationEssentials
import Testing

@Suite("Gold folder")
struct GoldFolderTests {
  /// A gold file that cannot be read, and what the error must say.
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let gold: String
    let message: String
  }

  static let rows: [Row] = [
    Row(testDescription: "not JSON", gold: "claims", message: "gold.json: error"),
    Row(
      testDescription: "no claims",
      gold: #"{"date": "2024-05-01"}"#,
      message: "'claims' is missing"
    ),
    Row(
      testDescription: "no quote",
      gold: #"{"claims": [{"type": "stake", "roles": {"percent": 5}, "quotes": []}]}"#,
      message: "at claims.0.quotes: a claim needs at least one quote and one role"
    ),
    Row(
      testDescription: "a status that is none",
      gold: """
        {"claims": [{"type": "stake", "roles": {"percent": 5}, "status": "done", "quotes": ["x"]}]}
        """,
      message: "at claims.0.status: 'done' is no ClaimStatus"
    ),
    Row(
      testDescription: "a range without its ends",
      gold: """
        {"claims": [{"type": "stake", "roles": {"percent": {"amount": 5, "bound": "between"}},
        "quotes": ["x"]}]}
        """,
      message: "write 'amount' and 'bound'"
    ),
    Row(
      testDescription: "a party without a name",
      gold: """
        {"claims": [{"type": "stake", "roles": {"holder": [{"names": [], "type": "ORG"}]},
        "quotes": ["x"]}]}
        """,
      message: "a party needs a name"
    ),
  ]

  @Test("a malformed gold file is an error that says where", arguments: rows)
  func malformed(row: Row) throws {
    try withFolder(["one/article.txt": "x", "one/gold.json": row.gold]) { path in
      let error = #expect(throws: GoldError.self) { try GoldFolder(path: path) }
      #expect(error?.description.contains(row.message) == true, "\(error?.description ?? "")")
    }
  }

  @Test("a missing folder, an empty folder, a gold file alone")
  func missing() throws {
    #expect(throws: GoldError.unreadableFolder(path: "/nowhere/at/all")) {
      try GoldFolder(path: "/nowhere/at/all")
    }
    try withFolder(["one/article.txt": "x"]) { path in
      #expect(throws: GoldError.noArticles(path: path)) { try GoldFolder(path: path) }
    }
    try withFolder(["one/gold.json": #"{"claims": []}"#]) { path in
      #expect(throws: GoldError.articleMissing(folder: path + "/one/")) {
        try GoldFolder(path: path)
      }
    }
  }

  @Test("plain text gets the gold date, a page does not")
  func dates() throws {
    let gold = #"{"date": "2024-05-01", "claims": []}"#
    let files = [
      "b/article.html": "<p>x", "b/gold.json": gold, "a/article.txt": "x", "a/gold.json": gold,
    ]
    try withFolder(files) { path in
      let documents = try GoldFolder(path: path).documents
      #expect(documents.map(\.identifier) == ["a", "b"])
      #expect(documents.map(\.article.identifier) == ["a/article.txt", "b/article.html"])
      #expect(documents.map(\.article.date) == ["2024-05-01", nil])
      #expect(documents.map(\.date) == ["2024-05-01", "2024-05-01"])
    }
  }

  @Test("the digest changes with any byte of an article or its gold")
  func digest() throws {
    let gold = #"{"claims": []}"#
    var digests: Set<String> = []
    for files in [
      ["a/article.txt": "x", "a/gold.json": gold], ["a/article.txt": "y", "a/gold.json": gold],
      ["a/article.txt": "x", "a/gold.json": gold + "\n"],
      ["b/article.txt": "x", "b/gold.json": gold],
    ] {
      try withFolder(files) { digests.insert(try GoldFolder(path: $0).digest) }
    }
    #expect(digests.count == 4)
  }

  /// A quote, the article and whether the quote stands in it.
  static let quoteCases: [(quote: String, name: String, article: String, isFound: Bool)] = [
    ("a deal worth £4m", "article.txt", "a deal\n  worth £4m.", true),
    ("a deal worth £5m", "article.txt", "a deal\n  worth £4m.", false),
    ("its “best” year", "article.html", "<p>its &ldquo;<b>be</b>st&#8221; year", true),
    ("end. Next", "article.html", "<p>end.</p>\r\n<p>Next", true),
    ("hidden", "article.html", "<script>hidden</script><style>hidden</style>", false),
    ("R&D < 5%", "article.html", "R&amp;D &lt; 5%", true),
    ("x", "article.html", "<", false),
  ]

  @Test("quotes are found through markup, entities and line ends", arguments: quoteCases)
  func quotes(quote: String, name: String, article: String, isFound: Bool) throws {
    let gold = """
      {"claims": [{"type": "stake", "roles": {"percent": 5}, "quotes": ["\(quote)"]}]}
      """
    try withFolder(["a/" + name: article, "a/gold.json": gold]) { path in
      let documents = try GoldFolder(path: path).documents
      #expect(documents.flatMap(\.unfoundQuotes) == (isFound ? [] : [quote]))
    }
  }

  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.path + "/aver-gold-" + UUID().uuidString
    defer { try? manager.removeItem(atPath: root) }
    for (name, content) in files {
      let folder = root + "/" + name.split(separator: "/").dropLast().joined(separator: "/")
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let isWritten = manager.createFile(atPath: root + "/" + name, contents: Data(content.utf8))
      #expect(isWritten)
    }
    try body(root)
  }
}
