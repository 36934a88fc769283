/// The claims of many documents under one rule set: what a cache keeps and what `--accept` blesses.
///
/// One text file: a first line that names the format, the program and the rules, then the sections.
package struct ClaimSnapshot: Hashable, Sendable {
  private static let format = "aver-claims 1"

  /// The program that made it; claims of another program do not count.
  package let program: String
  /// The digest of the rules.
  package let rules: String
  /// The documents in the order of the run.
  package private(set) var sections: [ClaimSection]

  /// Creates a snapshot.
  package init(program: String, rules: String, sections: [ClaimSection] = []) {
    self.program = program
    self.rules = rules
    self.sections = sections
  }

  /// Reads a snapshot; nil if the bytes are none.
  package init?(bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let fields = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\t")
    guard fields.count == 3, fields[0] == Self.format,
      let sections = ClaimSection.sections(in: bytes, from: end + 1)
    else { return nil }
    program = String(fields[1])
    rules = String(fields[2])
    self.sections = sections
  }

  /// The whole file.
  package var bytes: [UInt8] {
    var result = Array("\(Self.format)\t\(program)\t\(rules)\n".utf8)
    for section in sections { section.write(to: &result) }
    return result
  }

  /// Adds a document.
  package mutating func add(_ section: ClaimSection) { sections.append(section) }

  /// The sections by key; of several documents with one key the first.
  package var byKey: [String: ClaimSection] {
    Dictionary(sections.map { ($0.key, $0) }) { first, _ in first }
  }
}
