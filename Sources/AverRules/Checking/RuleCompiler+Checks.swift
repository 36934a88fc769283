import AverModel

/// Checks that no run needs but that authors do: what can never match, never count, never be seen.
extension RuleCompiler {
  /// Adds the warnings.
  mutating func check() {
    let hasErrors = diagnostics.contains { !$0.code.isWarning }
    // What only a rule with errors reads would seem to be read by none.
    if !hasErrors { checkWordLists() }
    checkFiles()
    for list in lists { checkEntries(of: list) }
    var definitions: [String: PatternSyntax] = [:]
    for (_, syntax) in syntaxes {
      for definition in syntax.definitions where definitions[definition.name] == nil {
        definitions[definition.name] = definition.pattern
        checkWords(of: definition.pattern)
      }
    }
    var earlierTypes: Set<String> = []
    var firstPatterns: [String: String] = [:]
    for (_, syntax) in syntaxes {
      for entity in syntax.entities {
        check(entity, definitions, earlierTypes)
        checkShadows(of: entity, &firstPatterns)
        if !hasErrors { checkTriggers(entity.name, entity.patterns, definitions) }
      }
      earlierTypes.formUnion(syntax.entities.map(\.type))
      for relation in syntax.relations {
        check(relation)
        if !hasErrors { checkTriggers(relation.name, relation.patterns, definitions) }
      }
    }
    checkRolesOfTypes(made: earlierTypes)
  }

  /// Files that `main.aver` does not name, directly or through another.
  private mutating func checkFiles() {
    guard let main = files.firstIndex(where: { $0.path == "main.aver" }) else { return }
    var usesOfFile: [Int: [Int]] = [:]
    for (file, syntax) in syntaxes {
      for used in syntax.uses {
        let known = RuleLibrary.candidates(for: used.path, from: files[file].path)
        usesOfFile[file, default: []] += files.indices.filter { known.contains(files[$0].path) }
      }
    }
    var reached: Set<Int> = [main]
    var pending = [main]
    while let next = pending.popLast() {
      for file in usesOfFile[next] ?? [] where reached.insert(file).inserted {
        pending.append(file)
      }
    }
    for (file, _) in syntaxes where !reached.contains(file) {
      let place = RulePlace(file: file, start: 0, end: 0)
      let hint = "add `use \(files[file].path)` where its mentions are wanted"
      report(.unlistedFile, "`main.aver` does not use this file, so it runs last", place, hint)
    }
  }

  /// Word lists and tables that neither a `from` nor the program itself reads.
  private mutating func checkWordLists() {
    var read: Set<String> = []
    for (file, syntax) in syntaxes {
      for source in syntax.lists.compactMap(\.source) {
        read.formUnion(RuleLibrary.candidates(for: source.path, from: files[file].path))
      }
    }
    let tables = ["irregular-verbs.tsv", "irregular-nouns.tsv"]
    for (index, file) in files.enumerated()
    where !file.path.hasSuffix(".aver") && !read.contains(file.path)
      && !file.path.hasPrefix(CleaningWordLists.folder)
      && !tables.contains(where: { file.path.hasSuffix($0) })
    {
      let place = RulePlace(file: index, start: 0, end: 0)
      let hint = "add `list NAME from \"\(file.path)\"`, or delete the file"
      report(.unusedName, "no list reads this file", place, hint)
    }
  }

  /// Entries that a list has twice; word lists in files of their own are data and may repeat themselves.
  private mutating func checkEntries(of list: ListSyntax) {
    var seen: [String: String?] = [:]
    for entry in list.entries where files[entry.place.file].path.hasSuffix(".aver") {
      let text = list.isExact ? entry.text : entry.text.lowercased()
      guard let known = seen[text] else {
        seen[text] = entry.value
        continue
      }
      // Another value is reported already.
      guard known == entry.value else { continue }
      let name = list.name.split(separator: ":").last.map(String.init) ?? list.name
      let message = "`\(entry.text)` is in `\(name)` already"
      let fix = RuleFix.removing(entry.place, from: files[entry.place.file])
      report(.repeatedEntry, message, entry.place, "take one away", fix: fix)
    }
  }

  private mutating func check(
    _ entity: EntitySyntax,
    _ definitions: [String: PatternSyntax],
    _ earlierTypes: Set<String>
  ) {
    let conditions = entity.after + entity.before + entity.unless
    for pattern in entity.patterns + conditions {
      checkWords(of: pattern)
      for (type, place) in PatternChecks.types(in: pattern, definitions)
      where typeNames.contains(type) && !earlierTypes.contains(type) {
        let hint = "put the rules that make it into a file that is used before this one"
        let message = "no earlier file makes mentions of type `\(type)`"
        report(.laterType, message, place, hint)
      }
    }
    for pattern in entity.patterns {
      checkGap(pattern, atStart: true)
      checkGap(pattern, atStart: false)
      checkBoundTwice(pattern, "the second counts; name it otherwise")
    }
    for pattern in entity.after { checkGap(pattern, atStart: true) }
    for pattern in entity.before { checkGap(pattern, atStart: false) }
    var used = Set(entity.value.map(Self.names) ?? [])
    entity.span.map { _ = used.insert($0.name) }
    var reported: Set<String> = []
    for (name, place) in entity.patterns.flatMap(PatternChecks.captures)
    where !used.contains(name) && reported.insert(name).inserted {
      let bytes = files[place.file].bytes
      let isGlued = place.end < bytes.count && bytes[place.end] == 0x3A
      let whole = RulePlace(file: place.file, start: place.start, end: place.end + 1)
      let fix = isGlued ? RuleFix([RuleFix.Edit(whole, "")]) : nil
      let hint = "use it in `value` or `span`, or take the name away"
      report(.unusedCapture, "nothing uses capture `\(name)`", place, hint, fix: fix)
    }
  }

  private static func names(in value: ValueSyntax) -> [String] {
    switch value {
    case .call(_, let arguments, _): arguments.flatMap(names)
    case .name(let name, _): [name]
    case .number: []
    case .product(let left, let right), .sum(let left, let right):
      names(in: left) + names(in: right)
    }
  }

  private mutating func checkGap(_ pattern: PatternSyntax, atStart: Bool) {
    guard let place = PatternChecks.outerGap(pattern, atStart: atStart) else { return }
    let hint = "a gap stands between two things"
    report(.outerGap, "a gap at the edge of a pattern finds nothing", place, hint)
  }

  private mutating func checkBoundTwice(_ pattern: PatternSyntax, _ hint: String) {
    for (name, place) in PatternChecks.boundTwice(pattern) {
      report(.boundTwice, "`\(name)` is captured twice in one match", place, hint)
    }
  }

  /// Alternatives that repeat each other, and tests of words that no token is.
  private mutating func checkWords(of pattern: PatternSyntax) {
    for (text, place) in PatternChecks.repeatedBranches(pattern) {
      let fix = RuleFix.removing(place, from: files[place.file])
      report(.shadowedPattern, "`\(text)` stands here twice", place, "take one away", fix: fix)
    }
    for (tests, place) in PatternChecks.tests(in: pattern) {
      for test in tests where !test.isNegated { check(test, place) }
    }
  }

  private mutating func check(_ test: TokenTestSyntax, _ place: RulePlace) {
    switch test.kind {
    case .trait: break
    case .expression(let expression):
      guard let literals = PatternChecks.literals(of: expression), !literals.isEmpty else { return }
      let cuts = literals.map { words(of: $0) }
      guard cuts.allSatisfy({ $0.count > 1 }), let first = cuts.first else { return }
      let cut = first.map { "`\($0)`" }.joined(separator: " ")
      let hint = "write the words one after another: " + first.joined(separator: " ")
      report(.divisibleLiteral, "`\(literals[0])` is no token but \(cut)", place, hint)
    case .list(let name):
      guard let index = listIndices[name], !lists[index].entries.isEmpty,
        lists[index].entries.allSatisfy({
          !$0.text.contains("~") && words(of: $0.text).count > 1
        })
      else { return }
      let message = "no token passes: every entry of `@\(name)` is several words"
      report(.unsatisfiableTest, message, place, "write `@\(name)` without brackets")
    }
  }

  /// Patterns that an earlier rule of the type has, too: they never make a mention.
  private mutating func checkShadows(of entity: EntitySyntax, _ first: inout [String: String]) {
    guard entity.after.isEmpty, entity.before.isEmpty, entity.unless.isEmpty, !entity.isKept,
      entity.span == nil
    else { return }
    for pattern in entity.patterns {
      guard let place = PatternChecks.place(of: pattern) else { continue }
      let key = "\(entity.type) \(entity.priority) " + PatternText.text(pattern)
      if let rule = first[key] {
        report(.shadowedPattern, "rule `\(rule)` has this pattern already", place, "take one away")
      } else {
        first[key] = entity.name
      }
    }
  }

  private mutating func checkTriggers(
    _ name: String,
    _ patterns: [PatternSyntax],
    _ definitions: [String: PatternSyntax]
  ) {
    for pattern in patterns {
      guard !PatternChecks.hasTrigger(pattern, definitions),
        let place = PatternChecks.place(of: pattern)
      else { continue }
      let message = "`\(name)` has no trigger word, so it is tried on every sentence"
      report(.missingTrigger, message, place, "name a word, a list or a type that must be there")
    }
  }
}
