package import AverModel

/// Writes the mentions of a document as a table for people: type, words, value, place.
package enum MentionText {
  package static func table(of document: LinkedDocument) -> String {
    let clean = document.analyzed.tokenized.clean
    var lines: [String] = []
    for (index, mention) in document.mentions.enumerated() {
      let words = clean.string(mention.range).split(whereSeparator: \.isWhitespace)
      var columns = [mention.type.name, words.joined(separator: " ")]
      if document.entityOfMention.indices.contains(index),
        let entity = document.entityOfMention[index]
      {
        columns.append("E\(document.entities[entity].number) " + document.entities[entity].name)
      } else {
        columns.append(mention.value.map(ReadableValue.text(of:)) ?? "")
      }
      let place = clean.offsets?.source(of: mention.range) ?? mention.range
      columns.append("\(clean.identifier):\(place.start)-\(place.end)")
      lines.append(columns.map(VisibleText.escaped).joined(separator: "\t") + "\n")
    }
    return lines.joined()
  }
}
