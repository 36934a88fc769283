import AverReports

/// What decides the results of a batch: results of another such run are not taken over.
struct BatchRun: Equatable {
  let identity: RunIdentity
  /// `name=value` of each option that decides what is written.
  let options: [String]
}
