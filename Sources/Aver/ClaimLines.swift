public import AverModel
import AverReports

/// Writes claims as the lines of JSON that `aver extract` writes.
public struct ClaimLines: Sendable {
  private let record: ClaimRecord

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - rules: The rules that made the claims.
  ///   - options: `name=value` of each option that decides the output.
  ///   - explains: Whether to write the steps and cues of each claim.
  public init(rules: LoadedRules, options: [String] = [], explains: Bool = false) {
    let run = RunIdentity(
      tool: Version.tool,
      rules: rules.digest,
      libraries: LibraryVersions.all,
      options: options
    )
    record = ClaimRecord(run: run, explains: explains)
  }

  /// The lines of a document's claims, in their order.
  public func lines(for claims: [Claim], of text: CleanText) -> [UInt8] {
    guard !claims.isEmpty else { return [] }
    let document = DocumentIdentity(text)
    var json = JSONWriter()
    for claim in claims { record.write(claim, of: document, to: &json) }
    return json.takeBytes()
  }
}
