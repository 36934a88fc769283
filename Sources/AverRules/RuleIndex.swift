import AverModel

/// The rules of a library with what a list of them shows.
package enum RuleIndex {
  package struct Entry: Sendable {
    package enum Kind: String, Sendable {
      case entity
      case relation
      case attribution
    }
    package let kind: Kind
    package let name: String
    package let type: String
    package let place: RulePlace
    /// `match` patterns and frames.
    package let patternCount: Int
    package let tests: [TestSyntax]
  }

  /// Every rule that can be read, in the order of files and lines.
  package static func entries(of library: RuleLibrary) -> [Entry] {
    var result: [Entry] = []
    for (index, file) in library.files.enumerated() where file.path.hasSuffix(".aver") {
      let (syntax, _) = RuleParser.parse(file, file: index)
      let entities = syntax.entities.map { entity in
        Entry(
          kind: .entity,
          name: entity.name,
          type: entity.type,
          place: entity.place,
          patternCount: entity.patterns.count,
          tests: entity.tests
        )
      }
      let relations = syntax.relations.map { relation in
        Entry(
          kind: relation.isAttribution ? .attribution : .relation,
          name: relation.name,
          type: relation.type,
          place: relation.place,
          patternCount: relation.patterns.count + relation.frames.count,
          tests: relation.tests
        )
      }
      result += (entities + relations).sorted { $0.place.start < $1.place.start }
    }
    return result
  }
}
