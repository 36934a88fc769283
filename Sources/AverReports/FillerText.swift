package import AverModel

/// What fills a role, for people: the entity's name, the value, or the words.
package enum FillerText {
  /// The filler without its hedge, on one line.
  package static func text(of filler: Claim.RoleFiller, in text: CleanText) -> String {
    if let word = filler.vocabularyWord { return word }
    return switch filler.value {
    case .name(let name): filler.name ?? name
    case nil:
      filler.name
        ?? text.string(filler.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case let value?: ReadableValue.text(of: value)
    }
  }
}
