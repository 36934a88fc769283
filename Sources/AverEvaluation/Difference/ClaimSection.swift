/// The claims of one document under one rule set, as lines.
package struct ClaimSection: Hashable, Sendable {
  /// The digest of everything that the document's claims depend on but the rules.
  package let key: String
  /// What names the document for people.
  package let document: String
  /// Lines of claims, each with its end.
  package let lines: [UInt8]

  /// Creates a section.
  package init(key: String, document: String, lines: [UInt8]) {
    self.key = key
    self.document = document
    self.lines = lines
  }

  /// The claims.
  package var claims: [ClaimLine] {
    String(decoding: lines, as: UTF8.self).split(separator: "\n").compactMap { ClaimLine(line: $0) }
  }

  /// How many claims there are.
  package var claimCount: Int { lines.count { $0 == 0x0A } }

  /// Appends `document KEY BYTES NAME` and the lines.
  package func write(to bytes: inout [UInt8]) {
    bytes += Array("document\t\(key)\t\(lines.count)\t\(document)\n".utf8)
    bytes += lines
  }

  /// Reads the sections that stand one after the other from a byte on.
  ///
  /// - Returns: The sections in their order; nil if the bytes hold anything else.
  package static func sections(in bytes: [UInt8], from start: Int = 0) -> [ClaimSection]? {
    var result: [ClaimSection] = []
    var position = start
    while position < bytes.count {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
      let fields = bytes[position..<end].split(
        separator: 0x09,
        maxSplits: 3,
        omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4, fields[0] == "document", let count = Int(fields[2]), count >= 0,
        end + 1 + count <= bytes.count
      else { return nil }
      result.append(
        ClaimSection(
          key: fields[1],
          document: fields[3],
          lines: Array(bytes[(end + 1)..<(end + 1 + count)])
        )
      )
      position = end + 1 + count
    }
    return result
  }
}
