package import AverModel

extension RuleSet {
  /// The biggest list whose entries are mentions of a type by themselves; nil if there is none.
  package func plainList(of type: MentionType) -> String? {
    let sizes = listSizes
    var best: Int?
    for rule in entityRules where types[rule.type] == type && rule.after.isEmpty {
      guard rule.before.isEmpty else { continue }
      for program in rule.patterns {
        guard let list = onlyList(of: program) else { continue }
        if best.map({ sizes[list] > sizes[$0] }) ?? true { best = list }
      }
    }
    return best.map { listNames[$0] }
  }

  /// The list of a pattern that is nothing but that list.
  private func onlyList(of program: Program) -> Int? {
    var found: Int?
    for place in 0..<program.stepCount {
      let step = steps[program.firstStep + place]
      switch step.code {
      case .list where found == nil: found = Int(step.first)
      case .match, .save: break
      default: return nil
      }
    }
    return found
  }

  /// The number of entries of each list.
  package var listSizes: [Int] {
    var sizes = Array(repeating: 0, count: listNames.count)
    for output in automaton.outputs { sizes[Int(output.list)] += 1 }
    return sizes
  }

  /// The lists that a pattern names, in its tests too.
  package func lists(namedBy program: Program) -> Set<Int> {
    var result: Set<Int> = []
    for place in 0..<program.stepCount {
      let step = steps[program.firstStep + place]
      switch step.code {
      case .list: result.insert(Int(step.first))
      case .test:
        result.formUnion(tests[Int(step.first)].lists)
        result.formUnion(tests[Int(step.first)].forbiddenLists)
      default: break
      }
    }
    return result
  }
}
