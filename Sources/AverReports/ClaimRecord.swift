package import AverModel

/// Writes claims as lines of JSON, member by member as `Schema/claim.schema.json` says.
package struct ClaimRecord: Sendable {
  /// Code points of text on each side of a quote.
  private static let quoteContext = 32

  private let run: RunIdentity
  private let explains: Bool

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - run: What makes the records.
  ///   - explains: Whether to write the steps and cues of each claim.
  package init(run: RunIdentity, explains: Bool = false) {
    self.run = run
    self.explains = explains
  }

  /// Appends one line.
  package func write(_ claim: Claim, of document: DocumentIdentity, to json: inout JSONWriter) {
    json.beginObject()
    json.name("record")
    json.string("claim")
    json.name("id")
    json.string(ClaimIdentity.identifier(of: claim, in: document))
    json.member("key", claim.key)
    json.name("type")
    json.string(claim.type)
    json.member("statement", claim.statement)
    json.name("roles")
    json.beginObject()
    for role in claim.roles {
      json.name(role.name)
      json.beginArray()
      for filler in role.fillers { write(filler, of: document, to: &json) }
      json.endArray()
    }
    json.endObject()
    json.name("status")
    json.string(claim.status.rawValue)
    json.name("polarity")
    json.string(claim.polarity.rawValue)
    json.name("attribution")
    json.beginArray()
    for source in claim.attribution { write(source, of: document, to: &json) }
    json.endArray()
    json.name("evidence")
    json.beginArray()
    for range in claim.evidence { writeEvidence(range, of: document, to: &json) }
    json.endArray()
    json.name("document")
    document.write(to: &json)
    json.name("provenance")
    writeProvenance(of: claim, document, to: &json)
    json.endObject()
    json.endLine()
  }

  private func write(
    _ filler: Claim.RoleFiller,
    of document: DocumentIdentity,
    to json: inout JSONWriter
  ) {
    // A type that promises a value it does not have is written as what is left: words of the text.
    let type = filler.type.accepts(filler.value) ? filler.type : MentionType("TEXT")
    json.beginObject()
    json.name("type")
    json.string(type.name)
    json.name("text")
    json.string(document.clean.bytes, filler.range)
    json.span(filler.range, in: document)
    if let name = filler.name {
      json.member("name", name)
    } else if type.isName {
      json.member("name", document.clean.string(filler.range))
    }
    json.member("names", filler.names)
    json.member("entity", filler.entity.map { "E\($0)" })
    json.member("same_as", filler.identifiers)
    if type == filler.type, let value = filler.value { json.value(value) }
    json.member("value", filler.vocabularyWord)
    json.member("status", filler.status?.rawValue)
    json.source(filler.range, in: document)
    json.endObject()
  }

  private func write(
    _ source: AttributedSource,
    of document: DocumentIdentity,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.name("name")
    json.string(source.name)
    json.name("kind")
    json.string(source.kind.rawValue)
    json.name("text")
    json.string(document.clean.bytes, source.range)
    json.span(source.range, in: document)
    json.member("cue", source.cue)
    json.member("entity", source.entity.map { "E\($0)" })
    json.endObject()
  }

  private func writeEvidence(
    _ range: ByteRange,
    of document: DocumentIdentity,
    to json: inout JSONWriter
  ) {
    let text = document.clean.bytes
    json.beginObject()
    json.span(range, in: document)
    json.name("quote")
    json.beginObject()
    json.name("type")
    json.string("TextQuoteSelector")
    json.name("exact")
    json.string(text, range)
    json.name("prefix")
    let before = document.index.byte(range.start, back: ClaimRecord.quoteContext)
    json.string(text, ByteRange(before, range.start))
    json.name("suffix")
    let after = document.index.byte(range.end, ahead: ClaimRecord.quoteContext)
    json.string(text, ByteRange(range.end, after))
    json.endObject()
    json.member("link", TextFragment.link(to: range, in: document))
    json.source(range, in: document)
    json.endObject()
  }

  private func writeProvenance(
    of claim: Claim,
    _ document: DocumentIdentity,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.name("rule")
    json.string(claim.rule.description)
    if explains {
      json.name("steps")
      json.beginArray()
      for step in claim.steps { json.string(step.description) }
      json.endArray()
      json.name("cues")
      json.beginArray()
      for cue in claim.cues {
        json.beginObject()
        json.name("slot")
        json.string(cue.slot)
        json.name("text")
        json.string(document.clean.bytes, cue.range)
        json.span(cue.range, in: document)
        json.endObject()
      }
      json.endArray()
    }
    json.name("run")
    json.string(run.run)
    json.name("tool")
    json.string(run.tool)
    json.name("rules")
    json.string(run.rules)
    json.endObject()
  }
}
