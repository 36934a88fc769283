/// Why a document could not be cleaned at all.
///
/// What the stage survives is a diagnostic of the clean text instead.
package enum CleaningError: Error, Equatable {
  /// The document has more bytes than 32-bit offsets can count.
  case tooLarge(identifier: String, byteCount: Int)
  /// Memory ran out inside a system library.
  case outOfMemory(identifier: String, byteCount: Int)
}

extension CleaningError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge(let identifier, let byteCount):
      "\(identifier): the document has \(byteCount) bytes, more than 500 MB; split it"
    case .outOfMemory(let identifier, let byteCount):
      "\(identifier): memory ran out for a document of \(byteCount) bytes; "
        + "run fewer jobs or lower the byte limit"
    }
  }
}
