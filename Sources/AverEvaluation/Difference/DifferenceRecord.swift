import AverReports

/// A difference of rule sets as JSON lines: one for each change, then one with the counts.
package enum DifferenceRecord {
  /// The lines.
  package static func lines(of difference: RuleSetDifference) -> [UInt8] {
    var json = JSONWriter()
    for group in difference.groups {
      for (kind, occurrences) in [
        ("gained", group.gained), ("lost", group.lost), ("changed", group.changed),
      ] {
        for occurrence in occurrences { write(occurrence, kind, to: &json) }
      }
    }
    let counts = difference.counts
    json.beginObject()
    json.name("record")
    json.string("difference")
    for (name, count) in [
      ("documents", difference.documentCount), ("old", difference.oldCount),
      ("new", difference.newCount), ("gained", counts.gained), ("lost", counts.lost),
      ("changed", counts.changed),
    ] {
      json.name(name)
      json.integer(count)
    }
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }

  private static func write(
    _ occurrence: RuleSetDifference.Occurrence,
    _ kind: String,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.name("record")
    json.string(kind)
    json.name("document")
    json.string(occurrence.document)
    switch occurrence.change {
    case .gained(let claim), .lost(let claim): write(claim, "claim", to: &json)
    case .changed(let old, let new):
      write(old, "old", to: &json)
      write(new, "new", to: &json)
      json.name("slots")
      json.beginArray()
      for slot in occurrence.change.slots { json.string(slot.name) }
      json.endArray()
    }
    json.endObject()
    json.endLine()
  }

  private static func write(_ claim: ClaimLine, _ name: String, to json: inout JSONWriter) {
    json.name(name)
    json.beginObject()
    for (member, text) in [
      ("type", claim.type), ("status", claim.status), ("polarity", claim.polarity),
      ("rule", claim.rule), ("quote", claim.quote),
    ] {
      json.name(member)
      json.string(text)
    }
    json.name("fillers")
    json.beginArray()
    for filler in claim.fillers {
      json.beginObject()
      json.name("role")
      json.string(filler.role)
      json.name("text")
      json.string(filler.text)
      json.endObject()
    }
    json.endArray()
    json.name("attribution")
    json.beginArray()
    for source in claim.attribution { json.string(source) }
    json.endArray()
    json.endObject()
  }
}
