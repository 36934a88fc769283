import Aver
import AverArchives
import AverModel

/// Reads items into documents.
struct DocumentReader: Sendable {
  /// Day or instant of publication, for documents that come without one.
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
      return SourceDocument(
        identifier: identifier,
        bytes: try read(path, identifier: identifier),
        mediaType: mediaType,
        date: date
      )
    }
  }

  /// The bytes of a file, with compression taken off.
  private func read(_ path: RawPath, identifier: String) throws(DocumentFailure) -> [UInt8] {
    do {
      let file = try FileDescriptor(opening: path, FileDescriptor.readOnly)
      let expected = try FileStatus(of: file).byteCount
      let opened = try OpenedInput(FileInput(file))
      guard expected <= longestDocument || opened.isCompressed else {
        throw DocumentFailure.tooLarge(identifier: identifier, limit: longestDocument)
      }
      var bytes = opened.start
      bytes.reserveCapacity(opened.isCompressed ? 0 : expected + 1)
      // One byte more than expected, so that the end shows in the same call.
      while try opened.input.read(into: &bytes, limit: max(expected + 1 - bytes.count, 1 << 16)) > 0
      {
        guard bytes.count <= longestDocument else {
          throw DocumentFailure.tooLarge(identifier: identifier, limit: longestDocument)
        }
      }
      guard !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
        throw DocumentFailure(
          identifier: identifier,
          code: "unsupported",
          message: "a zip archive is not read; unpack it"
        )
      }
      return bytes
    } catch let error as SystemError {
      throw .unreadable(identifier: identifier, error)
    } catch let problem as InputProblem {
      throw DocumentFailure(identifier: identifier, code: problem.code, message: problem.message)
    } catch let failure as DocumentFailure {
      throw failure
    } catch {
      preconditionFailure("reading throws nothing else: \(error)")
    }
  }
}
