extension RuleDiagnosticCode {
  /// What errors of reading mean.
  var readingHelp: RuleCodeHelp? {
    switch self {
    case .unreadableFile:
      RuleCodeHelp(
        "a file or folder cannot be read",
        "The path is wrong, or it may not be read. Nothing else is checked until it can."
      )
    case .invalidEncoding:
      RuleCodeHelp(
        "a file that is not UTF-8",
        "Rule files and word lists are UTF-8. Other encodings are not guessed, since a wrong "
          + "guess would change words silently. Save the file as UTF-8."
      )
    case .unknownDeclaration:
      RuleCodeHelp(
        "a line at the left margin that starts nothing",
        "At the left margin stands `use`, `list`, `map`, `let`, `entity`, `relation`, "
          + "`attribution` or `status`. A clause of a rule must be indented.",
        wrong: """
          lst fruit = apple | pear
          """,
        right: """
          list fruit = apple | pear
          entity fruit : FRUIT
            match @fruit
          """
      )
    case .unknownClause:
      RuleCodeHelp(
        "a clause that the declaration does not have",
        "Below a rule each indented line begins with a clause word, or goes on with the "
          + "clause above it. The manual lists the clauses of each rule.",
        wrong: """
          entity deal : DEAL
            mtch deal
          """,
        right: """
          entity deal : DEAL
            match deal
          """
      )
    case .clauseOutsideDeclaration:
      RuleCodeHelp(
        "an indented line before any rule",
        "The first line of a file cannot be indented: it would belong to nothing.",
        wrong: """
            match deal
          """,
        right: """
          entity deal : DEAL
            match deal
          """
      )
    case .unexpectedText:
      RuleCodeHelp(
        "something stands where it cannot",
        "The message says what was expected. Signs that mean something to the language (`, : "
          + "= ( ) | ? * + {`) are quoted where the text itself is meant.",
        wrong: """
          entity deal : DEAL
            match a , deal
          """,
        right: """
          entity deal : DEAL
            match a "," deal
          """
      )
    case .unclosedDelimiter:
      RuleCodeHelp(
        "a bracket or quote that is never closed",
        "The place is where it opens. A quote ends on its own line; a bracket may end on a "
          + "line that continues the clause.",
        wrong: """
          entity deal : DEAL
            match (a | the deal
          """,
        right: """
          entity deal : DEAL
            match (a | the) deal
          """
      )
    case .missingName:
      RuleCodeHelp(
        "a declaration without its name, type or file",
        "An entity rule is written `entity NAME : TYPE`, a relation `relation NAME : "
          + "TYPE(role: TYPE, …)`, a list `list NAME = a | b`.",
        wrong: """
          entity deal
            match deal
          """,
        right: """
          entity deal : DEAL
            match deal
          """
      )
    case .undefinedName:
      RuleCodeHelp(
        "a list, map, `let` or column that is not there",
        "`@name` means a `list`, `map` or `let` of any file of the folder; `key`, `alias` and "
          + "`attrs` name columns of the first line of a table.",
        wrong: """
          list fruit = apple
          entity deal : DEAL
            match @friut
          """,
        right: """
          list fruit = apple
          entity deal : DEAL
            match @fruit
          """
      )
    case .duplicateName:
      RuleCodeHelp(
        "a name that is defined twice",
        "Lists, maps and `let` share their names, over all files; so do rules. The second "
          + "definition would never be seen.",
        wrong: """
          list fruit = apple
          list fruit = pear
          entity deal : DEAL
            match @fruit
          """,
        right: """
          list fruit = apple
          list more_fruit = pear
          entity deal : DEAL
            match @fruit | @more_fruit
          """
      )
    case .emptyPattern:
      RuleCodeHelp(
        "a pattern, list or frame that matches nothing or no word",
        "Every part of the pattern may be absent, so it would match between any two words. "
          + "Leave at least one part without `?` and `*`.",
        wrong: """
          entity deal : DEAL
            match big? deal?
          """,
        right: """
          entity deal : DEAL
            match big? deal
          """
      )
    case .unknownTest:
      RuleCodeHelp(
        "a test of a token that does not exist",
        "Between `[ ]` stand tests of one token: how it is written, its part of speech, `/a "
          + "regular expression/` or `@a_list`, set apart by `&`, with `not` before them.",
        wrong: """
          entity deal : DEAL
            match [digts] deal
          """,
        right: """
          entity deal : DEAL
            match [digits] deal
          """
      )
    case .invalidRegularExpression:
      RuleCodeHelp(
        "a regular expression that cannot be read",
        "It matches one whole token. There are characters, `.`, classes such as `[a-z]` and "
          + "`\\d`, groups, `|` and `? * + {n,m}`; no look-around and no references back, so that "
          + "time stays linear.",
        wrong: """
          entity deal : DEAL
            match [/(\\d+/]
          """,
        right: """
          entity deal : DEAL
            match [/\\d+/]
          """
      )
    default: nil
    }
  }
}
