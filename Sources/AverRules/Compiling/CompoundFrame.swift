/// A frame whose second role stands before the noun: `buyer target NOUN` reads `Marlin's Finch deal` and
/// `Marlin-Finch deal`.
///
/// Nothing but the order of names says which is which, so rules ask for it by name and order.
package struct CompoundFrame {
  private let first: String
  private let second: String
  private let place: RulePlace

  /// - Returns: nil for a frame of another form.
  package init?(_ elements: [FrameElement]) {
    guard elements.count == 3, case .role(let first, let place) = elements[0],
      case .role(let second, _) = elements[1], elements[2] == .noun
    else { return nil }
    self.first = first
    self.second = second
    self.place = place
  }

  /// The words that it reads; nil if a role can be filled by words of the text, or nothing triggers it.
  package func pattern(in relation: RelationSyntax) -> PatternSyntax? {
    guard let left = mention(first, relation), let right = mention(second, relation),
      !relation.nouns.isEmpty
    else { return nil }
    let joints = ["'s", "\u{2019}s", "-", "\u{2013}", "/"].map { PatternSyntax.words($0, place) }
    let nouns = relation.nouns.map { noun in
      RuleCompiler.isPlain(noun.text) && !noun.text.contains(" ")
        ? PatternSyntax.inflected(noun.text, noun.place) : .words(noun.text, noun.place)
    }
    let noun = nouns.count == 1 ? nouns[0] : PatternSyntax.alternatives(nouns)
    return .sequence([left, .alternatives(joints), right, noun])
  }

  private func mention(_ name: String, _ relation: RelationSyntax) -> PatternSyntax? {
    guard let role = relation.roles.first(where: { $0.name == name }) else { return nil }
    let types = role.types.filter { !$0.hasPrefix("@") && !RuleCompiler.textTypes.contains($0) }
      .map { PatternSyntax.mention($0, place) }
    guard !types.isEmpty else { return nil }
    return .capture(name, types.count == 1 ? types[0] : .alternatives(types), place)
  }
}
