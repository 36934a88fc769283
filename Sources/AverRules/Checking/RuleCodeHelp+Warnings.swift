extension RuleDiagnosticCode {
  /// What warnings mean.
  var warningHelp: RuleCodeHelp? {
    switch self {
    case .unsatisfiableTest:
      RuleCodeHelp(
        "a test that no token can pass",
        "Two of its parts exclude each other, or it asks one token for what only several can "
          + "be. The pattern can never match.",
        wrong: """
          entity deal : DEAL
            match [lower & upper] deal
          """,
        right: """
          entity deal : DEAL
            match [lower] deal
          """
      )
    case .conflictingEntry:
      RuleCodeHelp(
        "one entry with two values",
        "The first value counts, the other is never seen. Take out the one that is wrong.",
        wrong: """
          map unit
            1e6 = million | m
            1 = metre | m
          entity deal : DEAL
            match @unit
          """,
        right: """
          map unit
            1e6 = million | m
            1 = metre
          entity deal : DEAL
            match @unit
          """
      )
    case .unusedName:
      RuleCodeHelp(
        "a list, map or `let` that nothing uses",
        "It costs time and readers. Lists that the program asks for by name (such as "
          + "`company_noun`) count as used.",
        wrong: """
          list fruit = apple
          """,
        right: """
          list fruit = apple
          entity fruit : FRUIT
            match @fruit
          """
      )
    case .repeatedEntry:
      RuleCodeHelp(
        "an entry or trigger word that is there already",
        "In `verbs`, `buy` stands for every form of *buy*; `buys` beside it would be taken for a verb of its own.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
            verbs buy | buys
            frame buyer VERB
          """,
        right: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
            verbs buy
            frame buyer VERB
          """
      )
    case .unfilledRole:
      RuleCodeHelp(
        "a role that may be empty, and always is",
        "No frame, no `with` pattern and no capture of any relation of this type names the "
          + "role. Dates and words of a map are found without.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG, seller: ORG?)
            verbs buy
            frame buyer VERB
          """,
        right: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG, seller: ORG?)
            verbs buy
            frame buyer VERB from seller
          """
      )
    case .boundTwice:
      RuleCodeHelp(
        "a capture that one match fills twice",
        "The second filler replaces the first. For two fillers of one role write `party` and "
          + "`party.2`.",
        wrong: """
          entity org : ORG
            match Marlin | Finch
          relation pact : pact(party: ORG {2})
            match party:ORG and party:ORG agreed
          """,
        right: """
          entity org : ORG
            match Marlin | Finch
          relation pact : pact(party: ORG {2})
            match party:ORG and party.2:ORG agreed
          """
      )
    case .laterType:
      RuleCodeHelp(
        "mentions that are not made yet when the rule runs",
        "Files run in order, and a rule sees the mentions of earlier files only, not those of "
          + "its own file.",
        wrong: """
          entity org : ORG
            match Marlin
          entity boss : BOSS
            match head of ORG
          """,
        right: """
          entity boss : BOSS
            match head of Marlin
          """
      )
    case .divisibleLiteral:
      RuleCodeHelp(
        "a test of one token for a text that is several",
        "The tokenizer cuts the text, so no token ever is it. Write the words one after "
          + "another.",
        wrong: """
          entity deal : DEAL
            match [/won't/] deal
          """,
        right: """
          entity deal : DEAL
            match "won't" deal
          """
      )
    case .missingTrigger:
      RuleCodeHelp(
        "a rule that must be tried on every sentence",
        "A rule is skipped where none of its words is in the sentence. This one has no word, "
          + "list, type or sign that must be there, so it costs time everywhere.",
        wrong: """
          entity pair : PAIR
            match [noun] [noun]
          """,
        right: """
          entity pair : PAIR
            match [noun] pair
          """
      )
    case .missingExample:
      RuleCodeHelp(
        "a rule without both kinds of test",
        "A sentence that must match shows what the rule is for, one that must not shows where "
          + "it ends. Without both nobody dares to change it.",
        wrong: """
          entity deal : DEAL
            match deal
          """,
        right: """
          entity deal : DEAL
            match deal
            test "a deal" => "deal"
            test "a day" => none
          """
      )
    case .shadowedPattern:
      RuleCodeHelp(
        "a pattern that an earlier one makes useless",
        "The same pattern stands in an earlier rule of the type, or twice in a list of "
          + "alternatives: the second never counts.",
        wrong: """
          entity deal : DEAL
            match (big | large | big) deal
          """,
        right: """
          entity deal : DEAL
            match (big | large) deal
          """
      )
    case .unusedCapture:
      RuleCodeHelp(
        "a capture that nothing uses",
        "A name before a pattern means that `value` or `span` speaks of it. This one speaks "
          + "of nothing, or the clause has a slip.",
        wrong: """
          entity deal : DEAL
            match size:big deal
          """,
        right: """
          entity deal : DEAL
            match big deal
          """
      )
    case .outerGap:
      RuleCodeHelp(
        "a gap at the edge of a pattern",
        "A gap is as short as it can be; with nothing behind it, it is empty, and with "
          + "nothing before it, it takes in words by chance.",
        wrong: """
          entity deal : DEAL
            match deal ..3
          """,
        right: """
          entity deal : DEAL
            match deal ..3 closed
          """
      )
    case .unlistedFile:
      RuleCodeHelp(
        "a file that `main.aver` does not use",
        "Files that no `use` names run last, in the order of their names, so their mentions "
          + "come too late for most rules."
      )
    default: nil
    }
  }
}
