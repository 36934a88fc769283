/// Why a document, or a whole run, came to nothing.
public enum PipelineError: Error, Equatable {
  /// The rules cannot be used; the message has every error with its place.
  case rules(message: String)
  /// A document could not be cleaned.
  case cleaning(document: String, message: String)
  /// A text could not be split into words.
  case tokenization(document: String, message: String)
  /// No document can be split into words here.
  case segmenterUnavailable(message: String)

  /// A stable code for error records.
  public var code: String {
    switch self {
    case .rules: "bad-rules"
    case .cleaning: "cleaning-failed"
    case .tokenization: "tokenization-failed"
    case .segmenterUnavailable: "segmenter-unavailable"
    }
  }
}

extension PipelineError: CustomStringConvertible {
  /// What went wrong, and the way out.
  public var description: String {
    switch self {
    case .rules(let message), .segmenterUnavailable(let message): message
    case .cleaning(_, let message), .tokenization(_, let message): message
    }
  }
}
