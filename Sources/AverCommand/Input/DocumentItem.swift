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
}

/// Reads items into documents.
struct DocumentReader: Sendable {
  let date: String?
  let longestDocument: Int

  func document(for item: DocumentItem) throws(DocumentFailure) -> SourceDocument {
    switch item {
    case .failed(let failure): throw failure
    case .document(let document): return document
    case .line(let bytes, let number, let place):
      do throws(RecordError) {
        return try JSONRecordReader(date: date).document(from: bytes)
      } catch {
        throw DocumentFailure(
          identifier: error.identifier,
          code: error.code,
          message: error.message,
          line: number,
          place: place
        )
      }
    case .file(let path, let identifier, let mediaType):
      let bytes: [UInt8]?
      do throws(SystemError) {
        bytes = try read(path)
      } catch {
        throw unreadable(identifier: identifier, error)
      }
      guard let bytes else { throw tooLarge(identifier: identifier) }
      return SourceDocument(
        identifier: identifier,
        bytes: bytes,
        mediaType: mediaType,
        date: date
      )
    }
  }

  /// The bytes of a file; nil if they are too many.
  private func read(_ path: RawPath) throws(SystemError) -> [UInt8]? {
    let file = try FileDescriptor(opening: path, FileDescriptor.readOnly)
    let expected = try FileStatus(of: file).byteCount
    guard expected <= longestDocument else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    // One byte more than expected, so that the end shows in the same call.
    while try file.read(into: &bytes, limit: max(expected + 1 - bytes.count, 4096)) > 0 {
      guard bytes.count <= longestDocument else { return nil }
    }
    return bytes
  }

  func tooLarge(identifier: String) -> DocumentFailure {
    DocumentFailure(
      identifier: identifier,
      code: "too-large",
      message: "the document has more than \(longestDocument) bytes; raise --max-doc-bytes"
    )
  }

  func unreadable(identifier: String, _ error: SystemError) -> DocumentFailure {
    DocumentFailure(
      identifier: identifier,
      code: "unreadable",
      message: "the file cannot be read: \(error.message)"
    )
  }
}
