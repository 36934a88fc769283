import AverModel

/// What made the records of a run: tool, rules, libraries and options, but no clock and no machine.
package struct RunIdentity: Hashable, Sendable {
  /// `aver/` and the version.
  package let tool: String
  /// `sha256:` and the digest of the rules in force.
  package let rules: String
  /// `urn:aver:run:` and a digest of everything that decides the output.
  package let run: String

  /// Creates the identity of a run.
  ///
  /// - Parameters:
  ///   - tool: `aver/` and the version.
  ///   - rules: `sha256:` and the digest of the rules.
  ///   - libraries: Name and version of each library that decides the output.
  ///   - options: `name=value` of each option that decides the output.
  package init(tool: String, rules: String, libraries: [String], options: [String]) {
    self.tool = tool
    self.rules = rules
    let parts = [tool, rules] + libraries.sorted() + options.sorted()
    let digest = SHA256.digest(Array(parts.joined(separator: "\n").utf8))
    run = "urn:aver:run:" + Base32.encoded(digest.prefix(20))
  }
}
