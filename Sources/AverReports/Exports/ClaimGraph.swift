import AverModel

/// Claims as JSON-LD: the records, each quote as a Web Annotation, and what made them (PROV-O).
///
/// A record is a node as it stands; the context gives its members their meaning. What is said of a
/// run is said with every document of it: repeating a statement changes no graph.
///
/// Source: W3C, "Web Annotation Data Model"; W3C, "PROV-O: The PROV Ontology".
package struct ClaimGraph: ClaimExport {
  /// The JSON-LD context, without the object around it.
  private let context: [UInt8]

  /// Creates a writer.
  ///
  /// - Parameter context: The value of `@context`, as JSON.
  package init(context: [UInt8]) { self.context = context }

  package var head: [UInt8] {
    Array("{\"@context\":".utf8) + context + Array(",\"@graph\":[\n".utf8)
  }

  package var separator: [UInt8] { Array(",\n".utf8) }

  package var tail: [UInt8] { Array("\n]}\n".utf8) }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    var nodes: [[UInt8]] = []
    var runs: Set<String> = []
    for claim in document.claims {
      nodes.append(claim.line)
      for evidence in claim.evidence { nodes.append(annotation(evidence, of: claim)) }
      if runs.insert(claim.run).inserted { nodes.append(activity(of: claim)) }
    }
    return Array(nodes.joined(separator: separator))
  }

  private func annotation(_ evidence: RecordedClaim.Evidence, of claim: RecordedClaim) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("@type", "oa:Annotation")
    json.reference("oa:motivatedBy", "oa:classifying")
    json.reference("oa:hasBody", claim.identifier)
    json.name("oa:hasTarget")
    json.beginObject()
    json.member("@type", "oa:SpecificResource")
    json.reference("oa:hasSource", claim.document.digest)
    if let address = claim.document.address { json.reference("oa:hasScope", address) }
    json.name("oa:hasSelector")
    json.beginArray()
    json.beginObject()
    json.member("@type", "oa:TextQuoteSelector")
    json.member("oa:exact", evidence.exact)
    json.member("oa:prefix", evidence.prefix)
    json.member("oa:suffix", evidence.suffix)
    json.endObject()
    json.beginObject()
    json.member("@type", "oa:TextPositionSelector")
    json.position("oa:start", evidence.span.start)
    json.position("oa:end", evidence.span.end)
    json.endObject()
    json.beginObject()
    json.member("@type", "oa:FragmentSelector")
    json.reference("dcterms:conformsTo", "http://tools.ietf.org/rfc/rfc5147")
    json.member(
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
      "char=\(evidence.span.start),\(evidence.span.end)"
    )
    json.endObject()
    json.endArray()
    json.endObject()
    json.endObject()
    return json.takeBytes()
  }

  private func activity(of claim: RecordedClaim) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("@id", claim.run)
    json.member("@type", "prov:Activity")
    json.name("prov:wasAssociatedWith")
    json.beginObject()
    json.member("@id", "urn:aver:tool:" + claim.tool)
    json.member("@type", "prov:SoftwareAgent")
    json.member("schema:name", claim.tool)
    json.endObject()
    json.name("prov:used")
    json.beginObject()
    json.member("@id", claim.rules)
    json.member("@type", "prov:Plan")
    json.endObject()
    json.endObject()
    return json.takeBytes()
  }
}

extension JSONWriter {
  fileprivate mutating func reference(_ name: String, _ target: String) {
    self.name(name)
    beginObject()
    member("@id", target)
    endObject()
  }

  fileprivate mutating func position(_ name: String, _ value: Int) {
    self.name(name)
    beginObject()
    member("@type", "xsd:nonNegativeInteger")
    member("@value", String(value))
    endObject()
  }
}

/// Claims as lines that are each JSON-LD by themselves: the records with their context inside.
package struct ClaimGraphLines: ClaimExport {
  private let context: [UInt8]

  /// Creates a writer.
  ///
  /// - Parameter context: The value of `@context`, as JSON on one line.
  package init(context: [UInt8]) { self.context = context }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    var result: [UInt8] = []
    for claim in document.claims {
      result += Array("{\"@context\":".utf8) + context + [UInt8(ascii: ",")]
      // The record begins with its own brace.
      result += claim.line.drop { $0 != UInt8(ascii: "{") }.dropFirst()
      result.append(0x0A)
    }
    return result
  }
}
