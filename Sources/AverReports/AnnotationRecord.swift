package import AverModel

/// Writes what the stages before claims found in a document, as one line of JSON.
package enum AnnotationRecord {
  /// Appends one line.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - json: What to append to.
  package static func write(_ document: LinkedDocument, to json: inout JSONWriter) {
    let text = document.analyzed.tokenized
    let identity = DocumentIdentity(text.clean)
    json.beginObject()
    json.name("id")
    json.string(text.clean.identifier)
    json.name("text")
    json.string(text.clean.bytes, ByteRange(0, text.clean.bytes.count))
    json.member("date", text.clean.metadata.published?.value)
    json.name("sentences")
    json.beginArray()
    for sentence in text.sentences {
      let span = identity.index.span(sentence.range)
      json.pair(span.start, span.end)
    }
    json.endArray()
    writeTokens(of: document.analyzed, identity.index, to: &json)
    writeVerbs(of: document.analyzed, identity.index, to: &json)
    writeMentions(of: document, identity, to: &json)
    json.endObject()
    json.endLine()
  }

  private static func writeTokens(
    of text: AnalyzedText,
    _ index: CodePointIndex,
    to json: inout JSONWriter
  ) {
    json.name("tokens")
    json.beginArray()
    for token in text.tokenized.tokens {
      json.pair(index.codePoints(before: token.start), index.codePoints(before: token.end))
    }
    json.endArray()
    guard text.tags.count == text.tokenized.tokens.count else { return }
    json.name("tags")
    json.beginArray()
    for tag in text.tags { json.string(tag.universalTag) }
    json.endArray()
  }

  /// Voice and form are those of the group's own words: a bare participle is not passive here, nor is
  /// a verb that shares an earlier one's auxiliaries.
  private static func writeVerbs(
    of text: AnalyzedText,
    _ index: CodePointIndex,
    to json: inout JSONWriter
  ) {
    json.name("verbs")
    json.beginArray()
    for group in text.verbGroups {
      json.beginObject()
      json.name("head")
      let head = index.span(text.tokenized.tokens[group.head].range)
      json.pair(head.start, head.end)
      json.name("parts")
      json.beginArray()
      for part in group.parts where part != group.marker {
        let span = index.span(text.tokenized.tokens[part].range)
        json.pair(span.start, span.end)
      }
      json.endArray()
      json.name("passive")
      json.boolean(group.isPassive && hasAuxiliary(group, text.tags))
      json.name("negated")
      json.boolean(group.negation != nil)
      json.name("finite")
      json.boolean(group.isFinite && !group.sharesAuxiliaries)
      json.endObject()
    }
    json.endArray()
  }

  private static func hasAuxiliary(_ group: VerbGroup, _ tags: [PartOfSpeech]) -> Bool {
    group.parts.contains { $0 != group.head && tags[$0] == .auxiliary }
  }

  /// Names and values are mentions; `the company` and `it` are references and stand apart, since
  /// nothing in them says what they are.
  private static func writeMentions(
    of document: LinkedDocument,
    _ identity: DocumentIdentity,
    to json: inout JSONWriter
  ) {
    var position: [Int: Int] = [:]
    var references: [Int] = []
    json.name("mentions")
    json.beginArray()
    for (index, mention) in document.mentions.enumerated() {
      if isReference(mention) {
        references.append(index)
        continue
      }
      position[index] = position.count
      write(mention, at: index, of: document, identity, to: &json)
    }
    json.endArray()
    json.name("entities")
    json.beginArray()
    for entity in document.entities {
      json.beginObject()
      json.name("id")
      json.string("E\(entity.number)")
      json.name("name")
      json.string(entity.name)
      json.name("type")
      json.string(entity.type.name)
      json.name("mentions")
      json.beginArray()
      for mention in entity.mentions.compactMap({ position[$0] }) { json.integer(mention) }
      json.endArray()
      json.member("same_as", entity.identifiers)
      json.endObject()
    }
    json.endArray()
    json.name("references")
    json.beginArray()
    for index in references {
      write(document.mentions[index], at: index, of: document, identity, to: &json)
    }
    json.endArray()
  }

  private static func isReference(_ mention: Mention) -> Bool {
    mention.type.isName && mention.value == nil
  }

  private static func write(
    _ mention: Mention,
    at index: Int,
    of document: LinkedDocument,
    _ identity: DocumentIdentity,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.span(mention.range, in: identity)
    json.name("type")
    json.string(mention.type.name)
    if document.entityOfMention.indices.contains(index),
      let entity = document.entityOfMention[index]
    {
      json.name("entity")
      json.string("E\(document.entities[entity].number)")
    }
    if document.linkOfMention.indices.contains(index), let link = document.linkOfMention[index] {
      json.name("link")
      json.string(link.rawValue)
    }
    if let value = mention.value { json.value(value) }
    json.member("same_as", mention.identifiers)
    json.source(mention.range, in: identity)
    json.name("rule")
    json.string(mention.rule.description)
    json.endObject()
  }
}
