package import AverModel

/// One line of the output of `aver extract`.
package enum RecordedLine: Sendable {
  case claim(RecordedClaim)
  /// A document that was read, and how many claims it gave.
  case document(RecordedDocument, claimCount: Int)
  /// An input that failed.
  case failure(identifier: String?, code: String, message: String)
  /// A record of another kind, which readers pass over.
  case other

  /// Reads a line.
  ///
  /// - Parameter line: The bytes, without a line end.
  /// - Throws: `RecordError` if it is no record, or a claim that lacks something.
  package init(_ line: [UInt8]) throws(RecordError) {
    let value = try JSONValue(line)
    guard case .object = value else {
      throw RecordError(code: "bad-record", message: "the line is no JSON object")
    }
    switch value["record"]?.text {
    case "claim": self = .claim(try RecordedClaim(value, line: line))
    case "document":
      self = .document(
        try RecordedDocument(value["document"] ?? .null),
        claimCount: value["claims"]?.decimal?.wholeNumber ?? 0
      )
    case "error":
      self = .failure(
        identifier: value["document"]?["id"]?.text,
        code: value["code"]?.text ?? "",
        message: value["message"]?.text ?? ""
      )
    case nil:
      throw RecordError(
        code: "bad-record",
        message: "the object has no 'record': is this the output of aver extract?"
      )
    default: self = .other
    }
  }
}
