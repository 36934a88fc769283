/// A word that begins a clause of a rule.
package struct ClauseWord: Sendable {
  package enum Owner: Sendable {
    case entity
    case relation
    case either
  }

  package let word: String
  package let owner: Owner
  /// How the clause is written.
  package let form: String
  /// What it does, for the manual.
  package let meaning: String

  private init(_ word: String, _ owner: Owner, _ form: String, _ meaning: String) {
    self.word = word
    self.owner = owner
    self.form = form
    self.meaning = meaning
  }

  /// Every clause word, in the order of the manual.
  package static let all: [ClauseWord] = [
    ClauseWord(
      "match",
      .either,
      "match PATTERN",
      "what is read; several are alternatives. In a relation captures are roles (`party` and `party.2` for two fillers)"
    ),
    ClauseWord("after", .entity, "after PATTERN", "what must stand right before the mention"),
    ClauseWord("before", .entity, "before PATTERN", "what must stand right behind the mention"),
    ClauseWord(
      "unless",
      .either,
      "unless PATTERN",
      "no mention where this overlaps it; no claim where this stands in its clause"
    ),
    ClauseWord("span", .entity, "span CAPTURE", "the mention is this capture, not the whole match"),
    ClauseWord("value", .entity, "value CALL", "what the mention means, by built-ins only"),
    ClauseWord("verbs", .relation, "verbs a | b", "verbs that say it, in every form"),
    ClauseWord("nouns", .relation, "nouns a | b", "nouns that say it, singular and plural"),
    ClauseWord(
      "frame",
      .relation,
      "frame ROLE VERB ROLE (in | to) ROLE",
      "who stands where around `VERB` or `NOUN`, in all constructions"
    ),
    ClauseWord("off", .relation, "off a | b", "constructions that do not count"),
    ClauseWord(
      "with",
      .relation,
      "with ROLE: PATTERN",
      "what fills a further role, one role a line; the nearest match counts"
    ),
    ClauseWord(
      "window",
      .relation,
      "window clause | sentence | doc",
      "how far from the trigger `with` looks; `doc`: the nearest sentence that has it"
    ),
    ClauseWord("set", .relation, "set ROLE = WORD", "fills a role with a word"),
    ClauseWord(
      "require",
      .relation,
      "require ROLE | ROLE",
      "one of these optional roles must be filled"
    ),
    ClauseWord(
      "status",
      .relation,
      "status NAME = a | b ; NAME = c",
      "words of this relation that decide its status, before the common ones"
    ),
    ClauseWord(
      "stance",
      .relation,
      "stance NAME = a | b ; NAME = c",
      "what verbs of an attribution say about the statement (`denied`)"
    ),
    ClauseWord(
      "statement",
      .relation,
      "statement \"{role} verb~ {role}[ for {role}]\"",
      "the claim as a plain sentence; `verb~` takes the form of the status, `[ ]` goes if a role in it is empty"
    ),
    ClauseWord(
      "priority",
      .either,
      "priority NUMBER",
      "of overlapping mentions, or of relations with one trigger, the higher stays"
    ),
    ClauseWord("keep", .entity, "keep", "the mention stays beside a better one that overlaps it"),
    ClauseWord(
      "genre",
      .entity,
      "genre NUMBER @LIST",
      "it counts only in texts with so many words of the list"
    ),
    ClauseWord("doc", .either, "doc WORDS", "a note for readers"),
    ClauseWord(
      "test",
      .either,
      "test \"TEXT\" on DATE => EXPECTATION",
      "a text and what must be found in it; `=> none`: nothing"
    ),
    ClauseWord(
      "todo",
      .either,
      "todo test …",
      "a test that never fails, and is reported when it passes"
    ),
  ]

  /// The words that a rule of one kind may have.
  static func words(of owner: Owner) -> [String] {
    all.filter { $0.owner == owner || $0.owner == .either }.map(\.word)
  }
}
