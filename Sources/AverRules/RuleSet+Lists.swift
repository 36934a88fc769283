package import AverModel

extension RuleSet {
  /// The first list whose entries are mentions of a type by themselves; nil if there is none.
  package func plainList(of type: MentionType) -> String? {
    for rule in entityRules where types[rule.type] == type && rule.after.isEmpty {
      guard rule.before.isEmpty else { continue }
      for program in rule.patterns {
        var lists: [Int] = []
        var isPlain = true
        for step in steps(of: program) {
          switch step.code {
          case .list: lists.append(Int(step.first))
          case .match, .save: break
          default: isPlain = false
          }
        }
        if isPlain, lists.count == 1 { return listNames[lists[0]] }
      }
    }
    return nil
  }
}
