/// Writes out what a rule covers: patterns with their `let` names put in, frames construction by
/// construction.
package enum RuleExpansion {
  /// The lines for a rule; nil if there is none of the name.
  package static func lines(ofRule name: String, in library: RuleLibrary) -> [String]? {
    var definitions: [String: PatternSyntax] = [:]
    var syntaxes: [RuleFileSyntax] = []
    for (index, file) in library.files.enumerated() where file.path.hasSuffix(".aver") {
      let (syntax, _) = RuleParser.parse(file, file: index)
      for definition in syntax.definitions { definitions[definition.name] = definition.pattern }
      syntaxes.append(syntax)
    }
    if let entity = syntaxes.flatMap(\.entities).first(where: { $0.name == name }) {
      return lines(of: entity, definitions)
    }
    guard let relation = syntaxes.flatMap(\.relations).first(where: { $0.name == name }) else {
      return nil
    }
    return FrameExpansion(
      relation,
      Inflection(
        irregularVerbs: library.irregularVerbs,
        irregularNouns: library.irregularNouns
      )
    ).lines
      + relation.patterns.map { "\(name)/pattern  " + text($0, definitions) }
  }

  private static func lines(
    of entity: EntitySyntax,
    _ definitions: [String: PatternSyntax]
  ) -> [String] {
    let clauses = [
      ("match", entity.patterns), ("after", entity.after), ("before", entity.before),
      ("unless", entity.unless),
    ]
    return clauses.flatMap { keyword, patterns in
      patterns.map { "\(entity.name)  \(keyword) " + text($0, definitions) }
    }
  }

  private static func text(
    _ pattern: PatternSyntax,
    _ definitions: [String: PatternSyntax]
  ) -> String {
    PatternText.text(expanded(pattern, definitions, depth: 0))
  }

  private static func expanded(
    _ pattern: PatternSyntax,
    _ definitions: [String: PatternSyntax],
    depth: Int
  ) -> PatternSyntax {
    let inside = { (inner: PatternSyntax) in expanded(inner, definitions, depth: depth) }
    switch pattern {
    case .reference(let name, _):
      guard depth < 16, let definition = definitions[name] else { return pattern }
      return expanded(definition, definitions, depth: depth + 1)
    case .sequence(let items): return .sequence(items.map(inside))
    case .alternatives(let items): return .alternatives(items.map(inside))
    case .repeated(let inner, let low, let high, let place):
      return .repeated(inside(inner), low, high, place)
    case .capture(let name, let inner, let place): return .capture(name, inside(inner), place)
    default: return pattern
    }
  }
}
