extension RuleDiagnosticCode {
  /// What errors of meaning mean: names and clauses that do not fit each other.
  var meaningHelp: RuleCodeHelp? {
    switch self {
    case .unknownRole:
      RuleCodeHelp(
        "a role that the relation does not declare",
        "Roles stand in the first line of a relation. Frames, `with`, captures of `match`, "
          + "`set`, `require`, `statement` and tests can name no others.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
            verbs buy
            frame buyer VERB
            with byer: by ORG
          """,
        right: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
            verbs buy
            frame buyer VERB
            with buyer: by ORG
          """
      )
    case .unboundRole:
      RuleCodeHelp(
        "a role that must be filled, and nothing fills it",
        "Without a frame, a `with` pattern, a capture or `set` for the role no claim can ever "
          + "be made. Add one, or write `?` behind the type.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG, target: ORG)
            verbs buy
            frame buyer VERB
          """,
        right: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG, target: ORG)
            verbs buy
            frame buyer VERB target
          """
      )
    case .unknownType:
      RuleCodeHelp(
        "a mention type that no rule makes",
        "A bare word in capitals is a mention type. Quote it to mean the word: `\"CEO\"`.",
        wrong: """
          entity deal : DEAL
            match CEO deal
          """,
        right: """
          entity deal : DEAL
            match "CEO" deal
          """
      )
    case .unknownBuiltIn:
      RuleCodeHelp(
        "a built-in that does not exist",
        "`value` calls built-ins only; the manual lists them. There is no way to define one "
          + "in a rule file, which is why a rule can neither loop nor fail nor read a file.",
        wrong: """
          entity sum : SUM
            match n:[num]
            value numbr(n)
          """,
        right: """
          entity sum : SUM
            match n:[num]
            value number(n)
          """
      )
    case .unknownCapture:
      RuleCodeHelp(
        "a name that no pattern of the rule captures",
        "`value` and `span` name captures: `name:PATTERN` in a `match` of the same rule.",
        wrong: """
          entity sum : SUM
            match n:[num]
            value number(m)
          """,
        right: """
          entity sum : SUM
            match n:[num]
            value number(n)
          """
      )
    case .recursiveDefinition:
      RuleCodeHelp(
        "a `let` that is defined by itself",
        "Definitions are put in where they are named, so they cannot go round in a circle.",
        wrong: """
          let a = deal @b
          let b = big @a
          entity deal : DEAL
            match @a
          """,
        right: """
          let a = deal
          let b = big @a
          entity deal : DEAL
            match @b
          """
      )
    case .limitExceeded:
      RuleCodeHelp(
        "a pattern larger than a rule may be",
        "Limits keep every rule's time and memory small: gaps of 40 tokens, repetitions of "
          + "40, 4,000 steps and 16 captures a pattern. Use a list in the place of alternatives, "
          + "or two rules.",
        wrong: """
          entity deal : DEAL
            match big ..99 deal
          """,
        right: """
          entity deal : DEAL
            match big ..9 deal
          """
      )
    case .missingClause:
      RuleCodeHelp(
        "a rule without the clause that makes it a rule",
        "An entity needs `match`; a relation needs a `frame` or a `match`, and `verbs` or "
          + "`nouns` where its frames say VERB or NOUN.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
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
    case .unknownStatus:
      RuleCodeHelp(
        "a status that does not exist",
        "Statuses are `completed`, `planned`, `in_talks`, `possible`, `ended`, and `negated` "
          + "for words that deny. A test of an attribution names a stance of the rule, or "
          + "`stated`.",
        wrong: """
          status plannd = agree~ to
          """,
        right: """
          status planned = agree~ to
          """
      )
    case .missingFile:
      RuleCodeHelp(
        "a file that is not in the folder",
        "`use` and `from` name files of the rule folder: below the file's own folder or any "
          + "folder above it.",
        wrong: """
          use nowhere.aver
          """,
        right: """
          # no use
          """
      )
    case .malformedExpectation:
      RuleCodeHelp(
        "a test that does not say what it expects",
        "Behind `=>` stands `none`, the words of a mention with values, or a relation: "
          + "`deal(buyer: \"Marlin\", price: -) planned negated via passive`.",
        wrong: """
          entity deal : DEAL
            match deal
            test "a deal" =>
          """,
        right: """
          entity deal : DEAL
            match deal
            test "a deal" => "deal"
          """
      )
    case .unknownVariant:
      RuleCodeHelp(
        "a construction that does not exist",
        "`off` and `via` name constructions: the manual lists them, `aver rules expand RULE` "
          + "shows those of a rule.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
            verbs buy
            frame buyer VERB
            off pasive
          """,
        right: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG)
            verbs buy
            frame buyer VERB
            off passive
          """
      )
    case .duplicateRole:
      RuleCodeHelp(
        "a role that is declared twice",
        "One role has one line; write `{2}` or `*` behind its type for several fillers.",
        wrong: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG, buyer: ORG)
            verbs buy
            frame buyer VERB
          """,
        right: """
          entity org : ORG
            match Marlin
          relation deal : deal(buyer: ORG *)
            verbs buy
            frame buyer VERB
          """
      )
    default: nil
    }
  }
}
