import AverModel

/// Documents as a list of tasks for Label Studio, with the claims as predictions.
///
/// Each named span is a region, each claim a region over its first evidence that is labelled with
/// the claim's type, and each role a relation between the two. Offsets are code points, which Label
/// Studio stores since its frontend's change 308; the text itself travels along in every region.
package struct AnnotationTasks: ClaimExport {
  package init() {}

  package var head: [UInt8] { Array("[\n".utf8) }
  package var separator: [UInt8] { Array(",\n".utf8) }
  package var tail: [UInt8] { Array("\n]\n".utf8) }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    guard let text = document.text, let first = document.claims.first else { return [] }
    let words = CodePointText(text)
    var json = JSONWriter()
    json.beginObject()
    json.name("data")
    json.beginObject()
    json.name("text")
    json.string(text, ByteRange(0, text.count))
    json.member("document", document.document.identifier)
    json.member("digest", document.document.digest)
    json.member("title", document.document.title)
    json.member("url", document.document.address)
    json.member("date", document.document.date)
    json.endObject()
    json.name("predictions")
    json.beginArray()
    json.beginObject()
    json.member("model_version", first.tool + " " + first.run)
    json.name("result")
    json.beginArray()
    var names: [TextMark: String] = [:]
    for mark in TextMark.marks(of: document.claims) {
      let name = "m\(names.count + 1)"
      names[mark] = name
      json.region(name, mark.span, words.bytes(mark.span), label: mark.type)
    }
    for (number, claim) in document.claims.enumerated() {
      guard let evidence = claim.evidence.first else { continue }
      let name = "c\(number + 1)"
      json.region(
        name,
        evidence.span,
        words.bytes(evidence.span),
        label: claim.type,
        notes: claim.notes
      )
      for role in claim.roles {
        for filler in role.fillers {
          guard let target = names[TextMark(span: filler.span, type: filler.type)] else { continue }
          json.relation(from: name, to: target, label: role.name)
        }
      }
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    return json.takeBytes()
  }
}

extension RecordedClaim {
  /// What an annotator should see beside the marks.
  fileprivate var notes: [(name: String, value: String)] {
    var notes = [("status", status), ("polarity", polarity), ("rule", rule), ("claim", identifier)]
    if let statement { notes.append(("statement", statement)) }
    return notes
  }
}

extension JSONWriter {
  fileprivate mutating func region(
    _ name: String,
    _ span: RecordedSpan,
    _ words: [UInt8]?,
    label: String,
    notes: [(name: String, value: String)] = []
  ) {
    beginObject()
    member("id", name)
    member("from_name", "label")
    member("to_name", "text")
    member("type", "labels")
    self.name("value")
    beginObject()
    self.name("start")
    integer(span.start)
    self.name("end")
    integer(span.end)
    if let words {
      self.name("text")
      string(words, ByteRange(0, words.count))
    }
    member("labels", [label])
    endObject()
    if !notes.isEmpty {
      self.name("meta")
      beginObject()
      for note in notes { member(note.name, note.value) }
      endObject()
    }
    endObject()
  }

  fileprivate mutating func relation(from start: String, to end: String, label: String) {
    beginObject()
    member("type", "relation")
    member("from_id", start)
    member("to_id", end)
    member("direction", "right")
    member("labels", [label])
    endObject()
  }
}
