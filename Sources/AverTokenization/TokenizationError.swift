/// Why a text could not be tokenized.
package enum TokenizationError: Error, Equatable {
  /// ICU has no break rules: its data is missing or damaged.
  case breakRulesUnavailable(icuError: String)
  /// ICU stopped in the text of a block.
  case segmentationFailed(blockStart: Int)
}

extension TokenizationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .breakRulesUnavailable(let icuError):
      "ICU has no word break rules (\(icuError)); reinstall the ICU library of this system"
    case .segmentationFailed(let blockStart):
      "ICU could not segment the block at byte \(blockStart); split the document into smaller ones"
    }
  }
}
