import Aver
import AverModel

/// One input before it is read.
enum DocumentItem: Sendable {
  /// A file, read by the worker.
  case file(RawPath, identifier: String, mediaType: SourceDocument.MediaType)
  /// A JSON line, parsed by the worker.
  case line([UInt8], number: Int, place: String)
  /// A document whose bytes are at hand.
  case document(SourceDocument)
  /// An input that could not be read.
  case failed(DocumentFailure)
}

/// Why one input came to nothing, for the error record and for people.
struct DocumentFailure: Error, Equatable {
  /// The document's id, if the input got so far as to give one.
  var identifier: String?
  let code: String
  let message: String
  /// The line of the input, from 1, where it has lines.
  var line: Int?
  /// Where it is, for people; the identifier if there is nothing better.
  var place: String?

  static func tooLarge(identifier: String, limit: Int) -> DocumentFailure {
    DocumentFailure(
      identifier: identifier,
      code: "too-large",
      message: "the document has more than \(limit) bytes; raise --max-doc-bytes"
    )
  }

  static func unreadable(identifier: String, _ error: SystemError) -> DocumentFailure {
    DocumentFailure(
      identifier: identifier,
      code: "unreadable",
      message: "the file cannot be read: \(error.message)"
    )
  }
}

extension DocumentItem {
  /// Who fails if this document stops a worker.
  func failure(code: String, message: String) -> DocumentFailure {
    switch self {
    case .failed(let failure): failure
    case .document(let document):
      DocumentFailure(identifier: document.identifier, code: code, message: message)
    case .file(let path, let identifier, _):
      DocumentFailure(identifier: identifier, code: code, message: message, place: path.string)
    case .line(let bytes, let number, let place):
      DocumentFailure(
        identifier: (try? JSONRecordReader().document(from: bytes))?.identifier,
        code: code,
        message: message,
        line: number,
        place: place
      )
    }
  }
}
