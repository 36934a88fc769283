package import AverModel

/// Checks and compiles rule files.
package struct RuleCompiler: DiagnosticCollector {
  /// Cuts the entries of lists and the words of patterns exactly as the tokenizer cuts a text; the
  /// vocabulary holds the abbreviations known so far.
  package typealias Splitter = (_ texts: [String], _ vocabulary: Vocabulary) -> [[String]]

  let files: [RuleFile]
  var diagnostics: [RuleDiagnostic] = []
  var syntaxes: [(file: Int, syntax: RuleFileSyntax)] = []
  var lists: [ListSyntax] = []
  var listIndices: [String: Int] = [:]
  var vocabulary = VocabularyBuilder()
  var values: [String] = []
  var valueIndices: [String: Int32] = [:]
  var identifiers: [Int: [String]] = [:]
  var automaton = ListAutomatonBuilder()
  var splits: [String: [String]] = [:]
  let inflection: Inflection
  var typeNames: [String] = []

  private init(_ library: RuleLibrary) {
    files = library.files
    inflection = Inflection(
      irregularVerbs: library.irregularVerbs,
      irregularNouns: library.irregularNouns
    )
  }

  /// Checks and compiles a library.
  ///
  /// - Parameters:
  ///   - library: The files in order.
  ///   - digest: The digest of their paths and contents.
  ///   - splitter: The tokenizer's way to cut words.
  /// - Returns: The rule set, with its warnings.
  /// - Throws: `RuleError` with every error and warning of all files.
  package static func compile(
    _ library: RuleLibrary,
    digest: String,
    splitter: Splitter
  ) throws(RuleError) -> RuleSet {
    var compiler = RuleCompiler(library)
    guard let ruleSet = compiler.compileAll(digest, splitter) else {
      throw RuleError(diagnostics: compiler.sortedDiagnostics, files: compiler.files)
    }
    return ruleSet
  }

  /// Compiles a library and checks it for what no run would notice.
  ///
  /// - Parameters:
  ///   - library: The files in order.
  ///   - digest: The digest of their paths and contents.
  ///   - splitter: The tokenizer's way to cut words.
  /// - Returns: The rule set, nil if there are errors, and every finding in order of files and lines.
  package static func check(
    _ library: RuleLibrary,
    digest: String,
    splitter: Splitter
  ) -> (ruleSet: RuleSet?, findings: RuleError) {
    var compiler = RuleCompiler(library)
    let ruleSet = compiler.compileAll(digest, splitter)
    compiler.check()
    let findings = RuleError(diagnostics: compiler.sortedDiagnostics, files: compiler.files)
    let hasErrors = findings.diagnostics.contains { !$0.code.isWarning }
    return (hasErrors ? nil : ruleSet, findings)
  }

  private mutating func compileAll(_ digest: String, _ splitter: Splitter) -> RuleSet? {
    parse()
    collectLists()
    splitWords(splitter)
    fillAutomaton()
    let ruleSet = compileRules(digest: digest)
    return diagnostics.contains { !$0.code.isWarning } ? nil : ruleSet
  }

  var sortedDiagnostics: [RuleDiagnostic] {
    Set(diagnostics).sorted {
      ($0.place.file, $0.place.start, $0.code.rawValue)
        < ($1.place.file, $1.place.start, $1.code.rawValue)
    }
  }

  private mutating func parse() {
    for (index, file) in files.enumerated() where file.path.hasSuffix(".aver") {
      if String(validating: file.bytes, as: UTF8.self) == nil {
        let place = RulePlace(file: index, start: 0, end: 0)
        report(.invalidEncoding, "the file is not UTF-8", place, "save it as UTF-8")
        continue
      }
      let (syntax, found) = RuleParser.parse(file, file: index)
      diagnostics += found
      syntaxes.append((index, syntax))
      for used in syntax.uses {
        let known = RuleLibrary.candidates(for: used.path, from: file.path)
        if !files.contains(where: { known.contains($0.path) }) {
          let hint = Suggestion.hint(for: used.path, among: files.map(\.path))
          report(.missingFile, "there is no file `\(used.path)`", used.place, hint)
        }
      }
    }
  }

  private mutating func collectLists() {
    var definitionNames: Set<String> = []
    for (file, syntax) in syntaxes {
      for list in syntax.lists { add(list, from: file) }
      for status in syntax.statuses { add(status, prefix: "status:") }
      for definition in syntax.definitions {
        let isNew = definitionNames.insert(definition.name).inserted
        if !isNew || listIndices[definition.name] != nil {
          report(.duplicateName, "`\(definition.name)` is defined twice", definition.place, nil)
        }
      }
      for relation in syntax.relations {
        for status in relation.statuses { add(status, prefix: "status:\(file)/\(relation.name):") }
        let verbs = Set(relation.verbs.map(\.text))
        for stance in relation.stances {
          add(stance.inflecting(verbs), prefix: "stance:\(file)/\(relation.name):")
        }
      }
    }
  }

  private mutating func add(_ status: StatusSyntax, prefix: String) {
    let list = ListSyntax(
      name: prefix + status.name,
      isExact: false,
      entries: status.entries,
      source: nil,
      place: status.place
    )
    if let known = listIndices[list.name] {
      lists[known].entries += list.entries
    } else {
      listIndices[list.name] = lists.count
      lists.append(list)
    }
  }

  private mutating func add(_ declared: ListSyntax, from file: Int) {
    var list = declared
    if let source = list.source { list.entries += entries(of: source, from: file) }
    if listIndices[list.name] != nil {
      report(.duplicateName, "list `\(list.name)` is defined twice", list.place, nil)
      return
    }
    listIndices[list.name] = lists.count
    lists.append(list)
  }

  private mutating func entries(of source: ListSource, from file: Int) -> [ListSyntax.Entry] {
    let known = RuleLibrary.candidates(for: source.path, from: files[file].path)
    for path in known {
      guard let index = files.firstIndex(where: { $0.path == path }) else { continue }
      let (entries, found) = WordListFile.entries(of: files[index], at: index, source: source)
      diagnostics += found
      return entries
    }
    let hint = Suggestion.hint(for: source.path, among: files.map(\.path))
    report(.missingFile, "there is no file `\(source.path)`", source.place, hint)
    return []
  }

  /// Cuts every text that is more than letters and spaces, all in one call of the tokenizer.
  private mutating func splitWords(_ splitter: Splitter) {
    for list in lists {
      guard let wordClass = WordClass.named(list.name) else { continue }
      for entry in list.entries where !entry.text.contains(" ") {
        let isInflected = entry.text.hasSuffix("~")
        for word in isInflected ? forms(of: Self.withoutTildes(entry.text)) : [entry.text] {
          vocabulary.add(wordClass, to: vocabulary.intern(word))
        }
      }
    }
    var pending: Set<String> = []
    for list in lists {
      for entry in list.entries where !Self.isPlain(entry.text) {
        pending.insert(Self.withoutTildes(entry.text))
      }
    }
    for (_, syntax) in syntaxes { collectWords(of: syntax, into: &pending) }
    let texts = pending.sorted()
    for (text, words) in zip(texts, splitter(texts, vocabulary.vocabulary)) { splits[text] = words }
  }

  static func withoutTildes(_ text: String) -> String {
    text.contains("~") ? text.filter { $0 != "~" } : text
  }

  /// Whether a text is cut at its spaces and nowhere else by any tokenizer.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x20 }
      && text.lowercased() != "cannot"
  }

  /// The words of a text as the tokenizer cuts it.
  func words(of text: String) -> [String] {
    if Self.isPlain(text) { return text.split(separator: " ").map(String.init) }
    return splits[text] ?? text.split(separator: " ").map(String.init)
  }

  private mutating func fillAutomaton() {
    for (index, list) in lists.enumerated() {
      var seen: [[Symbol]: Int32] = [:]
      for entry in list.entries {
        let value = entry.value.map { valueIndex($0, entry.identifiers) } ?? -1
        for words in spellings(of: entry.text) where !words.isEmpty {
          let symbols = words.map { vocabulary.intern($0) }
          if !list.isExact {
            if let known = seen[symbols] {
              if known != value { reportDuplicate(entry, in: list) }
              continue
            }
            seen[symbols] = value
          }
          let literal: Int32 = list.isExact ? addLiteral(words) : -1
          automaton.insert(
            symbols,
            output: ListAutomaton.Output(list: Int32(index), value: value, literal: literal)
          )
        }
      }
    }
  }

  var literalCount: Int { exactLiterals.count }
  private(set) var exactLiterals: [[UInt8]] = []

  private mutating func addLiteral(_ words: [String]) -> Int32 {
    exactLiterals.append(Array(words.joined(separator: " ").utf8))
    return Int32(exactLiterals.count - 1)
  }

  private mutating func reportDuplicate(_ entry: ListSyntax.Entry, in list: ListSyntax) {
    let message = "`\(entry.text)` has two values in `\(list.name)`"
    let fix = RuleFix.removing(entry.place, from: files[entry.place.file])
    report(.conflictingEntry, message, entry.place, "the first one counts", fix: fix)
  }

  private mutating func valueIndex(_ value: String, _ found: [String]) -> Int32 {
    if let known = valueIndices[value] { return known }
    let index = Int32(values.count)
    valueIndices[value] = index
    values.append(value)
    if !found.isEmpty { identifiers[Int(index)] = found }
    return index
  }

  /// The entry in every form that its `~` words allow, each as its words.
  private func spellings(of text: String) -> [[String]] {
    guard text.contains("~") else { return [words(of: text)] }
    var result: [[String]] = [[]]
    for part in text.split(separator: " ") {
      let choices: [[String]]
      if part.hasSuffix("~") {
        choices = forms(of: String(part.dropLast())).map { [$0] }
      } else {
        choices = [words(of: String(part))]
      }
      result = result.flatMap { start in choices.map { start + $0 } }
      if result.count > 512 { return result }
    }
    return result
  }

  /// Every form of a word: as a verb, and as a noun.
  func forms(of word: String) -> [String] {
    var result = inflection.forms(of: word).all
    for plural in inflection.plurals(of: word) where !result.contains(plural) {
      result.append(plural)
    }
    return result
  }

  private func collectWords(of syntax: RuleFileSyntax, into pending: inout Set<String>) {
    for definition in syntax.definitions { definition.pattern.collectTexts(into: &pending) }
    for entity in syntax.entities {
      for pattern in entity.patterns + entity.after + entity.before + entity.unless {
        pattern.collectTexts(into: &pending)
      }
    }
    for relation in syntax.relations {
      for pattern in relation.patterns + relation.unless { pattern.collectTexts(into: &pending) }
      for filler in relation.fillers { filler.pattern.collectTexts(into: &pending) }
      for element in relation.frames.joined() {
        if case .pattern(let pattern) = element { pattern.collectTexts(into: &pending) }
      }
      for word in relation.verbs + relation.nouns { pending.insert(word.text) }
    }
  }
}

extension PatternSyntax {
  /// Adds the texts that the tokenizer must cut; recursion is bounded by the parser's nesting limit.
  fileprivate func collectTexts(into texts: inout Set<String>) {
    switch self {
    case .words(let text, _), .exact(let text, _):
      if !RuleCompiler.isPlain(text) { texts.insert(text) }
    case .sequence(let items), .alternatives(let items):
      for item in items { item.collectTexts(into: &texts) }
    case .repeated(let inner, _, _, _), .capture(_, let inner, _): inner.collectTexts(into: &texts)
    case .tests(let tests, _):
      for case .expression(let expression) in tests.map(\.kind) {
        texts.formUnion(PatternChecks.literals(of: expression) ?? [])
      }
    case .inflected, .reference, .mention, .trigger, .gap: break
    }
  }
}
