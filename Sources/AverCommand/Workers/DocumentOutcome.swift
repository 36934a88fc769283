import Aver
import AverModel
import AverReports

/// What one input came to.
struct DocumentOutcome: Sendable {
  /// What is written, said and counted.
  var output = BatchOutput()
  /// The document's id, as far as it is known.
  var identifier: String?
  /// Why it failed; nil if it did not.
  var code: String?
  /// SHA-256 of what was read; empty if nothing was, or nobody asked.
  var digest: [UInt8] = []
  /// Whether the result is there already.
  var isKnown = false
}

extension DocumentOutcome {
  /// The outcome of a document that failed.
  init(_ failure: DocumentFailure, isText: Bool) {
    identifier = failure.identifier
    code = failure.code
    output.documentCount = 1
    output.failureCount = 1
    var place = failure.place ?? failure.identifier ?? ""
    if let line = failure.line { place += ":\(line)" }
    output.messages = ["\(place): \(failure.message)"]
    guard !isText else { return }
    var json = JSONWriter()
    DocumentRecord.writeError(
      identifier: failure.identifier,
      code: failure.code,
      message: failure.message,
      line: failure.line,
      to: &json
    )
    output.bytes = json.takeBytes()
  }

  /// The frame to send.
  func frame() -> [UInt8] {
    var frame = FrameWriter()
    frame.write(identifier)
    frame.write(code)
    frame.write(digest)
    frame.write(isKnown)
    frame.write(output.claimCount)
    frame.write(output.bytes)
    frame.write(output.messages.count)
    for message in output.messages { frame.write(message) }
    return frame.finished()
  }

  /// Reads the contents of the frame that begins at a position.
  init(_ bytes: [UInt8], from position: Int) {
    var frame = FrameReader(bytes, from: position)
    identifier = frame.optionalText()
    code = frame.optionalText()
    digest = frame.data()
    isKnown = frame.boolean()
    output.claimCount = frame.integer()
    output.bytes = frame.data()
    let count = frame.integer()
    output.messages = (0..<count).map { _ in frame.text() }
    output.documentCount = 1
    output.failureCount = code == nil ? 0 : 1
  }
}
