package import AverModel

/// Writes what became of one input: a `document` record if it was read, an `error` record if not.
package enum DocumentRecord {
  /// Appends the line of a document that was read, so that an engine can count its inputs.
  package static func write(
    _ document: DocumentIdentity,
    claimCount: Int,
    warnings: [Diagnostic],
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.name("record")
    json.string("document")
    json.name("document")
    document.write(to: &json)
    json.name("claims")
    json.integer(claimCount)
    json.name("warnings")
    json.beginArray()
    for warning in warnings {
      json.beginObject()
      json.name("code")
      json.string(warning.code)
      json.name("message")
      json.string(warning.message)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
  }

  /// Appends the line of an input that failed.
  ///
  /// - Parameters:
  ///   - identifier: The document's id, if the input got so far as to give one.
  ///   - code: A stable code, such as `bad-json`.
  ///   - message: One line in lower case: what, and the way out.
  ///   - line: The line of the input, from 1, where the input has lines.
  ///   - json: What to append to.
  package static func writeError(
    identifier: String?,
    code: String,
    message: String,
    line: Int?,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.name("record")
    json.string("error")
    if let identifier {
      json.name("document")
      json.beginObject()
      json.name("id")
      json.string(identifier)
      json.endObject()
    }
    json.name("code")
    json.string(code)
    json.name("message")
    json.string(message)
    if let line {
      json.name("line")
      json.integer(line)
    }
    json.endObject()
    json.endLine()
  }
}
