import AverModel
import Synchronization

/// Claims as one page that needs nothing else: articles, table, timeline, parties, rules.
///
/// The data stand in the page as JSON that no browser runs; the page's own script makes text nodes of
/// them. A content security policy allows that script and that style sheet by their digests, and
/// nothing else: no request, no other script, no form.
///
/// Source: W3C, "Content Security Policy Level 3".
package final class ClaimPage: ClaimExport {
  private let title: String
  /// The text of a rule, by `file:rule`.
  private let ruleText: @Sendable (String) -> String?
  private let rulesUsed = Mutex<Set<String>>([])

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - title: What to call it.
  ///   - ruleText: Gives the text of a rule by `file:rule`; nil if the rule is not at hand.
  package init(title: String, ruleText: @escaping @Sendable (String) -> String?) {
    self.title = title
    self.ruleText = ruleText
  }

  package var head: [UInt8] {
    let style = ReportFile.pageStyle.bytes
    let script = ReportFile.pageScript.bytes
    let policy =
      "default-src 'none'; script-src 'sha256-\(Base64.encoded(SHA256.digest(script)))'; "
      + "style-src 'sha256-\(Base64.encoded(SHA256.digest(style)))'; base-uri 'none'; form-action 'none'"
    let start = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(VisibleText.escaped(title)))</title>
      <style>
      """
    let body = """
      </style>
      </head>
      <body>
      <header>
      <h1>\(Self.escaped(VisibleText.escaped(title)))</h1>
      <span id="count" role="status"></span>
      <button type="button" id="theme">Dark or light</button>
      </header>
      <form id="filters" role="search" aria-label="Filter claims"></form>
      <main>
      <section class="pane" aria-label="Claims">
      <div id="views" role="tablist" aria-label="Views"></div>
      <div id="table" role="tabpanel" aria-labelledby="tab-table"></div>
      <div id="timeline" role="tabpanel" aria-labelledby="tab-timeline" hidden></div>
      <div id="entities" role="tabpanel" aria-labelledby="tab-entities" hidden></div>
      </section>
      <section class="pane" aria-label="Article">
      <div id="document-choice"></div>
      <article id="article"></article>
      <section id="detail" aria-label="Selected claim"></section>
      </section>
      </main>
      <div id="announcement" class="unseen" role="status" aria-live="polite"></div>
      <noscript><p>This page shows its data by its own script, which is switched off.</p></noscript>
      <script type="application/json" id="data">{"documents":[

      """
    return Array(start.utf8) + style + Array(body.utf8)
  }

  package var separator: [UInt8] { Array(",\n".utf8) }

  package var tail: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for rule in rulesUsed.withLock({ $0 }).sorted() { json.member(rule, ruleText(rule)) }
    json.endObject()
    return Array("\n],\"rules\":".utf8) + Self.inert(json.takeBytes())
      + Array("}</script>\n<script>".utf8)
      + ReportFile.pageScript.bytes + Array("</script>\n</body>\n</html>\n".utf8)
  }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", document.document.identifier)
    json.member("url", document.document.address)
    json.member("title", document.document.title)
    json.member("site", document.document.site)
    json.member("author", document.document.author)
    json.member("date", document.document.date)
    json.member("digest", document.document.digest)
    if let text = document.text {
      json.name("text")
      json.string(text, ByteRange(0, text.count))
    }
    json.name("claims")
    json.beginArray()
    for claim in document.claims { json.claim(claim) }
    json.endArray()
    json.endObject()
    return Self.inert(json.takeBytes())
  }

  package func note(_ bytes: [UInt8]) {
    // Inside a string the quotation marks would be escaped: this stands only where a claim names its rule.
    let name = Array("\"rule\":\"".utf8)
    var rules: Set<String> = []
    var position = 0
    while position + name.count < bytes.count {
      guard bytes[position] == 0x22, bytes[position..<position + name.count].elementsEqual(name)
      else {
        position += 1
        continue
      }
      let rest = bytes[(position + name.count)...]
      let rule = rest.prefix { $0 != 0x22 }
      rules.insert(Self.ruleName(of: String(decoding: rule, as: UTF8.self)))
      position = rule.endIndex
    }
    rulesUsed.withLock { $0.formUnion(rules) }
  }

  /// `file:rule`, without the construction behind the last slash.
  private static func ruleName(of rule: String) -> String {
    guard let colon = rule.lastIndex(of: ":"), let slash = rule.lastIndex(of: "/"), colon < slash
    else { return rule }
    return String(rule[..<slash])
  }

  /// JSON that cannot end the element it stands in, nor begin another.
  private static func inert(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 64)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): result += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): result += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): result += Array("\\u0026".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension JSONWriter {
  /// What the page shows of a claim.
  fileprivate mutating func claim(_ claim: RecordedClaim) {
    beginObject()
    member("id", claim.identifier)
    member("type", claim.type)
    member("statement", claim.statement)
    member("status", claim.status)
    member("polarity", claim.polarity)
    if let date = claim.date, case .time(let time)? = date.value {
      member("when", date.shown)
      member("start", time.start?.description)
      member("end", time.end?.description)
    }
    name("roles")
    beginArray()
    for role in claim.roles {
      beginObject()
      member("name", role.name)
      name("fillers")
      beginArray()
      for filler in role.fillers { self.filler(filler) }
      endArray()
      endObject()
    }
    endArray()
    name("attribution")
    beginArray()
    for source in claim.attribution { string("\(source.name) (\(source.kind))") }
    endArray()
    name("evidence")
    beginArray()
    for evidence in claim.evidence {
      beginObject()
      span("span", evidence.span)
      name("exact")
      string(evidence.exact)
      name("prefix")
      string(evidence.prefix)
      name("suffix")
      string(evidence.suffix)
      member("link", evidence.link)
      if let source = evidence.source { span("source", source) }
      endObject()
    }
    endArray()
    member("rule", claim.rule)
    endObject()
  }

  private mutating func filler(_ filler: RecordedClaim.Filler) {
    beginObject()
    name("shown")
    string(filler.shown)
    name("text")
    string(filler.text)
    span("span", filler.span)
    if filler.isParty {
      name("party")
      boolean(true)
    }
    member("status", filler.status)
    if case .money(let money)? = filler.value { self.money(money) }
    endObject()
  }

  /// An amount as the page's filters compare it; nothing for one that the words leave open.
  private mutating func money(_ money: Money) {
    let (low, high, bound): (ExactDecimal, ExactDecimal, String)
    switch money.amount {
    case .single(let value, let stated): (low, high, bound) = (value, value, stated.rawValue)
    case .between(let least, let most): (low, high, bound) = (least, most, "between")
    case .vague: return
    }
    member("currency", money.currency)
    member("bound", bound)
    name("low")
    number(low)
    name("high")
    number(high)
  }

  private mutating func span(_ name: String, _ span: RecordedSpan) {
    self.name(name)
    pair(span.start, span.end)
  }
}
