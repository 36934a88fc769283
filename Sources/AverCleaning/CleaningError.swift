package enum CleaningError: Error, Equatable {
  case notImplemented
}
