import AverTestSupport
import Foundation
import Testing

@testable import AverRules

@Suite("Inflection")
struct InflectionTests {
  private static let folder = "/Rules/en/language/"

  private let inflection: Inflection

  init() throws {
    func table(_ name: String) throws -> [IrregularWord] {
      let path = RepositoryLayout.root + Self.folder + name
      return IrregularWord.words(inTable: try String(contentsOfFile: path, encoding: .utf8))
    }
    inflection = Inflection(
      irregularVerbs: try table("irregular-verbs.tsv"),
      irregularNouns: try table("irregular-nouns.tsv")
    )
  }

  struct Verb: CustomTestStringConvertible, Sendable {
    let lemma: String
    let third: String
    let past: String
    let participle: String
    let gerund: String
    var testDescription: String { lemma }

    init(
      _ lemma: String,
      _ third: String,
      _ past: String,
      _ participle: String,
      _ gerund: String
    ) {
      self.lemma = lemma
      self.third = third
      self.past = past
      self.participle = participle
      self.gerund = gerund
    }
  }

  @Test(
    "inflects verbs",
    arguments: [
      Verb("buy", "buys", "bought", "bought", "buying"),
      Verb("acquire", "acquires", "acquired", "acquired", "acquiring"),
      Verb("stop", "stops", "stopped", "stopped", "stopping"),
      Verb("plan", "plans", "planned", "planned", "planning"),
      Verb("quit", "quits", "quit|quitted", "quit|quitted", "quitting"),
      Verb("carry", "carries", "carried", "carried", "carrying"),
      Verb("employ", "employs", "employed", "employed", "employing"),
      Verb("panic", "panics", "panicked", "panicked", "panicking"),
      Verb("die", "dies", "died", "died", "dying"),
      Verb("agree", "agrees", "agreed", "agreed", "agreeing"),
      Verb("issue", "issues", "issued", "issued", "issuing"),
      Verb("tax", "taxes", "taxed", "taxed", "taxing"),
      Verb("row", "rows", "rowed", "rowed", "rowing"),
      Verb("merge", "merges", "merged", "merged", "merging"),
      Verb("offer", "offers", "offered", "offered", "offering"),
      Verb("transfer", "transfers", "transferred", "transferred", "transferring"),
      Verb("limit", "limits", "limited", "limited", "limiting"),
      Verb("submit", "submits", "submitted", "submitted", "submitting"),
      Verb("fund", "funds", "funded", "funded", "funding"),
      Verb("loan", "loans", "loaned", "loaned", "loaning"),
      Verb("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
      Verb("launch", "launches", "launched", "launched", "launching"),
      Verb("bid", "bids", "bid|bade", "bid|bidden", "bidding"),
      Verb("lead", "leads", "led", "led", "leading"),
      Verb("go", "goes", "went", "gone", "going"),
      Verb("have", "has", "had", "had", "having"),
      Verb(
        "cancel",
        "cancels",
        "cancelled|canceled",
        "cancelled|canceled",
        "cancelling|canceling"
      ),
      Verb("re-elect", "re-elects", "re-elected", "re-elected", "re-electing"),
      Verb("co-write", "co-writes", "co-wrote", "co-written", "co-writing"),
      Verb("take over", "takes over", "took over", "taken over", "taking over"),
      Verb("team up with", "teams up with", "teamed up with", "teamed up with", "teaming up with"),
    ]
  )
  func inflectsVerbs(verb: Verb) {
    let forms = inflection.forms(of: verb.lemma)
    #expect(forms.base == [verb.lemma])
    #expect(forms.thirdPersonSingular.joined(separator: "|") == verb.third)
    #expect(forms.past.joined(separator: "|") == verb.past)
    #expect(forms.pastParticiple.joined(separator: "|") == verb.participle)
    #expect(forms.gerund.joined(separator: "|") == verb.gerund)
  }

  @Test("gives every form once")
  func givesEveryFormOnce() {
    #expect(inflection.forms(of: "cut").all == ["cut", "cuts", "cutting"])
    #expect(
      inflection.forms(of: "be").all == ["be", "am", "are", "is", "was", "were", "been", "being"]
    )
  }

  @Test(
    "forms plurals",
    arguments: [
      ("buyer", "buyers"), ("company", "companies"), ("buy", "buys"), ("bus", "buses"),
      ("purchase", "purchases"), ("tax", "taxes"), ("memo", "memos"), ("veto", "vetoes"),
      ("half", "halves"), ("chief", "chiefs"), ("series", "series"), ("analysis", "analyses"),
      ("index", "indices|indexes"), ("person", "people|persons"), ("spokesman", "spokesmen"),
      ("chairwoman", "chairwomen"), ("German", "Germans"), ("spin-off", "spin-offs"),
      ("joint venture", "joint ventures"), ("grandchild", "grandchildren"),
      ("co-chairman", "co-chairmen"), ("runner-up", "runners-up"), ("trading day", "trading days"),
    ]
  )
  func formsPlurals(noun: String, plural: String) {
    #expect(inflection.plurals(of: noun).joined(separator: "|") == plural)
  }
}
