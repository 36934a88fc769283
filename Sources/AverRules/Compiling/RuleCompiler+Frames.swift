import AverModel

/// Frames and the words that trigger them.
extension RuleCompiler {
  mutating func frame(
    _ elements: [FrameElement],
    _ relation: RelationSyntax,
    _ place: RulePlace,
    _ patterns: inout PatternCompiler
  ) -> CompiledFrame? {
    var trigger = CompiledFrame.Trigger.words
    var subject: Int?
    var object: Int?
    var obliques: [CompiledFrame.Oblique] = []
    var words: [[Symbol]] = []
    var pending: [[Symbol]]?
    var isAfterTrigger = false
    for element in elements {
      switch element {
      case .verb, .noun:
        trigger = element == .verb ? .verb : .noun
        isAfterTrigger = true
      case .pattern(let pattern):
        guard let phrases = phrases(of: pattern, &patterns) else {
          let hint = "use words, `|` and `@list`"
          report(.unexpectedText, "a frame has only words between roles", place, hint)
          return nil
        }
        // Words one after another make one phrase: `VERB out of role`.
        pending =
          pending.map { begun in begun.flatMap { start in phrases.map { start + $0 } } }
          ?? phrases
      case .role(let name, _):
        guard let role = relation.roles.firstIndex(where: { $0.name == name }) else { continue }
        if let markers = pending, isAfterTrigger {
          obliques.append(CompiledFrame.Oblique(markers: markers, role: role))
        } else if pending != nil, object == nil {
          object = role
        } else if isAfterTrigger {
          object = object ?? role
        } else {
          subject = role
        }
        if !isAfterTrigger, let markers = pending { words = markers }
        pending = nil
      }
    }
    if let pending, trigger == .words { words = pending }
    return CompiledFrame(
      trigger: trigger,
      subject: subject,
      object: object,
      obliques: obliques,
      words: words
    )
  }

  /// Every way to say the words of a frame; nil if it has more than words.
  private func phrases(
    of pattern: PatternSyntax,
    _ patterns: inout PatternCompiler
  ) -> [[Symbol]]? {
    switch pattern {
    case .words(let text, _), .exact(let text, _):
      return [words(of: text).map { patterns.vocabulary.intern($0) }]
    case .inflected(let text, _): return forms(of: text).map { [patterns.vocabulary.intern($0)] }
    case .reference(let name, _):
      guard let index = listIndices[name] else { return nil }
      patterns.use(name)
      return lists[index].entries.map { entry in
        words(of: entry.text).map { patterns.vocabulary.intern($0) }
      }
    case .alternatives(let items):
      var result: [[Symbol]] = []
      for item in items {
        guard let phrases = phrases(of: item, &patterns) else { return nil }
        result += phrases
      }
      return result
    case .sequence(let items):
      var result: [[Symbol]] = [[]]
      for item in items {
        guard let phrases = phrases(of: item, &patterns) else { return nil }
        result = result.flatMap { start in phrases.map { start + $0 } }
      }
      return result
    default: return nil
    }
  }

  func addTriggers(
    of relation: RelationSyntax,
    _ index: Int,
    _ patterns: inout PatternCompiler,
    _ triggers: inout [Symbol: [TriggerEntry]]
  ) {
    // Of trigger words that begin alike the longest is found: `take over`, not `take`.
    let byLength = { (left: RelationSyntax.WordEntry, right: RelationSyntax.WordEntry) in
      left.text.count { $0 == " " } > right.text.count { $0 == " " }
    }
    for entry in relation.verbs.sorted(by: byLength) {
      let words = self.words(of: entry.text)
      guard let verb = words.first else { continue }
      let rest = words.dropFirst().map { patterns.vocabulary.intern($0) }
      for form in inflection.forms(of: verb.lowercased()).all {
        let trigger = TriggerEntry(relation: index, isNoun: false, rest: rest)
        triggers[patterns.vocabulary.intern(form), default: []].append(trigger)
      }
    }
    for entry in relation.nouns.sorted(by: byLength) {
      let words = self.words(of: entry.text)
      guard let noun = words.last else { continue }
      let rest = words.dropLast().map { patterns.vocabulary.intern($0) }
      for form in [noun] + inflection.plurals(of: noun.lowercased()) {
        let trigger = TriggerEntry(relation: index, isNoun: true, rest: rest)
        triggers[patterns.vocabulary.intern(form), default: []].append(trigger)
      }
    }
  }
}
