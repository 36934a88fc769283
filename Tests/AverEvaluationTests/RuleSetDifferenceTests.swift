import AverModel
import AverRules
import Testing

@testable import AverEvaluation

@Suite("Differences between rule sets")
struct RuleSetDifferenceTests {
  private static func claim(
    _ roles: String,
    type: String = "acquisition",
    status: String = "completed",
    rule: String = "en/deals.aver:acquisition/active",
    quote: String = "Orvel bought Tamsin."
  ) -> ClaimLine? {
    let fields = [type, status, "affirmed"] + roles.split(separator: " ").map(String.init)
    let tail = ["@by=\(rule)", "@quote=\(quote)"]
    return ClaimLine(line: (fields + tail).joined(separator: "\t")[...])
  }

  /// The changes as signs with the slots that differ.
  private static func signs(_ old: [ClaimLine?], _ new: [ClaimLine?]) -> [String] {
    ClaimChange.changes(from: old.compactMap { $0 }, to: new.compactMap { $0 }).map { change in
      switch change {
      case .gained(let claim): "+ " + claim.text(of: "target")
      case .lost(let claim): "- " + claim.text(of: "target")
      case .changed:
        "~ " + change.slots.map { "\($0.name) \($0.old)>\($0.new)" }.joined(separator: ", ")
      }
    }
  }

  @Test("a line reads as it was written")
  func lineRoundTrip() throws {
    let line =
      "stake\tended\tnegated\tholder=A\tholder=B\tpercent=31 %\t@by=a.aver:x\t@according=Who\t@quote=x = y"
    let claim = try #require(ClaimLine(line: line[...]))
    #expect(claim.line == line)
    #expect(claim.text(of: "holder") == "A + B")
    #expect(claim.quote == "x = y")
    #expect(ClaimLine(line: "stake\tended") == nil)
    #expect(ClaimLine(line: "stake\tended\tnegated\tholder") == nil)
  }

  @Test(
    "a rule's name has no variant, its path keeps its slashes",
    arguments: [
      ("en/a.aver:deal/active", "en/a.aver:deal"), ("en/a.aver:deal", "en/a.aver:deal"),
      ("a.aver:org.known", "a.aver:org.known"), ("", ""),
    ]
  )
  func ruleNames(rule: String, name: String) throws {
    #expect(try #require(Self.claim("target=A", rule: rule)).ruleName == name)
  }

  @Test("equal claims cancel, alike ones are one that changed")
  func changes() {
    let plain = Self.claim("acquirer=Orvel target=Tamsin")
    let priced = Self.claim("acquirer=Orvel target=Tamsin amount=5")
    let planned = Self.claim("acquirer=Orvel target=Tamsin", status: "planned")
    let passive = Self.claim(
      "acquirer=Orvel target=Tamsin",
      rule: "en/deals.aver:acquisition/passive"
    )
    let other = Self.claim("acquirer=Brill target=Dorn", quote: "Brill bought Dorn.")
    let stake = Self.claim("acquirer=Orvel target=Tamsin", type: "stake")
    let cases: [(old: [ClaimLine?], new: [ClaimLine?], signs: [String])] = [
      ([], [], []),
      ([plain], [plain], []),
      ([plain, other], [other, plain], []),
      ([], [plain], ["+ Tamsin"]),
      ([plain], [], ["- Tamsin"]),
      ([plain, plain], [plain], ["- Tamsin"]),
      ([plain], [priced], ["~ amount >5"]),
      ([plain], [planned], ["~ status completed>planned"]),
      (
        [plain], [passive],
        ["~ rule en/deals.aver:acquisition/active>en/deals.aver:acquisition/passive"]
      ),
      ([plain], [stake], ["+ Tamsin", "- Tamsin"]),
      ([plain], [other], ["+ Dorn", "- Tamsin"]),
      ([plain, other], [priced], ["~ amount >5", "- Dorn"]),
    ]
    for (old, new, signs) in cases { #expect(Self.signs(old, new) == signs) }
  }

  @Test("the more alike of two claims is the one that changed")
  func bestPartner() {
    let small = Self.claim("acquirer=Orvel target=Tamsin amount=5", quote: "One.")
    let large = Self.claim("acquirer=Orvel target=Tamsin amount=9 seller=Dorn", quote: "Two.")
    let moved = Self.claim("acquirer=Orvel target=Tamsin amount=9", quote: "Two.")
    #expect(Self.signs([small, large], [moved]) == ["~ seller Dorn>", "- Tamsin"])
  }

  private static func section(_ key: String, _ claims: [ClaimLine?]) -> ClaimSection {
    let text = claims.compactMap { $0?.line }.map { $0 + "\n" }.joined()
    return ClaimSection(key: key, document: key + ".html", lines: Array(text.utf8))
  }

  @Test("changes are grouped by rule, the rule with most of them first")
  func groups() {
    var difference = RuleSetDifference()
    let known = Self.claim("acquirer=Orvel target=Tamsin")
    let stake = Self.claim("holder=Brill", type: "stake", rule: "en/stake.aver:stake")
    difference.add(old: Self.section("a", [known]), new: Self.section("a", [known]))
    #expect(difference.isEmpty)
    difference.add(old: Self.section("b", [known]), new: Self.section("b", [known, stake]))
    difference.add(old: Self.section("c", [known]), new: Self.section("c", [stake]))
    #expect(difference.documentCount == 3)
    #expect(difference.oldCount == 3)
    #expect(difference.newCount == 4)
    #expect(difference.counts == (gained: 2, lost: 1, changed: 0))
    #expect(difference.groups.map(\.rule) == ["en/stake.aver:stake", "en/deals.aver:acquisition"])
    let text = DifferenceText(difference, limit: 1).text
    #expect(text.hasPrefix("3 documents: 3 claims, then 4; 2 gained, 1 lost, 0 changed\n\n"))
    #expect(text.contains("en/stake.aver:stake  +2 -0 ~0\n  + stake completed  holder=Brill\n"))
    #expect(text.contains("  + … and 1 more\n"))
    #expect(text.contains("      “Orvel bought Tamsin.”\n      c.html  by en/deals.aver"))
  }

  @Test("a sample comes from all over the corpus", arguments: [(0, 0), (3, 3), (5, 5), (9, 5)])
  func samples(limit: Int, count: Int) throws {
    let claim = try #require(Self.claim("target=A"))
    let all = (0..<5).map {
      RuleSetDifference.Occurrence(document: "\($0)", change: .gained(claim))
    }
    let shown = RuleSetDifference.Group.sample(all, limit: limit)
    #expect(shown.count == count)
    #expect(Set(shown.map(\.document)).count == count)
    if limit == 3 { #expect(shown.map(\.document) == ["0", "1", "3"]) }
  }

  @Test("a page shows quotes as text, whatever stands in them")
  func page() {
    var difference = RuleSetDifference()
    let hostile = Self.claim("target=<b>", quote: "</p><script>x</script> \u{202E}abc")
    difference.add(old: Self.section("a", []), new: Self.section("a", [hostile]))
    let page = DifferencePage.text(of: difference, limit: 9, names: ("<old>", "new"))
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("\u{202E}"))
    #expect(page.contains("&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;"))
    #expect(page.contains("Rules: &lt;old&gt; → new"))
  }

  @Test("a snapshot reads as it was written")
  func snapshot() throws {
    var snapshot = ClaimSnapshot(program: "aver/1", rules: "sha256:00")
    snapshot.add(Self.section("k1", [Self.claim("target=A"), Self.claim("target=B")]))
    snapshot.add(ClaimSection(key: "k2", document: "tab\tin it.html", lines: []))
    let read = try #require(ClaimSnapshot(bytes: snapshot.bytes))
    #expect(read == snapshot)
    #expect(read.byKey["k1"]?.claimCount == 2)
    #expect(read.byKey["k2"]?.document == "tab\tin it.html")
  }

  @Test(
    "what is no snapshot is refused",
    arguments: ["", "x\n", "aver-claims 2\ta\tb\n", "aver-claims 1\ta\tb\ndocument\tk\t9\td\nx\n"]
  )
  func badSnapshots(text: String) { #expect(ClaimSnapshot(bytes: Array(text.utf8)) == nil) }
}

@Suite("Trial edits")
struct TrialEditTests {
  private static let files = [
    RuleFile(
      path: "a.aver",
      text: "list color = red | \"light blue\"  # many\n  green\n\nlist other = x\n"
    ),
    RuleFile(path: "b.aver", text: "map unit\n  k = kilo\nlist names from \"n.txt\"\n"),
    RuleFile(path: "n.txt", text: "Ann\n"),
  ]

  private static func edited(_ text: String) -> [String]? {
    guard let edit = TrialEdit(text), let library = edit.applied(to: RuleLibrary(files)) else {
      return nil
    }
    return library.files.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("words are added below the list, or blanked out")
  func edits() throws {
    #expect(
      Self.edited("list color += teal | navy blue")?.first
        == "list color = red | \"light blue\"  # many\n  green\n  teal | navy blue\n\nlist other = x\n"
    )
    #expect(
      Self.edited("other += y")?.first?.hasSuffix("list other = x\n  y\n") == true
    )
    #expect(
      Self.edited("color -= RED")?.first?.hasPrefix("list color =     | \"light blue\"") == true
    )
    #expect(Self.edited("names += Bob")?[1].hasSuffix("from \"n.txt\"\n  Bob\n") == true)
  }

  @Test(
    "what cannot be done is refused",
    arguments: [
      "color = x", "color += ", "+= x", "nothing += x", "color -= brown", "two words += x",
    ]
  )
  func refused(text: String) { #expect(Self.edited(text) == nil) }
}
