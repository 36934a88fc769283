import AverModel

/// What a claim's record says about its document.
package struct RecordedDocument: Hashable, Sendable {
  /// The input record's id, or the path below the folder that was read.
  package let identifier: String
  /// SHA-256 of the text that spans index.
  package let digest: String
  package let sourceDigest: String?
  package let address: String?
  package let title: String?
  package let site: String?
  package let author: String?
  package let language: String?
  /// ISO 8601 day or instant of publication.
  package let date: String?

  init(_ value: JSONValue) throws(RecordError) {
    identifier = try value.required("id")
    digest = try value.required("digest")
    sourceDigest = value["source_digest"]?.text
    address = value["url"]?.text.flatMap(WebAddress.normalized)
    title = value["title"]?.text
    site = value["site"]?.text
    author = value["author"]?.text
    language = value["language"]?.text
    date = value["date"]?.text
  }

  /// Who published it: the site's name, else the address's host, else the first folder of the path.
  package var publisher: String {
    if let site { return site }
    if let address {
      let rest = address.split(separator: "/", maxSplits: 2)
      if rest.count > 1 { return String(rest[1]).lowercased() }
    }
    let parts = identifier.split(separator: "/")
    return parts.count > 1 ? parts.dropLast().joined(separator: "/") : "(unknown)"
  }
}

extension JSONValue {
  /// The text of a member that a record must have.
  func required(_ name: String) throws(RecordError) -> String {
    guard let text = self[name]?.text else {
      throw RecordError(
        code: "bad-record",
        message: "the record has no text '\(name)': is this the output of aver extract?"
      )
    }
    return text
  }

  /// The member `[start, end]`; nil if there is none.
  func span(_ name: String) -> RecordedSpan? {
    guard case .array(let ends)? = self[name], ends.count == 2,
      let start = ends[0].decimal?.wholeNumber, let end = ends[1].decimal?.wholeNumber,
      0 <= start, start <= end
    else { return nil }
    return RecordedSpan(start: start, end: end)
  }
}

/// `[start, end)` as a record gives it: code points of the text, or bytes of the source.
package struct RecordedSpan: Hashable, Sendable {
  package let start: Int
  package let end: Int
}
