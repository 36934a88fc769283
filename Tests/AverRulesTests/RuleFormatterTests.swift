import AverTestSupport
import Foundation
import Testing

@testable import AverRules

@Suite("Rule formatter")
struct RuleFormatterTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let laidOut: String
    var testDescription: String { text }
  }

  @Test(
    "lays out",
    arguments: [
      Row(text: "use   en/x.aver  # why", laidOut: "use en/x.aver  # why\n"),
      Row(text: "list a=x|y |  z w |", laidOut: "list a = x | y | z w\n"),
      Row(text: "list a =\n\tx|y\n z", laidOut: "list a =\n  x | y\n  z\n"),
      Row(
        text: "list a exact from \"f.tsv\" key name   attrs x y",
        laidOut: "list a exact from \"f.tsv\" key name attrs x y\n"
      ),
      Row(
        text: "map a\n 1e3=k | K1\n  1e12 = tn\n   more",
        laidOut: "map a\n  1e3  = k | K1\n  1e12 = tn\n  more\n"
      ),
      Row(text: "let a=( x|y )? z", laidOut: "let a = (x | y)? z\n"),
      Row(
        text:
          "entity a:ORG\n match x: @a ? ( b | 'C d' ) {1,2} ..3 [ cap & not @b ]\n priority   3\n keep",
        laidOut:
          "entity a : ORG\n  match   x:@a? (b | 'C d'){1,2} ..3 [ cap & not @b ]\n"
          + "  priority 3\n  keep\n"
      ),
      Row(
        text: "entity a : ORG\n  match n:[num]\n  value money( n*2 , first(a,b) )",
        laidOut: "entity a : ORG\n  match   n:[num]\n  value   money(n * 2, first(a, b))\n"
      ),
      Row(
        text: "relation r : t( a:ORG|PERSON * ?,b : @m ?\n , c: TEXT {2} )\n verbs buy|take over",
        laidOut:
          "relation r : t(a: ORG | PERSON *?, b: @m?\n  , c: TEXT {2})\n  verbs   buy | take over\n"
      ),
      Row(
        text:
          "relation r : t(a: ORG)\n with a :  by a:ORG | of\n     b: x\n frame a VERB ( in|into ) b",
        laidOut:
          "relation r : t(a: ORG)\n  with    a: by a:ORG | of\n          b: x\n"
          + "  frame   a VERB (in | into) b\n"
      ),
      Row(
        text:
          "relation r : t(a: ORG)\n stance denied=deny;x = y|z\n statement   \"{a}  b\"\n off passive|active",
        laidOut:
          "relation r : t(a: ORG)\n  stance  denied = deny ; x = y | z\n  statement \"{a}  b\"\n"
          + "  off     passive | active\n"
      ),
      Row(
        text:
          "relation r : t(a: ORG)\n test \"x  y\" on 2025-01-02=>t( a:\"B\",c:USD 3 , d : - ) planned\n  => t(a: \"C\")",
        laidOut:
          "relation r : t(a: ORG)\n  test    \"x  y\" on 2025-01-02 => t(a: \"B\", c: USD 3, d: -) planned\n"
          + "            => t(a: \"C\")\n"
      ),
      Row(
        text: "entity a : X\n  test \"b\" => \"b\" n = 3   m=\"x y\"\n  todo test \"c\"=>none",
        laidOut:
          "entity a : X\n  test    \"b\" => \"b\" n=3 m=\"x y\"\n  todo    test \"c\" => none\n"
      ),
      Row(
        text: "\n\n# one\n#two \n\n\n\nlist a = x\n   # three\n  y\n\n\n",
        laidOut: "# one\n#two\n\nlist a = x\n  # three\n  y\n"
      ),
      Row(text: "", laidOut: ""),
    ]
  )
  func layout(row: Row) {
    let text = RuleFormatter.text(of: RuleFile(path: "f.aver", text: row.text))
    #expect(text == row.laidOut)
    #expect(RuleFormatter.text(of: RuleFile(path: "f.aver", text: row.laidOut)) == row.laidOut)
  }

  @Test("a file with errors is not laid out")
  func errors() {
    #expect(RuleFormatter.text(of: RuleFile(path: "f.aver", text: "entity a\n  match (x\n")) == nil)
  }

  private static func dump(_ file: RuleFile) -> String {
    SyntaxDump.text(RuleParser.parse(file, file: 0).0)
  }

  private static func holds(_ file: RuleFile) -> Bool {
    guard let text = RuleFormatter.text(of: file) else { return true }
    let laidOut = RuleFile(path: file.path, text: text)
    return dump(laidOut) == dump(file) && RuleFormatter.text(of: laidOut) == text
      && comments(laidOut) == comments(file)
  }

  /// The comments of a file, in order.
  private static func comments(_ file: RuleFile) -> [String] {
    let lexer = RuleLexer(file, file: 0)
    var result: [String] = []
    var start = 0
    for line in lexer.lines() + [RuleLexer.Line(start: file.bytes.count, end: 0, isIndented: false)]
    {
      result += lexer.text(start, max(start, line.start)).split(separator: "\n")
        .map { String($0).trimmed }.filter { !$0.isEmpty }
      start = line.end
    }
    return result
  }

  @Test(
    "the built-in rules mean the same when laid out, comments and all",
    arguments: Mutation.files
  )
  func builtIn(file: RuleFile) {
    #expect(RuleFormatter.text(of: file) != nil)
    #expect(Self.holds(file))
    // The dump sees differences.
    let other = RuleFile(path: file.path, bytes: file.bytes + Array("\nlist zzz = x\n".utf8))
    #expect(Self.dump(other) != Self.dump(file))
  }

  @Test("so do files in which bytes were changed, where they can be read")
  func mutations() {
    var mutation = Mutation(seed: 20_250_102)
    var readable = 0
    var failed: [String] = []
    for _ in 0..<Mutation.count {
      let file = mutation.next()
      if RuleFormatter.text(of: file) != nil { readable += 1 }
      if !Self.holds(file) { failed.append(String(decoding: file.bytes, as: UTF8.self)) }
    }
    #expect(failed.prefix(3) == [])
    #expect(readable > Mutation.count / 20)
  }

  @Test("whatever the bytes, the checker ends, and what it finds has a place in the file")
  func robustness() {
    var mutation = Mutation(seed: 7)
    var found = 0
    for _ in 0..<Mutation.count {
      let file = mutation.next()
      let (diagnostics, files) = RuleFixture.findings([file])
      for diagnostic in diagnostics {
        let place = diagnostic.place
        #expect(files.indices.contains(place.file))
        #expect(place.start >= 0 && place.start <= place.end && place.end <= file.bytes.count)
        #expect(!RuleExcerpt.text(for: diagnostic, in: files).isEmpty)
      }
      found += diagnostics.count
      _ = RuleFixer.fixed(diagnostics, in: files)
    }
    #expect(found > Mutation.count)
  }
}

/// Changes pieces of the built-in rule files, the same way each time.
struct Mutation {
  /// How many changed files a test tries; `AVER_MUTATIONS` in the environment asks for more.
  static let count =
    ProcessInfo.processInfo.environment["AVER_MUTATIONS"].flatMap { Int($0) } ?? 600

  static let files: [RuleFile] = {
    let root = RepositoryLayout.root
    let folders = [root + "/Rules", root + "/Tests/Fixtures/guide"]
    return folders.flatMap { folder in
      (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".aver") }.sorted()
        .compactMap { path in
          FileManager.default.contents(atPath: folder + "/" + path)
            .map { RuleFile(path: path, bytes: Array($0)) }
        }
    }
  }()

  /// Declarations and what else stands at the margin, each with the lines below it, short ones only.
  private static let pieces: [[UInt8]] = files.flatMap { file -> [[UInt8]] in
    var result: [[UInt8]] = []
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first.map({ $0 != 0x20 && $0 != 0x23 }) ?? false { result.append([]) }
      if !result.isEmpty { result[result.count - 1] += line + [0x0A] }
    }
    return result.filter { $0.count < 1_500 }
  }

  private static let signs = Array("()[]{}|?*+:=,@'\"#~/\\&. \n\tAZaz09;-<>%é".utf8)

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// Two or three pieces with up to four changes.
  mutating func next() -> RuleFile {
    var bytes: [UInt8] = []
    for _ in 0..<(2 + number(below: 2)) {
      bytes += Self.pieces[number(below: Self.pieces.count)]
    }
    for _ in 0..<number(below: 5) where !bytes.isEmpty {
      let place = number(below: bytes.count)
      switch number(below: 5) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(Self.signs[number(below: Self.signs.count)], at: place)
      case 2: bytes[place] = Self.signs[number(below: Self.signs.count)]
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + number(below: 12)))
      default:
        let other = number(below: bytes.count)
        let end = min(bytes.count, other + number(below: 20))
        bytes.insert(contentsOf: Array(bytes[other..<end]), at: place)
      }
    }
    return RuleFile(path: "mutant.aver", bytes: bytes)
  }
}
