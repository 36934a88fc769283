import AverModel
import AverReports
import Testing

@Suite("Other records")
struct RecordTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("an article has all its members, null where nothing is known")
  func clean() {
    let line = text { CleanRecord.write(SampleDocument.clean(), to: &$0) }
    #expect(
      line == """
        {"id":"deals/a.html","title":"Halvorsen \\"buys\\"","text":"\(SampleDocument.text)",\
        "author":null,"published":"2025-12-17","modified":null,"site":null,"section":null,\
        "language":null,"url":null,"blocks":[],"sources":{}}

        """
    )
  }

  @Test("an error has what is known of its input")
  func error() {
    let full = text {
      DocumentRecord.writeError(identifier: "a", code: "no-text", message: "m", line: 3, to: &$0)
    }
    let bare = text {
      DocumentRecord.writeError(identifier: nil, code: "c", message: "m", line: nil, to: &$0)
    }
    #expect(
      full == """
        {"record":"error","document":{"id":"a"},"code":"no-text","message":"m","line":3}

        """
    )
    #expect(bare == "{\"record\":\"error\",\"code\":\"c\",\"message\":\"m\"}\n")
  }

  @Test("a document counts its claims and keeps its warnings")
  func document() {
    let line = text {
      DocumentRecord.write(
        DocumentIdentity(SampleDocument.clean(asRecord: true)),
        claimCount: 2,
        warnings: [Diagnostic(code: "attributes-capped", message: "too many")],
        to: &$0
      )
    }
    #expect(line.hasPrefix(#"{"record":"document","document":{"id":"deals/a.html","digest":"sha"#))
    #expect(
      line.hasSuffix(
        #""claims":2,"warnings":[{"code":"attributes-capped","message":"too many"}]}"# + "\n"
      )
    )
  }

  @Test("an annotation lists names and values apart from references to them")
  func annotation() {
    let clean = SampleDocument.clean()
    let words = ["Halvorsen", "said", "it", "12.5%"].map(SampleDocument.range)
    let tokens = words.map {
      Token(start: $0.start, end: $0.end, symbol: .unknown, traits: [])
    }
    let range = words[0].union(words[3])
    let tokenized = TokenizedText(
      clean: clean,
      tokens: tokens,
      sentences: [.init(tokens: TokenRange(0, 4), range: range, block: 0)]
    )
    let analyzed = AnalyzedText(
      tokenized: tokenized,
      tags: [.properNoun, .verb, .pronoun, .numeral],
      verbGroups: [VerbGroup(tokens: TokenRange(1, 2), head: 1, parts: [1], form: .past)],
      nounGroups: [],
      clauses: []
    )
    let rule = RuleIdentifier(file: "a.aver", name: "r")
    let percent = NumberValue(
      amount: .single(ExactDecimal(significand: 125, exponent: -1), .exact),
      unit: "percent"
    )
    func mention(_ index: Int, _ type: MentionType, _ value: MentionValue?) -> Mention {
      Mention(
        tokens: TokenRange(index, index + 1),
        range: words[index],
        type: type,
        value: value,
        rule: rule
      )
    }
    let linked = LinkedDocument(
      analyzed: analyzed,
      mentions: [
        mention(0, .organization, .name("Halvorsen")),
        mention(2, .organization, nil),
        mention(3, .percent, .number(percent)),
      ],
      entityOfMention: [0, 0, nil],
      entities: [
        Entity(
          number: 1,
          name: "Halvorsen",
          names: ["Halvorsen"],
          type: .organization,
          mentions: [0, 1]
        )
      ],
      relations: []
    )
    let line = text { AnnotationRecord.write(linked, to: &$0) }
    #expect(
      line == """
        {"id":"deals/a.html","text":"\(SampleDocument.text)","date":"2025-12-17",\
        "sentences":[[2,36]],"tokens":[[2,11],[12,16],[17,19],[31,36]],\
        "tags":["PROPN","VERB","PRON","NUM"],\
        "verbs":[{"head":[12,16],"parts":[[12,16]],"passive":false,"negated":false,"finite":true}],\
        "mentions":[{"span":[2,11],"type":"ORG","entity":"E1","source":[8,17],"rule":"a.aver:r"},\
        {"span":[31,36],"type":"PERCENT",\
        "number":{"amount":12.5,"unit":"percent","bound":"exact"},"source":[37,42],\
        "rule":"a.aver:r"}],\
        "entities":[{"id":"E1","name":"Halvorsen","type":"ORG","mentions":[0]}],\
        "references":[{"span":[17,19],"type":"ORG","entity":"E1","source":[23,25],\
        "rule":"a.aver:r"}]}

        """
    )
  }

  @Test(
    "text for people cannot act on a terminal",
    arguments: [
      ("a\u{1B}[31mb", "a\\x1b[31mb"), ("\r\u{7}\u{9B}", "\\x0d\\x07\\x9b"),
      ("a\u{202E}b\u{2066}", "a\\u{202e}b\\u{2066}"), ("é “x” 😀", "é “x” 😀"),
    ]
  )
  func visible(text: String, shown: String) {
    #expect(VisibleText.escaped(text) == shown)
  }
}
